"""Documents to articles: what stands in them, once and whole, and what is told of those that can't be read."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.errors import SourceError
from knowledge.models import Article
from knowledge.reading.documents.apart import DocumentReader
from knowledge.reading.files import read_file
from knowledge.reading.plain import sentences_of
from tests.knowledge.reading.document_writing import column, docx, paragraph, pdf

NEWS = "The harbour of Lome reopened on Tuesday. Ships had waited outside for nine days."
TITLE = "Harbour of Lome reopens"


@pytest.fixture(scope="module")
def reader() -> Iterator[DocumentReader]:
    with DocumentReader() as opened:
        yield opened


def problem(reader: DocumentReader, kind: str, data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        reader.read(kind, data, "a")
    assert caught.value.source == "a"
    return caught.value.problem


def test_pdf_in_columns_is_read_column_by_column_with_its_words_made_whole(reader: DocumentReader) -> None:
    left = "The harbour of Lome re-\nopened on Tues-\nday, said the well-\nknown port master.\n\nShips had"
    left += " waited out-\nside for"
    right = "nine days.\n\nA British-\nowned ship left."
    [article] = reader.read("pdf", pdf([column(left) + column(right, right=320)]), "a.pdf")
    assert article.text.split("\n\n") == [
        "The harbour of Lome reopened on Tuesday, said the well-known port master.",
        "Ships had waited outside for nine days.",
        "A British-owned ship left.",
    ]
    assert len(sentences_of(article)) == 3


def test_heads_and_page_numbers_of_a_pdf_are_left_out(reader: DocumentReader) -> None:
    texts = ["The harbour reopened on", "Tuesday, and ships", "entered it at last."]
    pages = [
        [(50, 780, "The Daily Port, 3 March 2021"), *column(text), (300, 20, f"Page {number} of 3")]
        for number, text in enumerate(texts, 1)
    ]
    [article] = reader.read("pdf", pdf(pages), "a.pdf")
    assert article.text == "The harbour reopened on Tuesday, and ships entered it at last."


def test_what_a_pdf_says_of_itself(reader: DocumentReader) -> None:
    page = column(f"{TITLE}\n\nPublished: 3 March 2021\n\n{NEWS}")
    [article] = reader.read("pdf", pdf([page], info=f"/Title ({TITLE}) /Author (Ama Kofi)"), "a.pdf")
    assert (article.title, article.author, article.published) == (TITLE, "Ama Kofi", date(2021, 3, 3))
    [other] = reader.read("pdf", pdf([page], info="/Title (Template of 2004)"), "a.pdf")
    assert (other.title, other.author) == (TITLE, None)


def test_pdf_that_cannot_be_read(reader: DocumentReader) -> None:
    locked = "/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O (" + "x" * 32 + ") /U (" + "y" * 32 + ") >>"
    locked += " /ID [(aaaaaaaaaaaaaaaa) (aaaaaaaaaaaaaaaa)]"
    bomb = zlib.compress(bytes(100_000_000), 9)
    assert problem(reader, "pdf", pdf([column(NEWS)], trailer=locked)) == "encrypted"
    assert problem(reader, "pdf", pdf([[], []])) == "no-text-layer"
    assert problem(reader, "pdf", pdf([[]], filtered=bomb)) in {"too-packed", "too-costly"}
    assert problem(reader, "pdf", b"%PDF-1.7\nnothing") == "damaged"
    assert problem(reader, "pdf", pdf([column("-----")])) == "no-article"


@pytest.mark.slow
def test_a_document_that_takes_too_long_is_given_up_and_the_next_one_read() -> None:
    slow = zlib.compress(b"BT /F1 10 Tf (x) Tj ET\n" * 500_000)
    with DocumentReader(deadline=1) as reader:
        assert problem(reader, "pdf", pdf([[]] * 20, filtered=slow)) == "too-costly"
    with DocumentReader() as reader:
        assert reader.read("pdf", pdf([column(NEWS)]), "a.pdf")


def test_word_document(reader: DocumentReader) -> None:
    body = (
        f"<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>{TITLE}</w:t></w:r></w:p>"
        + paragraph("Published: 3 March 2021")
        + "<w:p><w:r><w:t>The harbour </w:t></w:r><w:ins><w:r><w:t>reopened.</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>closed.</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
        f"<w:tbl><w:tr><w:tc>{paragraph('Ships')}</w:tc><w:tc>{paragraph('Nine days')}</w:tc></w:tr></w:tbl>"
        + paragraph("A ship left & another came.")
    )
    [article] = reader.read("word", docx(body, title=TITLE, author="Ama Kofi"), "a.docx")
    assert (article.title, article.author, article.published) == (TITLE, "Ama Kofi", date(2021, 3, 3))
    assert article.text.split("\n\n") == [
        *(TITLE, "Published: 3 March 2021", "The harbour reopened.", "Ships | Nine days"),
        "A ship left & another came.",
    ]


def test_word_document_that_cannot_be_read(reader: DocumentReader) -> None:
    entities = (
        '<!DOCTYPE d [<!ENTITY a "'
        + "x" * 1000
        + '">'
        + "".join(f'<!ENTITY {name} "{f"&{inner};" * 100}">' for inner, name in zip("abcde", "bcdef", strict=True))
        + "]>"
    )
    file = "<!DOCTYPE d [<!ENTITY f SYSTEM 'file:///etc/hostname'>]>"
    within = "<w:p><w:r><w:t>He left. &{};</w:t></w:r></w:p>"
    assert problem(reader, "word", docx(paragraph(" "))) == "empty"
    assert problem(reader, "word", b"PK\x03\x04 no zip") == "damaged"
    assert problem(reader, "word", docx("<w:p>")) == "damaged"
    assert problem(reader, "word", docx(paragraph("x" * 50_000_000))) == "too-packed"
    for before, name in ((entities, "f"), (file, "f")):
        try:
            [article] = reader.read("word", docx(within.format(name), before=before), "a")
        except SourceError as error:
            assert error.problem in {"damaged", "too-costly"}
        else:
            assert article.text.strip() == "He left."


MARKDOWN = f"""
# {TITLE}

The **harbour** of [Lome](https://a.example/lome) reopened
on *Tuesday*, `at last`. ![A ship](ship.png)

> Ships waited.

1. One left.

```python
code = "Never read."
```

<script>never()</script>

| Ship | Days |
|------|------|
| One  | Nine |
"""


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("", (TITLE, None, None, None, None, "en")),
        (
            "---\ntitle: No\ndate: 2021-03-03T10:00:00Z\nauthor: [Ama Kofi, Esi Badu]\nsource: The Port\n"
            "canonical: https://a.example/1\nlang: en-GB\ntags: [a]\n---\n",
            ("No", date(2021, 3, 3), "Ama Kofi, Esi Badu", "The Port", "https://a.example/1", "en"),
        ),
        (
            '+++\ntitle = "Open"\ndate = 2021-03-03\nurl = "/harbour"\nauthor = {name = "Ama"}\n+++\n',
            ("Open", date(2021, 3, 3), "Ama", None, None, "en"),
        ),
    ],
    ids=["none", "yaml", "toml"],
)
def test_markdown(reader: DocumentReader, front: str, said: tuple[object, ...]) -> None:
    [article] = reader.read("markdown", (front + MARKDOWN).encode(), "a.md")
    assert (
        *(article.title, article.published, article.author, article.publisher, article.url, article.language),
    ) == said
    assert article.text.split("\n\n") == [
        *(TITLE, "The harbour of Lome reopened on Tuesday, at last.", "Ships waited.", "One left."),
        *("Ship | Days", "One | Nine"),
    ]


def test_front_matter_that_is_none_stays_in_the_text(reader: DocumentReader) -> None:
    [article] = reader.read("markdown", f"---\ntitle: Harbour: open\n---\n\n{NEWS}\n".encode(), "a.md")
    assert NEWS in article.text


@pytest.mark.parametrize("day", ["2999-01-01", "03/04/2021", "soon"])
def test_front_matter_with_a_date_that_cannot_be(reader: DocumentReader, day: str) -> None:
    with pytest.raises(SourceError) as caught:
        reader.read("markdown", f"---\ndate: {day}\n---\n{NEWS}".encode(), "a.md")
    assert (caught.value.problem, caught.value.field) == ("bad-field", "date")


def test_saved_page(reader: DocumentReader) -> None:
    body = "".join(f"<p>{NEWS} It was the {number}th time.</p>" for number in range(4, 20))
    page = f"<!doctype html><title>{TITLE}</title><nav>Home</nav><article><h1>{TITLE}</h1>{body}</article>"
    [article] = reader.read("page", page.encode(), "a.html")
    assert article.title == TITLE
    assert len(sentences_of(article)) == 48
    assert problem(reader, "page", b"<html><body>").startswith("page-")


def test_kind_is_told_by_the_content(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for data in (pdf([column(NEWS)]), docx(paragraph(NEWS))):
        path.write_bytes(data)
        assert [article.text for article in read_file(path) if isinstance(article, Article)] == [NEWS]


GOOD = {"pdf": pdf([column(NEWS)]), "word": docx(paragraph(NEWS)), "markdown": b"---\ntitle: x\n---\n" + NEWS.encode()}


@given(st.sampled_from(sorted(GOOD)), st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_damaged_bytes_are_articles_or_a_source_error(reader: DocumentReader, kind: str, data: st.DataObject) -> None:
    damaged = bytearray(GOOD[kind])
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(damaged) - 1))
        damaged[place : place + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=5))
    try:
        articles = reader.read(kind, bytes(damaged), "a")
    except SourceError as error:
        assert error.problem in {
            "damaged",
            "no-article",
            "empty",
            "no-text-layer",
            "encrypted",
            "binary",
            "bad-field",
            "unknown-kind",
            "too-packed",
            "too-large",
            "outside",
            "not-a-file",
            "too-many-files",
        }
    else:
        assert all(json.dumps(article.text) for article in articles)
