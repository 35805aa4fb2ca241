"""Why a fetch ends without a page, told from where the address that was asked for isn't known."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.errors import FetchError, FetchProblem


@dataclass(eq=False)
class Refusal(Exception):
    """A FetchError that still lacks its address."""

    problem: FetchProblem
    status: int | None = None
    retry_after: float | None = None
    limit: int | None = None
    kind: str | None = None

    def of(self, address: str) -> FetchError:
        """The error that a caller is told of."""
        return FetchError(address, self.problem, self.status, self.retry_after, self.limit, self.kind)
