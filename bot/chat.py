"""The interactive terminal: a question a line, answered at once."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from bot.cli.asking import ask_line, show
from bot.cli.lines import Line, read_lines
from bot.cli.listing import list_articles
from bot.cli.lookups import Wanted, show_claims, show_quotes, show_timeline
from bot.cli.output import complain, is_terminal, write
from bot.texts import english
from bot.wording import RefusalError, describe
from knowledge import Coverage, DataError, FactboxError, Filters

MOST_SENTENCES = 50


class Chat:
    """A conversation with `coverage`; what was asked is remembered in `data` for the arrow keys."""

    def __init__(self, coverage: Coverage, data: Path) -> None:
        self._coverage = coverage
        self._data = data
        self._limit: int | None = None
        self._failed = False
        self._commands: dict[str, Callable[[str], None]] = {
            "/ask": self._ask,
            "/quotes": self._quotes,
            "/timeline": self._timeline,
            "/check": self._check,
            "/articles": self._list,
            "/limit": self._set_limit,
            "/help": self._help,
            "/quit": self._quit,
        }

    def run(self) -> int:
        """Answer until the input ends or `/quit`; return the exit status, 1 where a line of a pipe failed."""
        at_terminal = sys.stdin.isatty() and is_terminal()
        with suppress(EOFError):
            for line in self._typed() if at_terminal else read_lines(sys.stdin.buffer):
                self._obey(line)
                sys.stdout.flush()
        return 1 if self._failed and not at_terminal else 0

    def _typed(self) -> Iterator[Line]:
        from bot.prompt import make_prompt

        write(english()("chat-welcome"))
        prompt = make_prompt(self._coverage, list(self._commands), self._data)
        while True:
            try:
                text = prompt()
            except KeyboardInterrupt:  # Ctrl-C gives a new, empty line
                continue
            yield Line(text, len(text))

    def _obey(self, line: Line) -> None:
        words = line.text.strip()
        if not words:
            return
        name, _, rest = words.partition(" ")
        try:
            if not name.startswith("/"):
                self._answer(line)
            elif name in self._commands:
                self._commands[name](rest.strip())
            else:
                raise RefusalError("error-chat-command", name=name)
        except DataError:
            raise
        except FactboxError as error:
            self._failed = True
            complain(describe(error))

    def _ask(self, question: str) -> None:
        self._answer(Line(question, len(question)))

    def _answer(self, line: Line) -> None:
        everything = Filters()
        show(ask_line(self._coverage, line, everything, self._limit or 5), everything)

    def _quotes(self, words: str) -> None:
        speaker, _, about = words.partition(" about ")
        show_quotes(self._coverage, speaker, about, Wanted(Filters(), self._limit or 10))

    def _timeline(self, topic: str) -> None:
        show_timeline(self._coverage, topic, Wanted(Filters(), self._limit or 20))

    def _check(self, message: str) -> None:
        show_claims(self._coverage, Line(message, len(message)))

    def _list(self, _: str) -> None:
        list_articles(self._coverage, with_sentences=False, as_json=False)

    def _set_limit(self, number: str) -> None:
        if not (number.isascii() and number.isdigit() and 1 <= int(number[:3]) <= MOST_SENTENCES):
            raise RefusalError("error-chat-limit", most=str(MOST_SENTENCES))
        self._limit = int(number)

    def _help(self, _: str) -> None:
        write(english()("chat-help"))

    def _quit(self, _: str) -> None:
        raise EOFError
