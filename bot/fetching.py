"""What fetches addresses, as the settings say."""

from __future__ import annotations

from bot.settings import Settings
from knowledge.fetching.fetcher import Fetcher


def fetcher_of(settings: Settings) -> Fetcher:
    """One fetcher, which keeps its pace with each site: make one for a process, and import this only there."""
    return Fetcher(settings.networks, settings.proxied, contact=settings.contact)
