"""Small pages for the tests of reading pages."""

from __future__ import annotations

PROSE = (
    "<p>The harbour of Lome reopened on Tuesday after a storm had kept it shut for nine days.</p>"
    "<p>Some forty ships had waited outside, the harbour master told reporters in the afternoon.</p>"
    "<p>The closure cost traders twelve million dollars, according to the chamber of commerce.</p>"
    "<p>Repairs of the northern wall will take until the end of April, the engineers expect.</p>"
)


def page(body: str = f"<article><h1>Harbour reopens</h1>{PROSE}</article>", head: str = "", lang: str = "en") -> bytes:
    """A page in UTF-8."""
    named = "" if "<title" in head else "<title>Harbour reopens</title>"
    return f'<!doctype html><html lang="{lang}"><head>{named}{head}</head><body>{body}</body></html>'.encode()


def json_ld(text: str) -> str:
    """JSON-LD for a head."""
    return f'<script type="application/ld+json">{text}</script>'
