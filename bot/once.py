"""What must not be done twice, however fast it is asked for."""

from __future__ import annotations

from collections import OrderedDict

_MOST = 1_000


class Once:
    """The last things that were begun, by their names. For one thread, such as that of an event loop."""

    def __init__(self) -> None:
        self._begun: OrderedDict[str, None] = OrderedDict()

    def begin(self, name: str) -> bool:
        """Whether this was not begun before; from now on it was."""
        if name in self._begun:
            return False
        self._begun[name] = None
        if len(self._begun) > _MOST:
            self._begun.popitem(last=False)
        return True

    def undo(self, name: str) -> None:
        """Let something be begun again, since it came to nothing."""
        self._begun.pop(name, None)
