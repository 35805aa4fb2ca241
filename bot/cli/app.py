"""The commands and what they take. Each loads its own code when called, so that a question is answered at once."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.editors import editors
from bot.cli.feeds import feeds
from bot.cli.opening import open_coverage, settings_of
from bot.cli.parameters import Data, Json, Limit, Locale, NoSeeds, Port, Publisher, Since, Until, Version, filters

app = typer.Typer(
    help="Factbox answers questions from news coverage, word for word, with the source of every sentence.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


app.add_typer(feeds, name="feeds")
app.add_typer(editors)


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
    limit: Limit = 5,
    since: Since = None,
    until: Until = None,
    publisher: Publisher = None,
    json: Json = False,
    data: Data = None,
    no_seeds: NoSeeds = False,
) -> None:
    """Answer a question, or with - each line of standard input, by the sentences that say it."""
    from bot.cli.asking import answer_input, answer_once

    options = filters(since, until, publisher)
    words = " ".join(question)
    with open_coverage(settings_of(context, data, no_seeds)) as coverage:
        if words == "-":
            answer_input(coverage, options, limit, as_json=json)
        else:
            answer_once(coverage, words, options, limit, as_json=json)


@app.command()
def quotes(
    context: typer.Context,
    speaker: Annotated[str, typer.Argument(metavar="SPEAKER", help="A name; more than one word in quotation marks.")],
    about: Annotated[list[str] | None, typer.Argument(metavar="[ABOUT]", help="What the words are about.")] = None,
    limit: Limit = 10,
    since: Since = None,
    until: Until = None,
    publisher: Publisher = None,
    reported: Annotated[bool, typer.Option("--reported", help="Also what is told in other words.")] = False,
    json: Json = False,
    data: Data = None,
    no_seeds: NoSeeds = False,
) -> None:
    """Show what somebody said, word for word."""
    from bot.cli.lookups import Wanted, show_quotes

    wanted = Wanted(filters(since, until, publisher), limit, as_json=json)
    with open_coverage(settings_of(context, data, no_seeds)) as coverage:
        show_quotes(coverage, speaker, " ".join(about or ()), wanted, reported=reported)


@app.command()
def timeline(
    context: typer.Context,
    topic: Annotated[list[str], typer.Argument(metavar="TOPIC", help="In words.")],
    limit: Limit = 20,
    since: Since = None,
    until: Until = None,
    publisher: Publisher = None,
    json: Json = False,
    data: Data = None,
    no_seeds: NoSeeds = False,
) -> None:
    """Show the dated facts on a topic, in the order of time."""
    from bot.cli.lookups import Wanted, show_timeline

    wanted = Wanted(filters(since, until, publisher), limit, as_json=json)
    with open_coverage(settings_of(context, data, no_seeds)) as coverage:
        show_timeline(coverage, " ".join(topic), wanted)


@app.command()
def check(
    context: typer.Context,
    message: Annotated[list[str], typer.Argument(metavar="TEXT", help="A message; - reads it.")],
    json: Json = False,
    data: Data = None,
    no_seeds: NoSeeds = False,
) -> None:
    """Find the claims in a message, or with - in standard input, and the facts nearest to each. No verdict."""
    from bot.cli.lines import Line, read_whole
    from bot.cli.lookups import show_claims

    words = " ".join(message)
    with open_coverage(settings_of(context, data, no_seeds)) as coverage:
        line = read_whole(sys.stdin.buffer) if words == "-" else Line(words, len(words))
        show_claims(coverage, line, as_json=json)


@app.command()
def chat(context: typer.Context, data: Data = None, no_seeds: NoSeeds = False) -> None:
    """Ask one question after the other."""
    from bot.chat import Chat

    settings = settings_of(context, data, no_seeds)
    with open_coverage(settings) as coverage:
        sys.exit(Chat(coverage, settings.data).run())


@app.command()
def run(context: typer.Context, data: Data = None, no_seeds: NoSeeds = False) -> None:
    """Run the Discord bot. Needs DISCORD_TOKEN."""
    settings = settings_of(context, data, no_seeds)
    _end_on_signals()
    from bot import running

    sys.exit(running.run(settings, lambda: open_coverage(settings)))


@app.command()
def preview(
    context: typer.Context,
    port: Port = 0,
    locale: Locale = "en-US",
    data: Data = None,
    no_seeds: NoSeeds = False,
) -> None:
    """Try the bot in a page of a browser, without Discord and a token. Needs pip install 'factbox[preview]'."""
    settings = settings_of(context, data, no_seeds)
    _end_on_signals()
    from bot.preview import serving

    sys.exit(serving.run(settings, lambda: open_coverage(settings), port, locale))


@app.command()
def add(
    context: typer.Context,
    sources: Annotated[list[str], typer.Argument(metavar="PATH_OR_URL", help="Files, folders, zips, addresses.")],
    data: Data = None,
    no_seeds: NoSeeds = False,
) -> None:
    """Add articles of .txt, .md, .html, .pdf, .docx and .jsonl files, of folders and zips of them, and of web pages."""
    from bot.cli.adding import add_sources

    settings = settings_of(context, data, no_seeds)
    with open_coverage(settings) as coverage:
        sys.exit(add_sources(coverage, settings, sources))


@app.command()
def remove(
    context: typer.Context,
    article_ids: Annotated[list[str], typer.Argument(metavar="ARTICLE_ID", help="As `factbox articles` lists it.")],
    data: Data = None,
    no_seeds: NoSeeds = False,
) -> None:
    """Take articles away."""
    from bot.cli.listing import remove_articles

    with open_coverage(settings_of(context, data, no_seeds)) as coverage:
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

    with open_coverage(settings_of(context, data, no_seeds)) as coverage:
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
    settings_of(context, data, no_seeds)
    from bot.cli.evaluating import evaluate_directory

    evaluate_directory(directory, run, strengths, as_json=json)


@app.command()
def doctor(context: typer.Context, data: Data = None, no_seeds: NoSeeds = False) -> None:  # noqa: ARG001
    """Check settings, token and data directory, and say what to mend."""
    from bot.doctor import examine

    shared_data, _ = context.obj
    sys.exit(examine(data or shared_data))


def _end_on_signals() -> None:
    """End cleanly even while discord.py loads: a supervisor may change its mind."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: sys.exit(0))
