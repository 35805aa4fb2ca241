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


_PLAIN = str.maketrans({"’": "'", "—": "-", "…": "."})
IN_ONE_OR_TWO_BYTES = {
    "cs": (
        "cp1250 iso8859-2",
        "Příliš žluťoučký kůň úpěl ďábelské ódy. Ruský ministr zahraničí přijel ve čtvrtek do Bagdádu na jednání.",
    ),
    "sk": (
        "cp1250 iso8859-2",
        "Ruský minister zahraničných vecí pricestoval vo štvrtok do Bagdadu, kde sa stretol s predsedom "
        "vlády. Ľudia čakali, že kôň prežije.",
    ),
    "hu": (
        "cp1250 iso8859-2",
        "Az orosz külügyminiszter csütörtökön Bagdadba érkezett, ahol az iraki vezetőkkel tárgyalt. "
        "Őszintén fűzte hozzá, hogy szükség van rá.",
    ),
    "ro": (
        "cp1250 iso8859-2",
        "Ministrul rus de externe a sosit joi la Bagdad pentru discuţii şi întâlniri. Acesta a declarat "
        "că ţara sa este pregătită să ajute.",
    ),
    "hr": (
        "cp1250 iso8859-2",
        "Ruski ministar vanjskih poslova stigao je u četvrtak u Bagdad. Rekao je da će Rusija pomoći "
        "žrtvama i da šalje pomoć.",
    ),
    "sl": (
        "cp1250 iso8859-2",
        "Ruski zunanji minister je v četrtek prispel v Bagdad, kjer se je že srečal z več politiki.",
    ),
    "tr": (
        "cp1254 iso8859-9",
        "Rusya Dışişleri Bakanı perşembe günü Bağdat’a geldi. İki ülkenin işbirliğini geliştirmesi için "
        "görüşmeler yapıldı.",
    ),
    "lt": (
        "cp1257 iso8859-13",
        "Rusijos užsienio reikalų ministras ketvirtadienį atvyko į Bagdadą. Jis sakė, kad šalis "
        "pasirengusi padėti žmonėms, kuriems reikia.",
    ),
    "lv": (
        "cp1257 iso8859-13",
        "Krievijas ārlietu ministrs ceturtdien ieradās Bagdādē. Viņš teica, ka valsts ir gatava "
        "palīdzēt cilvēkiem, kuriem tas ir vajadzīgs.",
    ),
    "et": (
        "cp1257 cp1252 iso8859-15",
        "Venemaa välisminister saabus neljapäeval Bagdadi. Ta ütles, et riik on valmis aitama inimesi, "
        "kes on hädas. Õhtul jätkus nõupidamine.",
    ),
    "is": (
        "cp1252",
        "Rússneski utanríkisráðherrann kom til Bagdad á fimmtudag. Hann sagði að þjóðin væri reiðubúin "
        "að hjálpa öllum.",
    ),
    "it": ("cp1252", "Il ministro è arrivato giovedì a Bagdad. La città però è più tranquilla, perché così è già."),
    "es": ("cp1252", "El ministro llegó el jueves a Bagdad. ¿Cuándo volverá? Mañana, según el señor Núñez."),
    "pt": ("cp1252", "O ministro chegou à capital na quinta-feira. Não há informações sobre a situação, disse João."),
    "da": (
        "cp1252",
        "Den russiske udenrigsminister ankom torsdag til Bagdad, hvor han også mødte præsidenten på rådhuset.",
    ),
    "en": ("cp1252", "He met Gül and Erdogan, and Dvorák’s heirs — São Tomé’s envoy said “naïve”."),
    "uk": ("cp1251", "Міністр закордонних справ відвідав Багдад у четвер. Він сказав, що країна готова допомогти."),
    "el": ("cp1253 iso8859-7", "Ο υπουργός Εξωτερικών της Ρωσίας επισκέφθηκε τη Βαγδάτη την Πέμπτη για συνομιλίες."),
    "he": ("cp1255", "שר החוץ הרוסי ביקר בבגדאד ביום חמישי לשיחות."),
    "ja": ("shift_jis euc_jp", "ロシアの外相は木曜日にバグダッドを訪問した。"),
    "ko": ("euc_kr", "러시아 외무장관이 목요일 바그다드를 방문했다."),
}
"""Encodings in which a language is written, and a text in it."""


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


@pytest.mark.parametrize("language", IN_ONE_OR_TWO_BYTES)
@pytest.mark.parametrize("times", [1, 20])
def test_encodings_that_differ_by_a_few_letters_are_told_apart(language: str, times: int) -> None:
    encodings, text = IN_ONE_OR_TWO_BYTES[language]
    for encoding in encodings.split():
        written = text if encoding.startswith(("cp", "iso8859-15")) else text.translate(_PLAIN)
        assert decode((written + "\n").encode(encoding) * times) == (written + "\n") * times


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


@pytest.mark.parametrize("start", [b"\0\xff", b"\xff\0"])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (RUSSIAN, "utf-8"), (CHINESE, "gb18030"), ("abcdefgh", "ascii")],
)
def test_a_zero_byte_that_belongs_to_no_space_makes_no_utf_16_of_it(text: str, encoding: str, start: bytes) -> None:
    for length in (8, 20, 40, 100):
        with pytest.raises(NotText):
            decode(start + text.encode(encoding)[:length])


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
