"""Plain text to articles, and an article to its sentences of news."""

from __future__ import annotations

from itertools import pairwise

from knowledge.language.sentences import split
from knowledge.models import Article, Sentence
from knowledge.reading.body import body
from knowledge.reading.fields import MAX_NAME, one_line
from knowledge.reading.kinds import Kind, placed
from knowledge.reading.language import guess_language
from knowledge.reading.layout import MAX_TITLE, article_starts, metadata_of, title_of


def read_text(text: str) -> list[Article]:
    """The articles in the text of one file, in order; none where it holds no sentence.

    Their texts, one after the other, are the whole of `text` as received.
    """
    found = placed(text)
    kinds = {kind for _, kind in found}
    if not kinds & {Kind.PROSE, Kind.HEADING, Kind.CAPTION}:
        return []
    articles = []
    for first, last in pairwise([*article_starts(found), len(found)]):
        start = found[first][0].start if first else 0
        end = found[last][0].start if last < len(found) else len(text)
        said = metadata_of(found[first:last])
        articles.append(
            Article(
                text=text[start:end],
                title=one_line(title_of(found[first:last], said), MAX_TITLE),
                publisher=one_line(said.publisher or "", MAX_NAME) or None,
                published=said.best_date,
                url=said.url or said.address,
                language=guess_language(text[start:end]),
            )
        )
    return articles if kinds & {Kind.PROSE, Kind.HEADING} or body(text, articles[0].title) else []


def has_sentences(article: Article) -> bool:
    """Whether an article has sentences of news, as `sentences_of` finds them: each letter of its body is in one."""
    return any(any(map(str.isalnum, paragraph.text)) for paragraph in body(article.text, article.title))


def sentences_of(article: Article) -> list[Sentence]:
    """The sentences of news in an article's text, verbatim and in order; nothing that stands around the news."""
    spans = [
        (paragraph.start + start, paragraph.start + end)
        for paragraph in body(article.text, article.title)
        for start, end in split(paragraph.text, article.language or "en")
    ]
    worded = ((start, end) for start, end in spans if any(map(str.isalnum, article.text[start:end])))
    return [
        Sentence(article.id, position, start, end, article.text[start:end])
        for position, (start, end) in enumerate(worded)
    ]
