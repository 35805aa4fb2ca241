"""The form of a token."""

import pytest

from bot.texts import english
from bot.token import bare_token, token_problem

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB"  # noqa: S105 - nobody's


@pytest.mark.parametrize("token", [TOKEN, f"Bot {TOKEN}", f"  {TOKEN}\n"])
def test_a_token_is_taken(token: str) -> None:
    assert token_problem(token) is None
    assert bare_token(token) == TOKEN


@pytest.mark.parametrize(
    ("token", "problem"),
    [
        (None, "start-no-token"),
        ("  ", "start-no-token"),
        (f'"{TOKEN}"', "start-token-quotes"),
        (f"“{TOKEN}”", "start-token-quotes"),
        (TOKEN[:30] + " " + TOKEN[30:], "start-token-spaces"),
        (TOKEN[:30] + "\n" + TOKEN[30:], "start-token-spaces"),
        (TOKEN.replace("G", "Г"), "start-token-characters"),
        (f"<{TOKEN}>", "start-token-characters"),
        ("8f14e45fceea167a5a36dedd4bea2543", "start-token-form"),
        (TOKEN.replace(".", "-"), "start-token-form"),
        ("abcdefghijklmnopqrstuvwx.GaBcDe.abcdefghijklmnopqrstuvwxyz01", "start-token-form"),
    ],
)
def test_what_is_no_token_is_named(token: str | None, problem: str) -> None:
    assert token_problem(token) == problem
    assert "DISCORD_TOKEN" in english()(problem)
