"""Bytes to text: the encoding is found, and what is no text is refused."""

import contextlib
import gzip
import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.reading.decoding import NotText, decode

ENGLISH = "“We’re ready,” he said — at £5 a day… in the café.\r\nIt’s 20°C.\n"
FRENCH = "Le ministre a été reçu à Bagdad — l’été dernier, où il a déjà créé une œuvre.\n"
RUSSIAN = "Министр иностранных дел посетил Багдад в четверг. Он сказал, что Россия готова помочь.\n"
POLISH = "Rosja i Irak zgodziły się na współpracę w dziedzinie obronności. Święto już się zaczęło.\n"
CHINESE = "俄罗斯外交部长周四访问巴格达，与伊拉克高级官员会谈。\n"
ARABIC = "زار وزير الخارجية الروسي بغداد يوم الخميس لإجراء محادثات.\n"


@pytest.mark.parametrize("text", [ENGLISH, FRENCH, RUSSIAN, POLISH, CHINESE, ARABIC], ids=lambda text: text[:8])
@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"],
)
def test_unicode_is_read_as_received(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((ENGLISH, "cp1252"), (FRENCH, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (POLISH, "cp1250")),
        *((CHINESE, "gb18030"), (ARABIC, "cp1256")),
    ],
)
@pytest.mark.parametrize("times", [1, 20])
def test_older_encodings_are_found(text: str, encoding: str, times: int) -> None:
    assert decode(text.encode(encoding) * times) == text * times


def test_file_cut_within_a_character_is_still_utf_8() -> None:
    assert decode(RUSSIAN.encode()[:-2]).startswith(RUSSIAN[:-2])


@pytest.mark.parametrize(
    "data",
    [
        *(
            b"\x89PNG\r\n\x1a\n" + bytes(100),
            b"%PDF-1.7\n1 0 obj\n",
            gzip.compress(b"text", mtime=0),
            b"PK\x03\x04",
            b"{\\rtf1}",
        ),
        *(b"text\0text", b"\0", bytes(100), b"\x7fELF\x02\x01\x01", zlib.compress(ENGLISH.encode() * 9)),
        *(random.Random(seed).randbytes(5000) for seed in range(5)),  # noqa: S311
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(NotText):
        decode(data)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_text_in_utf_8_is_read_as_received(text: str) -> None:
    assert decode(text.encode("utf-8-sig")) == text


@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with contextlib.suppress(NotText):
        assert isinstance(decode(data), str)


@pytest.mark.parametrize("data", [b"MZ\0\0", b"MZ\x90\0\x03\0\0\0", b"\0\0ZM"])
def test_the_start_of_a_program_is_no_text(data: bytes) -> None:
    with pytest.raises(NotText):
        decode(data)
