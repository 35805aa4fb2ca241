"""`factbox quotes`, `timeline` and `check`, as scripts, pipes and people see them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from knowledge.answering.checking import LONGEST_MESSAGE

if TYPE_CHECKING:
    from tests.conftest import Factbox

ARTICLE = {"id", "title", "publisher", "date", "url"}
READY = "We are ready to provide Iraq with any Russian-made military products."
MESSAGE = "🚁 lol\npretty sure Turkey deployed like 40 jets at Diyarbakir. Jupiter has 95 moons."


def test_quotes_as_json_hold_the_speakers_own_words(factbox: Factbox, seeded: Path) -> None:
    outcome = factbox("quotes", "Lavrov", "weapons", "for", "Iraq", "--limit", "3", "--json", "--data", seeded)
    assert (outcome.status, outcome.err, outcome.out.count("\n")) == (0, "", 1)
    found = json.loads(outcome.out)
    assert (found["speaker"], found["about"]) == ("Lavrov", "weapons for Iraq")
    assert 1 <= len(found["quotes"]) <= 3
    own = [quote["sentence"][slice(*span)] for quote in found["quotes"] for span in quote["spans"]]
    assert READY in own
    for quote in found["quotes"]:
        assert set(quote) == {"speaker", "sentence", "spans", "position", "link", "article"}
        assert set(quote["article"]) == ARTICLE
        assert quote["speaker"].endswith(" Lavrov")


def test_a_timeline_as_json_is_in_order(factbox: Factbox, seeded: Path) -> None:
    words = ("timeline", "Russia", "Iraq", "weapons", "--json", "--data", seeded)
    found = json.loads(factbox(*words, "--publisher", "The Hindu", "--limit", "7").out)
    assert found["topic"] == "Russia Iraq weapons"
    assert found["filters"] == {"since": None, "until": None, "publisher": "The Hindu"}
    events = found["events"]
    assert 2 <= len(events) <= 7
    assert [event["first"] for event in events] == sorted(event["first"] for event in events)
    for event in events:
        assert {"first", "last", "stated", "sentence", "position", "link", "article"} <= set(event)
        assert event["article"]["publisher"] == "The Hindu"
        assert event["stated"] or event["first"] == event["article"]["date"]


def test_a_message_from_standard_input_is_checked_claim_by_claim(factbox: Factbox, seeded: Path) -> None:
    outcome = factbox("check", "-", "--json", "--data", seeded, stdin=f"{MESSAGE}\n".encode())
    found = json.loads(outcome.out)
    assert found["message"] == MESSAGE
    jets, moons = found["claims"]
    for claim in (jets, moons):
        assert MESSAGE[slice(*claim["span"])] == claim["text"]
        assert {"answered", "strength", "corrections", "facts", "differing"} <= set(claim)
    [pair] = jets["differing"]
    assert MESSAGE[slice(*pair["claim"])] == "40 jets"
    assert jets["facts"][0]["sentence"][slice(*pair["fact"])] == "25 F-16 fighter jets"
    assert (moons["answered"], moons["facts"]) == (False, [])


def test_a_person_sees_figures_side_by_side_and_no_verdict(factbox: Factbox, seeded: Path) -> None:
    screen = factbox.at_terminal("check", MESSAGE, "--data", seeded).out
    assert screen.count("\x1b[1;4m") >= 2  # in the message and in the fact
    text = re.sub(r"\x1b\]8;[^\x1b]*\x1b\\|\x1b\[[\d;]*m", "", screen)
    assert 'Figures: "40 jets" in the message, "25 F-16 fighter jets" in the coverage' in text
    assert "The coverage does not say." in text
    assert not re.search(r"\b(true|false|wrong|right|correct)\b", text, re.IGNORECASE)


def test_a_chat_through_a_pipe_has_the_same_commands(factbox: Factbox, seeded: Path) -> None:
    lines = [
        "/limit 1",
        "/quotes Lavrov about military products",
        "/quotes Xyzzy",
        "/timeline Russia Iraq weapons",
        "/timeline xyzzy",
        f"/check {MESSAGE.splitlines()[1]}",
        "/check hello there",
        "/quotes",
        "/timeline",
        "/check",
    ]
    outcome = factbox("chat", "--data", seeded, stdin="\n".join(lines).encode())
    assert READY in outcome.out
    for part in (
        "\nSergei Lavrov, ",
        "The coverage quotes nobody of that name.\n",
        "\nThe coverage does not say.\n",
        "\nClaim: Turkey deployed like 40 jets at Diyarbakir\n",
        "\nNo claim is found in this message.\n",
    ):
        assert part in outcome.out
    assert re.search(r"^\d+ \w+ 20\d\d( \(date of the article\))?$", outcome.out, re.MULTILINE)
    assert [line.partition(" is empty")[0] for line in outcome.err.splitlines()] == [
        "factbox: The name",
        "factbox: The topic",
        "factbox: The message",
    ]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["quotes", " "], "The name is empty"),
        (["quotes", "x" * 3_000], "2,000 characters"),
        (["check", "-"], "4,000 characters and this one has 200,000"),
    ],
    ids=["blank", "long", "long-input"],
)
def test_what_cannot_be_asked_gets_one_line(factbox: Factbox, seeded: Path, arguments: list[str], told: str) -> None:
    assert LONGEST_MESSAGE == 4_000
    outcome = factbox(*arguments, "--data", seeded, stdin=("x " * 100_000).encode())
    assert outcome.out == ""
    assert told in outcome.complaint
