"""The paragraphs of an article that are its news."""

from __future__ import annotations

from knowledge.reading.captions import credit_start, has_agency_credit
from knowledge.reading.kinds import Kind, Placed, is_rule, placed, word_count
from knowledge.reading.lines import Paragraph, ends_sentence

_FOLDED = {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-"}
_FEWEST_WORDS_REPEATED = 5
_LONGEST_REPEATED = 1000
_BEGINNING = 20  # characters that tell most texts from a title
_LONG = 60
_FEW = 10
_FEWEST_WORDS_WITHIN = 14


def fold(text: str) -> str:
    """`text` in the form in which repetitions are found: case, quotes, dashes and white space make no difference."""
    if not text.isascii():
        for mark, plain in _FOLDED.items():
            text = text.replace(mark, plain)
    return " ".join(text.casefold().split())


def body(text: str, title: str = "") -> list[Paragraph]:
    """The paragraphs of news of one article's text, in order.

    A text without any whole sentence gives its lines that could be news, as a last resort its title.
    """
    everything = placed(text)
    found = _with_sign_off(_without_title(everything, fold(title)))
    return _sentences(_without_repetitions(found)) or _lines(found) or _lines(everything)


def _without_title(found: list[Placed], title: str) -> list[Placed]:
    return [(p, kind) for p, kind in found if kind is Kind.METADATA or not _is(p.text.lstrip("#"), title)]


def _is(text: str, title: str) -> bool:
    return title.startswith(fold(text[:_BEGINNING])) and fold(text) == title


def _sentences(found: list[Placed]) -> list[Paragraph]:
    """Paragraphs of whole sentences; among them also lines without a full stop that are too long for a heading."""
    whole = [paragraph.start for paragraph, kind in found if kind is Kind.PROSE and ends_sentence(paragraph.text)]
    if not whole:
        return []
    lines = _lines(found)
    if sum(len(line.text) >= _LONG for line in lines) >= _FEW * len(whole):  # as in Thai, which has no full stop
        return lines
    prose = {paragraph.start for paragraph, kind in found if kind is Kind.PROSE}
    return [
        line
        for line in lines
        if (line.start in prose and line.start >= whole[0])
        or (whole[0] < line.start < whole[-1] and word_count(line.text) >= _FEWEST_WORDS_WITHIN)
    ]


def _lines(found: list[Placed]) -> list[Paragraph]:
    return [paragraph for paragraph, kind in found if kind in (Kind.PROSE, Kind.HEADING)]


def _with_sign_off(found: list[Placed]) -> list[Placed]:
    """A last paragraph that ends in "(AP)" is no caption but the end of an agency's report; the credit is cut off."""
    last_prose = max((place for place, (_, kind) in enumerate(found) if kind is Kind.PROSE), default=-1)
    for place, (paragraph, kind) in enumerate(found[last_prose + 1 :], last_prose + 1):
        if kind is Kind.CAPTION and has_agency_credit(paragraph.text):
            report = paragraph.text[: credit_start(paragraph.text)].rstrip()
            if ends_sentence(report) and not is_rule(report):
                signed = paragraph._replace(text=report, end=paragraph.start + len(report))
                return [*found[:place], (signed, Kind.PROSE), *found[place + 1 :]]
    return found


def _without_repetitions(found: list[Placed]) -> list[Placed]:
    """Each paragraph once.

    The words of a picture, which stand twice on end, go altogether; of a deck that the body repeats, the body's stays.
    """
    texts = [_repeatable(paragraph.text) for paragraph, _ in found]
    pictures = {
        text
        for before, text, (paragraph, _) in zip(texts, texts[1:], found[1:], strict=False)
        if text == before and not paragraph.gap
    }
    deck = next(
        (place for place, (_, kind) in enumerate(found) if kind is Kind.PROSE and texts[place] not in pictures), 0
    )
    seen = pictures - {""}
    kept: list[Placed] = []
    for place, text in enumerate(texts):
        repeated_later = place == deck and text and any(text in later for later in texts[place + 1 :])
        if text in seen or repeated_later:
            continue
        if text:
            seen.add(text)
        kept.append(found[place])
    return kept


def _repeatable(text: str) -> str:
    """`text` folded, or nothing where it is so short that its repetition means nothing, or too long for a deck."""
    if len(text) > _LONGEST_REPEATED or len(text.split(None, _FEWEST_WORDS_REPEATED - 1)) < _FEWEST_WORDS_REPEATED:
        return ""
    return fold(text)
