"""The commands and what they take. Each loads its own code when called, so that a question is answered at once."""

from __future__ import annotations

import signal
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.settings import Settings
from knowledge import Coverage, Filters

app = typer.Typer(
    help="Factbox answers questions from news coverage, word for word, with the source of every sentence.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _day(value: str | date) -> date:
    try:
        return value if isinstance(value, date) else date.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"'{value}' is not a date: write it as 2012-10-31.") from None


def _directory(value: str | Path) -> Path:
    if not str(value).strip():
        raise typer.BadParameter("it needs the path of a directory; write ./ for this one.")
    return Path(value)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            typer.echo(f"factbox {version('factbox')}")
        except PackageNotFoundError:
            typer.echo("factbox (not installed)")
        raise typer.Exit


Data = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", parser=_directory, help="Directory of the coverage; else FACTBOX_DATA."),
]
NoSeeds = Annotated[bool, typer.Option("--no-seeds", help="Start a new data directory without the seed articles.")]
Version = Annotated[bool, typer.Option("--version", is_eager=True, callback=_version, help="Show the version.")]
Json = Annotated[bool, typer.Option("--json", help="Write JSON.")]


@app.callback()
def factbox(
    context: typer.Context,
    data: Data = None,
    no_seeds: NoSeeds = False,
    version: Version = False,  # noqa: ARG001 - its callback does all
) -> None:
    context.obj = (data, no_seeds)


@app.command()
def ask(
    context: typer.Context,
    question: Annotated[list[str], typer.Argument(metavar="QUESTION", help="In words; - reads one a line.")],
    limit: Annotated[int, typer.Option(min=1, max=50, metavar="N", help="Show at most this many sentences.")] = 5,
    since: Annotated[date | None, typer.Option(parser=_day, metavar="DATE", help="Only articles from then on.")] = None,
    until: Annotated[date | None, typer.Option(parser=_day, metavar="DATE", help="Only articles up to then.")] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Only articles of this publisher.")] = None,
    json: Json = False,
    data: Data = None,
    no_seeds: NoSeeds = False,
) -> None:
    """Answer a question, or with - each line of standard input, by the sentences that say it."""
    if since and until and since > until:
        raise typer.BadParameter("--since must not be after --until.")
    from bot.cli.asking import answer_input, answer_once

    filters = Filters(since, until, publisher)
    words = " ".join(question)
    with _coverage(_settings(context, data, no_seeds)) as coverage:
        if words == "-":
            answer_input(coverage, filters, limit, as_json=json)
        else:
            answer_once(coverage, words, filters, limit, as_json=json)


@app.command()
def chat(context: typer.Context, data: Data = None, no_seeds: NoSeeds = False) -> None:
    """Ask one question after the other."""
    from bot.chat import Chat

    settings = _settings(context, data, no_seeds)
    with _coverage(settings) as coverage:
        sys.exit(Chat(coverage, settings.data).run())


@app.command()
def run(context: typer.Context, data: Data = None, no_seeds: NoSeeds = False) -> None:
    """Run the Discord bot. Needs DISCORD_TOKEN."""
    settings = _settings(context, data, no_seeds)
    for number in (signal.SIGTERM, signal.SIGINT):  # a supervisor may change its mind while discord.py loads
        signal.signal(number, lambda *_: sys.exit(0))
    from bot import client

    sys.exit(client.run(settings, lambda: _coverage(settings)))


@app.command()
def add(
    context: typer.Context,
    sources: Annotated[list[str], typer.Argument(metavar="PATH_OR_URL", help="Text files and .jsonl files.")],
    data: Data = None,
    no_seeds: NoSeeds = False,
) -> None:
    """Add articles. A line of .jsonl holds one: text, and title, publisher, date, url if known."""
    from bot.cli.adding import add_sources

    with _coverage(_settings(context, data, no_seeds)) as coverage:
        sys.exit(add_sources(coverage, sources))


@app.command()
def remove(
    context: typer.Context,
    article_ids: Annotated[list[str], typer.Argument(metavar="ARTICLE_ID", help="As `factbox articles` lists it.")],
    data: Data = None,
    no_seeds: NoSeeds = False,
) -> None:
    """Take articles away."""
    from bot.cli.listing import remove_articles

    with _coverage(_settings(context, data, no_seeds)) as coverage:
        sys.exit(remove_articles(coverage, article_ids))


@app.command()
def articles(
    context: typer.Context,
    sentences: Annotated[bool, typer.Option("--sentences", help="Show the sentences of each, in order.")] = False,
    json: Json = False,
    data: Data = None,
    no_seeds: NoSeeds = False,
) -> None:
    """List the articles."""
    from bot.cli.listing import list_articles

    with _coverage(_settings(context, data, no_seeds)) as coverage:
        list_articles(coverage, with_sentences=sentences, as_json=json)


@app.command("eval")
def evaluate(
    context: typer.Context,
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="A folder in BEIR form.")],
    run: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the ranking there, in TREC form.")] = None,
    strengths: Annotated[Path | None, typer.Option(metavar="FILE", help="Write each query's strength there.")] = None,
    json: Json = False,
    data: Data = None,
    no_seeds: NoSeeds = False,
) -> None:
    """Measure retrieval over a set of questions with known answers."""
    _settings(context, data, no_seeds)
    from bot.cli.evaluating import evaluate_directory

    evaluate_directory(directory, run, strengths, as_json=json)


@app.command()
def doctor(context: typer.Context, data: Data = None, no_seeds: NoSeeds = False) -> None:  # noqa: ARG001
    """Check settings, token and data directory, and say what to mend."""
    from bot.doctor import examine

    shared_data, _ = context.obj
    sys.exit(examine(data or shared_data))


def _settings(context: typer.Context, data: Path | None, no_seeds: bool) -> Settings:
    """The settings, with what the options before and after the name of the command say."""
    shared_data, shared_no_seeds = context.obj
    settings = Settings.load()
    return replace(settings, data=data or shared_data or settings.data, seeds=not (no_seeds or shared_no_seeds))


def _coverage(settings: Settings) -> Coverage:
    from bot.cli.progress import SlowProgress

    with SlowProgress("terminal-preparing") as progress:
        return Coverage.open(settings.data, seeds=settings.seeds, threshold=settings.threshold, progress=progress)
