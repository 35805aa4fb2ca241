"""`factbox feeds`: its commands, and what they take."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.opening import settings_of
from bot.cli.parameters import Data, Json, NoSeeds, Output

feeds = typer.Typer(
    help="Follow feeds: RSS, Atom and JSON Feed. `factbox run` polls them in the background.", no_args_is_help=True
)

Addresses = Annotated[list[str], typer.Argument(metavar="ADDRESS", help="Of a feed, or of a site that has one.")]


@feeds.command()
def add(context: typer.Context, addresses: Addresses, data: Data = None, no_seeds: NoSeeds = False) -> None:
    """Follow feeds, by their addresses or those of their sites."""
    from bot.cli.following import add_feeds

    sys.exit(add_feeds(settings_of(context, data, no_seeds), addresses))


@feeds.command()
def remove(context: typer.Context, addresses: Addresses, data: Data = None, no_seeds: NoSeeds = False) -> None:
    """Follow feeds no more. Their articles stay."""
    from bot.cli.following import remove_feeds

    sys.exit(remove_feeds(settings_of(context, data, no_seeds), addresses))


@feeds.command("list")
def list_(context: typer.Context, json: Json = False, data: Data = None, no_seeds: NoSeeds = False) -> None:
    """List the feeds and how each of them is."""
    from bot.cli.following import list_feeds

    list_feeds(settings_of(context, data, no_seeds), as_json=json)


@feeds.command()
def poll(
    context: typer.Context,
    everything: Annotated[bool, typer.Option("--all", help="All feeds now, due or not.")] = False,
    data: Data = None,
    no_seeds: NoSeeds = False,
) -> None:
    """Read what is new in the feeds that are due."""
    from bot.cli.following import poll_feeds

    sys.exit(poll_feeds(settings_of(context, data, no_seeds), everything=everything))


@feeds.command("import")
def import_(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A list in OPML, as feed readers write it.")],
    data: Data = None,
    no_seeds: NoSeeds = False,
) -> None:
    """Follow the feeds of an OPML file."""
    from bot.cli.following import import_feeds

    import_feeds(settings_of(context, data, no_seeds), file)


@feeds.command()
def export(
    context: typer.Context,
    file: Output = None,
    data: Data = None,
    no_seeds: NoSeeds = False,
) -> None:
    """Write the feeds as OPML, as feed readers take it."""
    from bot.cli.following import export_feeds

    export_feeds(settings_of(context, data, no_seeds), file)
