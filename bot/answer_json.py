"""Answers, articles and what else is found in the JSON form that users' scripts rely on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from knowledge import Answer, Article, Claim, Event, Fact, Filters, Quote, Report, Sentence


def answer_object(answer: Answer) -> dict[str, object]:
    """The answer as the design's JSON object, with the first and last date covered and the filters applied besides."""
    return {
        "question": answer.question,
        "answered": answer.answered,
        "strength": answer.strength,
        "corrections": dict(answer.corrections),
        "facts": [_fact(fact) for fact in answer.facts],
        "nearest": [article_object(article) for article in answer.nearest],
        "since": _iso(answer.since),
        "until": _iso(answer.until),
        "filters": _filters(answer.filters),
    }


def refusal_object(question: str, error: str) -> dict[str, object]:
    """The object of a question that can't be asked; `error` says why."""
    return {**answer_object(Answer(question=question, answered=False, strength=0.0)), "error": error}


def quotes_object(speaker: str, about: str | None, filters: Filters, quotes: Sequence[Quote]) -> dict[str, object]:
    """What somebody is quoted with; `spans` are the speaker's own words in the sentence, none where it is reported."""
    found = [
        {"speaker": quote.speaker, "spans": quote.spans, **_place(quote.sentence, quote.article, quote.link)}
        for quote in quotes
    ]
    return {"speaker": speaker, "about": about, "filters": _filters(filters), "quotes": found}


def timeline_object(topic: str, filters: Filters, events: Sequence[Event]) -> dict[str, object]:
    """The events of a topic in order; `stated` is false where the days are that of the article's date."""
    found = [
        {"first": _iso(event.first), "last": _iso(event.last), "stated": event.stated, **_fact(event.fact)}
        for event in events
    ]
    return {"topic": topic, "filters": _filters(filters), "events": found}


def check_object(message: str, claims: Sequence[Claim]) -> dict[str, object]:
    """The claims of a message; the spans of one, and of its figures, are in `message`, those of facts in sentences."""
    return {"message": message, "claims": [_claim(claim) for claim in claims]}


def article_object(article: Article) -> dict[str, object]:
    """What is known about an article, without its text."""
    return {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "date": _iso(article.published),
        "url": article.url,
    }


def listed_object(
    article: Article, original: str | None = None, sentences: list[Sentence] | None = None
) -> dict[str, object]:
    """An article of the list, with the id of that which it copies, and its sentences in order where they are given."""
    listed = {**article_object(article), "language": article.language, "copy_of": original}
    return listed if sentences is None else {**listed, "sentences": [sentence.text for sentence in sentences]}


def _fact(fact: Fact) -> dict[str, object]:
    return {
        **_place(fact.sentence, fact.article, fact.link),
        "score": fact.score,
        "also_reported_by": [{**_report(report), "copy": report.copy} for report in fact.also_reported_by],
        "publishers": fact.publishers,
        "differing": [{**_report(report), "sentence": report.sentence.text} for report in fact.differing],
    }


def _report(report: Report) -> dict[str, object]:
    return {"publisher": report.article.publisher, "date": _iso(report.article.published), "link": report.link}


def _claim(claim: Claim) -> dict[str, object]:
    answer = claim.answer
    return {
        "text": claim.text,
        "span": claim.span,
        "answered": answer.answered,
        "strength": answer.strength,
        "corrections": dict(answer.corrections),
        "filters": _filters(answer.filters),
        "facts": [_fact(fact) for fact in answer.facts],
        "differing": [{"claim": claimed, "fact": told} for claimed, told in claim.differing],
    }


def _place(sentence: Sentence, article: Article, link: str | None) -> dict[str, object]:
    """A sentence and where it stands."""
    return {
        "sentence": sentence.text,
        "position": sentence.position,
        "link": link,
        "article": article_object(article),
    }


def _filters(filters: Filters) -> dict[str, object]:
    return {"since": _iso(filters.since), "until": _iso(filters.until), "publisher": filters.publisher}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
