"""What a command starts with: the settings, with what its options say, and the coverage."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.settings import Settings

if TYPE_CHECKING:
    from knowledge import Coverage


def settings_of(context: typer.Context, data: Path | None, no_seeds: bool) -> Settings:
    """The settings, with what the options before and after the name of the command say. Raises SettingError."""
    shared_data, shared_no_seeds = context.find_root().obj
    settings = Settings.load()
    return replace(settings, data=data or shared_data or settings.data, seeds=not (no_seeds or shared_no_seeds))


def open_coverage(settings: Settings) -> Coverage:
    """The coverage, with progress where making it ready takes long. Raises DataError."""
    from bot.cli.progress import SlowProgress
    from knowledge import Coverage

    with SlowProgress("terminal-preparing") as progress:
        return Coverage.open(settings.data, seeds=settings.seeds, threshold=settings.threshold, progress=progress)
