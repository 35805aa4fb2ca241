"""Where sentences begin and end: small cases by language, the seed articles, and what holds for any text."""

from pathlib import Path
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sentencex import get_sentence_boundaries

from knowledge.language.sentences import split

SEEDS = Path(__file__).parents[3] / "seeds"


def sentences(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in split(text, language)]


def assert_splits(marked: str, language: str = "en") -> None:
    """`marked` is a text with " | " where a sentence ends."""
    expected = marked.split(" | ")
    assert sentences(" ".join(expected), language) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "The U.S. Army came. | He lives in the U.S. | He likes it.",
        "J. K. Rowling met John F. Kennedy Jr. and Mr. Putin at 5 p.m. on Jan. 5. | They talked.",
        "It hit No. 5, e.g. Moscow, i.e. the centre. | Gen. David Petraeus and Lt. Col. Smith left.",
        "He left in May. | Ribault stayed. | In May. | 12 people came. | May I?",
        "It cost $4.2 billion in 2012. | 25 jets came. | See www.Example.Com/A or Node.JS now.",
        "And... well, he left. | He waited… then left. | Then... | Now.",
        "They came back. | ... And they left.",
        "1. Russia supplies. | 2. Iraq pays.",
        "It was long (too long, he said.) | He left (see Fig. 3). | (They met.) | They left.",
        "The contracts (U.S. and Iraqi) held. | Putin (b. 1952) spoke.",
        "See the notes.[1][2] | They are long.",
        "iPhone sales fell. | iPhone sales rose.",
        "hello there. | how are you. | fine then.",
        "He left at 5 p.m\xa0. | They met M\u202f. Dupont.",
        "Great news! | 🎉 It works. | Nice 👍🏽",
    ],
)
def test_english(marked: str) -> None:
    assert_splits(marked)


@pytest.mark.parametrize(
    "marked",
    [
        '"Islamic State is our main enemy. | If only because they fight alongside IS," he said. | "They are back. | '
        '... And they could stage vile acts at home."',
        "“They felt they could not trust it,” Mr. Petraeus said. | “They had a stake. | We will continue.”",
        '"Really?" he asked. | "Yes!" she said. | "No." | He left.',
        "“Why?” Mr. Putin asked. | “Because.” | Nobody asked.",
        "He said the U.S. was “ready to act. | Mr. Smith and J. K. Rowling agree. | It is 5 p.m. now.” | He left.",
        "“He said ‘I go. | I stay.’ | Then he left.” | It's the boys' home. | 'Tis so.",
        "‘Yes.’ | He said ‘No. | Never.’ and left.",
        '"It never closes. | He left. | “Nor does this. | She left.',
        "«One. | Two.» | ‹Three. | Four.› | „Five. | Six.“ | »Seven. | Eight.« | Nine.",
        '("One. | Two.") | Three.',
    ],
)
def test_quotations(marked: str) -> None:
    assert_splits(marked)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("de", "Er sagte: „Ich komme. | Du gehst.“ | Dann kam z. B. Dr. Müller am 3. Oktober. | Er ging."),
        ("fr", "Il a dit : « Je viens. | Tu pars. » | « Oui. » | M. Dupont est là."),
        ("es", "¿Qué dijo? | ¡Nada! | «Sí. | Nunca», respondió. | El Sr. López vino."),
        ("it", "J. K. Rowling arrivò. | Il sig. Rossi partì."),
        ("ar", "قال: «نعم. | حسنا.» | ثم ذهب. | هل هذا صحيح؟ | نعم."),
        ("fa", "این است. | آن چیست؟ | بله."),
        ("hi", 'उसने कहा, "हाँ। | नहीं।" | फिर वह गया। | क्या?'),
        ("ka", "ეს არის NATO. | ის არის."),
        ("el", "Ναι. | Όχι."),
    ],
)
def test_other_languages(language: str, marked: str) -> None:
    assert_splits(marked, language)


@pytest.mark.parametrize("language", ["zh", "ja", "en", ""])
@pytest.mark.parametrize(
    "expected",
    [
        ["他说：“你好。", "我来了。”", "然后走了。", "“真的吗？”他问。", "“是！”"],
        ["「こんにちは。", "元気ですか？」と彼は言った。", "はい！", "「はい。」と言った。"],
    ],
)
def test_scripts_without_spaces(language: str, expected: list[str]) -> None:
    assert sentences("".join(expected), language) == expected


@pytest.mark.parametrize("language", ["ru", "en", "", "uk"])
@pytest.mark.parametrize(
    "marked",
    [
        "А. С. Пушкин и С.В. Лавров жили в г. Москва на ул. Ленина, д. 5. | Стр. 5, рис. 3 и т.е. Москва.",
        "В 2014 г. Россия вошла. | Это было в мае 2014 г. | Он уехал. | В XX в. Европа жила.",
        "Он купил яблоки и т.д. | Потом и т. п. | Потом ушёл. | Это 5 тыс. человек, 3 млн. рублей, 10 руб. 50 коп.",
        "— Привет! — сказал он. | — Ты где? | — Дома.",
        "Он сказал: «Мы идём. | Вы стоите». | «Зачем?» — спросил он. | «Так надо», — сказала она. | Он ушёл.",
        "Нет... не ушёл. | Что?! | Да… | Он ушёл. | 12 человек остались. | Сайт www.Example.Ru работает.",
        "Він народився тут у 1990 р. | Потім Т. Г. Шевченко переїхав на вул. Хрещатик, 5.",
        "Рођен је 5. маја 2014. године. | Живи у ул. Мира бр. 5. | Отишао је.",
    ],
)
def test_cyrillic_whatever_the_language_given(language: str, marked: str) -> None:
    assert_splits(marked, language)


def test_line_breaks_are_white_space_and_blank_lines_end_a_sentence() -> None:
    text = "One line\nhard wrapped. Two\r\nlines here\n \nA title\r\n\r\n  Body\u2029Next\n"
    assert sentences(text) == ["One line\nhard wrapped.", "Two\r\nlines here", "A title", "Body", "Next"]


def test_offsets_count_characters_of_any_width() -> None:
    expected = ["😀😀 Hello 𝒜.", "Cafe\u0301 😀 is it.", "👩‍👩‍👧 Came \ud800 home.", "Done."]
    assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize("language", ["zz", "x" * 1000, "EN-us", "\0", "русский", "\ud800"])
def test_an_unknown_language_is_split_all_the_same(language: str) -> None:
    assert_splits("Mr. Smith came. | He left.", language)


@pytest.mark.parametrize("blank", ["", " ", "\n\n \t\u2029\r\n\u3000"])
def test_blank_text_has_no_sentences(blank: str) -> None:
    assert split(blank) == []


def test_a_paragraph_longer_than_a_window_is_split_like_a_short_one() -> None:
    some = ["Mr. Putin met J. K. Rowling in the U.S. today.", '"Why?" he asked.', "(It was late.)", "They left in May."]
    expected = some * 500
    assert sentences(" ".join(expected)) == expected


# Paragraphs of each seed file that are news, from the first words of the first to the last words of the last; and
# what stands between them that is none.
BODIES = {
    "your-middle-east-2014-02-20.txt": (11, [("Russian Foreign Minister Sergei", "president last year.")]),
    "asharq-al-awsat-2020-11-26-and-2024-07-26.txt": (
        23,
        [("Moscow has said", "forging facts."), ("Italy plans to send", "human rights violations.")],
    ),
    "moscow-times-2015-05-21.txt": (12, [("Moscow and Baghdad are", "details of the weapons.")]),
    "washington-examiner-2017-07-24.txt": (18, [("Russia and Iraq will", "20th century.”")]),
    "the-hindu-2012-10-10.txt": (
        21,
        [
            ("The leaders of Russia", "Saddam Hussein."),
            ("Amid a visit", "he said."),
            ("Iraq and Russia have", "Syrian border.\n\n0"),
        ],
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_the_seed_articles_hold_85_sentences(name: str) -> None:
    expected, passages = BODIES[name]
    text = (SEEDS / name).read_text(encoding="utf-8")
    found: list[str] = []
    for first, last in passages:
        start = text.index(first)
        found += sentences(text[start : text.rindex(last) + len(last)].removesuffix("\n\n0"))
    assert len(found) == expected, found


def test_the_counts_of_the_seed_articles_add_up() -> None:
    assert sum(count for count, _ in BODIES.values()) == 85


MARKS = "\"'“”„«»‹›「」『』()[]<>.!?…。！？।؟—– \n\t\r\u2029\ud800\u0301😀"
WORDS = [
    "Mr.",
    "U.S.",
    "said",
    "He",
    "May.",
    "No.",
    "Он",
    "г.",
    "т. д.",
    "你好",
    "はい",
    "نعم",
    "हाँ",
    "5",
    "a@b.com",
    "A.B/C.D",
]
PIECES = st.sampled_from([*MARKS, *WORDS, ". ", '." ', "« ", "\n\n"])
TEXTS = st.text() | st.lists(PIECES | st.text(max_size=5), max_size=60).map("".join)
LANGUAGES = st.sampled_from(["en", "ru", "de", "fr", "zh", "ja", "ar", "hi", "el", "hy", "kk", "zz", ""])


@given(TEXTS, LANGUAGES)
@example("« . « B. « . B", "fr")
@example(" \x1c. \x85A. \xa0B", "en")
def test_spans_are_in_order_trimmed_and_leave_out_white_space_alone(text: str, language: str) -> None:
    spans = split(text, language)
    position = 0
    for start, end in spans:
        assert position <= start < end
        assert text[start:end] == text[start:end].strip()
        assert not text[position:start].strip()
        position = end
    assert not text[position:].strip()


@given(st.text("aB é5 \t,'\"()[]“”‘’«»–—$€£%&/*#@+=<>~|-"), LANGUAGES)
def test_what_is_not_asked_of_sentencex_it_would_not_part(text: str, language: str) -> None:
    assert len(get_sentence_boundaries(language or "en", f"{text} a")) == 1
    assert sentences(f'A {text} b. "(5)', language) == [f'A {text} b. "(5)']


HOSTILE = ["A b. ", '"', "“", ".", "a", "e\u0301", "\u0301", "No. ", "\n", "a\n\n", "😀", "?! ", '."', "\ud800", "“A. "]
HOSTILE += [
    "(",
    "«",
    "'",
    "`",
    "[",
    "<a",
    "。”",
    "？」あ",
    "é. É. ",
    "A.B",
    "Mr. ",
    "1. ",
    "... ",
    '?" Aa ',
    "Он. ",
    "А. ",
    "г. ",
    "— ",
    "\u2029a",
    " ",
]


@pytest.mark.slow
@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_hostile_text_takes_two_seconds_a_megabyte_at_most(unit: str) -> None:
    text = unit * (250_000 // len(unit.encode(errors="surrogatepass")))
    start = process_time()
    split(text)
    assert process_time() - start < 1  # the time of twice as much: other work may share the machine
