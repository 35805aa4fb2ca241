"""What is logged, and what never is."""

import io
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.logs import log_handler
from tests.bot.bot_process import TOKEN


def logged(name: str, level: int, message: str, error: Exception | None = None) -> str:
    """What is written of a record."""
    stream = io.StringIO()
    handler = log_handler(stream)
    logger = logging.Logger(name, level=logging.NOTSET)
    logger.addHandler(handler)
    logger.log(level, message, exc_info=error)
    return stream.getvalue()


@pytest.mark.parametrize("level", [logging.DEBUG, logging.INFO])
@pytest.mark.parametrize("name", ["discord.http", "discord.gateway", "aiohttp.access", "root"])
def test_the_chatter_of_others_is_not_written(name: str, level: int) -> None:
    assert not logged(name, level, "PATCH https://discord.com/api/v10/users/@me")


@pytest.mark.parametrize("name", ["bot.client", "discord.http"])
@pytest.mark.parametrize(
    "secret",
    [
        TOKEN,
        f"'Bot {TOKEN}'",
        "url='https://discord.com/api/v10/webhooks/1000/interaction-secret/messages/@original'",
        "https://discord.com/api/v10/interactions/3000/interaction-secret/callback",
    ],
)
def test_a_token_is_not_written(name: str, secret: str) -> None:
    for line in (
        logged(name, logging.WARNING, f"It was {secret}, and failed"),
        logged(name, logging.ERROR, "It failed", ValueError(secret)),
    ):
        assert "***" in line
        assert "fail" in line
        assert TOKEN not in line
        assert "interaction-secret" not in line


def test_the_error_of_a_library_is_one_line() -> None:
    line = logged("discord.shard", logging.ERROR, "Attempting a reconnect", ConnectionError("no\nroute"))
    assert line.endswith("Attempting a reconnect (ConnectionError: no route)\n")


def test_our_own_error_has_its_traceback() -> None:
    try:
        raise ValueError("ours")
    except ValueError as error:
        assert "Traceback" in logged("bot.client", logging.ERROR, "It failed", error)


@given(message=st.text(st.characters(codec="utf-8", exclude_characters="/.\r\n")))
def test_what_is_not_secret_is_written_as_it_is(message: str) -> None:
    assert message in logged("bot.client", logging.INFO, message)
