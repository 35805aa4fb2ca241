"""Made-up articles, facts and claims of any length and script, and replies as the messages that Discord is sent."""

from __future__ import annotations

from itertools import count
from typing import Any

from discord import ui
from hypothesis import strategies as st

from bot.buttons.row import buttons_of, buttons_to_try
from bot.links import first_linkable
from bot.memory.lookups import Kind, Lookup
from bot.memory.places import Place
from bot.replies.reply import Reply
from bot.responding import files_of
from bot.texts import LANGUAGES, Texts, english, texts_in
from knowledge import Article, Fact, Report, Sentence
from tests.bot.discord_rules.components import Kind as Component
from tests.bot.discord_rules.components import parts
from tests.bot.discord_rules.harmless import assert_harmless
from tests.bot.discord_rules.hostile import HOSTILE
from tests.bot.discord_rules.messages import COMPONENTS_V2, message_problems
from tests.bot.discord_rules.problems import length

ADDRESS = "https://a.example/"
PERSON = "<@1234567890123456789>"
TEXTS = st.sampled_from(LANGUAGES).map(texts_in)

LONG = st.builds(str.__mul__, HOSTILE, st.integers(0, 60))
SPANS = st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), max_size=9).map(tuple)
NO_OTHER_ADDRESS = LONG.filter(lambda text: first_linkable(text) in {None, ADDRESS})
ARTICLES = st.builds(
    Article,
    id=st.sampled_from("abcdefgh"),
    text=LONG,
    title=LONG,
    publisher=st.none() | LONG,
    published=st.none() | st.dates(),
    url=st.none() | NO_OTHER_ADDRESS | st.just(ADDRESS),
)
SENTENCES = st.builds(Sentence, st.just("id"), st.integers(0, 9), st.just(0), st.just(1), LONG)
LINKS = st.none() | st.builds(f"{ADDRESS}#{{}}".format, st.integers())
REPORTS = st.lists(st.builds(Report, ARTICLES, SENTENCES, LINKS, st.booleans()), max_size=4).map(tuple)
FACTS = st.builds(
    Fact,
    sentence=SENTENCES,
    article=ARTICLES,
    score=st.floats(0, 50),
    matched=SPANS,
    link=LINKS,
    also_reported_by=REPORTS,
    differing=REPORTS,
)

WORDY = "a * " * 3_000
"""Longer than any message, and twice as long when it is escaped."""
WORDY_ARTICLE = Article(id="x", text=WORDY, title=WORDY, publisher=WORDY, url=ADDRESS)
WORDY_SENTENCE = Sentence("x", 0, 0, len(WORDY), WORDY)
WORDY_FACT = Fact(
    WORDY_SENTENCE,
    WORDY_ARTICLE,
    1.0,
    tuple((at, at + 1) for at in range(0, 9_000, 2)),
    ADDRESS,
    (Report(WORDY_ARTICLE, WORDY_SENTENCE, None), Report(WORDY_ARTICLE, WORDY_SENTENCE, None, copy=True)),
    (Report(WORDY_ARTICLE, WORDY_SENTENCE, None),) * 2,
)


def message(reply: Reply, kind: Kind, say: Texts | None = None) -> dict[str, Any]:
    """The message of a reply with every button that it can have, shared by somebody."""
    say = say or english()
    shared = ui.TextDisplay[Any](f"-# {say('reply-shared', person=PERSON)}")
    buttons = buttons_of(Lookup(kind, shown=(Place("x", 0, ""),)), "number", say, more=True, private=True, alone=False)
    numbers = count()
    tries = buttons_to_try(reply.tries, keep=lambda _: str(next(numbers)))
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.Container(*reply.blocks, shared))
    for row in filter(None, (tries, buttons)):
        view.add_item(ui.ActionRow(*row))
    components = view.to_components()  # type: ignore[no-untyped-call]
    files = [{"id": "0", "filename": file.filename, "description": file.description} for file in files_of(reply)]
    return {
        "flags": COMPONENTS_V2,
        "components": components,
        "attachments": files,
        "allowed_mentions": {"parse": []},
    }


def assert_sendable(reply: Reply, kind: Kind, say: Texts | None = None) -> None:
    """Fail where Discord would not take the message of a reply, or would show more in it than text."""
    payload = message(reply, kind, say)
    assert list(message_problems(payload)) == []
    assert_harmless(payload, [ADDRESS], [PERSON])


def text_length(payload: dict[str, Any]) -> int:
    """The length of all texts of a message."""
    return sum(map(length, texts(payload)))


def texts(payload: dict[str, Any]) -> list[str]:
    """The texts of a message."""
    return [part.data["content"] for part in parts(payload["components"]) if part.kind is Component.TEXT]
