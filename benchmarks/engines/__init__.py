"""The engines that are compared, each in its fastest honest setting, all with one thread for a question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from benchmarks.corpus import Corpus
from benchmarks.questions import Question

BEST = 10
K1, B = 1.2, 0.75
"""Of BM25, for those whose values can be set: what tantivy and FTS5 have built in."""


class Searcher(Protocol):
    """An index that is open."""

    def prepared(self, question: Question) -> Any:  # noqa: ANN401
        """What is searched for: this isn't timed."""

    def search(self, prepared: Any) -> Any:  # noqa: ANN401
        """The ten best: this is timed."""

    def best(self, found: Any) -> Sequence[tuple[int, float]]:  # noqa: ANN401
        """What was found as numbers of sentences with their scores, best first."""


class Engine(NamedTuple):
    """An engine: `build` makes an index of a corpus in a folder, which `open` opens."""

    build: Callable[[Corpus, Path], None]
    open: Callable[[Path], Searcher]


class Known(NamedTuple):
    """Of an engine: its module here; the packages that it is; whether it is given terms, and not text; whose index
    it searches, if not its own; for how many sentences it is quick enough; whether its answers can be checked."""

    module: str
    packages: Sequence[str] = ()
    takes_terms: bool = True
    index_of: str = ""
    most: int = 1_000_000_000
    is_checked: bool = True


OURS = "factbox search"
ASKING = "factbox ask"
ENGINES = {
    OURS: Known("ours", takes_terms=False),
    ASKING: Known("asking", takes_terms=False, index_of=OURS, is_checked=False),
    "bm25s": Known("bm25s_numba", ("bm25s", "numba")),
    "tantivy": Known("tantivy_terms", ("tantivy",)),
    "tantivy, texts stored": Known("tantivy_texts", ("tantivy",), is_checked=False),
    "SQLite FTS5": Known("fts5"),
    "scikit-learn": Known("matrix", ("scikit-learn",), most=1_000_000),
    "rank_bm25": Known("rank", ("rank-bm25",), most=10_000),
}
PEERS = [name for name, known in ENGINES.items() if known.takes_terms and known.is_checked]
"""Those that ours is held against."""


def is_there(name: str) -> bool:
    """Whether all that an engine needs is installed."""
    try:
        return all(map(version, ENGINES[name].packages))
    except PackageNotFoundError:
        return False


def engine(name: str) -> Engine:
    """The engine of a name."""
    module = import_module(f"{__name__}.{ENGINES[name].module}")
    return Engine(module.build, module.Opened)


def folder_size(folder: Path) -> float:
    """Megabytes of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 2**20
