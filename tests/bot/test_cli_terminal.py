"""What a person sees at a terminal."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

if TYPE_CHECKING:
    from tests.conftest import Factbox, Writer

HELICOPTERS = "How many attack helicopters would Russia supply to Iraq?"

PROMPT = "\x1b[?2004h"
"""What prompt_toolkit writes when it begins to listen."""
COLOUR = re.compile(r"\x1b\[[\d;]*m")
LINK = re.compile(r"\x1b\]8;[^;]*;([^\x1b]*)\x1b\\")


def shown(screen: str) -> str:
    """The text on the screen, without colours and links."""
    return LINK.sub("", COLOUR.sub("", screen)).replace("\r\n", "\n")


def test_an_answer_marks_the_words_and_links_its_source(factbox: Factbox, seeded: Path) -> None:
    screen = factbox.at_terminal("ask", HELICOPTERS, "--data", seeded).out
    assert re.search(r"\x1b\[1;\d+mhelicopters", screen)
    assert any(link.startswith("https://www.thehindu.com/") and "#:~:text=" in link for link in LINK.findall(screen))
    text = shown(screen)
    for part in (
        "The Hindu",
        "2012-10-10",
        "Russia warms up to Iraq with arms deal",
        "https://www.thehindu.com/",
        "match",
    ):
        assert part in text


@pytest.mark.parametrize("columns", [40, 200])
def test_no_line_is_wider_than_the_screen_or_hard_to_read(factbox: Factbox, seeded: Path, columns: int) -> None:
    screen = shown(factbox.at_terminal("ask", HELICOPTERS, "--data", seeded, columns=columns).out)
    widest = max(len(line.rstrip()) for line in screen.splitlines())
    assert columns / 2 - 20 < widest <= min(columns, 100)


def test_colours_stay_away_when_they_are_not_wanted(factbox: Factbox, seeded: Path) -> None:
    screen = factbox.at_terminal("ask", HELICOPTERS, "--data", seeded, NO_COLOR="1").out
    assert not re.search(r"\x1b\[[\d;]*3\d", screen)
    dumb = factbox.at_terminal("ask", HELICOPTERS, "--data", seeded, TERM="dumb").out
    assert "\x1b" not in dumb


def test_the_list_never_cuts_what_is_needed_to_remove_an_article(factbox: Factbox, seeded: Path) -> None:
    ids = [article["id"] for article in json.loads(factbox("articles", "--json", "--data", seeded).out)]
    for columns in (40, 80):
        screen = shown(factbox.at_terminal("articles", "--data", seeded, columns=columns).out)
        assert all(article_id in screen for article_id in ids)


@pytest.mark.slow
def test_nothing_in_an_article_or_a_question_steers_the_terminal(
    factbox: Factbox, tmp_path: Path, write_file: Writer
) -> None:
    evil = "\x1b]0;owned\x07\x9b31m[red]"
    news = {"title": f"Ti{evil}tle", "publisher": evil, "text": f"The {evil} minister visited Basra on Monday."}
    data = ("--data", tmp_path / "data", "--no-seeds")
    added = factbox("add", write_file("news.jsonl", json.dumps(news)), *data)
    removed = factbox("remove", evil, *data)
    question = ("ask", f"Which {evil} minister visited Basra on Monday?", *data)
    piped = factbox(*question)
    for text in (added.out, removed.err, piped.out):
        assert not {"\x07", "\x9b", "\x1b"} & set(text)
    for command in (question, ("articles", *data), ("articles", "--sentences", *data)):
        screen = factbox.at_terminal(*command).out
        assert not {"\x07", "\x9b"} & set(screen)
        assert "\x1b" not in shown(screen)
        assert "]0;owned" in shown(screen)
        assert "[red]" in shown(screen)


def test_a_chat_answers_completes_and_ends(factbox: Factbox, own_data: Path) -> None:
    typed = [
        (PROMPT, f"{HELICOPTERS}\r"),
        ("match", ""),
        (PROMPT, "/ask Who visited B\x03"),  # Ctrl-C clears the line
        ("visited B", ""),
        (PROMPT, "/art\t"),
        ("/articles", "\r"),
        ("Washington Examiner", ""),
        (PROMPT, "/nonsense\r"),
        ("There is no command /nonsense", ""),
        (PROMPT, "\x04"),
    ]
    outcome = factbox.at_terminal("chat", "--data", own_data, typed=typed, PROMPT_TOOLKIT_NO_CPR="1")
    assert outcome.status == 0
    assert "36 Mi-28NE" in shown(outcome.out)
    history = own_data / "chat-history"
    assert HELICOPTERS in history.read_text()
    assert history.stat().st_mode & 0o077 == 0


def test_a_chat_through_a_pipe_is_plain(factbox: Factbox, seeded: Path) -> None:
    lines = ["", "/limit 1", HELICOPTERS, f"/ask {HELICOPTERS}", "/help", "/limit many", "/quit", "never asked"]
    outcome = factbox("chat", "--data", seeded, stdin="\n".join(lines).encode())
    assert outcome.status == 1
    assert outcome.err.count("\n") == 1
    assert "from 1 to 50" in outcome.err
    assert outcome.out.count("36 Mi-28NE") == 2
    assert "/articles" in outcome.out
    assert "\x1b" not in outcome.out


@pytest.mark.slow
def test_an_import_that_takes_long_shows_how_far_it_is(factbox: Factbox, own_data: Path, write_file: Writer) -> None:
    lines = "\n".join(json.dumps({"title": f"Story {number}", "text": "Envoys met."}) for number in range(1200))
    other = FileLock(own_data / "write.lock")
    with other:
        typed = [("Adding articles", other.release)]  # it takes long while another process writes
        screen = factbox.at_terminal("add", write_file("many.jsonl", lines), "--data", own_data, typed=typed).out
    assert re.search(r"Adding articles .*[1-9]\d*/\?", shown(screen))
    assert "Added 1,200 articles" in shown(screen)
