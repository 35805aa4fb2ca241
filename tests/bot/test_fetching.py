"""What fetches, made from the settings."""

from __future__ import annotations

from ipaddress import ip_network
from pathlib import Path

import pytest

from bot.fetching import fetcher_of
from bot.settings import Settings
from knowledge import FetchError
from tests.knowledge.fetching.sites import LOOPBACK, response, serving


def test_only_networks_that_are_set_are_fetched_from_and_the_site_is_told_whom_to_ask() -> None:
    with serving({"/": response()}) as site:
        allowed = Settings(Path(), networks=LOOPBACK, contact="https://example.org/factbox")
        with fetcher_of(allowed) as fetching:
            assert fetching.fetch(site()).status == 200
        other = Settings(Path(), networks=(ip_network("10.7.0.0/16"),))
        with fetcher_of(other) as fetching, pytest.raises(FetchError, match="not-public"):
            fetching.fetch(site())
    assert [request.headers["user-agent"].partition(" ")[2] for request in site.requests] == [
        "(+https://example.org/factbox)"
    ]
