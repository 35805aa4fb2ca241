"""What counts as a message that shows foreign text as text: the check on which other tests rely."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.markdown import show
from tests.bot.discord_rules.components import Kind
from tests.bot.discord_rules.harmless import as_it_should_look, assert_harmless, shown
from tests.bot.discord_rules.hostile import HOSTILE

LINK = "https://a.example/b"


def message(*contents: str) -> dict[str, Any]:
    return {"components": [{"type": Kind.TEXT, "content": content} for content in contents]}


@pytest.mark.parametrize(
    "content",
    [
        "### The coverage does not say",
        "> Up to 36 **Mi\\-28NE** **helicopters**",
        "-# **The Hindu** · <t:1349870400:D> · Russia warms up",
        "Ask again <t:1349870400:R>",
        f"- [the **article**]({LINK}#:~:text=Up)",
        "Ask in <#1>",
        "\\@everyone \\<\\@1\\> \\`code\\` \\|\\|spoiler\\|\\| https\\://evil.example \\# 1\\. \\- \\> \\*a\\*",
    ],
)
def test_what_the_bot_writes_is_harmless(content: str) -> None:
    assert_harmless(message(content), [LINK], ["<#1>"])


@pytest.mark.parametrize(
    "foreign",
    [
        *("@everyone", "@here", "<@1>", "<@!1>", "<@&1>", "<#1>", "</ask:1>", "</ask more:1>", "<id:home>"),
        *("<t:1>", "<t:1:F>", "<:x:1>", "<a:x:1>", ":smile:"),
        *("https://evil.example", "http://evil.example", "<https://evil.example>", "steam://run/1"),
        *("[x](https://evil.example)", f"[x]({LINK}.evil.example)", f"[{LINK}](https://evil.example)"),
        *("`code`", "```code```", "||spoiler||", "~~gone~~", "*slanted*", "_slanted_", "__lined__"),
        *("# Head", ">>> quote", "1. first", "* first", "+ first", "\n# Head", "\n   - first"),
        *("**", "**a", "**a***", "** a**b**"),
    ],
)
def test_foreign_text_that_is_alive_is_harmful(foreign: str) -> None:
    with pytest.raises(AssertionError):
        assert_harmless(message(foreign), [LINK])
    assert_harmless(message(show(foreign, 400)), [LINK])


@pytest.mark.parametrize("foreign", ["# Head", "-# small", "> quote", "- first", "1. first", "### Head"])
def test_what_begins_a_line_is_harmful_after_what_begins_the_bots_own(foreign: str) -> None:
    for own in ("> ", "-# ", "### ", "- "):
        with pytest.raises(AssertionError):
            assert_harmless(message(f"{own}{foreign}"))


@pytest.mark.parametrize(
    ("payload", "links"),
    [
        ({"content": "@everyone"}, []),
        ({"embeds": [{"description": "x", "fields": [{"name": "x", "value": "`x`"}]}]}, []),
        ({"embeds": [{"title": "x", "url": "https://evil.example/"}]}, [LINK]),
        (
            {"components": [{"type": 1, "components": [{"type": 2, "style": 5, "url": "https://evil.example/"}]}]},
            [LINK],
        ),
        ({"components": [{"type": 1, "components": [{"type": 2, "style": 2, "label": "\u202eevil"}]}]}, []),
        ({"choices": [{"name": "\u2067evil", "value": "x"}]}, []),
        ({"components": [{"type": 17, "components": [{"type": 9, "components": [{"type": 10, "content": "*"}]}]}]}, []),
    ],
)
def test_it_looks_everywhere(payload: dict[str, Any], links: list[str]) -> None:
    with pytest.raises(AssertionError):
        assert_harmless(payload, links)


def test_labels_and_choices_are_no_markdown() -> None:
    assert_harmless({"choices": [{"name": "@everyone *x*", "value": "`x`"}]})
    picture = {"description": "*x*", "media": {"url": "attachment://chart.png"}}
    assert_harmless({"components": [{"type": Kind.GALLERY, "items": [picture]}]})


@given(HOSTILE, st.sampled_from(["> ", "-# ", "### ", "Also reported by "]))
def test_escaped_text_is_harmless_and_seen_as_it_is(text: str, before: str) -> None:
    payload = message(f"{before}{show(text, 4_000)} · <t:1349870400:D>")
    assert_harmless(payload)
    assert as_it_should_look(text) in " ".join(shown(payload).split())
