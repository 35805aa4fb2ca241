"""What headers tell, and what they can't do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.fetching import headers as told

SENT = "Wed, 10 Oct 2012 07:28:00 GMT"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"cache-control": "public"}, None),
        ({"cache-control": "public, max-age=3600"}, 3_600),
        ({"cache-control": 'Max-Age="60"'}, 60),
        ({"cache-control": "s-maxage=60"}, None),
        ({"cache-control": "no-cache, max-age=60"}, 0),
        ({"cache-control": "no-store"}, 0),
        ({"cache-control": "max-age=99999999999"}, told.YEAR),
        ({"cache-control": "max-age=60", "expires": SENT}, 60),
        ({"date": SENT, "expires": "Wed, 10 Oct 2012 08:28:00 GMT"}, 3_600),
        ({"date": SENT, "expires": "Wed, 10 Oct 2012 06:28:00 GMT"}, 0),
        ({"expires": "0"}, 0),
        ({"expires": "-1"}, 0),
    ],
    ids=str,
)
def test_how_long_a_site_wishes_to_be_left_alone(headers: dict[str, str], seconds: int | None) -> None:
    assert told.max_age(headers) == seconds


@given(st.dictionaries(st.sampled_from(["cache-control", "expires", "date", "retry-after", "content-type"]), st.text()))
def test_whatever_headers_say_is_read_or_left(headers: dict[str, str]) -> None:
    for seconds in (told.max_age(headers), told.retry_after(headers)):
        assert seconds is None or 0 <= seconds <= told.YEAR
    told.charset(headers)
    told.content_type(headers)


@given(st.lists(st.tuples(st.binary(), st.binary())))
def test_whatever_bytes_are_in_them_they_are_text(raw: list[tuple[bytes, bytes]]) -> None:
    assert set(told.read_headers(raw)) == {name.decode("latin-1").lower() for name, _ in raw}


def test_headers_of_one_name_are_put_together() -> None:
    raw = [(b"Cache-Control", b"public"), (b"X", b"1"), (b"cache-control", b"max-age=5")]
    assert told.read_headers(raw) == {"cache-control": "public, max-age=5", "x": "1"}
