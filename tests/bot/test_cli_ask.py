"""`factbox ask`, as scripts and pipes see it."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.cli.lines import LONGEST
from knowledge.bounds import LONGEST_QUESTION

if TYPE_CHECKING:
    from tests.conftest import Factbox

HELICOPTERS = "How many attack helicopters would Russia supply to Iraq?"

ARTICLE = {"id": str, "title": str, "publisher": str, "date": str, "url": str}
FACT = {"sentence": str, "score": float, "position": int, "link": str, "article": dict, "also_reported_by": list}
ANSWER = {"question": str, "answered": bool, "strength": float, "corrections": dict, "facts": list, "nearest": list}


def check(value: dict[str, object], form: Mapping[str, type]) -> None:
    """`value` has at least the keys of `form`, each of its type."""
    assert form.items() <= {key: type(item) for key, item in value.items()}.items()


def test_json_has_the_form_that_scripts_rely_on(factbox: Factbox, seeded: Path) -> None:
    outcome = factbox("ask", "--data", seeded, "--json", HELICOPTERS)
    assert (outcome.status, outcome.err, outcome.out.count("\n")) == (0, "", 1)
    answer = json.loads(outcome.out)
    check(answer, ANSWER)
    assert answer["question"] == HELICOPTERS
    assert answer["answered"] is True
    assert 0 <= answer["strength"] <= 1
    fact = answer["facts"][0]
    check(fact, FACT)
    check(fact["article"], ARTICLE)
    assert "36 Mi-28NE" in fact["sentence"]
    assert fact["link"].startswith(fact["article"]["url"] + "#:~:text=")
    assert fact["article"]["date"] == "2012-10-10"


def test_what_is_not_known_is_null_and_what_is_misspelt_is_told(factbox: Factbox, seeded: Path) -> None:
    question = "Which embasador will Italy return to Syria?"
    answer = json.loads(factbox("ask", question, "--json", "--data", seeded).out)
    assert answer["corrections"] == {"embasador": "ambassador"}
    fact = answer["facts"][0]
    assert fact["article"]["url"] is None
    assert fact["link"] is None


def test_a_pipe_gets_the_sentence_on_one_line_and_its_source_on_the_next(factbox: Factbox, seeded: Path) -> None:
    outcome = factbox("--data", seeded, "ask", "--limit", "1", *HELICOPTERS.split())
    sentence, source = outcome.out.splitlines()[:2]
    assert "36 Mi-28NE" in sentence
    assert source.startswith("The Hindu, 2012-10-10, Russia warms up to Iraq with arms deal, https://www.thehindu.com/")
    assert "\x1b" not in outcome.out
    assert not any("\u2500" <= character <= "\u259f" for character in outcome.out)


def test_lines_of_input_are_answered_in_step_whatever_they_hold(factbox: Factbox, seeded: Path) -> None:
    lines = [
        b"\xef\xbb\xbf" + HELICOPTERS.encode(),
        b"",
        b"   ",
        HELICOPTERS.encode() + b"\r",
        b"Wh\x00o is \xff\xfe\x80?",
        b"x" * (LONGEST_QUESTION + 1),
        b"x" * (3 * LONGEST),
        "🚁🚁🚁".encode(),
        "كم عدد الدبابات؟".encode(),
        HELICOPTERS.encode(),
    ]
    outcome = factbox("ask", "--json", "-", "--data", seeded, stdin=b"\n".join(lines))
    assert (outcome.status, outcome.err) == (0, "")
    answers = [json.loads(line) for line in outcome.out.splitlines()]
    assert len(answers) == len(lines)
    assert [answer["answered"] for answer in answers] == [True, False, False, True, *[False] * 5, True]
    assert [n for n, answer in enumerate(answers) if "error" in answer] == [1, 2, 5, 6]
    assert answers[0] == answers[3] == answers[9]
    assert all(answer["facts"] == [] for answer in answers[4:9])
    assert all(len(answer["question"]) <= LONGEST_QUESTION for answer in answers)
    for answer in answers:
        check(answer, ANSWER)


def test_each_line_is_answered_before_the_next_is_asked(factbox: Factbox, seeded: Path) -> None:
    pipe = subprocess.PIPE
    with factbox.start("ask", "--json", "-", "--data", seeded, stdin=pipe, stdout=pipe) as process:
        assert process.stdin
        assert process.stdout
        for question in (HELICOPTERS, "Who visited Baghdad?"):
            process.stdin.write(question.encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["question"] == question
        process.stdin.close()
    assert process.returncode == 0


SANK = "The ferry Aurelia sank off Kithnos on Friday, and fishermen brought all 214 passengers ashore before dark."
REST = "The harbour master said that the sea was calm and that nobody had called for help before the accident."
INQUIRY = "An inquiry into the state of the hull will begin on Monday in the courthouse of the nearest larger island."


@pytest.fixture(scope="module")
def ferry(factbox: Factbox, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with a report, a copy of it, one in its own words, and one with another figure."""
    texts = {
        "Post": f"{SANK} {REST}",
        "Coast": f"{SANK} {REST}",
        "Isle": f"{SANK.replace('The ferry', 'The old ferry')} {INQUIRY}",
        "Times": f"{SANK.replace('214', '180')} {INQUIRY}",
    }
    articles = [
        {
            "title": "Ferry",
            "publisher": name,
            "date": f"2019-06-1{day}",
            "text": text,
            "url": f"https://{name}.example/",
        }
        for day, (name, text) in enumerate(texts.items())
    ]
    directory = tmp_path_factory.mktemp("ferry")
    lines = directory / "ferry.jsonl"
    lines.write_text("\n".join(map(json.dumps, articles)))
    assert factbox("add", lines, "--data", directory / "data", "--no-seeds").status == 0
    return directory / "data"


FERRY = "How many passengers of the ferry Aurelia were brought ashore?"


def test_json_tells_copies_from_other_sources_and_has_other_figures(factbox: Factbox, ferry: Path) -> None:
    question = "Were 214 passengers of the ferry Aurelia brought ashore?"
    fact = json.loads(factbox("ask", question, "--json", "--data", ferry).out)["facts"][0]
    assert fact["publishers"] == 2
    reports = fact["also_reported_by"]
    assert {fact["article"]["publisher"], *(report["publisher"] for report in reports)} == {"Post", "Coast", "Isle"}
    assert [report["copy"] for report in reports].count(True) == 1
    [other] = fact["differing"]
    assert (other["publisher"], other["date"], other["sentence"]) == ("Times", "2019-06-13", SANK.replace("214", "180"))
    assert other["link"].startswith("https://Times.example/#:~:text=")


def test_a_pipe_gets_copies_and_other_figures_in_words(factbox: Factbox, ferry: Path) -> None:
    out = factbox("ask", FERRY, "--data", ferry).out
    assert "Same text in " in out
    assert "Also reported by " in out
    [other] = [line for line in out.splitlines() if line.startswith("Other figures: ")]
    assert re.match(r"Other figures: \w+, 2019-06-1\d: The .* ashore before dark\. https://", other)
    assert out.count("180 passengers") == 1


def test_filters_choose_the_articles(factbox: Factbox, seeded: Path) -> None:
    def publishers(*options: str) -> set[str]:
        environment = {"FACTBOX_THRESHOLD": "0"}
        words = ("ask", "--json", "--limit", "50", "Russia Iraq weapons", "--data", seeded)
        outcome = factbox(*words, *options, environment=environment)
        return {fact["article"]["publisher"] for fact in json.loads(outcome.out)["facts"]}

    assert publishers("--publisher", "the hindu") == {"The Hindu"}
    words = ("ask", "Russia Iraq weapons since 2013", "--until", "2015-12-31", "--json", "--data", seeded)
    filters = json.loads(factbox(*words).out)["filters"]
    assert filters == {"since": "2013-01-01", "until": "2015-12-31", "publisher": None}
    assert publishers("--since", "2013-01-01", "--until", "2015-12-31") == {"Your Middle East", "The Moscow Times"}


@pytest.mark.parametrize("words", ["What weapons did Russia sell to Iraq", "xyzzy plugh"], ids=["answered", "not"])
def test_filters_in_the_words_of_a_question_are_told_back(factbox: Factbox, seeded: Path, words: str) -> None:
    asked = ("ask", f"{words} since 2013?", "--until", "2015-12-31", "--data", seeded)
    assert factbox(*asked).out.splitlines()[-1] == "Only coverage since 1 January 2013."


def test_questions_without_an_answer_are_told_so(factbox: Factbox, seeded: Path) -> None:
    questions = ["🚁 🚁", "كم عدد الدبابات التي اشتراها العراق؟", "xyzzy plugh"]
    outcome = factbox("ask", "-", "--data", seeded, stdin="\n".join(questions).encode())
    assert (outcome.status, outcome.err) == (0, "")
    told = "The coverage does not say. It covers 2012-10-10 to 2024-07-26."
    assert [line for line in outcome.out.splitlines() if line in (*questions, told)] == [
        line for question in questions for line in (question, told)
    ]


@pytest.mark.parametrize("question", ["", " \t\u3000", "x" * 10_000])
def test_a_question_that_cannot_be_asked_gets_one_line(factbox: Factbox, seeded: Path, question: str) -> None:
    outcome = factbox("ask", "--data", seeded, "--", question)
    assert outcome.out == ""
    assert "uestion" in outcome.complaint


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask"],
        ["ask", "--limit", "0", "x"],
        ["ask", "--limit", "51", "x"],
        ["ask", "--since", "31.10.2012", "x"],
        ["ask", "--since", "2013-01-01", "--until", "2012-01-01", "x"],
        ["ask", "--data", "", "x"],
        ["answer", "x"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_told_in_plain_words(factbox: Factbox, arguments: list[str]) -> None:
    outcome = factbox(*arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert "Error: " in outcome.err
    assert "Traceback" not in outcome.err
    assert outcome.err.count("\n") <= 4


def test_a_question_loads_no_more_than_it_needs(factbox: Factbox, seeded: Path) -> None:
    environment = {"PYTHONPROFILEIMPORTTIME": "1"}
    outcome = factbox("ask", HELICOPTERS, "--data", seeded, environment=environment)
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in outcome.err.splitlines()}
    assert "knowledge" in loaded
    assert not loaded & {"discord", "sklearn", "scipy", "sqlalchemy", "prompt_toolkit", "asyncio", "rich", "sentencex"}
