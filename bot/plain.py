"""Answers, articles and what else is found as plain lines, for pipes and files: no colour, no boxes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.days import day_in_words, days_in_words
from bot.texts import Texts
from bot.wording import restricted
from knowledge import Answer, Article, Claim, Event, Fact, Quote, Report, Sentence

_HARMLESS = {code: " " if chr(code).isspace() else "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0))}
_HARMLESS |= dict.fromkeys((0x2028, 0x2029), " ")
_HARMLESS |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
# What turns the text around it becomes what isn't seen, since honest text in Arabic or Hebrew may hold it, too.
_HARMLESS |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\u2060")


def harmless(text: str) -> str:
    """`text` on one line, without a character that steers a terminal or turns other text around; offsets stay."""
    return text.translate(_HARMLESS)


def answer_lines(answer: Answer, say: Texts) -> Iterator[str]:
    """Each fact as its sentence on one line and its source on the next; what else there is to say comes last."""
    for fact in distinct(answer.facts):
        yield from _fact_lines(fact, say)
        yield ""
    if not answer.answered:
        yield not_answered(answer, say)
        if answer.nearest:
            yield say("answer-nearest") + ":"
        for article in answer.nearest:
            yield source(article, article.url, say)
    yield from notes(answer, say)


def quote_lines(quotes: Sequence[Quote], say: Texts) -> Iterator[str]:
    """Each quotation as its sentence on one line, and who says it where on the next."""
    for quote in quotes:
        yield harmless(quote.sentence.text)
        yield f"{speaker(quote, say)}, {source(quote.article, quote.link, say)}"
        yield ""


def timeline_lines(events: Sequence[Event], say: Texts) -> Iterator[str]:
    """Each event as its days on one line and the lines of its fact below."""
    for event in events:
        yield days(event, say)
        yield from _fact_lines(event.fact, say)
        yield ""


def claim_lines(claim: Claim, say: Texts) -> Iterator[str]:
    """A claim as it stands in the message, the figures that differ, and the lines of the facts nearest to it."""
    yield f"{say('check-claim')}: {harmless(claim.text)}"
    yield from figures(claim, say)
    for fact in distinct(claim.answer.facts):
        yield from _fact_lines(fact, say)
    if not claim.answer.facts:
        yield say("answer-none")
    yield from notes(claim.answer, say)
    yield ""


def _fact_lines(fact: Fact, say: Texts) -> Iterator[str]:
    yield harmless(fact.sentence.text)
    yield source(fact.article, fact.link, say)
    yield from also_reported(fact, say)
    for report in fact.differing:
        yield f"{differing(report, say)} {harmless(report.link or '')}".rstrip()


def source(article: Article, link: str | None, say: Texts) -> str:
    """Publisher, date, title and link, as far as they are known."""
    parts = [publisher(article, say), day(article, say), title(article, say), harmless(link or "")]
    return ", ".join(part for part in parts if part)


def article_fields(article: Article, say: Texts) -> list[str]:
    """Date, publisher, title and address, the last empty where there is none."""
    return [day(article, say), publisher(article, say), title(article, say), harmless(article.url or "")]


def publisher(article: Article, say: Texts) -> str:
    """Who published `article`."""
    return harmless(article.publisher or "") or say("answer-unknown-publisher")


def title(article: Article, say: Texts) -> str:
    """The headline of `article`."""
    return harmless(article.title) or say("answer-untitled")


def day(article: Article, say: Texts) -> str:
    """The date of `article`."""
    return article.published.isoformat() if article.published else say("answer-undated")


def distinct(facts: Sequence[Fact]) -> list[Fact]:
    """The facts without those that an earlier one has among its other figures."""
    told: set[Sentence] = set()
    listed = []
    for fact in facts:
        if fact.sentence not in told:
            listed.append(fact)
            told.update(report.sentence for report in fact.differing)
    return listed


def also_reported(fact: Fact, say: Texts) -> Iterator[str]:
    """Who else reported a fact, and when; then who printed the same text."""
    if others := _sources([report for report in fact.also_reported_by if not report.copy], say):
        yield say("answer-also", publishers=others, count=fact.publishers)
    if copies := _sources([report for report in fact.also_reported_by if report.copy], say):
        yield say("answer-copies", publishers=copies)


def differing(report: Report, say: Texts) -> str:
    """Another figure, in its own sentence, with who told it and when."""
    told_by = f"{publisher(report.article, say)}, {day(report.article, say)}"
    return say("answer-differing", source=told_by, quotation=harmless(report.sentence.text))


def _sources(reports: Sequence[Report], say: Texts) -> str:
    sources = [f"{publisher(report.article, say)} ({day(report.article, say)})" for report in reports]
    return ", ".join(dict.fromkeys(sources))


def not_answered(answer: Answer, say: Texts) -> str:
    """That the coverage does not say, and the time that it covers."""
    if answer.since is None or answer.until is None:
        return say("answer-none")
    return f"{say('answer-none')} {say('answer-span', since=str(answer.since), until=str(answer.until))}"


def notes(answer: Answer, say: Texts) -> Iterator[str]:
    """To which part of the coverage the question was put, and which words were looked for instead of those asked."""
    if only := restricted(answer.filters, say, day_in_words, harmless):
        yield only
    if answer.corrections:
        yield say("answer-corrected", words=harmless(", ".join(answer.corrections.values())))


def speaker(quote: Quote, say: Texts) -> str:
    """Who speaks, and that the words are another's where they are."""
    name = harmless(quote.speaker)
    return name if quote.spans else say("quotes-reported", speaker=name)


def days(event: Event, say: Texts) -> str:
    """When an event happened, and that only the article's date says so where that is so."""
    words = days_in_words(event.first, event.last)
    return words if event.stated else say("timeline-unstated", days=words)


def figures(claim: Claim, say: Texts) -> Iterator[str]:
    """Each figure of a claim beside the one that differs from it in the nearest fact."""
    offset = claim.span[0]
    for (start, end), (fact_start, fact_end) in claim.differing:
        claimed = claim.text[start - offset : end - offset]
        told = claim.answer.facts[0].sentence.text[fact_start:fact_end]
        yield say("check-differing", claimed=harmless(claimed), told=harmless(told))
