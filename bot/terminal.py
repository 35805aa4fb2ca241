"""Answers and articles for a person at a terminal: the quotation with its matching words marked, then its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from bot.plain import also_reported, day, differing, distinct, harmless, not_answered, notes, publisher, title
from bot.texts import Texts
from bot.wording import strength_in_words
from knowledge import Answer, Article, Fact
from knowledge.models import Span

WIDEST = 100
"""Columns that a text takes at most: longer lines are hard to read."""
NARROW = 60
"""Columns under which a table of articles is shown as a list."""

MARKED = Style(bold=True, color="yellow")
STRONG = Style(bold=True)
QUIET = Style(dim=True)
FIGURE = Style(bold=True, underline=True)


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
        return Group(*(Group(Text(article.id, QUIET), _source_line(article, say), "") for article in articles))
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, style=QUIET)
    table.add_column(no_wrap=True)
    table.add_column(max_width=24, overflow="fold", style=STRONG)
    table.add_column(overflow="fold")
    for article in articles:
        table.add_row(*map(Text, (article.id, day(article, say), publisher(article, say), title(article, say))))
    return table


def article_heading(article: Article, say: Texts) -> RenderableType:
    """An article's title over its source, as stands above its sentences."""
    return Group(Text(title(article, say), STRONG), Text(f"{publisher(article, say)}, {day(article, say)}", QUIET))


def numbered(rows: Sequence[RenderableType]) -> RenderableType:
    """Rows with a number before each."""
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", style=QUIET)
    table.add_column(overflow="fold")
    for number, row in enumerate(rows, start=1):
        table.add_row(str(number), row)
    return table


def _parts(answer: Answer, say: Texts) -> Iterator[RenderableType]:
    if told := list(notes(answer, say)):
        yield Text("\n".join(told) + "\n", QUIET)
    if answer.answered:
        facts = distinct(answer.facts)
        yield numbered([fact_view(fact, say, last=fact is facts[-1]) for fact in facts])
        yield Text("\n" + strength_in_words(answer.strength, say), QUIET)
        return
    yield Text(not_answered(answer, say))
    if answer.nearest:
        yield Text("\n" + say("answer-nearest"), QUIET)
        yield numbered([_source_line(article, say, link=article.url) for article in answer.nearest])


def marked(text: str, *marks: tuple[Iterable[Span], Style]) -> Text:
    """The text with what is in the spans in their style."""
    shown = Text(harmless(text))
    for spans, style in marks:
        for start, end in spans:
            shown.stylize(style, start, end)
    return shown


def source_lines(article: Article, link: str | None, say: Texts) -> list[Text]:
    """What stands below a quotation: its source, and the address that it opens, where there is one."""
    address = Text(harmless(article.url or ""), QUIET + _to(link), overflow="fold")
    return [_source_line(article, say, link), *([address] if article.url else [])]


def fact_view(fact: Fact, say: Texts, *, last: bool, figures: Iterable[Span] = ()) -> RenderableType:
    """A fact with the words asked for and `figures` marked, its source and other reports; a blank line if not last."""
    quotation = marked(fact.sentence.text, (fact.matched, MARKED), (figures, FIGURE))
    lines = [quotation, *source_lines(fact.article, fact.link, say)]
    lines += [Text(line, QUIET) for line in also_reported(fact, say)]
    lines += [Text(differing(report, say), QUIET + _to(report.link)) for report in fact.differing]
    return Group(*lines, *([] if last else [""]))


def _source_line(article: Article, say: Texts, link: str | None = None) -> Text:
    return Text.assemble(
        (publisher(article, say), STRONG), "  ", (day(article, say), QUIET), "  ", (title(article, say), _to(link))
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
