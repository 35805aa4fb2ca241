"""`factbox unanswered` and `factbox wrong`."""

from __future__ import annotations

from bot.answer_json import article_object
from bot.cli.output import complain, write, write_json
from bot.plain import harmless, source
from bot.texts import english
from knowledge import Article, Coverage, UnknownArticle, WrongSource
from knowledge.browsing.likeness import grouped
from knowledge.storage.feedback import MOST_ROWS


def list_unanswered(coverage: Coverage, limit: int, *, as_json: bool) -> None:
    """List the questions without an answer, in groups of those that are alike."""
    groups = grouped(coverage.feedback.list_unanswered(MOST_ROWS))[:limit]
    if as_json:
        write_json(
            [
                {"question": one.question, "times": one.times, "day": str(one.day), "wordings": one.wordings}
                for one in groups
            ]
        )
        return
    for one in groups:
        values = {"question": harmless(one.question), "day": str(one.day)}
        write(english()("review-question", times=one.times, wordings=len(one.wordings), **values))
    if not groups:
        complain(english()("review-none"))


def list_wrong(coverage: Coverage, *, as_json: bool) -> None:
    """List the sentences that people find wrong, the newest report first."""
    reports = coverage.feedback.list_reports(MOST_ROWS)
    if as_json:
        write_json([_object(coverage, report) for report in reports])
        return
    for report in reports:
        sentence, article = _reported(coverage, report)
        write(f"{report.number}  {report.day}  {harmless(sentence or '') or english()('review-gone')}")
        if article:
            write(f"  {source(article, article.url, english())}")
        if report.note:
            write(f"  {harmless(report.note)}")
    if not reports:
        complain(english()("review-none-wrong"))


def settle_wrong(coverage: Coverage, number: int) -> int:
    """Take a report off the list; return the exit status."""
    settled = coverage.feedback.settle(number)
    if settled:
        write(english()("review-settled", number=str(number)))
    else:
        complain(english()("error-no-report", number=str(number)))
    return 0 if settled else 1


def _reported(coverage: Coverage, report: WrongSource) -> tuple[str | None, Article | None]:
    """The sentence and its article, as far as they are there."""
    try:
        article, sentences = coverage.article(report.article_id), coverage.sentences(report.article_id)
    except UnknownArticle:
        return None, None
    return next((one.text for one in sentences if one.position == report.position), None), article


def _object(coverage: Coverage, report: WrongSource) -> dict[str, object]:
    sentence, article = _reported(coverage, report)
    return {
        "number": report.number,
        "day": str(report.day),
        "note": report.note,
        "sentence": sentence,
        "position": report.position,
        "article": article_object(article) if article else {"id": report.article_id},
    }
