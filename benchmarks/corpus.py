"""What all engines are built on: articles on the disk, and the terms of their sentences, made by our own analyser."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from benchmarks.text import VERSION, articles
from knowledge import Article
from knowledge.keeping.batches import batches
from knowledge.language.terms import index_terms, words
from knowledge.processes.side_by_side import side_by_side
from knowledge.reading.plain import sentences_of

_ARTICLE = 50
"""Sentences of an article that is made of a file of sentences."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """A folder with articles; `make_terms` has to be called before `terms` are there."""

    folder: Path

    @property
    def file(self) -> Path:
        """The articles, one a line, as `factbox add` takes them."""
        return self.folder / "articles.jsonl"

    def articles(self) -> Iterator[Article]:
        """All articles."""
        with self.file.open(encoding="utf-8") as lines:
            yield from map(_read, lines)

    def terms(self) -> Iterator[str]:
        """The terms of each sentence with spaces between, in the order of the sentences."""
        with (self.folder / "terms.txt").open(encoding="utf-8") as lines:
            for line in lines:
                yield line[:-1]

    @property
    def questions(self) -> Path:
        """The questions that are asked."""
        return self.folder / "questions.json"

    def make_terms(self) -> None:
        """Split the articles into sentences and these into terms, on all processors."""
        with (self.folder / "terms.txt").open("w", encoding="utf-8") as file:
            for lines in side_by_side(_terms, batches(self.articles())):
                file.write(lines)


def made_up(folder: Path, sentences: int, seed: int) -> Corpus:
    """A corpus of about so many made-up sentences, made once."""
    corpus = Corpus(folder / f"made-up-{VERSION}-{seed}-{sentences}")
    return corpus if corpus.file.exists() else _written(corpus, _first(articles(sentences, seed), sentences))


def of_file(folder: Path, file: Path, sentences: int) -> Corpus:
    """A corpus of the first lines of a file, each a sentence, fifty an article."""
    corpus = Corpus(folder / f"{file.stem}-{sentences}")
    with file.open(encoding="utf-8") as lines:
        return _written(corpus, _of_lines(islice(filter(None, map(str.strip, lines)), sentences)))


def _of_lines(lines: Iterator[str]) -> Iterator[Article]:
    number = 0
    while text := "\n\n".join(islice(lines, _ARTICLE)):
        yield Article(text=text, title=f"Part {number}", url=f"https://file.example/{number}", language="en")
        number += 1


def _first(listed: Iterable[Article], sentences: int) -> Iterator[Article]:
    """The first articles, which have so many sentences or a few more."""
    found = 0
    for article in listed:
        if found >= sentences:
            return
        yield article
        found += article.text.count(". ") + article.text.count("\n\n") + 1


def _written(corpus: Corpus, listed: Iterable[Article]) -> Corpus:
    corpus.folder.mkdir(parents=True, exist_ok=True)
    part = corpus.file.with_suffix(".part")
    with part.open("w", encoding="utf-8") as lines:
        for article in listed:
            fields = {"title": article.title, "publisher": article.publisher, "date": article.published}
            known = {name: str(value) for name, value in fields.items() if value}
            lines.write(json.dumps({**known, "url": article.url, "text": article.text}) + "\n")
    part.replace(corpus.file)
    return corpus


def _read(line: str) -> Article:
    fields = json.loads(line)
    day = fields.pop("date", None)
    return Article(**fields, published=date.fromisoformat(day) if day else None, language="en")


def _terms(part: Sequence[Article]) -> str:
    """What a process of its own does: the sentences of articles as lines of terms."""
    from benchmarks.corpus import terms_in

    return "".join(f"{' '.join(terms_in(one.text))}\n" for article in part for one in sentences_of(article))


class _Pieces(dict[str, list[str]]):
    """The terms of what stands between two spaces, each found once."""

    def __missing__(self, piece: str) -> list[str]:
        found = self[piece] = index_terms(piece, words(piece, shouted=False))
        return found


_PIECES = _Pieces()


def terms_in(text: str) -> list[str]:
    """As `index_terms`, of a sentence."""
    if text.isupper():
        return index_terms(text)
    return [term for piece in text.split(" ") for term in _PIECES[piece]]
