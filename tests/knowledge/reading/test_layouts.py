"""Pages of many makes: each `.txt` beside what a careful reader finds in it."""

import json
from pathlib import Path

import pytest

from knowledge.reading.plain import read_text, sentences_of

LAYOUTS = sorted(Path(__file__).with_name("layouts").glob("*.txt"))


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old-mac"])
@pytest.mark.parametrize("page", LAYOUTS, ids=lambda page: page.stem)
def test_layout(page: Path, line_end: str) -> None:
    text = page.read_text(encoding="utf-8").replace("\n", line_end)
    articles = read_text(text)
    found = [
        {
            "title": article.title,
            "publisher": article.publisher,
            "published": article.published and article.published.isoformat(),
            "url": article.url,
            "sentences": [sentence.text.replace(line_end, "\n") for sentence in sentences_of(article)],
        }
        for article in articles
    ]
    assert found == json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    assert "".join(article.text for article in articles) == text


def test_two_copies_of_a_page_are_two_articles() -> None:
    page = LAYOUTS[0].read_text(encoding="utf-8")
    assert [article.title for article in read_text(page + "\n\n\n\n" + page)] == ["Harbour reopens after storm"] * 2
