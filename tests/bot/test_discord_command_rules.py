"""The rules of Discord for commands and choices: what is just within each is taken, and what is just beyond is not."""

from typing import Any

import pytest

from tests.bot.discord_rules.problems import Payload
from tests.bot.discord_rules.traffic import Sent, problems

EVERYWHERE, SERVER = "/applications/1000/commands", "/applications/1000/guilds/2000/commands"
ASKED = {"contexts": [0], "integration_types": [0]}


def command(name: str = "ask", **rest: Any) -> Payload:  # noqa: ANN401
    return {"type": 1, "name": name, "description": "x", "options": [], **ASKED, **rest}


def menu(name: str = "Find sources", **rest: Any) -> Payload:  # noqa: ANN401
    return {"type": 3, "name": name, **ASKED, **rest}


def option(name: str = "question", **rest: Any) -> Payload:  # noqa: ANN401
    return {"type": 3, "name": name, "description": "x", **rest}


def subcommand(name: str = "add", *options: Payload, kind: int = 1) -> Payload:
    return {"type": kind, "name": name, "description": "x", "options": list(options)}


def with_options(*options: Payload) -> Payload:
    return command(options=list(options))


def with_choices(*choices: tuple[str, object]) -> Payload:
    return with_options(option(choices=[{"name": name, "value": value} for name, value in choices]))


def in_german(part: Payload, **translations: str) -> Payload:
    return part | {f"{field}_localizations": {"de": text} for field, text in translations.items()}


def found(path: str, body: object) -> list[str]:
    """What is wrong with a sync, by our own rules alone."""
    return [problem for problem in problems(Sent("PUT", path, body)) if "OpenAPI" not in problem]


@pytest.mark.parametrize(
    ("taken", "refused", "reason"),
    [
        (command("x" * 32), command("x" * 33), "[0].name: 33 characters"),
        (command("ask-me_2"), command("ask me"), "'ask me' has a character"),
        (command("प्रश्न"), command("a.b"), "'a.b' has a character"),
        (command("вопрос"), command("Вопрос"), "'Вопрос' is not in lower case"),
        (in_german(command(), name="frage"), in_german(command(), name="Frage"), "name_localizations.de: 'Frage'"),
        (in_german(command(), name="frage"), in_german(command(), name="zwei worte"), "name_localizations.de: 'zwei"),
        (in_german(command(), name="x" * 32), in_german(command(), name=""), "name_localizations.de: 0 characters"),
        (command(description="x" * 100), command(description="x" * 101), "[0].description: 101 characters"),
        (command(description="x"), command(description=""), "[0].description: 0 characters"),
        (
            in_german(command(), description="x" * 100),
            in_german(command(), description="x" * 101),
            "description_localizations.de: 101",
        ),
        (command(), command(name_localizations={"sw": "x"}), "no locale 'sw'"),
        (command(), command(contexts=None), "[0].contexts: not said"),
        (command(), command(integration_types=[]), "[0].integration_types: not said"),
        (command(contexts=[0, 1, 2]), command(contexts=[0, 3]), "[0].contexts: 3"),
        (command(contexts=[0, 1]), command(contexts=[0, 0]), "[0].contexts: 0 is there 2 times"),
        (command(), command(type=4), "[0].type: 4"),
        (with_options(option(type=11)), with_options(option(type=12)), "options[0].type: 12"),
        (with_options(option(min_length=6_000)), with_options(option(min_length=6_001)), "min_length: 6001"),
        (
            with_options(*(option(f"a{n}") for n in range(25))),
            with_options(*(option(f"a{n}") for n in range(26))),
            "[0].options: 26 options",
        ),
        (
            with_options(option("a", required=True), option("b")),
            with_options(option("a"), option("b", required=True)),
            "behind one that is not",
        ),
        (with_options(option("a"), option("b")), with_options(option("a"), option("a")), "options.name: 'a' is there"),
        (
            with_options(in_german(option("a"), name="x"), in_german(option("b"), name="y")),
            with_options(in_german(option("a"), name="b"), option("b")),
            "options.name_localizations.de: 'b' is there 2 times",
        ),
        (with_options(option("x" * 32)), with_options(option("Question")), "[0].options[0].name: 'Question'"),
        (with_options(option()), with_options(option(description="")), "[0].options[0].description: 0"),
        (with_options(option(max_length=6_000)), with_options(option(max_length=6_001)), "max_length: 6001"),
        (
            with_options(option(type=4, min_value=1, max_value=1)),
            with_options(option(type=4, min_value=2, max_value=1)),
            "min_value 2 is above max_value 1",
        ),
        (with_options(option()), with_options(option(type=4, max_length=1)), "only a text has a length"),
        (
            with_choices(*((str(n), n) for n in range(25))),
            with_choices(*((str(n), n) for n in range(26))),
            "choices: 26 choices",
        ),
        (with_choices(("x" * 100, "x" * 100)), with_choices(("x" * 101, "x")), "choices[0].name: 101"),
        (with_choices(("x", "x" * 100)), with_choices(("x", "x" * 101)), "choices[0].value: 101"),
        (with_choices(("a", 1), ("b", 2)), with_choices(("a", 1), ("a", 2)), "choices.name: 'a' is there 2 times"),
        (
            with_options(option(autocomplete=True)),
            with_options(option(autocomplete=True, choices=[{"name": "a", "value": "a"}])),
            "exclude each other",
        ),
        (
            with_options(subcommand("feeds", subcommand("add", option()), kind=2), subcommand()),
            with_options(subcommand("a", subcommand("b"))),
            "too deep",
        ),
        (with_options(subcommand()), with_options(subcommand(), option()), "subcommands beside other options"),
        (menu("x" * 32), menu("x" * 33), "[0].name: 33 characters"),
        (in_german(menu(), name="Quellen finden"), in_german(menu(), name="x" * 33), "name_localizations.de: 33"),
        (menu(), menu(description="x"), "a menu has no description"),
        (menu(), menu(contexts=None), "[0].contexts: not said"),
    ],
)
def test_a_command(taken: Payload, refused: Payload, reason: str) -> None:
    assert not found(EVERYWHERE, [taken])
    assert any(reason in problem for problem in found(EVERYWHERE, [refused]))


def test_the_size_of_a_command_counts_each_text_in_its_longest_language() -> None:
    choices = [{"name": f"{n}{'x' * 99}", "value": "x" * 100} for n in range(3)]
    first = option("a00", description="x" * 97, choices=choices)
    rest = [option(f"a{n:02}", description="x" * 97, choices=choices[:1]) for n in range(1, 25)]
    for translated, size in ((97, 8_000), (98, 8_001)):
        options = [in_german(first, description="x" * translated), *rest]
        wrong = found(EVERYWHERE, [command("ask", description="x" * 97, options=options)])
        assert wrong == [
            f"[0]: {size} characters over all names, descriptions and values, where Discord takes 1 to 8000"
        ] * (size - 8_000)


def test_commands_together() -> None:
    assert not found(EVERYWHERE, [command("a"), command("b"), menu("a")])
    assert "'a' is there 2 times" in found(EVERYWHERE, [command("a"), command("a")])[0]
    translated = [in_german(command(name), name="frage") for name in ("a", "b")]
    assert "name_localizations.de: 'frage' is there 2 times" in found(EVERYWHERE, translated)[0]
    assert "101 commands" in found(EVERYWHERE, [command(f"a{n}") for n in range(101)])[0]
    assert "6 commands" in found(EVERYWHERE, [menu(f"a{n}") for n in range(6)])[0]


def test_where_a_command_of_one_server_may_be_used_needs_no_word() -> None:
    assert not found(SERVER, [command(contexts=None, integration_types=None)])


@pytest.mark.parametrize(
    ("choices", "reason"),
    [
        ([{"name": "x" * 100, "value": "x" * 100}] * 25, None),
        ([{"name": "x", "value": "x"}] * 26, "data.choices: 26 choices"),
        ([{"name": "x" * 101, "value": "x"}], "data.choices[0].name: 101"),
        ([{"name": "", "value": "x"}], "data.choices[0].name: 0"),
        ([{"name": "x", "value": ""}], "data.choices[0].value: 0"),
        ([{"name": "x", "value": "🚁" * 51}], "data.choices[0].value: 102"),
    ],
)
def test_what_autocomplete_offers(choices: list[Payload], reason: str | None) -> None:
    sent = Sent("POST", "/interactions/3000/token/callback", {"type": 8, "data": {"choices": choices}})
    wrong = [problem for problem in problems(sent) if "OpenAPI" not in problem]
    assert any(reason in problem for problem in wrong) if reason else not wrong
