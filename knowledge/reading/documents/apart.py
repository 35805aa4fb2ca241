"""Documents read in a process of their own."""

from __future__ import annotations

from importlib import import_module
from typing import Self

from knowledge.errors import SourceError, SourceProblem
from knowledge.models import Article
from knowledge.processes.apart import Apart, Unanswered

DEADLINE = 60.0
"""Seconds that a document may take, the start of the process included."""
MEMORY = 1_500_000_000
"""Bytes of address space that the process may have, much of which is never used."""

_Failure = tuple[SourceProblem, str | None, int | None]
"""Problem, field and limit of a SourceError."""


class DocumentReader:
    """Reads documents one after the other; to be used in a `with` block, at the end of which its process ends."""

    def __init__(self, deadline: float = DEADLINE) -> None:
        self._apart = Apart(_read, deadline, MEMORY)

    def read(self, kind: str, data: bytes, name: str) -> list[Article]:
        """The articles in a document of a kind that has a module in this package. Raises SourceError."""
        try:
            result = self._apart(kind, data, name)
        except Unanswered:
            raise SourceError(name, "too-costly") from None
        if isinstance(result, list):
            return result
        problem, field, limit = result
        raise SourceError(name, problem, field=field, limit=limit)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._apart.end()


def _read(kind: str, data: bytes, name: str) -> list[Article] | _Failure:
    try:
        articles: list[Article] = import_module(f"{__package__}.{kind}").read(data, name)
    except SourceError as error:
        return error.problem, error.field, error.limit
    except MemoryError:
        return "too-costly", None, None
    except Exception:  # noqa: BLE001 - on damaged bytes a library raises anything
        return "damaged", None, None
    return articles
