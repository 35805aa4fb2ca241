import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.people.persons import People, people_in


def named(*sentences: str) -> list[str]:
    return [person.name for person in people_in(sentences).persons]


def mentioned(sentences: list[str], people: People) -> list[list[tuple[str, str]]]:
    """Each mention as it stands, and who it is."""
    return [
        [(text[mention.start : mention.end], mention.person.name) for mention in mentions]
        for text, mentions in zip(sentences, people.mentions, strict=True)
    ]


@pytest.mark.parametrize(
    ("sentence", "name", "title"),
    [
        ("He met Prime Minister Nouri al-Maliki in Moscow.", "Nouri al-Maliki", "Prime Minister"),
        ("retired U.S. Army General David Petraeus spoke.", "David Petraeus", "U.S. Army General"),
        ("Foreign Minister Antonio Tajani speaks.", "Antonio Tajani", "Foreign Minister"),
        ("MP Muhammad Karim accused them.", "Muhammad Karim", "MP"),
        ("Kataib Hezbollah spokesman Mohammed Mohi warned.", "Mohammed Mohi", "Kataib Hezbollah spokesman"),
        ("President-elect Joe Biden enters.", "Joe Biden", "President-elect"),
        ("US Secretary of State Colin Powell left.", "Colin Powell", "US Secretary of State"),
        ("Minister of Foreign Affairs Ivo Daalder left.", "Ivo Daalder", "Minister of Foreign Affairs"),
        ("Lieutenant-General Peter Cosgrove agreed.", "Peter Cosgrove", "Lieutenant-General"),
        ("The Prime Minister, John Howard, agreed.", "John Howard", "Prime Minister"),
        ("The head of the Arab League, Amr Moussa, agreed.", "Amr Moussa", "head"),
        ("Claire Richards, a spokeswoman for the Bureau, agreed.", "Claire Richards", "spokeswoman"),
        ("Then Saudi Crown Prince Mohammed bin Salman left.", "Mohammed bin Salman", "Saudi Crown Prince"),
        ("Prime Minister Theresa May left on Monday.", "Theresa May", "Prime Minister"),
        ("King Abdullah II left.", "Abdullah II", "King"),
    ],
)
def test_a_title_tells_a_person(sentence: str, name: str, title: str) -> None:
    (person,) = people_in([sentence]).persons
    assert (person.name, person.titles) == (name, (title,))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The Bureau of Meteorology's Claire Richards says it will rain.", "Claire Richards"),
        ("“We are ready,” said Yunus Qanooni.", "Yunus Qanooni"),
        ("Gary Redmond, who lost his son, was relieved.", "Gary Redmond"),
        ("Bill Shorten of the Workers Union (AWU) says no.", "Bill Shorten"),
        ("J.K. Rowling said so.", "J.K. Rowling"),
        ("Zoë Österreich-Müller said so.", "Zoë Österreich-Müller"),
        ("Osama bin Laden warned them.", "Osama bin Laden"),
        ("Mr Rehman left.", "Rehman"),
        ("Greece's Kyriakos Mitsotakis telephoned him.", "Kyriakos Mitsotakis"),
        ("Paul Bremer once described him.", "Paul Bremer"),
        ("His daughter, Rasha, nods.", "Rasha"),
    ],
)
def test_a_verb_or_an_apposition_tells_a_person(sentence: str, name: str) -> None:
    assert named(sentence) == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "On Monday the Foreign Ministry said so in April.",
        "The United States said, and New Zealand said too.",
        "Amnesty International said so.",
        "The Red Cross warned them, and Islamic State said nothing.",
        "The New York Times said the State Department told Saudi Arabia.",
        "King Abdullah Hospital said so.",
        "The Foreign Minister said so last May.",
        "Meanwhile Moscow said Baghdad warned Ankara.",
        "“NATO,” the US said.",
    ],
)
def test_what_is_not_a_person(sentence: str) -> None:
    assert named(sentence) == []


def test_the_last_name_is_the_person_within_the_article() -> None:
    sentences = [
        "Maliki left early.",
        "Russian Foreign Minister Sergei Lavrov met Prime Minister Nouri al-Maliki.",
        "Mr. Lavrov said Maliki's visit, al-Maliki said, was good.",
        "Lavrov left.",
    ]
    lavrov, maliki = "Sergei Lavrov", "Nouri al-Maliki"
    assert mentioned(sentences, people_in(sentences)) == [
        [("Maliki", maliki)],
        [(lavrov, lavrov), (maliki, maliki)],
        [("Lavrov", lavrov), ("Maliki", maliki), ("al-Maliki", maliki)],
        [("Lavrov", lavrov)],
    ]


def test_the_fullest_form_is_the_name() -> None:
    sentences = ["President Bush spoke.", "George W. Bush is tired.", "George Bush slept."]
    people = people_in(sentences)
    assert [person.name for person in people.persons] == ["George W. Bush"]
    assert [len(mentions) for mentions in people.mentions] == [1, 1, 1]


def test_namesakes_are_told_apart_by_first_name_and_sex() -> None:
    sentences = [
        "President George Bush came with his wife, Laura Bush.",
        "Mr Bush left.",
        "Mrs Bush stayed.",
        "Laura Bush spoke.",
        "Bush smiled.",
    ]
    found = mentioned(sentences, people_in(sentences))
    assert found[1] == [("Bush", "George Bush")]
    assert found[2] == [("Bush", "Laura Bush")]
    assert found[3] == [("Laura Bush", "Laura Bush")]
    assert found[4] == [("Bush", "Laura Bush")]


def test_the_phrase_begins_with_the_title() -> None:
    sentence = "Then Iranian Quds Force commander Esmail Ghaani left."
    ((mention,),) = people_in([sentence]).mentions
    assert sentence[mention.phrase : mention.end] == "Iranian Quds Force commander Esmail Ghaani"


@pytest.mark.parametrize(("sentence", "pronoun"), [("Mr Reid left.", "he"), ("Spokeswoman Anne Ely left.", "she")])
def test_a_title_tells_the_pronoun(sentence: str, pronoun: str) -> None:
    (person,) = people_in([sentence]).persons
    assert person.pronoun == pronoun


WORDS = st.sampled_from(
    [
        "Mr",
        "Mr.",
        "President",
        "Sergei",
        "Lavrov",
        "al-Maliki",
        "said",
        ",",
        "who",
        "the",
        "of",
        "J.",
        "bin",
        "“",
        "’s",
        "\n",
    ]
)


@given(st.lists(st.text(max_size=80) | st.lists(WORDS, max_size=14).map(" ".join), max_size=6))
def test_mentions_lie_in_their_sentence(sentences: list[str]) -> None:
    people = people_in(sentences)
    assert len(people.mentions) == len(sentences)
    for sentence, mentions in zip(sentences, people.mentions, strict=True):
        end = 0
        for mention in mentions:
            assert 0 <= mention.phrase <= mention.start < mention.end <= len(sentence)
            assert end <= mention.start
            assert mention.person in people.persons
            end = mention.end


@pytest.mark.slow
@pytest.mark.parametrize(
    "part", ["A ", "Mr. ", "A-b", "al-", "Al of the ", "Ab Cd, ", "king Ab ", "a'", "Mr Ab{} ", "Mr Cd{} Ab "]
)
def test_hostile_text_takes_time_in_its_length(part: str) -> None:
    text = "".join(part.format(number) for number in range(200_000 // len(part)))
    start = time.process_time()
    people_in([text])
    people_in([text[place : place + 200] for place in range(0, len(text), 200)])
    assert time.process_time() - start < 2 * 2 * 3 * len(text) / 1e6 + 1  # two passes, and a machine that is busy


def test_an_age_after_the_last_name_tells_a_person() -> None:
    assert named("Maria Lopez opened a shop.", "Lopez, 43, employs ten.") == ["Maria Lopez"]
