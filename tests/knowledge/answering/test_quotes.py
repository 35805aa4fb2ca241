from collections.abc import Callable, Iterable
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from knowledge import Article, Coverage, Filters
from knowledge.answering.quotes import quotes
from knowledge.language.speech.speeches import speech_in
from knowledge.models import Quote, Record
from knowledge.search.index import Index

IndexOf = Callable[..., Index]
MakeRecord = Callable[..., Record]

INTRODUCTION = "Foreign Minister Sergei Lavrov met Prime Minister Nouri al-Maliki and Dr Anna Ely."


DO_NOT_WORRY = "They told me: 'Don't worry, Anna, we wait.'"


def said(*sentences: str, reported: bool = False) -> list[tuple[str, str]]:
    """Who says what after the introduction."""
    texts = [INTRODUCTION, *sentences]
    return [
        (speech.speaker.surname, " | ".join(texts[speech.position][start:end] for start, end in speech.spans))
        for speech in speech_in(texts)
        if bool(speech.spans) is not reported
    ]


@pytest.mark.parametrize(
    ("sentence", "speaker", "words"),
    [
        ("“We are ready,” said Lavrov.", "lavrov", "We are ready,"),
        ("“We are ready,” Lavrov said on Monday.", "lavrov", "We are ready,"),
        ("“We are ready,” said Foreign Minister Sergei Lavrov.", "lavrov", "We are ready,"),
        ('Lavrov said: "We are ready."', "lavrov", "We are ready."),
        ("Maliki: “We are ready.”", "maliki", "We are ready."),
        ("« Nous », Lavrov said.", "lavrov", "Nous"),
        ("„We are ready“, Lavrov said.", "lavrov", "We are ready"),
        ("‘We don’t know the parties’ aims,’ Lavrov said.", "lavrov", "We don’t know the parties’ aims,"),
        ("'We don't know,' Lavrov said.", "lavrov", "We don't know,"),
        ("Mr. Maliki said they “share close or identical views” on it.", "maliki", "share close or identical views"),
        ("Russia will “build up” its forces, Lavrov declared Monday.", "lavrov", "build up"),
        ("According to Lavrov, the talks were “useful”.", "lavrov", "useful"),
        ("Maliki was quoted as saying that a “foreign entity” was at work.", "maliki", "foreign entity"),
        ("Lavrov tweeted: “See you soon.”", "lavrov", "See you soon."),
        ("Lavrov told Maliki: “See you soon.”", "lavrov", "See you soon."),
        ("“See you soon,” Lavrov warned him.", "lavrov", "See you soon,"),
        ("Lavrov met them, calling the talks “a first step”.", "lavrov", "a first step"),
        ("“He told me ‘go away’ and I went,” Lavrov said.", "lavrov", "He told me ‘go away’ and I went,"),
        ("“We are ready,” Lavrov said, adding: “We wait.”", "lavrov", "We are ready, | We wait."),
        ("Lavrov, who was on his way to Baghdad, said “yes, of course”.", "lavrov", "yes, of course"),
        ("“Never,” said Anna Ely, a spokeswoman for the group.", "ely", "Never,"),
        ("Lavrov came, and said it was “a pity”.", "lavrov", "a pity"),
        ('A: "No. We wait," al-Maliki says, laughing.', "maliki", "No. We wait,"),
        ("\"They told me: 'Don't worry, Anna, we wait.'\" Lavrov recalled.", "lavrov", DO_NOT_WORRY),
        ('Lavrov, the minister, once described it as "a matter of principle".', "lavrov", "a matter of principle"),
        ("According to Lavrov’s lawyer, Ana García-Márquez, it was “a lie”.", "garcia-marquez", "a lie"),
        ("Asked whether he knew, “No,” Lavrov said.", "lavrov", "No,"),
        ("Lavrov denied it: “Never.”", "lavrov", "Never."),
        ("Lavrov denied it on Monday, “because I was away”.", "lavrov", "because I was away"),
        ("Lavrov denied wrongdoing and said “I was away”.", "lavrov", "I was away"),
        ("Lavrov, who denies wrongdoing, said “I was away”.", "lavrov", "I was away"),
        ("Lavrov denied wrongdoing but Maliki called it “a lie”.", "maliki", "a lie"),
        ("Lavrov denied it in what he called a “sham trial”.", "lavrov", "sham trial"),
        ("Lavrov quoted Maliki as saying it was “a coup”.", "maliki", "a coup"),
        ("Lavrov accused Maliki of calling it “a coup”.", "maliki", "a coup"),
        ("Lavrov denied it, calling it “a lie”.", "lavrov", "a lie"),
        ("Lavrov denied the report as “nonsense”.", "lavrov", "nonsense"),
        ("Lavrov rejected the claims as “nonsense”.", "lavrov", "nonsense"),
        ("Lavrov denied that he was “weak”, and said it was “a lie”.", "lavrov", "a lie"),
    ],
)
def test_who_says_it(sentence: str, speaker: str, words: str) -> None:
    assert said(sentence) == [(speaker, words)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lavrov spoke of the so-called “Arab Spring”.",
        "Lavrov said the so-called “spring of peoples” was over.",
        "Lavrov praised the film “Citizen Kane”.",
        "They met Lavrov in the “Green Zone”.",
        "“We are ready,” an official said after talks with Lavrov.",
        "“We are ready,” a spokesman for Lavrov said.",
        "“We are ready,” Lavrov’s spokesman said.",
        "“We are ready,” the ministry said.",
        "The parties' views and the ministers' aims differ, Lavrov said.",
        "Lavrov was told that it was “too late”.",
        "Lavrov denied that Maliki had “misspoken”.",
        "Lavrov denied saying that it was “useful”.",
        "Lavrov dismissed claims that he was “weak”.",
        "Lavrov never called it “a war”.",
        "Asked by Maliki if it was “a lie”, Lavrov nodded and said no.",
    ],
)
def test_what_is_no_quotation_of_anybody_named(sentence: str) -> None:
    assert said(sentence) == []


def test_he_is_the_person_last_named_as_subject() -> None:
    assert said("Lavrov met Maliki.", "“We are ready,” he said.") == [("lavrov", "We are ready,")]
    assert said("In Moscow, Maliki was met by Lavrov.", "The sun shone.", "“Yes,” he said.") == [("maliki", "Yes,")]


def test_she_is_nobody_of_whom_a_title_tells_otherwise() -> None:
    assert said("Mrs Ely met them.", "Mr. Lavrov left.", "“Yes,” she said.") == [("ely", "Yes,")]
    assert said("A spokesman said no.", "“Yes,” he said.") == []


def test_who_is_told_according_to_is_the_last_spoken_of() -> None:
    told = "The accused is well, according to his lawyer, Ana García-Márquez."
    assert said("Mrs Ely met them.", told, "“Yes,” she said.") == [("garcia-marquez", "Yes,")]
    assert said("Mrs Ely met them.", f"Lavrov said {told}", "“Yes,” she said.") == [("garcia-marquez", "Yes,")]
    assert said("According to Ana García-Márquez, Lavrov left.", "“Yes,” he said.") == [("lavrov", "Yes,")]


@pytest.mark.parametrize(
    "subject",
    [
        "Greece's Kyriakos Mitsotakis",
        "Greece’s prime minister, Kyriakos Mitsotakis,",
        "The prime minister, Kyriakos Mitsotakis,",
    ],
)
def test_what_describes_a_subject_does_not_hide_it(subject: str) -> None:
    assert said(f"{subject} telephoned Lavrov.", "“Yes,” he said.") == [("mitsotakis", "Yes,")]


def test_who_replies_is_not_who_asked() -> None:
    asked = "Maliki asked Lavrov: “Will you?”"
    assert said(asked, "“No,” he replied.") == [("maliki", "Will you?"), ("lavrov", "No,")]
    assert said("Lavrov came.", "Maliki asked: “Will you?”", "“No,” he replied.")[1:] == [("lavrov", "No,")]
    assert said(asked, "“I was angry,” he said.")[1:] == [("maliki", "I was angry,")]


def test_a_relative_by_one_name() -> None:
    assert said("Lavrov left.", "His daughter, Rasha, nods.", "“Yes,” she tells me.") == [("rasha", "Yes,")]
    assert said("Mrs Ely left.", "Her husband, Omar, nods.", "“Yes,” he tells me.") == [("omar", "Yes,")]


def test_a_role_is_the_one_person_who_has_it() -> None:
    assert said("“We are ready,” the foreign minister said.") == [("lavrov", "We are ready,")]
    assert said("“We are ready,” the agriculture minister said.") == []


def test_a_quotation_goes_on() -> None:
    assert said("“One.", "Two.", "Three,” Lavrov said.", "Four.") == [("lavrov", t) for t in ("One.", "Two.", "Three,")]
    assert said("“One,” Lavrov said.", "“Two.", "Three.”") == [("lavrov", text) for text in ("One,", "Two.", "Three.")]
    assert said('"One.', '"Two," Maliki said.') == [("maliki", "One."), ("maliki", "Two,")]
    assert said("Maliki says it is late.", "“It is five.”") == [("maliki", "It is five.")]


def test_a_mark_that_is_never_closed_takes_in_nothing_more() -> None:
    assert said("Lavrov said “we are ready.", "Nothing more.", "Maliki left.") == [("lavrov", "we are ready.")]


def test_two_speakers_in_a_sentence() -> None:
    sentence = "Lavrov said it was “useful”, while Maliki called it “a waste”."
    assert said(sentence) == [("lavrov", "useful"), ("maliki", "a waste")]
    assert said("“Yes,” Lavrov said, but “no,” said Maliki.") == [("lavrov", "Yes,"), ("maliki", "no,")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lavrov said Moscow would help.",
        "Lavrov has now revealed that he will come.",
        "Moscow would help, Lavrov said.",
        "According to Lavrov, Moscow would help.",
        "Lavrov made clear that Moscow would help.",
    ],
)
def test_reported_speech(sentence: str) -> None:
    assert said(sentence, reported=True) == [("lavrov", "")]
    assert said(sentence) == []


@pytest.fixture
def index(index_of: IndexOf, make_record: MakeRecord) -> Index:
    def article(number: int, day: int, *texts: str) -> Record:
        return make_record(
            Article(text="", id=f"a{number}", title="", publisher="P", published=date(2020, 1, day)), *texts
        )

    return index_of(
        [
            article(
                1,
                1,
                "Foreign Minister Sergei Lavrov and Iraqi leader Nouri al-Maliki met in Moscow.",
                "“We will deliver the helicopters to Iraq this very summer,” Lavrov said.",
                "“Trade has grown by a third since last year,” Lavrov said.",
                "Lavrov said dinner was good.",
                "“We thank our hosts,” Maliki said.",
            ),
            article(
                2,
                5,
                "Football coach Igor Lavrov lost his temper.",
                "“The referee was blind,” Lavrov said.",
                "Foreign Minister Sergei Lavrov laughed.",
            ),
        ],
        [
            article(
                3,
                9,
                "Minister Sergey Lavrov spoke.",
                "Earlier Lavrov said: “We will deliver the helicopters to Iraq this very summer.”",
                "“It snows,” he said.",
            )
        ],
    )


def words(found: Iterable[Quote]) -> list[str]:
    return [quote.sentence.text[slice(*quote.spans[0])] if quote.spans else quote.sentence.text for quote in found]


HELICOPTERS = "We will deliver the helicopters to Iraq this very summer,"
TRADE = "Trade has grown by a third since last year,"


def test_newest_first_and_of_the_same_words_those_said_first(index: Index) -> None:
    found = quotes("Sergei Lavrov", None, index)
    assert words(found) == ["It snows,", HELICOPTERS, TRADE]
    assert [quote.article.id for quote in found] == ["a3", "a1", "a1"]
    assert found[0].speaker == "Sergey Lavrov"


@pytest.mark.parametrize(
    "name", ["Sergej Lavrov", "Sergey Lavrov", "S. Lavrov", "foreign minister sergei lavrov", "Sergei Lavrof"]
)
def test_names_in_other_spellings(index: Index, name: str) -> None:
    assert words(quotes(name, None, index)) == ["It snows,", HELICOPTERS, TRADE]


@pytest.mark.parametrize("name", ["Nuri al Maliki", "maliki", "Mr Maliki", "al-Maliki", "NOURI AL-MALIKI"])
def test_particles_and_titles_do_not_count(index: Index, name: str) -> None:
    assert words(quotes(name, None, index)) == ["We thank our hosts,"]


def test_a_first_name_that_contradicts_is_another_person(index: Index) -> None:
    assert words(quotes("Igor Lavrov", None, index)) == ["The referee was blind,"]
    assert quotes("Oleg Lavrov", None, index) == ()


@pytest.mark.parametrize("name", ["Angela Merkel", "", " ", "?!", "al", "\ud800", "x" * 500])
def test_a_speaker_who_is_not_covered(index: Index, name: str) -> None:
    assert quotes(name, None, index) == ()


def test_about_narrows(index: Index) -> None:
    assert words(quotes("Lavrov", "helicopters for Iraq", index))[0] == HELICOPTERS
    assert TRADE not in words(quotes("Lavrov", "the referee", index))
    assert quotes("Lavrov", "penguins in Antarctica", index) == ()


@pytest.mark.parametrize(
    "name", ["García-Márquez", "Garcia Marquez", "garcia", "Marquez", "Ana García-Márquez", "Ana Marquez"]
)
def test_a_double_name_is_asked_for_by_its_parts(index_of: IndexOf, make_record: MakeRecord, name: str) -> None:
    index = index_of([make_record(Article(text="", id="a"), "“We are ready,” said Ana García-Márquez.")])
    assert words(quotes(name, None, index)) == ["We are ready,"]
    assert quotes("Maria García-Márquez", None, index) == ()


def test_about_is_held_by_the_sentence_or_the_one_before_in_the_same_speech(
    index_of: IndexOf, make_record: MakeRecord
) -> None:
    texts = [
        "Minister Sergei Lavrov and Dr Anna Ely came from America.",
        "“It is late,” Lavrov said.",
        "“Penguins live far away,” Ely said.",
        "“They are well,” Lavrov said.",
        "“I like penguins.",
        "They swim,” Lavrov said.",
        "“Nobody flies.”",
    ]
    index = index_of([make_record(Article(text="", id="a"), *texts)])
    assert words(quotes("Lavrov", "penguins", index)) == ["I like penguins.", "They swim,"]
    assert quotes("Lavrov", "America", index) == ()


@pytest.mark.parametrize("about", ["America", "the United States"])
def test_about_a_country_is_not_held_by_a_plain_word(index_of: IndexOf, make_record: MakeRecord, about: str) -> None:
    texts = [
        "Minister Sergei Lavrov came from America, the United States.",
        "“This helps us further,” Lavrov said.",
        "It was late.",
        "“Hundreds of Americans agree,” Lavrov said.",
        "It was later.",
        "“The US is far,” Lavrov said.",
    ]
    index = index_of([make_record(Article(text="", id="a"), *texts)])
    found = set(words(quotes("Lavrov", about, index)))
    assert "The US is far," in found
    assert "This helps us further," not in found


def test_about_takes_a_name_of_two_words_as_a_whole(index_of: IndexOf, make_record: MakeRecord) -> None:
    texts = [
        "Minister Sergei Lavrov spoke of Islamic State.",
        "“The Islamic State is beaten,” Lavrov said.",
        "The sun shone.",
        "“No state is without Islamic scholars,” Lavrov said.",
        "The sun shone again.",
        "“Daesh will not return,” Lavrov said.",
    ]
    index = index_of([make_record(Article(text="", id="a", title="Islamic State"), *texts)])
    found = words(quotes("Lavrov", "Islamic State", index))
    assert found == ["The Islamic State is beaten,", "Daesh will not return,"]


def test_the_same_words_twice_in_an_article_are_those_that_come_first(
    index_of: IndexOf, make_record: MakeRecord
) -> None:
    texts = ["“We are ready for talks,” said Sergei Lavrov.", "It snowed.", "Lavrov said: “We are ready for talks.”"]
    index = index_of([make_record(Article(text="", id="a"), *texts)])
    assert [quote.sentence.text for quote in quotes("Lavrov", None, index)] == texts[:1]


def test_filters_and_limit(index: Index) -> None:
    assert words(quotes("Lavrov", None, index, Filters(since=date(2020, 1, 6))))[-1] == "It snows,"
    assert len(quotes("Lavrov", None, index, limit=1)) == 1
    assert quotes("Lavrov", None, index, Filters(publisher="Q")) == ()


def test_what_is_reported_only_when_asked_for(index: Index) -> None:
    report = "Lavrov said dinner was good."
    assert report not in words(quotes("Lavrov", None, index))
    found = quotes("Sergei Lavrov", None, index, reported=True)
    assert report in words(found)
    assert len({quote.sentence for quote in found}) == len(found)


MARKS = "“”\"'‘’«»„,.:\n"
PARTS = ("Lavrov", "Sergei Lavrov", "Maliki", "he", "said", "told", "according to", "was quoted as saying", "and", "Mr")
PIECES = st.sampled_from([*MARKS, *PARTS, "the minister", "calling", "so-called", "We are ready"])


@example(sentences=["« “", "", "»"])
@example(sentences=["according to Lavrov « .", "", "»"])
@given(st.lists(st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=60), max_size=6))
def test_spans_are_words_of_the_sentence(sentences: list[str]) -> None:
    texts = [INTRODUCTION, *sentences]
    for speech in speech_in(texts, {1, 3}):
        end = 0
        for start, stop in speech.spans:
            assert end <= start < stop <= len(texts[speech.position])
            assert texts[speech.position][start:stop].strip() == texts[speech.position][start:stop]
            end = stop


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # they only make indexes
@given(st.text(max_size=40), st.text(max_size=40) | st.none())
def test_any_words_may_be_asked(index_of: IndexOf, make_record: MakeRecord, name: str, about: str | None) -> None:
    index = index_of([make_record(Article(text="", id="a"), INTRODUCTION, "“We are ready,” Lavrov said.")])
    for quote in quotes(name, about, index, reported=True):
        assert quote.article.text[quote.sentence.start : quote.sentence.end] == quote.sentence.text


@pytest.mark.parametrize("speaker", ["Лавров", "Сергей Лавров", "лавров"])
def test_a_name_in_cyrillic_letters_finds_the_same(coverage: Coverage, speaker: str) -> None:
    assert coverage.quotes(speaker, limit=50) == coverage.quotes("Lavrov", limit=50) != ()
