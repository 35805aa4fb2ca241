"""Every sentence that a person reads, in Fluent files (projectfluent.org): a folder for each language.

`terminal.ftl`, for the command line and the log, is there in English alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what tells nobody anything, as the processes do that read for others, does without
    from fluent.syntax.ast import Pattern

LANGUAGES: tuple[str, ...] = ("en", "de", "fr", "es", "ru", "uk")
"""The languages, each by the first part of its codes."""


_BEGINNING = re.compile(r"^(?=([a-z][\w-]*) *=)", re.MULTILINE | re.IGNORECASE)
"""Where a text begins in a file: what belongs to the one before is indented (the Fluent syntax, "Block Patterns")."""
_REFERENCE = re.compile(r"\{ *([a-z][\w-]*) *\}", re.IGNORECASE)
"""Another text that is part of one."""


class Texts:
    """The texts of one language: `texts("no-answer", since=...)`. Each is parsed when it is wanted first.

    Raises KeyError for a text that is not there and ValueError for a value that it lacks, so that tests find both.
    """

    def __init__(self, language: str) -> None:
        from fluent.runtime import FluentBundle

        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        self._fixed: dict[str, str] = {}
        self._sources: dict[str, str] = {}
        for file in files(__package__).joinpath(language).iterdir():
            if file.name.endswith(".ftl"):
                _, *parts = _BEGINNING.split(file.read_text(encoding="utf-8"))
                self._sources.update(zip(parts[::2], parts[1::2], strict=True))

    def __call__(self, name: str, /, **values: object) -> str:
        """The text called `name` with `values` filled in."""
        if values:
            return self._formatted(name, values)
        if name not in self._fixed:
            self._fixed[name] = self._formatted(name, {})
        return self._fixed[name]

    def _formatted(self, name: str, values: dict[str, object]) -> str:
        self._parse(name)
        pattern = self._bundle.get_message(name).value
        if pattern is None:
            raise KeyError(name)
        text, problems = self._bundle.format_pattern(pattern, values)
        if problems:
            raise ValueError(f"{name}: {problems[0]}")
        return str(text)

    def _parse(self, name: str) -> None:
        """Let the bundle know a text, and those that are part of it."""
        from fluent.runtime import FluentResource

        if name in self._sources and not self._bundle.has_message(name):
            self._bundle.add_resource(FluentResource(self._sources[name]))
            for part in _REFERENCE.findall(self._sources[name]):
                self._parse(part)


@cache
def command_texts(language: str) -> Mapping[str, str]:
    """The names and descriptions of commands, and of the language, none of which takes a value.

    They are wanted in all languages at once, and `Texts` holds some megabytes of what is known of a language.
    """
    from fluent.syntax import FluentParser
    from fluent.syntax.ast import Message

    source = files(__package__).joinpath(language, "commands.ftl").read_text(encoding="utf-8")
    messages = FluentParser().parse(source).body
    return {entry.id.name: _plain(entry.value) for entry in messages if isinstance(entry, Message) and entry.value}


def _plain(pattern: Pattern) -> str:
    from fluent.syntax.ast import TextElement

    return "".join(part.value for part in pattern.elements if isinstance(part, TextElement))


@cache
def texts_in(language: str) -> Texts:
    """The texts of one of LANGUAGES, read once."""
    return Texts(language)


def english() -> Texts:
    """The English texts."""
    return texts_in("en")


def language_of(locale: str | None) -> str | None:
    """The one of LANGUAGES that a locale such as "es-419" means; None where there is none."""
    language = (locale or "").partition("-")[0].lower()
    return language if language in LANGUAGES else None
