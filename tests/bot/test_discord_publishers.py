"""`publisher:`, as those meet it who write the name in their own way."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.client import Factbox
from bot.memory.servers import ServerSettings
from bot.publishers import publisher_meant
from bot.texts import LANGUAGES, texts_in
from bot.wording import RefusalError
from knowledge import Article, Coverage
from tests.bot.debate import Debate, refusal
from tests.bot.replies_shown import shown

LONG = "The Very Long Gazette of " + " and ".join(f"Town {number}" for number in range(20))
NAMES = ["The Hindu", "Asharq Al-Awsat", "The Guardian", "BBC News", "BBC Russian", "Правда", LONG]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("the hindu", "The Hindu"),
        ("hindu", "The Hindu"),
        ("The Hindoo", "The Hindu"),
        ("asharq", "Asharq Al-Awsat"),
        ("Asharq Al Awsat", "Asharq Al-Awsat"),
        ("Ashark al-Awsat", "Asharq Al-Awsat"),
        ("guardain", "The Guardian"),
        ("bbc news", "BBC News"),
        ("правда", "Правда"),
        (LONG[:99], LONG),
    ],
)
def test_a_publisher_is_known_by_a_part_of_the_name_or_misspelt(written: str, meant: str) -> None:
    assert publisher_meant(written, NAMES) == meant


@pytest.mark.parametrize(
    ("written", "named"), [("BBC", "BBC News, BBC Russian"), ("Reuters", "The Hindu"), ("a", "Hindu")]
)
def test_what_may_be_several_or_none_is_refused_with_names(written: str, named: str) -> None:
    with pytest.raises(RefusalError) as refused:
        publisher_meant(written, NAMES)
    for language in LANGUAGES:
        assert named in texts_in(language)(refused.value.text, **refused.value.values)


@given(st.text(min_size=1, max_size=200), st.lists(st.text(min_size=1, max_size=120), min_size=1, max_size=20))
def test_any_name_is_one_of_those_or_refused_in_a_line(written: str, names: list[str]) -> None:
    try:
        assert publisher_meant(written, names) in names
    except RefusalError as refusal:
        assert len(texts_in("de")(refusal.text, **refusal.values)) < 2000


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("ask", {"question": "How many attack helicopters would Russia supply to Iraq?"}),
        ("quotes", {"speaker": "Lavrov"}),
        ("timeline", {"topic": "Russia"}),
    ],
)
async def test_an_unknown_publisher_is_refused_and_a_misspelt_one_is_read(
    debate: Debate, command: str, options: dict[str, str]
) -> None:
    assert "The Hindu" in shown(await debate.slash(command, publisher="hindoo", **options))
    refused = await debate.slash(command, publisher="@everyone *Post*", **options)
    assert len(debate.env.errors) == 1
    assert r"\@everyone \*Post\*" in refusal(refused)
    assert "The Hindu" in refusal(refused)


async def test_only_what_the_server_shows_is_named(debate: Debate, simcord_bot: Factbox) -> None:
    simcord_bot.services.servers.change(debate.guild.id, ServerSettings(publishers=("Asharq Al-Awsat",)))
    refused = refusal(await debate.slash("ask", question="helicopters", publisher="The Hindu"))
    assert len(debate.env.errors) == 1
    assert "Asharq" in refused
    assert refused.count("Hindu") == 1


async def test_where_the_chosen_publishers_are_gone_it_says_what_to_do(debate: Debate, simcord_bot: Factbox) -> None:
    simcord_bot.services.servers.change(debate.guild.id, ServerSettings(publishers=("Gone Times",)))
    for command, option in (("ask", "question"), ("quotes", "speaker"), ("timeline", "topic")):
        assert "/settings" in shown(await debate.slash(command, **{option: "Lavrov"}))


class TestEmpty:
    """A coverage without articles."""

    @pytest.fixture
    def coverage(self, tmp_path: Path) -> Iterator[Coverage]:
        with Coverage.open(tmp_path / "empty", seeds=False) as coverage:
            yield coverage

    async def test_it_says_who_adds_articles(self, debate: Debate) -> None:
        reply = shown(await debate.slash("ask", question="Who visited Baghdad?", publisher="The Hindu"))
        assert "/editors add" in reply


async def test_the_cut_suggestion_of_a_long_name_is_read(debate: Debate, coverage: Coverage) -> None:
    coverage.add(Article(text="The ferry Aurelia sank off Kithnos.", publisher=LONG, published=date(2019, 6, 14)))
    [choice] = await debate.ann.autocomplete(debate.channel, "ask", "publisher", "very long")
    reply: Any = await debate.slash("ask", question="Where did the ferry Aurelia sink?", publisher=choice["value"])
    assert "Kithnos" in shown(reply)
