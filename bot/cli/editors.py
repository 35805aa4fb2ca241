"""The commands for editors, and what they take."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.opening import open_coverage, settings_of
from bot.cli.parameters import Data, Json, Limit, NoSeeds, Output

editors = typer.Typer()


@editors.command()
def unanswered(
    context: typer.Context, limit: Limit = 20, json: Json = False, data: Data = None, no_seeds: NoSeeds = False
) -> None:
    """List the questions without an answer, those that are alike together, most asked first."""
    from bot.cli.reviewing import list_unanswered

    with open_coverage(settings_of(context, data, no_seeds)) as coverage:
        list_unanswered(coverage, limit, as_json=json)


@editors.command()
def wrong(
    context: typer.Context,
    settle: Annotated[int | None, typer.Option(metavar="NUMBER", help="Take that report off the list.")] = None,
    json: Json = False,
    data: Data = None,
    no_seeds: NoSeeds = False,
) -> None:
    """List the sentences that people find wrong."""
    from bot.cli.reviewing import list_wrong, settle_wrong

    with open_coverage(settings_of(context, data, no_seeds)) as coverage:
        if settle is not None:
            sys.exit(settle_wrong(coverage, settle))
        list_wrong(coverage, as_json=json)


@editors.command()
def changes(
    context: typer.Context, limit: Limit = 20, json: Json = False, data: Data = None, no_seeds: NoSeeds = False
) -> None:
    """List what was added and removed when, and by what: a file, an address, a feed."""
    from bot.cli.past import list_changes

    with open_coverage(settings_of(context, data, no_seeds)) as coverage:
        list_changes(coverage, limit, as_json=json)


@editors.command()
def history(
    context: typer.Context,
    article_id: Annotated[str, typer.Argument(metavar="ARTICLE_ID", help="As `factbox articles` lists it.")],
    json: Json = False,
    data: Data = None,
    no_seeds: NoSeeds = False,
) -> None:
    """Show what an article said before it was updated."""
    from bot.cli.past import show_history

    with open_coverage(settings_of(context, data, no_seeds)) as coverage:
        show_history(coverage, article_id, as_json=json)


@editors.command()
def export(
    context: typer.Context,
    file: Output = None,
    data: Data = None,
    no_seeds: NoSeeds = False,
) -> None:
    """Write all articles as .jsonl, which `factbox add` takes back."""
    from bot.cli.copying import export_articles

    with open_coverage(settings_of(context, data, no_seeds)) as coverage:
        export_articles(coverage, file)


@editors.command()
def backup(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new directory.")],
    data: Data = None,
    no_seeds: NoSeeds = False,
) -> None:
    """Copy the data directory, even while the bot runs."""
    from bot.cli.copying import back_up

    with open_coverage(settings_of(context, data, no_seeds)) as coverage:
        back_up(coverage, folder)
