"""Answers and articles for a person at a terminal: the quotation with its matching words marked, then its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from bot.plain import also_reported, corrected, day, differing, distinct, harmless, not_answered, publisher, title
from bot.texts import Texts
from bot.wording import strength_in_words
from knowledge import Answer, Article, Fact

WIDEST = 100
"""Columns that a text takes at most: longer lines are hard to read."""
NARROW = 60
"""Columns under which a table of articles is shown as a list."""

_MARKED = Style(bold=True, color="yellow")
_SOURCE = Style(bold=True)
_QUIET = Style(dim=True)


def console() -> Console:
    """A console on standard output, no wider than text is read with ease."""
    screen = Console(highlight=False, emoji=False, markup=False)
    screen.width = min(screen.width, WIDEST)
    return screen


def answer_view(answer: Answer, say: Texts) -> RenderableType:
    """The whole answer."""
    return Padding(Group(*_parts(answer, say)), (1, 0))


def articles_view(articles: Sequence[Article], say: Texts, width: int) -> RenderableType:
    """The articles, one a row; one below the other where the screen is narrow."""
    if width < NARROW:
        return Group(*(Group(Text(article.id, _QUIET), _source_line(article, say), "") for article in articles))
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, style=_QUIET)
    table.add_column(no_wrap=True)
    table.add_column(max_width=24, overflow="fold", style=_SOURCE)
    table.add_column(overflow="fold")
    for article in articles:
        table.add_row(*map(Text, (article.id, day(article, say), publisher(article, say), title(article, say))))
    return table


def article_heading(article: Article, say: Texts) -> RenderableType:
    """An article's title over its source, as stands above its sentences."""
    return Group(Text(title(article, say), _SOURCE), Text(f"{publisher(article, say)}, {day(article, say)}", _QUIET))


def numbered(rows: Sequence[RenderableType]) -> RenderableType:
    """Rows with a number before each."""
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", style=_QUIET)
    table.add_column(overflow="fold")
    for number, row in enumerate(rows, start=1):
        table.add_row(str(number), row)
    return table


def _parts(answer: Answer, say: Texts) -> Iterator[RenderableType]:
    if answer.corrections:
        yield Text(corrected(answer, say) + "\n", _QUIET)
    if answer.answered:
        facts = distinct(answer.facts)
        yield numbered([_fact_view(fact, say, last=fact is facts[-1]) for fact in facts])
        yield Text("\n" + strength_in_words(answer.strength, say), _QUIET)
        return
    yield Text(not_answered(answer, say))
    if answer.nearest:
        yield Text("\n" + say("answer-nearest"), _QUIET)
        yield numbered([_source_line(article, say, link=article.url) for article in answer.nearest])


def _fact_view(fact: Fact, say: Texts, *, last: bool) -> RenderableType:
    quotation = Text(harmless(fact.sentence.text))
    for start, end in fact.matched:
        quotation.stylize(_MARKED, start, end)
    lines = [quotation, _source_line(fact.article, say, link=fact.link)]
    if fact.article.url:
        lines.append(Text(harmless(fact.article.url), _QUIET + _to(fact.link), overflow="fold"))
    lines += [Text(line, _QUIET) for line in also_reported(fact, say)]
    lines += [Text(differing(report, say), _QUIET + _to(report.link)) for report in fact.differing]
    return Group(*lines, *([] if last else [""]))


def _source_line(article: Article, say: Texts, link: str | None = None) -> Text:
    return Text.assemble(
        (publisher(article, say), _SOURCE), "  ", (day(article, say), _QUIET), "  ", (title(article, say), _to(link))
    )


def _to(link: str | None) -> Style:
    """A style that makes text a hyperlink, for an address of the web and for no other."""
    return Style(link=harmless(link)) if link and link.startswith(("https://", "http://")) else Style.null()


def finding_view(level: str, level_word: str, subject: str, text: str) -> RenderableType:
    """A line of the doctor: how it is, about what, and what to mend."""
    table = Table.grid(padding=(0, 2))
    table.add_column(width=7)
    table.add_column(width=9)
    table.add_column(overflow="fold")
    colour = {"ok": "green", "note": "yellow"}.get(level, "red")
    table.add_row(Text(level_word, Style(bold=True, color=colour)), Text(subject), Text(text))
    return table
