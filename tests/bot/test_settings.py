"""Settings from the environment and .env, and the file that explains them."""

from __future__ import annotations

import re
from collections import UserDict
from pathlib import Path

import pytest

from bot.settings import Settings
from knowledge import SettingError

ROOT = Path(__file__).parents[2]


class Recorder(UserDict[str, str]):
    """An environment that remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def get(self, name: str, default: str | None = None) -> str | None:  # type: ignore[override]
        self.asked.add(name)
        return super().get(name, default)


def test_the_example_names_exactly_the_settings_and_explains_each(tmp_path: Path) -> None:
    environment = Recorder()
    Settings.load(environment, tmp_path / ".env")
    example = (ROOT / ".env.example").read_text("utf-8")
    named = re.findall(r"^#.*\n([A-Z_]+)=$", example, re.MULTILINE)
    assert set(named) == environment.asked
    assert len(re.findall(r"^[^#\n]", example, re.MULTILINE)) == len(named)


def test_the_example_itself_sets_nothing() -> None:
    assert Settings.load({}, ROOT / ".env.example") == Settings.load({}, ROOT / "no such file")


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_text("FACTBOX_THRESHOLD=0.1\nFACTBOX_DATA=/written\nDISCORD_TOKEN='from file'\n")
    settings = Settings.load({"FACTBOX_THRESHOLD": " 0.2 ", "FACTBOX_DATA": ""}, dotenv)
    assert settings.threshold == 0.2
    assert settings.data != Path("/written")
    assert settings.token == "from file"  # noqa: S105
    assert "from file" not in repr(settings)


@pytest.mark.parametrize("value", ["high", "-1", "1.5", "nan", "inf", "0,5"])
def test_a_threshold_that_cannot_be_used_is_named(value: str, tmp_path: Path) -> None:
    with pytest.raises(SettingError) as caught:
        Settings.load({"FACTBOX_THRESHOLD": value}, tmp_path / ".env")
    assert caught.value.name == "FACTBOX_THRESHOLD"


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_bytes(b"\xff\xfe\x00D")
    with pytest.raises(SettingError):
        Settings.load({}, dotenv)


def test_where_articles_may_be_fetched_from_is_set(tmp_path: Path) -> None:
    environment = {
        "FACTBOX_NETWORKS": "192.168.7.0/24, fd12:3456::/64,127.0.0.1",
        "FACTBOX_PROXY": "1",
        "FACTBOX_CONTACT": "https://example.org/factbox?by=us",
    }
    settings = Settings.load(environment, tmp_path / ".env")
    assert list(map(str, settings.networks)) == ["192.168.7.0/24", "fd12:3456::/64", "127.0.0.1/32"]
    assert (settings.proxied, settings.contact) == (True, "https://example.org/factbox?by=us")
    assert (Settings.load({}, tmp_path / ".env").networks, Settings.load({}, tmp_path / ".env").proxied) == ((), False)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("FACTBOX_NETWORKS", value) for value in ("intranet", "10.0.0.1/8", "10.0.0.0/33", "10.0.0.0-10.0.0.9")),
        *(("FACTBOX_PROXY", value) for value in ("yes", "http://proxy:3128")),
        *(("FACTBOX_CONTACT", value) for value in ("our team", "me)", "é", "a\r\nX: b", "a" * 201)),
    ],
)
def test_a_setting_of_fetching_that_cannot_be_used_is_named(name: str, value: str, tmp_path: Path) -> None:
    with pytest.raises(SettingError) as caught:
        Settings.load({name: value}, tmp_path / ".env")
    assert caught.value.name == name
