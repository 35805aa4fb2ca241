"""`factbox articles` and `factbox remove`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.answer_json import listed_object
from bot.cli.output import complain, is_terminal, json_for_output, write
from bot.cli.progress import SlowProgress
from bot.plain import article_fields, harmless, source, title
from bot.texts import english
from bot.wording import describe
from knowledge import Article, Coverage, UnknownArticle


def list_articles(coverage: Coverage, *, with_sentences: bool, as_json: bool) -> None:
    """List the articles, with their sentences where wanted: for a person, as plain lines, or as a JSON array."""
    articles, copies = coverage.articles(), coverage.history.copies()
    if as_json:
        _list_json(coverage, articles, copies, with_sentences)
        return
    articles = [_marked(article, copies.get(article.id)) for article in articles]
    if not articles:
        complain(english()("terminal-no-articles"))
    elif with_sentences:
        _list_sentences(coverage, articles)
    elif is_terminal():
        from bot.terminal import articles_view, console

        screen = console()
        screen.print(articles_view(articles, english(), screen.width))
    else:
        for article in articles:
            write("\t".join([article.id, *article_fields(article, english())]))


def remove_articles(coverage: Coverage, article_ids: Sequence[str]) -> int:
    """Take away the articles that are there and name the ids that are not; return the exit status."""
    found = {article.id: article for article in coverage.articles()}
    known = [article_id for article_id in dict.fromkeys(article_ids) if article_id in found]
    unknown = [article_id for article_id in dict.fromkeys(article_ids) if article_id not in found]
    for article_id in unknown:
        complain(describe(UnknownArticle(article_id)))
    if known:
        with SlowProgress("terminal-removing"):
            coverage.remove(known, source="factbox remove")
        write(english()("terminal-removed", articles=len(known)))
        for article_id in known:
            write(f"  {article_id}  {title(found[article_id], english())}")
    return 1 if unknown else 0


def _marked(article: Article, original: str | None) -> Article:
    """The article, its title with a word that it is a copy where it is one."""
    if original is None:
        return article
    return replace(article, title=english()("terminal-copy", title=title(article, english()), original=original))


def _list_json(
    coverage: Coverage, articles: Sequence[Article], copies: Mapping[str, str], with_sentences: bool
) -> None:
    """One array, an article a line, so that a long list is never held as one text."""
    write("[")
    for number, article in enumerate(articles, start=1):
        sentences = coverage.sentences(article.id) if with_sentences else None
        listed = listed_object(article, copies.get(article.id), sentences)
        write(json_for_output(listed) + ("," if number < len(articles) else ""))
    write("]")


def _list_sentences(coverage: Coverage, articles: Sequence[Article]) -> None:
    for article in articles:
        if is_terminal():
            from bot.terminal import article_heading, console, numbered

            sentences = [harmless(sentence.text) for sentence in coverage.sentences(article.id)]
            console().print(article_heading(article, english()), numbered(sentences), "")
        else:
            write(source(article, article.url, english()))
            for sentence in coverage.sentences(article.id):
                write(harmless(sentence.text))
            write("")
