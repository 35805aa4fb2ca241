"""A process that changes a coverage until it is killed; started with the data directory and a seed for each line of
standard input, so that what takes long to load is loaded once.

Each change is told on standard output before it is begun and after it is done, as a line of JSON.
"""

from __future__ import annotations

import json
import os
import random
import sys
from pathlib import Path

import sklearn.feature_extraction.text  # noqa: F401 - loaded before the fork

import knowledge.search.merging
import knowledge.storage.database  # noqa: F401
from knowledge import Article, Coverage

PORTS = ("Kithnos", "Naxos", "Paros", "Milos", "Samos", "Chios")


def article(name: str, version: int) -> Article:
    """Version `version` of an article."""
    port = PORTS[version % len(PORTS)]
    text = f"The ferry {name} sailed to {port} on Friday. It carried {100 + version} passengers and {name} cargo."
    return Article(id=name, text=text, title=f"Ferry {name}", publisher="Post", url=f"https://a.example/{name}")


def change(coverage: Coverage, chance: random.Random) -> None:
    """Make one change that is picked at random, and tell of it."""
    known = [article.id for article in coverage.articles()]
    kind = chance.choice(["add", "add", "update", "remove", "rebuild"]) if len(known) > 2 else "add"
    if kind == "rebuild":
        coverage.rebuild()
        return
    if kind == "remove":
        wanted: dict[str, int | None] = dict.fromkeys(chance.sample(known, chance.randint(1, 2)))
    else:
        names = chance.sample(known, 1) if kind == "update" else [f"Aurelia{chance.randrange(10**6)}" for _ in range(2)]
        wanted = {name: chance.randrange(1, 900) for name in names}
    tell("begun", wanted)
    if kind == "remove":
        coverage.remove(list(wanted))
    else:
        coverage.add([article(name, version) for name, version in wanted.items() if version is not None])
    tell("done", wanted)


def tell(state: str, wanted: dict[str, int | None]) -> None:
    """Tell how far a change is: which version each article has then, None for one that is taken away."""
    os.write(1, (json.dumps([state, wanted]) + "\n").encode())


def main() -> None:
    """Start a process for each line; tell its number first."""
    for line in sys.stdin:
        data, seed = json.loads(line)
        child = os.fork()
        if child == 0:
            os.write(1, f"{os.getpid()}\n".encode())
            chance = random.Random(seed)  # noqa: S311
            with Coverage.open(Path(data), seeds=False) as coverage:
                while True:
                    change(coverage, chance)
        os.waitpid(child, 0)
        os.write(1, b"end\n")


if __name__ == "__main__":
    main()
