from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from knowledge import Article, Coverage, Sentence
from knowledge.models import Record
from knowledge.search.building import build
from knowledge.search.index import Index
from knowledge.search.segment import Segment


def record(article: Article, *texts: str) -> Record:
    """An article whose text is the given sentences, one a line."""
    sentences: list[Sentence] = []
    start = 0
    for position, text in enumerate(texts):
        sentences.append(Sentence(article.id, position, start, start + len(text), text))
        start += len(text) + 1
    whole = Article(
        id=article.id,
        title=article.title,
        publisher=article.publisher,
        published=article.published,
        url=article.url,
        language=article.language,
        text="\n".join(texts),
    )
    return whole, sentences


@pytest.fixture
def make_record() -> Callable[..., Record]:
    return record


@pytest.fixture
def index_of() -> Callable[..., Index]:
    """Makes an index of records, one segment for each list of them."""
    return lambda *segments: Index([Segment(build(records)) for records in segments])


@pytest.fixture(scope="session")
def coverage(seeded: Path) -> Iterator[Coverage]:
    """The seeds' coverage, for all tests: to be asked, not changed."""
    with Coverage.open(seeded) as opened:
        yield opened
