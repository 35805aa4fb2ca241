"""Bytes to text: the encoding is found from the bytes, and what is not text is refused."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from knowledge.reading.latin import latin_encoding

_BYTE_ORDER_MARKS = (  # UTF-32 first: its little-endian mark starts with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = (("utf-32-le", 4, (1, 2, 3)), ("utf-32-be", 4, (0, 1, 2)), ("utf-16-le", 2, (1,)), ("utf-16-be", 2, (0,)))
"""Encodings with their bytes a character, and which of them are zero in Latin text."""
_SIGNATURES = (b"%PDF-", b"%!PS", b"{\\rtf", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")

# Encodings of one or two bytes a letter in which news is still found, for other than Latin letters.
_CANDIDATES = [
    *("cp1251", "koi8_r", "cp866", "cp1253", "cp1255", "cp1256"),
    *("shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"),
]
_SAMPLE = 1 << 16

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.005
_BROKEN_SHARE = 0.02


class NotText(ValueError):
    """Bytes that are text in no encoding that is known."""


def decode(data: bytes) -> str:
    """The text of `data`, without a byte order mark and otherwise as received. Raises NotText."""
    if data.startswith(_SIGNATURES):
        raise NotText
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _readable(data[len(mark) :].decode(encoding, "replace"))
    if b"\0" in data:
        return _readable(_wide(data))
    try:
        return _readable(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _readable(_damaged_utf_8(data) or _single_byte(data))


def _readable(text: str) -> str:
    """`text`, unless it holds more control characters or damage than a stray few."""
    if "\0" in text or len(_CONTROLS.findall(text)) > 1 + _CONTROL_SHARE * len(text):
        raise NotText
    if text.count("\N{REPLACEMENT CHARACTER}") > 1 + _BROKEN_SHARE * len(text):
        raise NotText
    return text


def _wide(data: bytes) -> str:
    """UTF-16 or UTF-32 without a mark: the zero bytes of its spaces and line ends stand all on one side."""
    foreign = sum(map(data.count, range(0x80, 0x100))) > 0.2 * len(data)  # few zeros in Chinese, say, but no ASCII
    for encoding, width, high in _WIDE:
        zeros = [data[place::width].count(0) for place in range(width)]
        elsewhere = zeros[1 - high[0]] if width == 2 else 0
        highest = [zeros[place] for place in high]
        if (all(highest) and max(highest) * width >= 0.1 * len(data)) or (foreign and not elsewhere):
            with suppress(UnicodeDecodeError):
                text = data.decode(encoding)
                if any(map(str.isascii, text)):  # else the zeros are of something else, as in 00 FF
                    return text
    raise NotText


def _damaged_utf_8(data: bytes) -> str | None:
    """UTF-8 with a few broken characters, as in a file that was cut short; None if it is something else."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    whole = sum(not character.isascii() for character in text) - broken
    return text if broken * 10 <= whole else None


def _single_byte(data: bytes) -> str:
    latin = latin_encoding(data)
    if latin is not None:
        return data.decode(latin, "replace")
    from charset_normalizer import from_bytes  # slow to import, seldom needed

    found = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES).best()
    return data.decode(found.encoding if found else "cp1252", "replace")
