"""The environment's proxy: left alone, unless it is set to be used."""

from __future__ import annotations

import httpcore
import pytest

from knowledge import FetchError, SettingError
from tests.knowledge.fetching.sites import fetcher, response, serving

VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy but those of a test."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def unused(address: str, port: int, seconds: float) -> httpcore.NetworkStream:
    raise AssertionError(address, port, seconds)


def test_it_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({}) as proxy, serving({"/": response(b"<p>Direct.")}) as site:
        for name in VARIABLES[:3]:
            monkeypatch.setenv(name, proxy())
        assert fetcher().fetch(site()).body == b"<p>Direct."
    assert proxy.requests == []


def test_it_is_used_where_it_is_set_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({"http://news.test/a": response(b"<p>By proxy.")}) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy().replace("//", "//me:secret@"))
        fetched = fetcher(networks=(), proxied=True).fetch("http://news.test/a")
    assert (fetched.body, fetched.address) == (b"<p>By proxy.", "http://news.test/a")
    assert proxy.requests[0].headers["host"] == "news.test"
    assert proxy.requests[0].headers["proxy-authorization"] == "Basic bWU6c2VjcmV0"


def test_a_secure_site_is_reached_by_a_tunnel_which_the_proxy_may_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({"news.test:443": response(b"", status="403 Forbidden")}) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy())
        with pytest.raises(FetchError, match="unreachable"):
            fetcher(networks=(), proxied=True).fetch("https://news.test/a")
    assert proxy.paths == ["news.test:443"]


def test_hosts_that_need_no_proxy_are_fetched_directly_under_guard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,.test")
    with serving({"/": response()}) as site:
        assert fetcher(proxied=True).fetch(site()).status == 200
    with pytest.raises(FetchError, match="not-public"):
        fetcher(proxied=True, resolver=lambda *_: ["10.0.0.1"], connect=unused).fetch("http://news.test/")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "0x7f.1", "2130706433", "10.0.0.1", "[::1]", "[::ffff:10.0.0.1]", "localhost", "a.localhost"]
)
def test_private_addresses_are_refused_before_the_proxy_is_asked(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "127.0.0.1:9")
    with pytest.raises(FetchError, match="not-public"):
        fetcher(networks=(), proxied=True, connect=unused).fetch(f"http://{host}/")


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:9", "http://", "http://127.0.0.1:x", "http://["])
def test_a_proxy_that_cannot_be_used_is_a_setting_to_mend(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    with pytest.raises(SettingError) as caught:
        fetcher(proxied=True, connect=unused).fetch("https://news.test/")
    assert caught.value.name == "HTTPS_PROXY"
