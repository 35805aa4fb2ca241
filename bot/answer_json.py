"""Answers and articles in the JSON form that users' scripts rely on."""

from __future__ import annotations

from knowledge import Answer, Article, Fact, Report, Sentence


def answer_object(answer: Answer) -> dict[str, object]:
    """The answer as the design's JSON object, with the first and last date covered besides."""
    return {
        "question": answer.question,
        "answered": answer.answered,
        "strength": answer.strength,
        "corrections": dict(answer.corrections),
        "facts": [_fact(fact) for fact in answer.facts],
        "nearest": [article_object(article) for article in answer.nearest],
        "since": answer.since and answer.since.isoformat(),
        "until": answer.until and answer.until.isoformat(),
    }


def refusal_object(question: str, error: str) -> dict[str, object]:
    """The object of a question that can't be asked; `error` says why."""
    return {**answer_object(Answer(question=question, answered=False, strength=0.0)), "error": error}


def article_object(article: Article) -> dict[str, object]:
    """What is known about an article, without its text."""
    return {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "date": _date(article),
        "url": article.url,
    }


def listed_object(article: Article, sentences: list[Sentence] | None = None) -> dict[str, object]:
    """An article of the list, with its sentences, verbatim and in order, where they are given."""
    listed = {**article_object(article), "language": article.language}
    return listed if sentences is None else {**listed, "sentences": [sentence.text for sentence in sentences]}


def _fact(fact: Fact) -> dict[str, object]:
    return {
        "sentence": fact.sentence.text,
        "score": fact.score,
        "position": fact.sentence.position,
        "link": fact.link,
        "article": article_object(fact.article),
        "also_reported_by": [{**_report(report), "copy": report.copy} for report in fact.also_reported_by],
        "publishers": fact.publishers,
        "differing": [{**_report(report), "sentence": report.sentence.text} for report in fact.differing],
    }


def _report(report: Report) -> dict[str, object]:
    return {"publisher": report.article.publisher, "date": _date(report.article), "link": report.link}


def _date(article: Article) -> str | None:
    return article.published.isoformat() if article.published else None
