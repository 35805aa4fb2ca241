"""The texts in all languages: none missing, none too much, alike in what they hold, and within Discord's limits."""

from __future__ import annotations

import re
from collections import Counter
from itertools import product
from pathlib import Path
from typing import Any

import discord
import pytest
from fluent.syntax import ast

from bot import limits
from bot.client import Factbox
from bot.commands.building import Translations
from bot.markdown import length
from bot.settings import Settings
from bot.texts import LANGUAGES, language_of, texts_in
from knowledge import Coverage
from tests.bot.discord_rules.commands import sync_problems
from tests.bot.fluent_files import (
    CATEGORIES,
    ENGLISH,
    ENGLISH_ALONE,
    entries,
    members,
    plurals,
    sayings,
    texts,
    variables,
    walk,
)

OTHERS = [language for language in LANGUAGES if language != ENGLISH]
DOTTED = ("ru", "uk")
"""Where Discord ends a day with a dot, "12 октября 2012 г.", so that no sentence can end with it."""
DAYS = ("since", "until", "day", "span", "period")
"""Values that are days."""
GUILLEMETS = ("«", "»")
QUOTATION_MARKS = {
    "en": ("“", "”"),
    "de": ("„", "“"),
    "fr": GUILLEMETS,
    "es": GUILLEMETS,
    "ru": GUILLEMETS,
    "uk": GUILLEMETS,
}
MARKS = re.compile(r"\*\*|__|~~|\|\||[*_~`|<>\[\]]|^-# |^- |^#+ ", re.MULTILINE)
"""Markdown."""
ROOM = {
    r"button-.*|reply-open": 20,  # Discord takes 80
    r"menu-.*|command-.*-name|option-.*-name": limits.COMMAND_NAME,
    r"command-.*|option-.*": limits.COMMAND_DESCRIPTION,
    r"wrong-(title|sentence|note)": 45,  # a modal's title, and its labels
    r"wrong-kept": 100,
    r"settings-(replies-.*|language-automatic)|language-name|editors-gone": limits.OPTION_LABEL,
    r"settings-.*-all|editors-settle": 150,  # a select's placeholder
}
"""Characters of texts that Discord has little room for; the first that fits a text's name counts."""


def in_english_too(language: str) -> set[str]:
    """The names of the texts that are there in a language and in English."""
    return texts(language).keys() & texts(ENGLISH).keys()


every_language = pytest.mark.parametrize("language", LANGUAGES)
every_other_language = pytest.mark.parametrize("language", OTHERS)


@every_language
def test_every_file_is_read_to_its_end(language: str) -> None:
    broken = [entry.content for body in entries(language).values() for entry in body if isinstance(entry, ast.Junk)]
    assert not broken


@every_language
def test_every_text_is_written_once(language: str) -> None:
    names = Counter(entry.id.name for body in entries(language).values() for entry in body)
    assert [name for name, times in names.items() if times > 1] == []


@every_other_language
def test_every_text_is_there_in_the_same_file(language: str) -> None:
    def names(language: str, file: str) -> list[str]:
        return [entry.id.name for entry in entries(language).get(file, ())]

    for file in entries(ENGLISH).keys() - {ENGLISH_ALONE}:
        assert sorted(names(language, file)) == sorted(names(ENGLISH, file)), file
    assert entries(language).keys() == entries(ENGLISH).keys() - {ENGLISH_ALONE}


@every_other_language
def test_every_text_holds_the_same_values(language: str) -> None:
    for name in in_english_too(language):
        assert variables(texts(language)[name]) == variables(texts(ENGLISH)[name]), name


@every_language
def test_every_plural_has_the_forms_of_its_language(language: str) -> None:
    for name, pattern in texts(language).items():
        for plural in plurals(pattern):
            needed = {one for one in CATEGORIES if members(language, one) - plural.numbers.keys()}
            assert needed <= plural.categories.keys() <= needed | {"other"}, name


@every_language
def test_a_plural_form_of_several_numbers_tells_the_number(language: str) -> None:
    """In Russian, 21 has the form of 1."""
    for name, pattern in texts(language).items():
        for plural in plurals(pattern):
            for category, said in plural.categories.items():
                if len(members(language, category) - plural.numbers.keys()) > 1:
                    assert all(f"{{${plural.variable}}}" in one for one in said), (name, category)


@every_other_language
def test_every_text_has_the_same_markdown(language: str) -> None:
    def marks(pattern: Any) -> set[tuple[str, ...]]:  # noqa: ANN401
        return {tuple(sorted(MARKS.findall(said))) for said in sayings(pattern)}

    for name in in_english_too(language):
        assert marks(texts(language)[name]) == marks(texts(ENGLISH)[name]), name


@every_language
def test_marks_and_brackets_are_closed(language: str) -> None:
    for name, pattern in texts(language).items():
        for said in sayings(pattern):
            assert all(said.count(mark) % 2 == 0 for mark in ("**", "`")), name
            assert all(
                said.count(one) == said.count(other) for one, other in ("()", "[]", QUOTATION_MARKS[language])
            ), name


@every_other_language
def test_quotation_marks_are_those_of_the_language(language: str) -> None:
    foreign = set("\"“”„‚‘«»‹›'") - set(QUOTATION_MARKS[language])
    for name, pattern in texts(language).items():
        assert not [said for said in sayings(pattern) if foreign.intersection(said)], name


def test_french_marks_stand_apart_without_a_line_break() -> None:
    tight = re.compile(r"(?<![\xa0\w])[?!;»]|[^\xa0]:(?!//)|«(?!\xa0)")
    for name, pattern in texts("fr").items():
        assert not [said for said in sayings(pattern) if tight.search(said)], name


@pytest.mark.parametrize("language", DOTTED)
def test_no_sentence_ends_with_a_day_that_has_a_dot(language: str) -> None:
    ends = re.compile(rf"{{\$({'|'.join(DAYS)})}}\.")
    for name, pattern in texts(language).items():
        assert not [said for said in sayings(pattern) if ends.search(said)], name


@every_language
def test_commands_are_told_by_the_names_that_they_have(language: str) -> None:
    """By reference, that is, so that a name is not told as it was or as it is in another language."""
    for name, pattern in texts(language).items():
        said = [element.value for element in walk(pattern) if isinstance(element, ast.TextElement)]
        assert not [one for one in said if re.search(r"(?<![\w/:])/\w", one)], name


@every_language
def test_every_text_can_be_said(language: str) -> None:
    say = texts_in(language)
    counted = {name: {plural.variable for plural in plurals(pattern)} for name, pattern in texts(language).items()}
    for name, pattern in texts(language).items():
        numbers, words = counted[name], variables(pattern) - counted[name]
        for chosen in product((0, 1, 2, 3, 5, 21, 1_000), repeat=len(numbers)):
            values = dict(zip(sorted(numbers), chosen, strict=True)) | {word: f"⟨{word}⟩" for word in words}
            said = say(name, **values)
            assert said == said.strip() != "", name
            assert "{" not in said, name


@every_language
def test_every_text_has_room(language: str) -> None:
    say = texts_in(language)
    for name, pattern in texts(language).items():
        most = next((most for names, most in ROOM.items() if re.fullmatch(names, name)), None)
        if most is not None:
            assert not variables(pattern), name
            assert 1 <= length(say(name)) <= most, f"{name}: {length(say(name))} characters, with room for {most}"


@every_language
def test_names_of_commands_are_such_as_discord_takes(language: str) -> None:
    say = texts_in(language)
    for name in texts(language):
        if re.fullmatch(r"(command|option)-.*-name", name):
            assert re.fullmatch(r"[-_\w]{1,32}", say(name)), name
            assert say(name) == say(name).lower(), name


async def test_discord_would_take_all_commands_in_all_languages(coverage: Coverage, own_data: Path) -> None:
    tree = Factbox(coverage, Settings(own_data, home=1), shard_count=1).tree
    for server in (None, discord.Object(1)):
        payload = [await one.get_translated_payload(tree, Translations()) for one in tree.get_commands(guild=server)]
        assert payload
        assert not list(sync_problems(payload, everywhere=server is None))
        for command in payload:
            told = {language_of(locale) for locale in command["name_localizations"]}
            assert told == set(OTHERS), command["name"]


def test_a_locale_means_its_language() -> None:
    assert [language_of(locale) for locale in ("es-ES", "es-419", "en-GB", "uk", "pl", None)] == [
        "es", "es", "en", "uk", None, None,
    ]  # fmt: skip


def test_the_languages_call_themselves_by_different_names() -> None:
    assert len({texts_in(language)("language-name") for language in LANGUAGES}) == len(LANGUAGES)
