"""TLS is verified, always."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest
import trustme

from knowledge import FetchError
from tests.knowledge.fetching.sites import fetcher, redirect, response, serving


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """Who signs the certificates of these tests."""
    return trustme.CA()


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this machine trust the authority, as an operator would."""
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))


def tls_for(authority: trustme.CA, *names: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(context)
    return context


def loopback(*_: object) -> list[str]:
    return ["127.0.0.1"]


@pytest.mark.usefixtures("trusted")
def test_the_name_is_verified_though_the_connection_is_made_by_number(authority: trustme.CA) -> None:
    tls = tls_for(authority, "news.test")
    with serving({"/": response(b"<p>Secure.")}, tls) as site:
        address = site(host="news.test", scheme="https")
        assert fetcher(resolver=loopback).fetch(address).body == b"<p>Secure."
        for host in ("other.test", "127.0.0.1"):
            with pytest.raises(FetchError, match="certificate"):
                fetcher(resolver=loopback).fetch(site(host=host, scheme="https"))
    assert len(site.requests) == 1


@pytest.mark.usefixtures("trusted")
def test_a_redirect_is_verified_as_well(authority: trustme.CA) -> None:
    with serving({"/": response()}, tls_for(trustme.CA(), "other.test")) as other:
        answers = {"/": redirect(other(host="other.test", scheme="https"))}
        with serving(answers, tls_for(authority, "news.test")) as site, pytest.raises(FetchError, match="certificate"):
            fetcher(resolver=loopback).fetch(site(host="news.test", scheme="https"))
    assert (len(site.requests), other.requests) == (1, [])


def test_an_authority_that_nobody_knows_is_not_trusted_and_not_asked_twice(authority: trustme.CA) -> None:
    tls = tls_for(authority, "news.test")
    with serving({"/": response()}, tls) as site, pytest.raises(FetchError, match="certificate"):
        fetcher(resolver=loopback).fetch(site(host="news.test", scheme="https"))
    assert site.requests == []


def test_a_site_without_tls_is_not_asked_without_it() -> None:
    with serving({"/": response()}) as site, pytest.raises(FetchError, match="certificate"):
        fetcher().fetch(site(scheme="https"))
