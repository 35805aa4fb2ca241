"""A cheap first look at a text never tells anything else than the whole rule does."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.reading import captions, interface, metadata

PIECES = [
    "AP",
    "(AP)",
    "[Jane/AP]",
    "AP Photo/",
    "Photo: Jane Doe",
    "Getty Images",
    "| Photo by Jane",
    "al-",
    "van ",
    "of ",
]
PIECES += [
    "you",
    "Yours",
    "PLEASE",
    "young",
    "1999",
    "2014",
    "2199",
    ":",
    "·",
    "\t",
    "   ",
    "  ",
    "in ",
    "ibn ",
    "Abu-",
    "’",
]
TEXTS = st.lists(st.sampled_from([*PIECES, *'AaZ .!?”")](/|—,\n\u00a05']) | st.text(max_size=3), max_size=15).map(
    "".join
)


@given(TEXTS)
@example("(AP.)")
@example("— Monday.” AP")
def test_credits_of_pictures(text: str) -> None:
    found = captions._CREDIT.search(text, max(0, len(text) - captions._LONGEST_CREDIT))
    assert captions.credit_start(text) == (found.start() if found else None)


@given(TEXTS)
def test_lines_that_may_say_something_of_an_article(text: str) -> None:
    slow = re.compile(r"[:：|•·]|(?:1[6-9]|20)\d\d")
    assert bool(metadata._MAY_SAY.search(text)) == bool(slow.search(text))
    assert bool(metadata._MAY_BE_BETWEEN.search(text)) == bool(metadata._BETWEEN.search(text))


@given(TEXTS)
def test_words_to_a_reader(text: str) -> None:
    slow = re.compile(r"\b(?:you|yours?|please)\b", re.IGNORECASE)
    assert [found.span() for found in interface._TO_READER.finditer(text)] == [m.span() for m in slow.finditer(text)]
