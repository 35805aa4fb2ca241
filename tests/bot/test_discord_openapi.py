"""Discord's OpenAPI description and this suite's own rules, held against all that discord.py can send."""

import io
from typing import Any

import discord
import pytest
import simcord
from discord import Interaction, app_commands, ui

from tests.bot.discord_rules.openapi import GAPS, Gap, description
from tests.bot.discord_rules.traffic import Sent, Traffic, problems, watched

needs_description = pytest.mark.skipif(description() is None, reason="Discord's OpenAPI description is not here")


def files() -> list[discord.File]:
    return [discord.File(io.BytesIO(b"x"), name, description="x") for name in ("chart.png", "a.txt")]


def layout() -> ui.LayoutView:
    """A message with every component."""
    choices = [discord.SelectOption(label="a", emoji="🚁"), discord.SelectOption(label="b", default=True)]
    view = ui.LayoutView(timeout=None)
    view.add_item(
        ui.Container(
            ui.Section("a", "b", accessory=ui.Button(label="x", url="https://a.example/")),
            ui.Section("c", accessory=ui.Thumbnail("https://a.example/x.png", description="x")),
            ui.Separator(spacing=discord.SeparatorSpacing.large),
            ui.ActionRow(ui.Button(label="x", custom_id="more", emoji="🚁"), ui.Button(label="y", disabled=True)),
            ui.ActionRow(ui.Select(custom_id="a", placeholder="x", options=choices, max_values=2)),
            ui.ActionRow(ui.ChannelSelect(custom_id="b", channel_types=[discord.ChannelType.text])),
            ui.MediaGallery(discord.MediaGalleryItem("attachment://chart.png", description="x")),
            ui.File("attachment://a.txt"),
            accent_colour=5,
        )
    )
    return view.add_item(ui.TextDisplay("x"))


class Form(ui.Modal, title="x"):
    words = ui.Label[Any](text="x", component=ui.TextInput(placeholder="x", min_length=1, max_length=9))
    kind = ui.Label[Any](text="x", component=ui.Select(options=[discord.SelectOption(label="a")], required=False))


class Talker(discord.Client):
    """A bot that sends whatever a bot can; `mentions` are whom it pings."""

    def __init__(self, mentions: discord.AllowedMentions | None) -> None:
        super().__init__(intents=discord.Intents(guilds=True), allowed_mentions=mentions)
        self.tree = app_commands.CommandTree(
            self,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        )
        commands: list[app_commands.Command[Any, ..., Any]] = [newer, older, form]
        for command in commands:
            self.tree.add_command(command)
        self.tree.add_command(app_commands.ContextMenu(name="Find sources", callback=find_sources))
        group = app_commands.Group(name="editors", description="x", default_permissions=discord.Permissions(8))
        group.command(description="x")(add)
        self.tree.add_command(group)

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def on_interaction(self, interaction: Interaction[Any]) -> None:
        if interaction.type is discord.InteractionType.component:
            await interaction.response.edit_message(view=layout(), attachments=files())


@app_commands.command(description="x")
@app_commands.choices(kind=[app_commands.Choice(name="a", value="a")])
async def newer(
    interaction: Interaction[Any],
    words: app_commands.Range[str, 1, 100],  # noqa: ARG001 - options are there to be synced
    kind: str = "a",  # noqa: ARG001
    channel: discord.TextChannel | None = None,  # noqa: ARG001
    number: app_commands.Range[int, 1, 3] = 1,  # noqa: ARG001
) -> None:
    await interaction.response.send_message(view=layout(), files=files())
    await interaction.edit_original_response(view=layout(), attachments=files())
    message = await interaction.original_response()
    await interaction.edit_original_response(attachments=message.attachments)
    await interaction.followup.send(view=layout(), files=files(), ephemeral=True)


@newer.autocomplete("words")
async def suggest(_: Interaction[Any], words: str) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=words, value=words)]


@app_commands.command(description="x")
async def older(interaction: Interaction[Any]) -> None:
    embed = discord.Embed(title="x", url="https://a.example/", timestamp=discord.utils.utcnow()).set_footer(text="x")
    view = ui.View(timeout=None).add_item(ui.Button(label="x"))
    await interaction.response.defer(ephemeral=True, thinking=True)
    await interaction.edit_original_response(content="x", embed=embed, view=view)
    await interaction.followup.send("x", silent=True)


@app_commands.command(description="x")
async def form(interaction: Interaction[Any]) -> None:
    await interaction.response.send_modal(Form())


async def find_sources(interaction: Interaction[Any], message: discord.Message) -> None:
    await interaction.response.send_message(f"x{message.id}")


async def add(interaction: Interaction[Any]) -> None:
    await interaction.response.send_message("x")


async def talk(mentions: discord.AllowedMentions | None) -> None:
    """Have somebody use all that the bot has."""
    async with simcord.run(Talker(mentions)) as env:
        server = env.create_guild()
        ann, channel = server.add_member(env.create_user("ann")), server.create_text_channel("debate")
        await ann.autocomplete(channel, "newer", "words", "x")
        reply = await ann.slash(channel, "newer", words="x")
        assert reply.response is not None
        await ann.click(reply.response, custom_id="more")
        await ann.slash(channel, "older")
        await ann.slash(channel, "form")
        await ann.context_menu(channel, "Find sources", await ann.send(channel, "x"))


async def test_what_discord_py_sends_breaks_no_rule(sent_to_discord: Traffic) -> None:
    await talk(discord.AllowedMentions.none())
    [requests] = sent_to_discord
    assert {(request.json or {})["type"] for request in requests if "/callback" in request.path} == {4, 5, 7, 8, 9}
    assert {request.method for request in requests if "/webhooks/" in request.path} == {"GET", "POST", "PATCH"}


async def test_what_breaks_a_rule_fails_a_test_that_does_not_look_for_it(sent_to_discord: Traffic) -> None:
    with pytest.raises(AssertionError, match="allowed_mentions: not there"), watched():
        await talk(None)
    sent_to_discord.clear()  # or this test would fail too


@needs_description
@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ({"content": "x"}, None),
        ({"content": 1}, "data.content: 1 is not of type 'string'"),
        ({"contents": "x"}, "('contents' was unexpected)"),
        ({"components": [{"type": 1, "components": [{"type": 2, "style": 9}]}]}, "data.components[0].components[0]"),
        ({"components": [{"type": 99}]}, "data.components[0]"),
        ({"components": [{"type": 17, "components": [{"type": 10}]}]}, "'content' is a required property"),
        ({"attachments": [{"id": 0, "filename": "a"}]}, None),
    ],
)
def test_a_message_is_held_against_the_description(data: dict[str, Any], problem: str | None) -> None:
    described = description()
    assert described is not None
    callback = {"type": 4, "data": data}
    wrong = list(described.problems("POST", "/interactions/3000/token/callback", callback))
    assert not wrong if problem is None else problem in wrong[0]


@needs_description
def test_a_route_that_the_description_does_not_know() -> None:
    assert any("doesn't know" in line for line in problems(Sent("PUT", "/interactions/1/2/callback", {})))


@needs_description
@pytest.mark.parametrize("gap", GAPS, ids=lambda gap: ".".join(gap.place))
def test_a_known_gap_is_still_one(gap: Gap) -> None:
    """Or it can be struck from the list."""
    as_it_is = description(mended=False)
    assert as_it_is is not None
    assert as_it_is.at(gap.place[:-1]).get(gap.place[-1]) in (None, False, "string")
