"""Links are tried as a browser would: the parts of the fragment looked for in the page, the first match taken."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import Article, Coverage, Sentence
from knowledge.answering.links import is_web_address, link_to

URL = "https://a.example/story"


def opened(link: str, page: str) -> tuple[int, int] | None:
    """The span that a browser marks: prefix-,start,end as in the standard, without regard to case."""
    directive = link.partition(":~:text=")[2]
    prefix = ""
    if "-," in directive:
        prefix, directive = directive.split("-,")
    start, _, end = directive.partition(",")
    begin = re.search(
        (re.escape(unquote(prefix)).replace(r"\ ", r"\s+") + r"\s*" if prefix else "")
        + f"(?P<start>{re.escape(unquote(start))})",
        page,
        re.IGNORECASE,
    )
    if not begin:
        return None
    if not end:
        return begin.span("start")
    close = re.compile(re.escape(unquote(end)), re.IGNORECASE).search(page, begin.end("start"))
    return (begin.start("start"), close.end()) if close else None


def linked(page: str, text: str, after: str = "") -> str:
    start = page.index(text, page.index(after))
    link = link_to(Article(text=page, url=URL), Sentence("a", 0, start, start + len(text), text))
    assert link
    return link


def test_every_seed_sentence_with_an_address_opens_at_itself(coverage: Coverage) -> None:
    tried = 0
    for article in coverage.articles():
        for sentence in coverage.sentences(article.id):
            link = link_to(article, sentence)
            if article.url is None:
                assert link is None
                continue
            assert link
            span = opened(link, article.text)
            assert span, link
            assert sentence.start <= span[0] < span[1] <= sentence.end, link
            assert not re.search(r"%(21|27|28|29|2A)", link), "Discord's masked links break on these"
            assert len(link) <= 512, "Discord's link buttons take no more"
            tried += 1
    assert tried == 85 - 11


def test_first_and_last_words_without_marks_that_pages_print_in_several_ways() -> None:
    text = (
        "“Lavrov’s visit comes after peace talks between both sides broke off”, he [Zebari] said with no smile at all."
    )
    assert linked(text, text).partition("text=")[2] == "visit%20comes%20after%20peace,no%20smile%20at%20all"


def test_hyphens_are_encoded_since_they_have_a_meaning() -> None:
    text = "A full-blown civil war broke out in the country after a year-long drought."
    assert linked(text, text).endswith("text=A%20full%2Dblown%20civil%20war,after%20a%20year%2Dlong%20drought")


def test_a_sentence_that_stands_twice_is_found_by_what_is_before() -> None:
    deck = "Moscow would make every effort to help the government."
    page = f"{deck}\n\nThe talks began on Thursday. {deck} More follows."
    link = linked(page, deck, after="Thursday.")
    span = opened(link, page)
    assert span
    assert page.rindex(deck) <= span[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was 36.", "He%20was%2036"),
        ("Да.", "%D0%94%D0%B0"),
        ("外交部长昨天在莫斯科会见了伊拉克总理并讨论了武器问题。", None),
        ("“…”", ""),
    ],
)
def test_short_and_unspaced_sentences(text: str, expected: str | None) -> None:
    link = linked(text, text)
    assert link.startswith(URL)
    if expected is not None:
        assert link.partition(":~:text=")[2] == expected


def test_an_address_with_a_fragment_keeps_it() -> None:
    article = Article(text="He was thirty-six years old.", url=f"{URL}#top")
    link = link_to(article, Sentence("a", 0, 0, 28, article.text))
    assert link
    assert link.startswith(f"{URL}#top:~:text=")


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "javascript:alert(1)",
        "ftp://a.example/",
        "https://",
        "http://[",
        "//a.example",
        "https://a.example/ b",
    ],
)
def test_only_web_addresses_become_links(address: str | None) -> None:
    assert not is_web_address(address)
    assert link_to(Article(text="One.", url=address), Sentence("a", 0, 0, 4, "One.")) is None


@given(page=st.text(min_size=1, max_size=300), data=st.data())
def test_any_text_gets_a_link_that_opens_at_it_or_at_the_page(page: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(page) - 1))
    end = data.draw(st.integers(start + 1, len(page)))
    link = link_to(Article(text=page, url=URL), Sentence("a", 0, start, end, page[start:end]))
    assert link
    assert re.fullmatch(r"[!-~]+", link)
