"""Foreign text as Discord Markdown: nothing of it may be more than text."""

import re
import unicodedata
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st
from simcord.preview._markdown import markdown_tokens

from bot.markdown import day, length, show

MARKS = st.sampled_from(
    [
        *"\\`*_~|<>[]()#@:.!/-+ \n\t\"'",
        *("**", "||", "```", "> ", "# ", "-# ", "1. ", "https://a.example/", "](https://a.example)"),
        *("<@1>", "<#1>", "<t:1>", "<t:1:R>", "</ask:1>", "<:x:1>", "<a:x:1>", "<id:home>", "@everyone", "@here"),
        *(
            ":smile:",
            "\u202e",
            "\u2066",
            "\u2069",
            "\u200b",
            "\0",
            "é",
            "नमस्ते",
            "سلام",
            "שלום",
            "漢字",
            "👩",
            "word",
            "7",
        ),
    ]
)
TEXTS = st.lists(MARKS | st.characters(), max_size=40).map("".join)
SPANS = st.lists(st.tuples(st.integers(-2, 60), st.integers(-2, 60)), max_size=6)

# What Discord's clients read as more than text, in the order in which they try it. "text" ends before anything else
# could start. From the rules that discord.py documents and from those of simple-markdown, which Discord builds on.
RULES = re.compile(
    r"""(?P<escape>\\[^0-9A-Za-z\s])
    |(?P<block>^(?:>>>\ |>\ |\#{1,3}\ |-\#\ |\s*[-*+]\ |\s*\d+\.\ ))
    |(?P<code>`+)|(?P<strong>\*\*(?P<inner>(?:\\.|[^\\])+?)\*\*(?!\*))
    |(?P<emphasis>[*_])|(?P<strike>~~)|(?P<spoiler>\|\|)
    |(?P<reference><(?:@[!&]?\d+|\#\d+|t:-?\d+(?::\w)?|a?:\w+:\d+|/[^:>]+:\d+|id:\w+|https?://[^>]*)>)
    |(?P<address>(?:https?|steam)://\S)|(?P<everyone>@(?:everyone|here))|(?P<emoji>:\w+:)
    |(?P<link>\[[^\]]*\]\([^)]*\))
    |(?P<text>[^\W_]+|.)""",
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)


def rendered(markdown: str) -> str:
    """What Discord shows of Markdown that may hold bold and nothing else."""
    shown = ""
    for match in RULES.finditer(markdown):
        if match["escape"]:
            shown += match["escape"][1:]
        elif match["strong"]:
            shown += rendered(match["inner"])
        else:
            assert match["text"], f"{match.lastgroup} in {markdown!r}"
            shown += match["text"]
    return shown


INVISIBLE = dict.fromkeys([0x200B, *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC)])


def as_it_should_look(text: str) -> str:
    """The text on one line, without what isn't seen."""
    spaced = "".join(" " if one.isspace() else one for one in text)
    seen = "".join(one for one in spaced if unicodedata.category(one) not in ("Cc", "Cs"))
    return " ".join(seen.translate(INVISIBLE).split())


@given(TEXTS, SPANS)
@example("# a", [])
@example("-# a", [])
@example("- a", [])
@example("> a", [])
@example("1. a", [(0, 1)])
@example("1. a", [])
@example("1" * 45 + ". a", [])
@example("a**b", [(0, 1), (1, 2)])
@example("*a*", [(1, 2)])
@example("a\\b", [(0, 2)])
def test_hostile_text_shows_as_itself(text: str, spans: list[tuple[int, int]]) -> None:
    shown = show(text, 4_000, spans)
    assert " ".join(rendered(shown).split()) == as_it_should_look(text)


@given(TEXTS)
def test_simcord_renders_it_as_itself_too(text: str) -> None:
    plain = as_it_should_look(text.replace("&", ""))  # CommonMark knows entities, Discord doesn't
    tokens = markdown_tokens(f"x {show(plain, 4_000)}", "text_display")
    assert flattened(tokens).split() == f"x {plain}".split()


def flattened(tokens: list[dict[str, object]]) -> str:
    """The text of simcord's tokens, none of which may be more than text."""
    shown = ""
    for token in tokens:
        assert token["type"] in ("inline", "paragraph", "text"), token
        shown += str(token.get("content", ""))
        children = token.get("children", [])
        assert isinstance(children, list)
        shown += flattened(children)
    return shown


@given(TEXTS, SPANS, st.integers(1, 80))
def test_never_longer_than_the_limit(text: str, spans: list[tuple[int, int]], limit: int) -> None:
    assert length(show(text, limit, spans)) <= limit


def test_matched_words_are_bold() -> None:
    assert show("Up to 36 Mi-28NE attack helicopters.", 200, [(17, 23), (24, 35)]) == (
        r"Up to 36 Mi\-28NE **attack** **helicopters**."
    )


def test_words_that_meet_share_their_marks() -> None:
    assert show("Mi-28", 200, [(0, 2), (2, 5)]) == r"**Mi\-28**"


def test_long_text_is_cut_at_a_word() -> None:
    assert show("one two three four", 12) == "one two …"


def test_text_without_spaces_is_cut_too() -> None:
    assert show("漢" * 500, 100).rstrip("…") == "漢" * 80


def test_what_turns_text_around_is_left_out() -> None:
    assert show("\u202eevil\u202c \u2067text\u2069\x00", 100) == "evil text"


@given(st.dates())
def test_a_day_of_any_year_is_the_same_at_greenwich(value: date) -> None:
    seconds = int(day(value).removeprefix("<t:").removesuffix(":D>"))
    assert divmod(seconds, 86_400) == (value.toordinal() - date(1970, 1, 1).toordinal(), 43_200)
