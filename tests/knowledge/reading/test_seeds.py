"""The articles that come with the bot, and the 85 sentences that a careful reader marked in them."""

import json
from datetime import date
from pathlib import Path

from knowledge.reading.plain import read_text, sentences_of
from knowledge.reading.seeds import read_seeds

MARKED: list[list[str]] = json.loads(Path(__file__).with_name("seed_sentences.json").read_text(encoding="utf-8"))
SEEDS = Path(__file__).parents[3] / "seeds"


def test_seed_sentences_are_those_that_were_marked() -> None:
    assert [[sentence.text for sentence in sentences_of(article)] for article in read_seeds()] == MARKED
    assert sum(map(len, MARKED)) == 85


def test_seeds_have_the_metadata_of_their_sources() -> None:
    told = [(article.publisher, article.published, bool(article.url), article.language) for article in read_seeds()]
    assert told == [
        ("Your Middle East", date(2014, 2, 20), True, "en"),
        ("Asharq Al-Awsat", date(2020, 11, 26), True, "en"),
        ("Asharq Al-Awsat", date(2024, 7, 26), False, "en"),
        ("The Moscow Times", date(2015, 5, 21), True, "en"),
        ("Washington Examiner", date(2017, 7, 24), True, "en"),
        ("The Hindu", date(2012, 10, 10), True, "en"),
    ]


def test_seed_texts_are_as_received() -> None:
    received = "".join(path.read_bytes().decode("utf-8") for path in SEEDS.glob("*.txt"))
    assert len({article.id for article in read_seeds()}) == 6
    assert all(article.text in received for article in read_seeds())
    assert sum(len(article.text) for article in read_seeds()) == len(received)


def test_files_alone_say_what_is_plain_and_no_more() -> None:
    found = [
        (article.title, article.publisher, article.published, article.url)
        for name in dict.fromkeys(path.name for path in sorted(SEEDS.glob("*.txt")))
        for article in read_text((SEEDS / name).read_bytes().decode("utf-8"))
    ]
    moscow_times = (
        "https://www.themoscowtimes.com/2015/05/21/"
        "russias-putin-lavrov-vow-to-assist-in-iraqs-fight-against-islamic-state-a46749"
    )
    assert found == [
        ("Iraq Seeks to Purchase Russian Weapons", None, None, None),
        (
            "Italy Plans to Return Ambassador to Syria to Reflect New Diplomatic Developments, Minister Says",
            *(None, None, None),
        ),
        (
            "Russia's Putin, Lavrov Vow to Assist in Iraq's Fight Against Islamic State",
            *(None, date(2015, 5, 21), moscow_times),
        ),
        ("Russia warms up to Iraq with arms deal", None, date(2012, 10, 10), None),
        ("", None, None, None),
        (
            "Weapons and Syria on the agenda when Russian Foreign Minister visited Iraq",
            *(None, date(2014, 2, 20), None),
        ),
    ]
