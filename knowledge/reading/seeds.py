"""The articles that come with the bot."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from knowledge.models import Article
from knowledge.reading.decoding import decode
from knowledge.reading.plain import read_text

_LANGUAGE = "en"


def read_seeds() -> list[Article]:
    """The seed articles in the order of `sources.toml`, whose metadata wins over what the files say.

    What it leaves out is not known and stays empty.
    """
    folder = _folder()
    tables = tomllib.loads(folder.joinpath("sources.toml").read_text(encoding="utf-8"))["article"]
    names = dict.fromkeys(table["file"] for table in tables)
    found = [article for name in names for article in read_text(decode(folder.joinpath(name).read_bytes()))]
    return [
        Article(
            text=article.text,
            title=table["title"],
            publisher=table["publisher"],
            published=table.get("published"),
            url=table.get("url"),
            language=_LANGUAGE,
        )
        for table, article in zip(tables, found, strict=True)
    ]


def _folder() -> Traversable:
    """The folder of the seeds: within the package once it is installed, beside it in a checkout."""
    installed = files("knowledge") / "seeds"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "seeds"
