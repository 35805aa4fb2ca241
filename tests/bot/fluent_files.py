"""The Fluent files as they are written: each text's values, plurals and all that it can say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

from babel import Locale
from fluent.syntax import FluentParser, ast

ENGLISH = "en"
ENGLISH_ALONE = "terminal.ftl"
CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""What CLDR calls the plural forms of all languages."""


@dataclass(frozen=True)
class Plural:
    """A choice by a number: the variable that holds it, what is said for some numbers, and for those of a category."""

    variable: str
    numbers: dict[int, list[str]]
    categories: dict[str, list[str]]


@cache
def entries(language: str) -> dict[str, list[Any]]:
    """All entries of a language's files, comments left out, by the name of the file."""
    folder = files("bot.texts").joinpath(language)
    parsed = {
        file.name: FluentParser(with_spans=False).parse(file.read_text(encoding="utf-8")).body
        for file in folder.iterdir()
        if file.name.endswith(".ftl")
    }
    return {name: [entry for entry in body if not isinstance(entry, ast.BaseComment)] for name, body in parsed.items()}


@cache
def texts(language: str) -> dict[str, Any]:
    """The patterns of all texts of a language by their names, without those that are in English alone."""
    return {
        entry.id.name: entry.value
        for file, body in entries(language).items()
        for entry in body
        if isinstance(entry, ast.Message) and file != ENGLISH_ALONE
    }


def variables(node: Any) -> set[str]:  # noqa: ANN401 - any node of the syntax tree
    """The variables in a pattern."""
    return {found.id.name for found in walk(node) if isinstance(found, ast.VariableReference)}


def references(node: Any) -> set[str]:  # noqa: ANN401
    """The other texts that a pattern holds."""
    return {found.id.name for found in walk(node) if isinstance(found, ast.MessageReference)}


def plurals(node: Any) -> Iterator[Plural]:  # noqa: ANN401
    """The choices by number in a pattern."""
    for choice in walk(node):
        if isinstance(choice, ast.SelectExpression):
            said = {_key(variant): list(sayings(variant.value)) for variant in choice.variants}
            categories = {key: said[key] for key in said if key in CATEGORIES}
            if categories:
                numbers = {int(key): said[key] for key in said if key.isdigit()}
                assert len(numbers) + len(categories) == len(said), f"neither a number nor a plural form: {said}"
                [variable] = variables(choice.selector)
                yield Plural(variable, numbers, categories)


def sayings(pattern: Any) -> Iterator[str]:  # noqa: ANN401
    """All that a pattern can say, with {$name} for a value and {name} for another text."""
    parts = [list(_said(element)) for element in pattern.elements]
    return ("".join(chosen) for chosen in product(*parts))


@cache
def members(language: str, category: str) -> set[int]:
    """The numbers of a plural form, from 1 to 1,000; millions, for which some languages have another, are not met."""
    form = Locale.parse(language).plural_form
    return {number for number in range(1, 1_001) if form(number) == category}


def walk(node: Any) -> Iterator[Any]:  # noqa: ANN401
    """A node and all below it."""
    yield node
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.BaseNode):
                yield from walk(child)


def _said(element: Any) -> Iterator[str]:  # noqa: ANN401
    if isinstance(element, ast.TextElement):
        yield element.value
        return
    match element.expression:
        case ast.SelectExpression(variants=variants):
            for variant in variants:
                yield from sayings(variant.value)
        case ast.VariableReference(id=identifier):
            yield f"{{${identifier.name}}}"
        case ast.MessageReference(id=identifier):
            yield f"{{{identifier.name}}}"
        case ast.StringLiteral() as literal:
            yield literal.parse()["value"]
        case other:
            raise AssertionError(f"{other} is not used in the texts so far")


def _key(variant: Any) -> str:  # noqa: ANN401
    return variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value
