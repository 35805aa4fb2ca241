"""An article to the fields of a line of a `.jsonl` file that gives it back: what `records` reads, written.

What a source can't give, and only a script can, is mended as it is where sources are read, so that a second export is
the same as the first, to the byte.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b

from knowledge.models import Article, Record
from knowledge.reading.dates import is_future
from knowledge.reading.fields import MAX_ID, MAX_NAME, language_of, one_line
from knowledge.reading.layout import MAX_TITLE
from knowledge.reading.metadata import is_address
from knowledge.reading.plain import sentences_of
from knowledge.reading.records import storable_text

Fields = dict[str, str | None]


def exported(record: Record) -> Fields | None:
    """The fields of an article with its sentences; None for one without a sentence, which can't be read back.

    `id` is left out where it would be made the same.
    """
    article, sentences = record
    mended = _mended(article)
    if not (sentences if mended == article else sentences_of(mended)):
        return None
    fields: Fields = {
        "title": mended.title,
        "publisher": mended.publisher,
        "date": mended.published.isoformat() if mended.published else None,
        "url": mended.url,
        "author": mended.author,
        "language": mended.language,
        "text": mended.text,
    }
    return fields if replace(mended, id="").id == mended.id else {"id": mended.id, **fields}


def _mended(article: Article) -> Article:
    url = article.url.strip() if article.url else None
    return Article(
        text=storable_text(article.text),
        title=one_line(article.title, MAX_TITLE),
        publisher=one_line(article.publisher or "", MAX_NAME) or None,
        published=article.published if article.published and not is_future(article.published) else None,
        url=url if url and is_address(url) else None,
        language=language_of(article.language) or "",
        id=_id(article.id),
        author=one_line(article.author or "", MAX_NAME) or None,
    )


def _id(given: str) -> str:
    """The id, or a digest of it where no file may give it."""
    if len(given) <= MAX_ID and given.isprintable() and given.strip():
        return given
    return blake2b(given.encode(), digest_size=6).hexdigest()
