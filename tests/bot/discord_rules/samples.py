"""The smallest payloads that Discord takes, to build larger and worse ones of."""

from __future__ import annotations

from typing import Any

from tests.bot.discord_rules.components import Kind
from tests.bot.discord_rules.messages import COMPONENTS_V2
from tests.bot.discord_rules.problems import Payload

NOBODY: Payload = {"allowed_mentions": {"parse": []}}
FIELD = {"name": "x", "value": "x"}
PICTURE = {"media": {"url": "attachment://chart.png"}}


def said(content: str = "x", **rest: Any) -> Payload:  # noqa: ANN401
    return {"content": content, **NOBODY, **rest}


def laid_out(*components: Payload, **rest: Any) -> Payload:  # noqa: ANN401
    return {"flags": COMPONENTS_V2, "components": list(components), **NOBODY, **rest}


def text(content: str = "x") -> Payload:
    return {"type": Kind.TEXT, "content": content}


def button(custom_id: str = "a", **rest: Any) -> Payload:  # noqa: ANN401
    return {"type": Kind.BUTTON, "style": 2, "label": "x", "custom_id": custom_id, **rest}


def link(url: str = "https://a.example/", **rest: Any) -> Payload:  # noqa: ANN401
    return {"type": Kind.BUTTON, "style": 5, "label": "x", "url": url, **rest}


def row(*components: Payload) -> Payload:
    return {"type": Kind.ROW, "components": list(components)}


def buttons(number: int) -> Payload:
    return row(*(button(str(one)) for one in range(number)))


def select(*labels: str, **rest: Any) -> Payload:  # noqa: ANN401
    options = [{"label": label, "value": label} for label in labels or ("x",)]
    return row({"type": Kind.SELECT, "custom_id": "a", "options": options, **rest})


def section(*texts: Payload, **rest: Any) -> Payload:  # noqa: ANN401
    return {"type": Kind.SECTION, "components": list(texts), "accessory": link(), **rest}


def container(*components: Payload) -> Payload:
    return {"type": Kind.CONTAINER, "components": list(components)}


def gallery(*items: Payload) -> Payload:
    return laid_out({"type": Kind.GALLERY, "items": list(items)}, attachments=[{"id": "0", "filename": "chart.png"}])


def thumbnail(description: str) -> Payload:
    picture = {"type": Kind.THUMBNAIL, "media": {"url": "https://a.example/x.png"}, "description": description}
    return section(text(), accessory=picture)


def spaced(spacing: int) -> Payload:
    return {"type": Kind.SEPARATOR, "spacing": spacing}


def file(url: str) -> Payload:
    return laid_out({"type": Kind.FILE, "file": {"url": url}}, attachments=[{"id": 0, "filename": "chart.png"}])


def attached(*ids: int, **rest: Any) -> Payload:  # noqa: ANN401
    return said(attachments=[{"id": number, "filename": "x", **rest} for number in ids])


def modal(*components: Payload, title: str = "x") -> Payload:
    return {"custom_id": "a", "title": title, "components": list(components)}


def field(custom_id: str = "a", label: str = "x", **rest: Any) -> Payload:  # noqa: ANN401
    return {
        "type": Kind.LABEL,
        "label": label,
        "component": {"type": Kind.TEXT_INPUT, "style": 1, "custom_id": custom_id, **rest},
    }


def asked(kind: Kind, **rest: Any) -> Payload:  # noqa: ANN401
    return {"type": Kind.LABEL, "label": "x", "component": {"type": kind, "custom_id": "a", **rest}}


def choices(number: int) -> list[Payload]:
    return [{"label": str(n), "value": str(n)} for n in range(number)]
