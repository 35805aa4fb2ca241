"""Each in the own language: commands, replies, buttons, forms and refusals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from bot.client import Factbox
from bot.memory.servers import ServerSettings
from bot.settings import Settings
from bot.texts import LANGUAGES, Texts, language_of, texts_in
from knowledge import Answer, Coverage, DataError, Filters
from tests.bot.debate import refusal
from tests.bot.fluent_files import sayings, texts
from tests.bot.locales import Locales, speaking
from tests.bot.replies_shown import labels, shown

HELICOPTERS = "How many attack helicopters would Russia supply to Iraq?"
CUP = "Who won the 1998 football world cup final in Paris?"
LOCALES = {"de": "de", "fr": "fr", "es-ES": "es", "es-419": "es", "ru": "ru", "uk": "uk"}
"""Discord's locales in which somebody gets another language than English."""
HOME = 900_000_000_000_000_001

every_locale = pytest.mark.parametrize(("locale", "language"), LOCALES.items())


class BrokenCoverage(Coverage):
    """Has a database that can't be read."""

    def ask(self, question: str, filters: Filters | None = None, limit: int = 5) -> Answer:  # noqa: ARG002
        raise DataError(Path("/srv/secret"), "damaged")


class Crowd:
    """A server in which people speak several languages."""

    def __init__(self, env: simcord.Env, bot: Factbox, locales: Locales) -> None:
        self.env = env
        self.guild = env.create_guild("Home", id=HOME)
        self.channel = self.guild.create_text_channel("debate")
        self.everything = self.guild.create_role("Admins", permissions=discord.Permissions(administrator=True))
        self._servers = bot.services.servers
        self._locales = locales

    def somebody(self, locale: str, *roles: Any) -> simcord.MemberActor:  # noqa: ANN401
        """A new member whose Discord is in that language."""
        member = self.guild.add_member(self.env.create_user(f"user{len(self._locales)}"), roles=list(roles))
        self._locales[member.id] = locale
        return member

    def set(self, language: str) -> None:
        """Choose the server's language."""
        self._servers.change(self.guild.id, ServerSettings(language=language))

    async def ask(self, locale: str, question: str = CUP, **options: object) -> simcord.InteractionResult:
        """What somebody who is new gets for a question."""
        return await self.somebody(locale).slash(self.channel, "ask", question=question, **options)


@pytest.fixture
def locales() -> Iterator[Locales]:
    with speaking() as locales:
        yield locales


@pytest.fixture
def crowd(simcord_env: simcord.Env, simcord_bot: Factbox, locales: Locales) -> Crowd:
    return Crowd(simcord_env, simcord_bot, locales)


@every_locale
async def test_a_private_reply_is_in_the_language_of_the_person(crowd: Crowd, locale: str, language: str) -> None:
    crowd.set("fr" if language != "fr" else "de")
    result = await crowd.ask(locale, private=True)
    assert result.ephemeral
    assert f"### {texts_in(language)('answer-none')}" in shown(result)
    assert labels(result) == [texts_in(language)("button-share")]


async def test_a_public_reply_is_in_the_language_of_the_server(crowd: Crowd) -> None:
    crowd.set("uk")
    assert f"### {texts_in('uk')('answer-none')}" in shown(await crowd.ask("de"))
    assert f"### {texts_in('uk')('answer-none')}" in shown(await crowd.ask("en-US"))


@every_locale
async def test_where_the_server_has_no_language_a_public_reply_is_in_that_of_the_person(
    crowd: Crowd, locale: str, language: str
) -> None:
    assert f"### {texts_in(language)('answer-none')}" in shown(await crowd.ask(locale))


async def test_a_language_that_is_not_there_falls_back_to_that_of_the_server_then_to_english(crowd: Crowd) -> None:
    assert f"### {texts_in('en')('answer-none')}" in shown(await crowd.ask("pl", private=True))
    crowd.set("ru")
    assert f"### {texts_in('ru')('answer-none')}" in shown(await crowd.ask("pl", private=True))
    refused = await crowd.ask("pl", since="never", private=True)
    assert refusal(refused) == texts_in("ru")("refused-date", words="never")
    assert len(crowd.env.errors) == 1


async def test_a_shared_reply_is_in_the_language_of_the_server(crowd: Crowd) -> None:
    crowd.set("es")
    somebody = crowd.somebody("ru")
    private = await somebody.slash(crowd.channel, "ask", question=CUP, private=True)
    assert private.response is not None
    [shared] = (await somebody.click(private.response, label=texts_in("ru")("button-share"))).followups
    told = str(shared.components)
    assert texts_in("es")("answer-none") in told
    assert texts_in("es")("reply-shared", person=somebody.mention) in told


@every_locale
async def test_a_failure_is_told_in_the_language_of_the_person(
    own_data: Path, locales: Locales, locale: str, language: str
) -> None:
    with BrokenCoverage.open(own_data) as coverage:
        bot = Factbox(coverage, Settings(own_data), shard_count=1)
        async with simcord.run(bot) as env:
            result = await Crowd(env, bot, locales).ask(locale)
            assert len(env.errors) == 1
    assert result.response is not None
    before, after = texts_in(language)("reply-failed", reference="|").split("|")
    assert re.fullmatch(re.escape(before) + "[0-9a-f]{6}" + re.escape(after), result.response.content)


def test_commands_have_names_in_all_locales_of_a_language(simcord_env: simcord.Env) -> None:
    [sync] = [request for request in simcord_env.http_requests if request.method == "PUT"]
    assert isinstance(sync.json, list)
    ask = next(command for command in sync.json if command["name"] == "ask")
    assert ask["name_localizations"] == {
        "de": "fragen", "fr": "demander", "es-ES": "preguntar", "es-419": "preguntar", "ru": "спросить",
        "uk": "запитати",
    }  # fmt: skip
    [question] = [option for option in ask["options"] if option["name"] == "question"]
    assert question["name_localizations"].keys() == question["description_localizations"].keys() == LOCALES.keys()


async def test_the_panel_offers_each_language_by_its_own_name(crowd: Crowd) -> None:
    panel = await crowd.somebody("de", crowd.everything).slash(crowd.channel, "settings")
    assert panel.response is not None
    told = str(panel.response.components)
    assert all(texts_in(language)("language-name") in told for language in LANGUAGES)


@pytest.mark.slow
@pytest.mark.parametrize("locale", ["de", "fr", "es-ES", "ru", "uk"])
async def test_nobody_meets_english_but_in_the_facts(
    crowd: Crowd, coverage: Coverage, own_data: Path, locale: str
) -> None:
    editor = crowd.somebody(locale, crowd.everything)
    settings = Settings(own_data, home=HOME, editors=frozenset({editor.id}))
    await crowd.env.restart_bot(Factbox(coverage, settings, shard_count=1))
    language = str(language_of(locale))
    for meet in (_lookups, _buttons, _menus, _refusals):
        await meet(crowd, locale, texts_in(language))
    await _desk(crowd, editor)
    told = "\n".join(_words(request.json) for request in crowd.env.http_requests if "commands" not in request.path)
    english = {part for pattern in texts("en").values() for part in _parts(pattern)}
    own = {part for pattern in texts(language).values() for part in _parts(pattern)}
    assert [part for part in sorted(english - own) if part in told] == []
    assert len([part for part in own if part in told]) > 40


async def _lookups(crowd: Crowd, locale: str, _say: Texts) -> None:
    for command, options in (
        ("ask", {"question": HELICOPTERS, "since": "2012"}),
        ("ask", {"question": CUP}),
        ("quotes", {"speaker": "Putin"}),
        ("quotes", {"speaker": "Putin", "until": "1999"}),
        ("quotes", {"speaker": "Zzyzx"}),
        ("timeline", {"topic": "Syria"}),
        ("timeline", {"topic": "Zzyzx"}),
        ("article", {"title": "Russia warms up to Iraq"}),
        ("article", {"title": "Zzyzx"}),
        ("coverage", {}),
        ("help", {}),
        ("privacy show", {}),
        ("privacy delete", {}),
    ):
        await crowd.somebody(locale).slash(crowd.channel, command, **options)


async def _buttons(crowd: Crowd, locale: str, say: Texts) -> None:
    somebody = crowd.somebody(locale)
    found = await somebody.slash(crowd.channel, "ask", question="What did Russia and Iraq agree?")
    assert found.response is not None
    await somebody.click(found.response, label=say("button-more"))
    await somebody.click(found.response, label=say("button-context"))
    form = await somebody.click(found.response, label=say("button-wrong"))
    assert form.modal is not None
    fields = [label["component"] for label in form.modal["components"]]
    await somebody.submit_modal(form, {fields[0]["custom_id"]: [fields[0]["options"][0]["value"]]})
    await crowd.somebody(locale).click(found.response, label=say("button-dismiss"))


async def _menus(crowd: Crowd, locale: str, _say: Texts) -> None:
    for menu in ("Check against the coverage", "Find sources"):
        for words in (
            "Russia would supply 48 attack helicopters to Iraq.",
            "well, well",
            "In 2011, 987654 Zzyzx fell.",
        ):
            message = await crowd.somebody("en-US").send(crowd.channel, words)
            await crowd.somebody(locale).context_menu(crowd.channel, menu, message)


async def _refusals(crowd: Crowd, locale: str, _say: Texts) -> None:
    hasty = crowd.somebody(locale)
    for options in ({"since": "never"}, {"since": "2013", "until": "2012"}, *[{}] * 6):
        await hasty.slash(crowd.channel, "ask", question=CUP, **options)
    await hasty.slash(crowd.channel, "quotes", speaker=" ")
    await hasty.slash(crowd.channel, "timeline", topic=" ")
    await crowd.somebody(locale, crowd.everything).slash(crowd.channel, "editors stats")
    assert len(crowd.env.errors) == 6


async def _desk(crowd: Crowd, editor: simcord.MemberActor) -> None:
    await editor.slash(crowd.channel, "settings")
    for command, topic in (("watch", "Syria"), ("watch", "Syria"), ("unwatch", "Syria"), ("unwatch", "Syria")):
        await editor.slash(crowd.channel, command, topic=topic)
    await editor.slash(crowd.channel, "watches")
    await editor.slash(crowd.channel, "editors add")
    await editor.slash(crowd.channel, "editors remove", title="Zzyzx")
    await editor.slash(crowd.channel, "editors feed", address="https://a.example/feed")
    for shown_list in ("unanswered", "wrong", "stats"):
        await editor.slash(crowd.channel, f"editors {shown_list}")
    assert len(crowd.env.errors) == 6 + 4


def _words(sent: Any) -> str:  # noqa: ANN401
    """All that people read of a request."""
    if isinstance(sent, dict):
        return "\n".join(_words(value) for key, value in sent.items() if key not in ("custom_id", "url", "value"))
    return "\n".join(map(_words, sent)) if isinstance(sent, list) else str(sent)


def _parts(pattern: Any) -> Iterator[str]:  # noqa: ANN401
    """What stands between the values of a text, where it is long enough to be known again."""
    for said in sayings(pattern):
        yield from (part for part in re.split(r"{[^}]*}|\n", said) if len(part.split()) > 2)
