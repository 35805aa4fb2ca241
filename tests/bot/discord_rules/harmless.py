"""Whether a message shows foreign text as nothing but text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator

from simcord.preview._markdown import markdown_tokens

from tests.bot.discord_rules.components import Kind, parts
from tests.bot.discord_rules.problems import Payload

# What Discord's clients read as more than text, in the order in which they try it. "text" ends before anything else
# could start. From the rules that discord.py documents and from those of simple-markdown, which Discord builds on.
RULES = re.compile(
    r"""(?P<escape>\\[^0-9A-Za-z\s])
    |(?P<block>^(?:>>>\ |>\ |\#{1,3}\ |-\#\ |\s*[-*+]\ |\s*\d+\.\ ))
    |(?P<code>`+)|(?P<strong>\*\*(?P<inner>(?:\\.|[^\\])+?)\*\*(?!\*))
    |(?P<emphasis>[*_])|(?P<strike>~~)|(?P<spoiler>\|\|)
    |(?P<reference><(?:@[!&]?\d+|\#\d+|t:-?\d+(?::\w)?|a?:\w+:\d+|/[^:>]+:\d+|id:\w+|https?://[^>]*)>)
    |(?P<address>(?:https?|steam)://\S)|(?P<everyone>@(?:everyone|here))|(?P<emoji>:\w+:)
    |(?P<link>\[(?P<label>(?:\\.|[^\]\\])*)\]\((?P<target>[^)\s]*)\))
    |(?P<text>[^\W_]+|.)""",
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
OWN_BLOCKS = re.compile(r"^(?:> |-# |#{2,3} |- )")
"""How the bot itself begins a line."""
OWN_TIME = r"<t:-?\d+:[DR]>"
"""How the bot itself writes a day, and how long it is until then."""
OWN_TOKENS = {
    *("inline", "text", "break", "paragraph", "blockquote", "subtext", "heading", "bullet_list", "list_item"),
    *("strong_open", "strong_close", "timestamp", "link_open", "link_close"),
}
NOTHING = re.compile(r"(?!)")
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
INVISIBLE = dict.fromkeys([0x200B, *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC)])


def assert_harmless(
    payload: Payload, allowed_links: Collection[str] = (), allowed_mentions: Collection[str] = ()
) -> None:
    """Fail where a message, or a list of choices, does more than to show its text.

    Its Markdown may hold what the bot itself writes: a quote, small print, a heading or a list at the start of a line,
    bold, days and times, links to `allowed_links`, whatever fragment follows them, and `allowed_mentions` as they are
    written, such as "<#1>". Nothing else may be alive: no other mention, no code, no spoiler, no emoji by name, no
    second block inside a line's own, and nothing that turns the text around it. Buttons open `allowed_links` and no
    other address.
    """
    for markdown in _markdown(payload):
        rendered_message(markdown, allowed_links, allowed_mentions)
        for token in _tokens(markdown_tokens(markdown, "text_display")):
            assert token["type"] in OWN_TOKENS, f"{token} in {markdown!r}"
            assert _opens("href", token, allowed_links), f"a link to {token['href']} in {markdown!r}"
    for part in _dictionaries(payload):
        assert _opens("url", part, allowed_links), f"a link to {part['url']}"
        for text in part.values():
            assert not isinstance(text, str) or not TURNING.search(text), f"{text!r} turns the text around it"


def shown(payload: Payload, allowed_links: Collection[str] = (), allowed_mentions: Collection[str] = ()) -> str:
    """The text that a message shows: to look in it for foreign text as it was before it was escaped."""
    return "\n".join(rendered_message(text, allowed_links, allowed_mentions) for text in _markdown(payload))


def rendered_message(markdown: str, allowed_links: Collection[str] = (), allowed_mentions: Collection[str] = ()) -> str:
    """What Discord shows of a text that the bot has put together; fails where more than that is alive in it."""
    own = re.compile("|".join([OWN_TIME, *map(re.escape, allowed_mentions)]))
    lines = (OWN_BLOCKS.sub("", line, count=1) for line in markdown.split("\n"))
    return "\n".join(_rendered(line, allowed_links, own) for line in lines)


def rendered(markdown: str) -> str:
    """What Discord shows of foreign text, in which words may be bold; fails where anything else is alive in it."""
    return _rendered(markdown, (), NOTHING)


def as_it_should_look(text: str) -> str:
    """The text on one line, without what isn't seen."""
    spaced = "".join(" " if one.isspace() else one for one in text)
    seen = "".join(one for one in spaced if unicodedata.category(one) not in ("Cc", "Cs"))
    return " ".join(seen.translate(INVISIBLE).split())


def _rendered(markdown: str, links: Collection[str], own: re.Pattern[str]) -> str:
    seen = ""
    for match in RULES.finditer(markdown):
        if match["escape"]:
            seen += match["escape"][1:]
        elif match["strong"]:
            seen += _rendered(match["inner"], links, own)
        elif match["link"] and _is_allowed(match["target"], links):
            seen += _rendered(match["label"], (), NOTHING)
        elif match["reference"] and own.fullmatch(match["reference"]):
            seen += match["reference"]
        else:
            assert match["text"], f"{match.lastgroup} in {markdown!r}"
            seen += match["text"]
    return seen


def _opens(key: str, part: Payload, links: Collection[str]) -> bool:
    """Whether the address under `key`, where there is one, is among those allowed, or a file of the message."""
    address = part.get(key)
    return not address or address.startswith("attachment://") or _is_allowed(address, links)


def _is_allowed(address: str, links: Collection[str]) -> bool:
    return address.partition("#")[0] in {link.partition("#")[0] for link in links}


def _markdown(payload: Payload) -> Iterator[str]:
    """All texts of a message that Discord reads as Markdown; labels, choices and alternative texts are none."""
    yield payload.get("content") or ""
    yield from (part.data["content"] for part in parts(payload.get("components") or ()) if part.kind is Kind.TEXT)
    for embed in payload.get("embeds") or ():
        for part in (embed, *embed.get("fields", ())):
            yield from (part[key] for key in ("title", "description", "name", "value") if part.get(key))


def _dictionaries(part: object) -> Iterator[Payload]:
    """All objects in a payload, itself the first."""
    if isinstance(part, dict):
        yield part
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _dictionaries(inner)


def _tokens(tokens: list[Payload]) -> Iterator[Payload]:
    for token in tokens:
        yield token
        yield from _tokens(token.get("children", []))
