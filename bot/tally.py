"""What editors want to know of the questions: how many there were, and which got no answer. Never who asked."""

from __future__ import annotations

from collections import Counter
from threading import Lock

from bot.memory.behind import WriteBehind
from knowledge import Feedback

_MOST = 1_000
"""Questions that wait to be written, where that fails."""


class Tally:
    """Counts in memory, written to `feedback` a little later."""

    def __init__(self, feedback: Feedback, behind: WriteBehind) -> None:
        self._feedback = feedback
        self._behind = behind
        self._counts: Counter[tuple[str, bool]] = Counter()
        self._unanswered: list[str] = []
        self._lock = Lock()

    def count(self, kind: str, answered: bool, question: str | None = None) -> None:
        """Count a lookup; `question` is kept where it got no answer."""
        with self._lock:
            self._counts[kind, answered] += 1
            if question and not answered:
                self._unanswered.append(question)
        self._behind.soon(self.flush)

    def flush(self) -> None:
        """Write what was counted; what can't be waits for the next time. Raises DataError; not for an event loop."""
        with self._lock:
            counts, self._counts = self._counts, Counter()
            unanswered, self._unanswered = self._unanswered, []
        try:
            while counts:
                (kind, answered), times = next(iter(counts.items()))
                self._feedback.count(kind, answered, times)
                del counts[kind, answered]
            self._feedback.unanswered(*unanswered)
        except BaseException:
            with self._lock:
                self._counts += counts
                self._unanswered = [*unanswered, *self._unanswered][-_MOST:]
            raise
