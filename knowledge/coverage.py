"""The coverage: what a front end holds and asks."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from knowledge.models import Added, Answer, Article, Filters, Sentence

Progress = Callable[[int, int | None], None]
"""Told how many sentences are done, and of how many (None: not known)."""


class Coverage:
    """STUB while the rooms are built; the signatures stay."""

    @classmethod
    def open(cls, data_dir: Path | str, *, seeds: bool = True, threshold: float | None = None,
             progress: Progress | None = None) -> Self:
        raise NotImplementedError

    def ask(self, question: str, filters: Filters | None = None, limit: int = 5) -> Answer:
        raise NotImplementedError

    def articles(self) -> list[Article]:
        raise NotImplementedError

    def sentences(self, article_id: str) -> list[Sentence]:
        raise NotImplementedError

    def add(self, articles: Iterable[Article], progress: Progress | None = None) -> Added:
        raise NotImplementedError

    def remove(self, article_ids: Sequence[str]) -> None:
        raise NotImplementedError

    def close(self) -> None: ...

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
