"""Which addresses a button may open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import limits
from bot.links import first_linkable

SENTENCE = (
    "https://www.thehindu.com/article12552528.ece#:~:text=According%20to%20defence%20sources,Turkish%20jet%2Din%20June"
)


def test_a_link_to_a_sentence_stays_as_it_is() -> None:
    assert first_linkable(SENTENCE) == SENTENCE


def test_a_link_that_is_too_long_gives_way_to_the_article() -> None:
    assert (
        first_linkable(SENTENCE + "x" * limits.BUTTON_URL, "https://www.thehindu.com/") == "https://www.thehindu.com/"
    )


def test_an_international_address_is_written_in_ascii() -> None:
    assert first_linkable("https://президент.рф/новости и речи") == (
        "https://xn--d1abbgf6aiiy.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8%20%D0%B8%20%D1%80%D0%B5%D1%87%D0%B8"
    )


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "discord://-/settings",
        "ftp://example.org/",
        "//example.org/",
        "example.org",
        "https://",
        "https://localhost/",
        "https://[::1]/",
        "https://[/",
        "https://127.0.0.1/",
        "https://example.org:port/",
        "https://thehindu.com@example.org/",
        "https://exa mple.org/",
        "https://example..org/",
        "https://" + "a." * 300 + "org/",
        "https://example.org/\ud800",
    ],
)
def test_no_other_address_becomes_a_link(address: str) -> None:
    assert first_linkable(address, None) is None


@given(st.text() | st.builds("https://{}/{}".format, st.text(), st.text()))
def test_any_address_is_linkable_or_left_out(address: str) -> None:
    linked = first_linkable(address)
    assert linked is None or (linked.isascii() and linked.isprintable() and " " not in linked and len(linked) <= 512)
