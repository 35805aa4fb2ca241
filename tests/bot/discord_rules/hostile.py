"""Text that tries to be more than text, for property tests."""

from itertools import cycle
from string import ascii_letters, digits

from hypothesis import strategies as st

MARKS = (
    *("word", "a", "7", "é", "नमस्ते", "سلام", "שלום", "漢字", "👩"),
    *"\\`*_~|<>[]()#@:.!/-+ \n\t\"'",
    *("**", "||", "```", "> ", "# ", "-# ", "1. ", "https://a.example/", "](https://a.example)"),
    *("<@1>", "<#1>", "<t:1>", "<t:1:R>", "</ask:1>", "<:x:1>", "<a:x:1>", "<id:home>", "@everyone", "@here"),
    *(":smile:", "\u202e", "\u2066", "\u2069", "\u200b", "\0"),
)
# Letters and digits, which Hypothesis draws often, stand for them: it draws a text far sooner than a list of pieces.
STAND_INS = digits + ascii_letters + "".join(map(chr, range(0xC0, 0x100)))
MARK_OF = str.maketrans(dict(zip(STAND_INS, cycle(MARKS), strict=False)))
HOSTILE = st.text(st.characters(), max_size=40).map(lambda text: text.translate(MARK_OF))
"""Up to forty pieces of Markdown, of mentions, and of any script."""
