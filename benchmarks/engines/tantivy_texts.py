"""tantivy as `tantivy_terms`, with the articles stored in it, as in our index: for what it takes on the disk."""

from __future__ import annotations

from pathlib import Path

from benchmarks.corpus import Corpus
from benchmarks.engines.tantivy_terms import Opened, fill

__all__ = ["Opened", "build"]


def build(corpus: Corpus, folder: Path) -> None:
    """An article is stored once, and not with each of its sentences."""
    fill(folder, corpus, corpus.file.read_bytes().splitlines())
