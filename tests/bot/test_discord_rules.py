"""The rules of Discord for messages and modals: what is just within each is taken, and what is just beyond is not."""

import pytest

from tests.bot.discord_rules.components import Kind
from tests.bot.discord_rules.messages import EPHEMERAL
from tests.bot.discord_rules.problems import Payload
from tests.bot.discord_rules.samples import (
    FIELD,
    NOBODY,
    PICTURE,
    asked,
    attached,
    button,
    buttons,
    choices,
    container,
    field,
    file,
    gallery,
    laid_out,
    link,
    modal,
    row,
    said,
    section,
    select,
    spaced,
    text,
    thumbnail,
)
from tests.bot.discord_rules.traffic import Sent, assert_allowed, problems

FOLLOWUP, ORIGINAL = "/webhooks/1000/token", "/webhooks/1000/token/messages/@original"
CALLBACK = "/interactions/3000/token/callback"


def found(method: str, path: str, body: object) -> list[str]:
    """What is wrong with a request, by our own rules alone."""
    return [problem for problem in problems(Sent(method, path, body)) if "OpenAPI" not in problem]


@pytest.mark.parametrize(
    ("taken", "refused", "reason"),
    [
        (said("x" * 2_000), said("x" * 2_001), "content: 2001 characters"),
        (said("🚁" * 1_000), said("🚁" * 1_001), "content: 2002 characters"),
        (said(), {"content": "x"}, "allowed_mentions: not there"),
        (said(), said(allowed_mentions={"parse": ["users"]}), "nobody is to be pinged"),
        (said(), said(allowed_mentions={"parse": [], "users": ["1"]}), "nobody is to be pinged"),
        (said(), {**NOBODY}, "the message: empty"),
        (said(flags=EPHEMERAL), said(flags=1 << 7), "flags: 0x80"),
        (
            said(embeds=[{"description": "x" * 4_000}, {"title": "x" * 200, "footer": {"text": "x" * 1_800}}]),
            said(embeds=[{"description": "x" * 4_000}, {"title": "x" * 201, "footer": {"text": "x" * 1_800}}]),
            "embeds: 6001 characters over all embeds",
        ),
        (said(embeds=[{}] * 10), said(embeds=[{}] * 11), "embeds: 11 embeds"),
        (said(embeds=[{"title": "x" * 256}]), said(embeds=[{"title": "x" * 257}]), "embeds[0].title: 257"),
        (
            said(embeds=[{"fields": [{"name": "x", "value": "x" * 1_024}]}]),
            said(embeds=[{"fields": [{"name": "x", "value": ""}]}]),
            "embeds[0].fields[0].value: 0",
        ),
        (said(components=[buttons(5)]), said(components=[buttons(6)]), "components[0]: 6 components in a row"),
        (said(components=[buttons(1)]), said(components=[text()]), "flags: TEXT without the flag"),
        (laid_out(text()), laid_out(text(), content="x"), "has no content"),
        (laid_out(text()), laid_out(), "without a component"),
        (laid_out(*[text("x" * 1_000)] * 4), laid_out(*[text("x" * 1_000)] * 4, text()), "4001 characters over all"),
        (laid_out(text("a b")), laid_out(text(" \n")), "components[0].content: nothing but white space"),
        (laid_out(container(*[text()] * 39)), laid_out(container(*[text()] * 40)), "41 components in a message"),
        (laid_out(*[section(text())] * 13), laid_out(*[section(text())] * 14), "42 components in a message"),
        (laid_out(section(*[text()] * 3)), laid_out(section(*[text()] * 4)), "components[0]: 4 texts in a section"),
        (laid_out(section(text())), laid_out(section(text(), accessory=None)), "has a button or a thumbnail"),
        (laid_out(section(text())), laid_out(section(text(), link())), "a section holds texts"),
        (laid_out(container(text())), laid_out(container(container(text()))), "no CONTAINER may stand there"),
        (laid_out(row(link())), laid_out(link()), "components[0]: no BUTTON may stand there"),
        (laid_out(row(button("x" * 100))), laid_out(row(button("x" * 101))), "custom_id: 101 characters"),
        (laid_out(row(button("x"))), laid_out(row(button(""))), "custom_id: 0 characters"),
        (
            laid_out(row(button("a"), button("b"))),
            laid_out(row(button("a")), section(text(), accessory=button("a"))),
            "custom_id: 'a' is there 2 times",
        ),
        (laid_out(text() | {"id": 1}), laid_out(text() | {"id": 1}, text() | {"id": 1}), "id of a component: 1"),
        (laid_out(row(link(label="x" * 80))), laid_out(row(link(label="x" * 81))), "label: 81 characters"),
        (laid_out(row(link(label="", emoji={"name": "🚁"}))), laid_out(row(link(label=""))), "label: 0 characters"),
        (laid_out(row(link("discord://-/x"))), laid_out(row(link("javascript://-/x"))), "no http, https or discord"),
        (laid_out(row(link())), laid_out(row(link("https://a.example/ b"))), "no http, https or discord"),
        (
            laid_out(row(link(f"https://a.example/{'x' * 494}"))),
            laid_out(row(link(f"https://a.example/{'x' * 495}"))),
            "url: 513 characters",
        ),
        (laid_out(row(link())), laid_out(row(link(custom_id="b"))), "a button of style 5 has url and no other"),
        (laid_out(buttons(1)), laid_out(row(button(style=7))), "style: 7"),
        (laid_out(select()), laid_out(row(button("b"), *select()["components"])), "buttons, or one other"),
        (laid_out(select(*map(str, range(25)))), laid_out(select(*map(str, range(26)))), "options: 26 options"),
        (laid_out(select("a", "b")), laid_out(select("a", "a")), "options.value: 'a' is there 2 times"),
        (laid_out(select(placeholder="x" * 150)), laid_out(select(placeholder="x" * 151)), "placeholder: 151"),
        (laid_out(select("a", "b", max_values=2)), laid_out(select("a", max_values=2)), "max_values: 2"),
        (
            laid_out(select("a", "b", max_values=2, min_values=2)),
            laid_out(select("a", "b", max_values=1, min_values=2)),
            "max_values: 1 values",
        ),
        (laid_out(select(min_values=0)), laid_out(select(min_values=-1)), "min_values: -1 values"),
        (
            laid_out(select(options=[{"label": "x", "value": "x", "default": True}])),
            laid_out(select(options=[{"label": n, "value": n, "default": True} for n in "ab"])),
            "options: 2 chosen beforehand",
        ),
        (laid_out(thumbnail("x" * 1_024)), laid_out(thumbnail("x" * 1_025)), "accessory.description: 1025"),
        (laid_out(spaced(2)), laid_out(spaced(3)), "spacing: 3"),
        (laid_out(container(text())), laid_out(container()), "an empty container"),
        (
            laid_out(container(text()) | {"accent_color": 0xFFFFFF}),
            laid_out(container(text()) | {"accent_color": 0x1000000}),
            "accent_color: 16777216",
        ),
        (said(components=[row(link())] * 5), said(components=[row(link())] * 6), "components: 6 rows"),
        (said(embeds=[{"fields": [FIELD] * 25}]), said(embeds=[{"fields": [FIELD] * 26}]), "fields: 26 fields"),
        (
            said(embeds=[{"image": {"url": "attachment://a.png"}}], attachments=[{"id": 0, "filename": "a.png"}]),
            said(embeds=[{"image": {"url": "attachment://a.png"}}], attachments=[{"id": 0, "filename": "b.png"}]),
            "embeds[0].image: 'a.png' is not among the attachments",
        ),
        (attached(*range(10)), attached(*range(11)), "attachments: 11 attachments"),
        (attached(0, 1), attached(0, 0), "attachments.id: '0' is there 2 times"),
        (
            attached(0, description="x" * 1_024),
            attached(0, description="x" * 1_025),
            "attachments[0].description: 1025",
        ),
        (file("attachment://chart.png"), file("https://a.example/chart.png"), "is no attachment"),
        (gallery(*[PICTURE] * 10), gallery(*[PICTURE] * 11), "11 items in a gallery"),
        (
            gallery(PICTURE | {"description": "x" * 1_024}),
            gallery(PICTURE | {"description": "x" * 1_025}),
            "items[0].description: 1025 characters",
        ),
        (gallery(PICTURE), gallery(PICTURE) | {"attachments": []}, "'chart.png' is not among the attachments"),
        (gallery(PICTURE), gallery({"media": {"url": "file:///etc/passwd"}}), "no http or https address"),
        (
            gallery(PICTURE),
            gallery({"media": {"url": "attachment://my chart.png"}})
            | {"attachments": [{"id": "0", "filename": "my chart.png"}]},
            "Discord changes the name",
        ),
    ],
)
def test_a_message(taken: Payload, refused: Payload, reason: str) -> None:
    for method, path in (("POST", FOLLOWUP), ("PATCH", ORIGINAL)):
        assert not found(method, path, taken)
    assert any(reason in problem for problem in found("POST", FOLLOWUP, refused))
    for kind in (4, 7):
        assert not found("POST", CALLBACK, {"type": kind, "data": taken})
    assert any(reason in problem for problem in found("POST", CALLBACK, {"type": 4, "data": refused}))


@pytest.mark.parametrize("name", ["label", "value", "description"])
def test_an_option_of_a_select(name: str) -> None:
    for size in (100, 101):
        chosen = select(options=[{"label": "x", "value": "x", name: "x" * size}])
        assert [f"options[0].{name}: 101" in problem for problem in found("POST", FOLLOWUP, laid_out(chosen))] == (
            [True] if size > 100 else []
        )


@pytest.mark.parametrize(
    ("taken", "refused", "reason"),
    [
        (modal(field(), title="x" * 45), modal(field(), title="x" * 46), "data.title: 46 characters"),
        (
            modal(*(field(str(n)) for n in range(5))),
            modal(*(field(str(n)) for n in range(6))),
            "6 components in a modal",
        ),
        (modal(field(), text()), modal(), "data.components: 0 components in a modal"),
        (modal(field("a"), field("b")), modal(field("a"), field("a")), "custom_id: 'a' is there 2 times"),
        (modal(field(label="x" * 45)), modal(field(label="x" * 46)), "label: 46 characters"),
        (modal(field(max_length=4_000)), modal(field(max_length=4_001)), "max_length: 4001"),
        (modal(field(min_length=2, max_length=2)), modal(field(min_length=3, max_length=2)), "max_length: 2"),
        (modal(field(placeholder="x" * 100)), modal(field(placeholder="x" * 101)), "placeholder: 101 characters"),
        (modal(field(min_length=0)), modal(field(min_length=-1)), "min_length: -1"),
        (modal(field(value="x" * 4_000)), modal(field(value="x" * 4_001)), "value: 4001 characters"),
        (modal(field(style=2)), modal(field(style=3)), "style: 3"),
        (
            modal(field() | {"description": "x" * 100}),
            modal(field() | {"description": "x" * 101}),
            "description: 101 characters",
        ),
        (
            modal(asked(Kind.FILE_UPLOAD, max_values=10)),
            modal(asked(Kind.FILE_UPLOAD, max_values=11)),
            "max_values: 11 files",
        ),
        (
            modal(asked(Kind.RADIO_GROUP, options=choices(10))),
            modal(asked(Kind.RADIO_GROUP, options=choices(11))),
            "options: 11 options",
        ),
        (
            modal(row(field(label="x")["component"] | {"label": "x"})),
            modal(row(field(label="x")["component"])),
            "label: 0 characters",
        ),
        (modal(field()), modal(row(button())), "no BUTTON may stand there"),
    ],
)
def test_a_modal(taken: Payload, refused: Payload, reason: str) -> None:
    assert not found("POST", CALLBACK, {"type": 9, "data": taken})
    assert any(reason in problem for problem in found("POST", CALLBACK, {"type": 9, "data": refused}))


@pytest.mark.parametrize("callback", [{"type": 5}, {"type": 5, "data": {"flags": EPHEMERAL}}, {"type": 6}])
def test_a_promise_of_an_answer(callback: Payload) -> None:
    assert not found("POST", CALLBACK, callback)


@pytest.mark.parametrize("callback", [{"type": 5, "data": said()}, {"type": 4}, {"type": 1}])
def test_no_promise_and_no_answer(callback: Payload) -> None:
    assert found("POST", CALLBACK, callback)


def test_an_edit_may_leave_all_as_it_is_and_a_new_message_may_not() -> None:
    assert not found("PATCH", ORIGINAL, {**NOBODY})
    assert found("POST", FOLLOWUP, {**NOBODY})


def test_a_request_without_written_rules_is_told_of() -> None:
    assert "nobody has written down" in found("POST", "/channels/1/invites", {})[0]


def test_all_that_is_wrong_is_told_once_with_its_place() -> None:
    sent = [Sent("POST", f"/api/v10/webhooks/{number}/token", {"content": "x" * 2_001}) for number in (1000, 1001)]
    with pytest.raises(AssertionError) as failure:
        assert_allowed(sent)
    assert str(failure.value).splitlines()[1:3] == [
        "POST /webhooks/…/token content: 2001 characters, where Discord takes 0 to 2000",
        "POST /webhooks/…/token allowed_mentions: not there, so that the text may ping",
    ]
