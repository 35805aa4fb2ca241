"""`factbox doctor`: what is well, what is not, and what to mend."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

from bot.cli.output import is_terminal, write
from bot.memory.database import VERSION as DISCORD_VERSION
from bot.plain import harmless
from bot.settings import Settings
from bot.texts import english
from bot.token import token_problem
from bot.wording import describe
from knowledge import Coverage, DataError, SettingError
from knowledge.search.kernel import library
from knowledge.storage.feedback import VERSION as FEEDBACK_VERSION
from knowledge.storage.feeds import VERSION as FEEDS_VERSION

Level = Literal["ok", "note", "problem"]

LIBRARIES = ("discord.py", "scikit-learn", "numpy", "SQLAlchemy", "httpcore", "rapidfuzz", "sentencex", "typer", "rich")
_DAMAGED = {
    "discord": "doctor-discord-damaged",
    "feedback": "doctor-feedback-damaged",
    "feeds": "doctor-feeds-damaged",
}
LITTLE_SPACE = 100_000_000
"""Bytes of free space under which an operator is warned."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found about a subject; a note needs no mending."""

    level: Level
    subject: str
    text: str


def examine(data: Path | None) -> int:
    """Check everything, a line each, and return the exit status: 1 if something must be mended."""
    findings = []
    for finding in _findings(data):
        _show(finding)
        findings.append(finding)
    return int(any(finding.level == "problem" for finding in findings))


def _findings(data: Path | None) -> Iterator[Finding]:
    yield from _installation()
    try:
        settings = Settings.load()
    except SettingError as error:
        yield Finding("problem", "settings", describe(error))
        return
    settings = replace(settings, data=data or settings.data)
    yield _found("ok", "settings", "doctor-settings")
    yield _fetching(settings)
    yield _token(settings.token)
    directory = _directory(settings.data)
    yield directory
    if directory.level != "problem":
        yield _space(settings.data)
        yield _coverage(settings)
        yield from _store(settings.data / "discord.db", DISCORD_VERSION)
        yield from _store(settings.data / "feedback.db", FEEDBACK_VERSION)
        yield from _store(settings.data / "feeds.db", FEEDS_VERSION)


def _installation() -> Iterator[Finding]:
    yield Finding("ok", "python", f"{platform.python_version()}, SQLite {sqlite3.sqlite_version}")
    versions = {name: _version(name) for name in LIBRARIES}
    missing = [name for name, found in versions.items() if found is None]
    if missing:
        yield _found("problem", "libraries", "doctor-libraries-missing", names=", ".join(missing))
    else:
        yield Finding("ok", "libraries", ", ".join(f"{name} {found}" for name, found in versions.items()))
    yield _found("ok", "search", "doctor-search") if library() else _found("note", "search", "doctor-search-slow")


def _version(distribution: str) -> str | None:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None


def _fetching(settings: Settings) -> Finding:
    """Where articles may be fetched from; a note where it isn't the public network alone."""
    if settings.proxied:
        return _found("note", "fetching", "doctor-fetching-proxied")
    if settings.networks:
        return _found("note", "fetching", "doctor-fetching-networks", names=", ".join(map(str, settings.networks)))
    return _found("ok", "fetching", "doctor-fetching")


def _token(token: str | None) -> Finding:
    if token is None:
        return _found("note", "token", "doctor-token-missing")
    problem = token_problem(token)
    return _found("problem", "token", problem) if problem else _found("ok", "token", "doctor-token")


def _directory(path: Path) -> Finding:
    if path.is_dir():
        if os.access(path, os.W_OK | os.X_OK):
            return Finding("ok", "data", str(path))
        return Finding("problem", "data", describe(DataError(path, "read-only")))
    if os.path.lexists(path):
        return Finding("problem", "data", describe(DataError(path, "not-a-directory")))
    above = _nearest(path)
    if above.is_dir() and os.access(above, os.W_OK | os.X_OK):
        return _found("note", "data", "doctor-data-new", path=str(path))
    return Finding("problem", "data", describe(DataError(path, "read-only")))


def _space(path: Path) -> Finding:
    free = shutil.disk_usage(_nearest(path)).free
    level: Level = "ok" if free >= LITTLE_SPACE else "problem"
    return _found(level, "space", "doctor-space" if level == "ok" else "doctor-space-little", free=free // 1_000_000)


def _coverage(settings: Settings) -> Finding:
    """Open the coverage, which mends its index, unless that would make a new one."""
    database = settings.data / "factbox.db"
    if not database.is_file():
        return _found("note", "coverage", "doctor-coverage-new")
    try:
        if _version_of(database) is None:
            raise DataError(settings.data, "damaged")
        with Coverage.open(settings.data, seeds=False) as coverage:
            if not coverage.check_files():
                return _found("note", "coverage", "doctor-coverage-mended")
            return _found("ok", "coverage", "doctor-coverage", articles=coverage.overview().articles)
    except DataError as error:
        return Finding("problem", "coverage", describe(error))


def _store(database: Path, newest: int) -> Iterator[Finding]:
    """Look into a file in which the bot remembers, if it is there."""
    if not database.exists():
        return
    subject, version = database.stem, _version_of(database)
    if version is None:
        yield _found("problem", subject, _DAMAGED[subject], path=str(database))
    elif version > newest:
        yield _found("problem", subject, "doctor-store-newer", path=str(database))
    else:
        yield _found("ok", subject, "doctor-store")


def _version_of(database: Path) -> int | None:
    """The version that an SQLite file says it has; None for one that fails SQLite's own check."""
    try:
        with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            sound = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
            return int(connection.execute("PRAGMA user_version").fetchone()[0]) if sound else None
    except sqlite3.DatabaseError:
        return None


def _nearest(path: Path) -> Path:
    """The path itself, or the closest directory above it that is there."""
    return next(place for place in (path.absolute(), *path.absolute().parents) if place.exists())


def _found(level: Level, subject: str, text: str, **values: object) -> Finding:
    return Finding(level, subject, english()(text, **values))


def _show(finding: Finding) -> None:
    say = english()
    level, subject = say(f"doctor-{finding.level}"), say(f"doctor-subject-{finding.subject}")
    if is_terminal():
        from bot.terminal import console, finding_view

        console().print(finding_view(finding.level, level, subject, harmless(finding.text)))
    else:
        write(f"{level:<8} {subject:<10} {harmless(finding.text)}")
