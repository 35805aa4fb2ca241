"""Foreign text as Discord Markdown: nothing of it may be more than text."""

from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st
from simcord.preview._markdown import markdown_tokens

from bot.markdown import day, length, show
from tests.bot.discord_rules.harmless import as_it_should_look, rendered
from tests.bot.discord_rules.hostile import HOSTILE

SPANS = st.lists(st.tuples(st.integers(-2, 60), st.integers(-2, 60)), max_size=6)


@given(HOSTILE, SPANS)
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


@given(HOSTILE)
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


@given(HOSTILE, SPANS, st.integers(1, 80))
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
    assert show("漢" * 500, 100) == "漢" * 98 + "…"


def test_what_turns_text_around_is_left_out() -> None:
    assert show("\u202eevil\u202c \u2067text\u2069\x00", 100) == "evil text"


@given(st.dates())
def test_a_day_of_any_year_is_the_same_at_greenwich(value: date) -> None:
    seconds = int(day(value).removeprefix("<t:").removesuffix(":D>"))
    assert divmod(seconds, 86_400) == (value.toordinal() - date(1970, 1, 1).toordinal(), 43_200)
