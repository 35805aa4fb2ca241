"""Text that tries to be more than text, for property tests."""

from hypothesis import strategies as st

MARKS = st.sampled_from(
    [
        *"\\`*_~|<>[]()#@:.!/-+ \n\t\"'",
        *("**", "||", "```", "> ", "# ", "-# ", "1. ", "https://a.example/", "](https://a.example)"),
        *("<@1>", "<#1>", "<t:1>", "<t:1:R>", "</ask:1>", "<:x:1>", "<a:x:1>", "<id:home>", "@everyone", "@here"),
        *(":smile:", "\u202e", "\u2066", "\u2069", "\u200b", "\0"),
        *("é", "नमस्ते", "سلام", "שלום", "漢字", "👩", "word", "7"),
    ]
)
HOSTILE = st.lists(MARKS | st.characters(), max_size=40).map("".join)
"""Up to forty pieces of Markdown, of mentions, and of any script."""
