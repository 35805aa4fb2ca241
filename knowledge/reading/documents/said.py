"""A document's text, and what the document says of itself, to articles."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.errors import SourceError
from knowledge.models import Article
from knowledge.reading.body import fold
from knowledge.reading.fields import MAX_NAME, one_line
from knowledge.reading.layout import MAX_TITLE
from knowledge.reading.plain import read_text

MAX_CHARACTERS = 10_000_000
"""Characters of a document's text."""

_NO_TITLE = re.compile(r"(?:untitled|microsoft word|powerpoint|document\d*$)|.*\.[a-z]{3,5}$", re.IGNORECASE)


def articles_of(text: str, name: str, *, title: str = "", author: str = "") -> list[Article]:
    """The articles in a document's text; `title` and `author` are what its properties say.

    Properties are often those of a template, so that the title counts where the text has it too, or has none of its
    own. Raises SourceError.
    """
    if len(text) > MAX_CHARACTERS:
        raise SourceError(name, "too-large", limit=MAX_CHARACTERS)
    articles = read_text(text)
    if not articles:
        raise SourceError(name, "no-article" if text.strip() else "empty")
    if len(articles) > 1:  # they would not all be by one author
        return articles
    title, author = one_line(title, MAX_TITLE), one_line(author, MAX_NAME)
    article = articles[0]
    if not title or _NO_TITLE.match(title) or (article.title and fold(title) not in fold(text)):
        title = article.title
    return [replace(article, id="", title=title, author=author or None)]
