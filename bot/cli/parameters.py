"""What the commands take: arguments and options, read and checked."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from knowledge import Filters


def _day(value: str | date) -> date:
    try:
        return value if isinstance(value, date) else date.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"'{value}' is not a date: write it as 2012-10-31.") from None


def _directory(value: str | Path) -> Path:
    if not str(value).strip():
        raise typer.BadParameter("it needs the path of a directory; write ./ for this one.")
    return Path(value)


def _output(value: str | Path) -> Path | None:
    return None if value == "-" else Path(value)  # ./- is a file


def _locale(value: str) -> str:
    from discord import Locale

    locales = {locale.value.lower(): locale.value for locale in Locale}
    if value.lower() not in locales:
        raise typer.BadParameter(f"'{value}' is no locale of Discord: it has {', '.join(sorted(locales.values()))}.")
    return locales[value.lower()]


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            typer.echo(f"factbox {version('factbox')}")
        except PackageNotFoundError:
            typer.echo("factbox (not installed)")
        raise typer.Exit


Limit = Annotated[int, typer.Option(min=1, max=50, metavar="N", help="Show at most this many.")]
Since = Annotated[date | None, typer.Option(parser=_day, metavar="DATE", help="Only articles from then on.")]
Until = Annotated[date | None, typer.Option(parser=_day, metavar="DATE", help="Only articles up to then.")]
Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="Only articles of this publisher.")]
Port = Annotated[
    int,
    typer.Option(
        min=0, max=65535, show_default=False, metavar="N", help="Serve the page there; else on any free port."
    ),
]
Locale = Annotated[
    str,
    typer.Option(parser=_locale, metavar="LOCALE", help="The language of everybody's Discord, such as de or es-ES."),
]
Data = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", parser=_directory, help="Directory of the coverage; else FACTBOX_DATA."),
]
Output = Annotated[
    Path | None, typer.Argument(metavar="[FILE]", parser=_output, help="Else, and for -, standard output.")
]
NoSeeds = Annotated[bool, typer.Option("--no-seeds", help="Start a new data directory without the seed articles.")]
Version = Annotated[bool, typer.Option("--version", is_eager=True, callback=_version, help="Show the version.")]
Json = Annotated[bool, typer.Option("--json", help="Write JSON.")]


def filters(since: date | None, until: date | None, publisher: str | None) -> Filters:
    """The filters that the options give. Raises BadParameter where no day is left."""
    if since and until and since > until:
        raise typer.BadParameter("--since must not be after --until.")
    return Filters(since, until, publisher)
