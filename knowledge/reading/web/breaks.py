"""Paragraphs of pages that have none, but two line breaks between them, as many still do."""

from __future__ import annotations

from lxml.html import HtmlElement

_BOXES = frozenset({"article", "body", "center", "div", "font", "main", "p", "section", "span", "td"})
_NO_BOXES = ("center", "font", "p", "span")  # a `p` in one of these is not read as one
_WITHIN_TEXT = frozenset(
    {"a", "abbr", "b", "cite", "code", "em", "font", "i", "img", "mark", "q", "s", "small", "span", "strong", "sub"}
    | {"sup", "time", "u"}
)


def paragraphs_of_breaks(tree: HtmlElement) -> None:
    """Put what stands between two breaks into a `p`, in each element that holds text with such breaks itself."""
    boxes = {one.getparent(): None for one in tree.iter("br") if _is_double(one)}  # in order, each once
    for box in boxes:
        if box is not None and box.tag in _BOXES:
            _wrap(box)


def _is_double(one: HtmlElement) -> bool:
    following = one.getnext()
    return following is not None and following.tag == "br" and not (one.tail or "").strip()


def _wrap(box: HtmlElement) -> None:
    for one in (box, *box.iterancestors(*_NO_BOXES)):
        if one.tag in _NO_BOXES:
            one.tag = "div"
    children = list(box)
    ends = {child for child in children if child.tag == "br" and _is_double(child)}
    text, box.text = box.text, None
    paragraph = _open(box, text)
    for child in children:
        tail, child.tail = child.tail, None
        if child in ends:
            box.remove(child)
            paragraph = _open(box, tail)
        elif child.tag in _WITHIN_TEXT or (child.tag == "br" and not _is_empty(paragraph)):
            paragraph.append(child)
            child.tail = tail
        elif child.tag == "br":
            box.remove(child)
            paragraph.text = (paragraph.text or "") + (tail or "")
        else:
            box.append(child)
            paragraph = _open(box, tail)
    for one in box.findall("p"):
        if _is_empty(one):
            box.remove(one)


def _is_empty(paragraph: HtmlElement) -> bool:
    return paragraph.find("*") is None and not (paragraph.text or "").strip()


def _open(box: HtmlElement, text: str | None) -> HtmlElement:
    paragraph = box.makeelement("p")
    paragraph.text = text
    box.append(paragraph)
    return paragraph
