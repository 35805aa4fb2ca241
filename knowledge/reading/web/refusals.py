"""Whether a page has an article, or why not.

A page is taken for an article by its prose: sentences, less what it says at its edges of cookies and walls. Enough
prose is taken whatever else stands around it, so an article about logins, videos, cookies or error pages is one, and so
is the free part of one behind a wall. What else the page is (a video, a form to log in) only asks for more prose, and
names the reason where there is too little.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from knowledge.errors import SourceProblem
from knowledge.models import Article
from knowledge.reading.kinds import word_count
from knowledge.reading.web.declared import Declared
from knowledge.reading.web.notices import is_consent_notice, is_error_title, is_wall_notice

_FEWEST_WORDS = 25  # a report in brief has two sentences
_FEWEST_WORDS_BESIDE = 50  # where the page may be something else: three sentences that are no caption or teaser
_FEWEST_SENTENCES_BESIDE = 3
_FEWEST_WORDS_OF_ERROR = 150  # an error page has a paragraph of apologies and offers
_FEWEST_LINKED_HEADINGS = 5
_FEWEST_WORDS_TOGETHER = 50  # in one place of the page; teasers stand each in a place of its own
_FEWEST_WORDS_IN_LINE = 6
_MOST_LINKED = 0.6
_FEWEST_LINKS = 15
_NOTICE_SHARE = 0.6
_SAMPLE = 4_000  # characters that tell enough
_SENTENCE_END = re.compile(r"[.!?…؟।][\"'”’»)\]]{0,3}(?=\s|$)|[。！？]")
_PLAYERS = re.compile(
    r"youtube|youtu\.be|vimeo|dailymotion|brightcove|jwplayer|player|embed/video|rutube", re.IGNORECASE
)
_VIDEO_TYPES = frozenset({"VideoObject", "ImageGallery", "MediaGallery", "VideoGallery"})


@dataclass(frozen=True, slots=True)
class Prose:
    """How much of a text is prose."""

    words: int
    sentences: int


def refusal(tree: HtmlElement, declared: Declared, article: Article) -> SourceProblem | None:
    """Why the page has no article, None where it has: `article` is what would be taken from it."""
    prose = _prose(article)
    if _is_error(tree, article.title) and prose.words < _FEWEST_WORDS_OF_ERROR:
        return "page-error"
    if not declared.is_article and _is_list(tree):
        return "page-list"
    paragraphs = article.text[:_SAMPLE].split("\n\n")
    if not declared.is_article and _share_of_notices(paragraphs) >= _NOTICE_SHARE:
        return "page-consent"
    if prose.words >= _FEWEST_WORDS_BESIDE and prose.sentences >= _FEWEST_SENTENCES_BESIDE:
        return None
    beside = _beside(tree, declared)
    if prose.words < _FEWEST_WORDS:
        return beside or "page-short"
    return None if beside == "page-consent" else beside  # a banner stands on any page, so beside reports in brief too


def _prose(article: Article) -> Prose:
    """The words and about as many sentences as an article has."""
    beginning = article.text[:_SAMPLE]
    return Prose(sum(map(word_count, beginning.split("\n\n"))), len(_SENTENCE_END.findall(beginning)))


def _is_error(tree: HtmlElement, title: str) -> bool:
    titles = [title, *(element.text_content() for element in tree.findall(".//h1")[:2])]
    named = tree.findtext(".//title") or ""
    titles += [named, re.split(r"\s+[|–—-]\s+", named)[0]]
    return any(map(is_error_title, filter(None, map(str.strip, titles))))


def _is_list(tree: HtmlElement) -> bool:
    """A front page, or a page of links: many headings that are links, or little but links, and no prose together."""
    if _has_prose_together(tree):
        return False
    headings = [heading for heading in tree.iter("h1", "h2", "h3", "h4") if _is_linked(heading)]
    if len(headings) >= _FEWEST_LINKED_HEADINGS:
        return True
    links = [" ".join(link.text_content().split()) for link in tree.iter("a")]
    everything = len("".join(tree.text_content().split()))
    return (
        len(links) >= _FEWEST_LINKS and sum(len(link.replace(" ", "")) for link in links) >= _MOST_LINKED * everything
    )


def _has_prose_together(tree: HtmlElement) -> bool:
    """Whether some paragraphs stand side by side, or in one element, and are no links or teasers."""
    counts: dict[HtmlElement, int] = {}
    for element in tree.iter("p", "div", "td", "section", "article", "span"):
        words = word_count("".join([element.text or "", *(child.tail or "" for child in islice(element, _SAMPLE))]))
        place = element.getparent() if element.tag in ("p", "span") else element
        if words < _FEWEST_WORDS_IN_LINE or place is None or _is_teaser(element):
            continue
        places = [place]
        if element.getprevious() is None and element.getnext() is None and place.getparent() is not None:
            places.append(place.getparent())  # a paragraph in a box of its own
        for one in places:
            counts[one] = counts.get(one, 0) + words
            if counts[one] >= _FEWEST_WORDS_TOGETHER:
                return True
    return False


def _is_teaser(element: HtmlElement) -> bool:
    if next(element.iterancestors("a", "nav", "footer", "li"), None) is not None:
        return True
    before = element.getprevious()
    return before is not None and before.tag in ("h2", "h3", "h4") and _is_linked(before)


def _is_linked(heading: HtmlElement) -> bool:
    return heading.find(".//a[@href]") is not None or next(heading.iterancestors("a"), None) is not None


def _share_of_notices(paragraphs: list[str]) -> float:
    lengths = [(len(paragraph), is_consent_notice(paragraph)) for paragraph in paragraphs]
    return sum(length for length, notice in lengths if notice) / max(1, sum(length for length, _ in lengths))


def _beside(tree: HtmlElement, declared: Declared) -> SourceProblem | None:
    """What the page may be in place of an article."""
    lines = [
        " ".join(element.text_content()[:2_000].split())
        for element in tree.iter("p", "h1", "h2", "h3", "button", "label")
    ]
    password = any((one.get("type") or "").lower() == "password" for one in tree.iter("input"))
    if password or declared.is_walled or any(map(is_wall_notice, lines)):
        return "page-wall"
    kind = declared.meta.get("og:type", "").lower()
    if kind.startswith("video") or declared.types & _VIDEO_TYPES or tree.find(".//video") is not None:
        return "page-video"
    if any(_PLAYERS.search(frame.get("src") or "") for frame in tree.iter("iframe")):
        return "page-video"
    if any(map(is_consent_notice, lines)) or _consents(tree):
        return "page-consent"
    return "page-video" if len(tree.findall(".//figure")) >= _FEWEST_LINKED_HEADINGS else None


def _consents(tree: HtmlElement) -> bool:
    """Whether a box of the page asks for consent as a whole, whose sentences stand in `div` or `span`."""
    return any(
        is_consent_notice(" ".join(one.text_content()[:1_500].split()))
        for one in list(tree.iter("div", "section"))[:200]
    )
