"""Every sentence that a person reads, by language, in Fluent files (projectfluent.org) beside this one."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource


class Texts:
    """The texts of one language: `texts("no-answer", since=...)`.

    Raises KeyError for a text that is not there and ValueError for a value that it lacks, so that tests find both.
    """

    def __init__(self, language: str = "en") -> None:
        source = files(__package__).joinpath(f"{language}.ftl").read_text(encoding="utf-8")
        self._bundle = FluentBundle([language], use_isolating=False)
        self._bundle.add_resource(FluentResource(source))

    def __call__(self, name: str, /, **values: object) -> str:
        """The text called `name` with `values` filled in."""
        pattern = self._bundle.get_message(name).value
        if pattern is None:
            raise KeyError(name)
        text, problems = self._bundle.format_pattern(pattern, values)
        if problems:
            raise ValueError(f"{name}: {problems[0]}")
        return str(text)


@cache
def english() -> Texts:
    """The English texts, read once."""
    return Texts("en")
