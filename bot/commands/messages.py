"""What the entries of a message's menu have in common: the text of a message, and a reply for one person alone."""

from __future__ import annotations

from collections.abc import Callable

from discord import Interaction, Message

from bot.audience import audience_of
from bot.memory.lookups import Lookup
from bot.replies.reply import Reply
from bot.responding import respond_with
from bot.services import services_of
from bot.texts import Texts
from bot.wording import RefusalError
from knowledge import Coverage, Filters
from knowledge.answering.checking import LONGEST_MESSAGE

Look = Callable[[str, Filters, Coverage, Texts], Reply]
"""What is said to the text of a message."""


async def look_into(interaction: Interaction, message: Message, look: Look) -> None:
    """Show what `look` finds to the one who asked alone; no word of the message is kept.

    Raises RefusalError for a message without text or with too much of it.
    """
    text = _text(message)
    audience = audience_of(interaction, private=True)
    coverage, filters = services_of(interaction).coverage, audience.filters(Filters())
    await respond_with(interaction, lambda say: look(text, filters, coverage, say), Lookup("message"), audience)


def _text(message: Message) -> str:
    """The text of a message, or of the one that it passes on."""
    forwarded = [snapshot.content for snapshot in message.message_snapshots]
    text = "\n".join(filter(str.strip, [message.content, *forwarded]))
    if not text:
        raise RefusalError("refused-no-text")
    if len(text) > LONGEST_MESSAGE:
        raise RefusalError("error-message-too-long", limit=LONGEST_MESSAGE, length=len(text))
    return text
