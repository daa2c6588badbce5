"""python-telegram-bot as a second reading of the Bot API: our server serves it, and it reads what we send."""

import inspect
import json

import pytest
import telegram
from telegram import constants
from telegram.error import BadRequest, Conflict, EndPointNotFound, Forbidden, InvalidToken, RetryAfter
from telegram.ext import Application, CommandHandler

from bot.channels.telegram import api, incoming, outgoing
from messages.envelope import Choice, OutFile
from tests.bot.channels.telegram.conftest import AN, GROUP, VOICE, picture, until
from tests.servers import telegram_rules
from tests.servers.telegram import TOKEN

FILES = (
    OutFile(1, "cau.jpg", "image/jpeg"),
    OutFile(2, "bao-cao.pdf", "application/pdf"),
    OutFile(3, "voice.ogg", "audio/ogg"),
)


@pytest.fixture
async def peer(server, monkeypatch):
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    bot = telegram.Bot(TOKEN, base_url=f"{server.base}/bot", base_file_url=f"{server.base}/file/bot")
    async with bot:
        yield bot


def test_the_limits_are_those_of_its_constants(line):
    limits = (
        (outgoing.TEXT_UNITS, constants.MessageLimit.MAX_TEXT_LENGTH),
        (outgoing.CAPTION_UNITS, constants.MessageLimit.CAPTION_LENGTH),
        (outgoing.CALLBACK_BYTES, constants.InlineKeyboardButtonLimit.MAX_CALLBACK_DATA),
        (outgoing.BUTTONS, constants.InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER),
        (outgoing.ROW_BUTTONS, constants.InlineKeyboardMarkupLimit.BUTTONS_PER_ROW),
        (outgoing.PHOTO_BYTES, constants.FileSizeLimit.PHOTOSIZE_UPLOAD),
        (line.channel.limits.per_second, constants.FloodLimit.MESSAGES_PER_SECOND),
        (line.channel.limits.chat_per_second, constants.FloodLimit.MESSAGES_PER_SECOND_PER_CHAT),
        (line.channel.limits.group_per_minute, constants.FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP),
        (telegram_rules.UPLOAD, constants.FileSizeLimit.FILESIZE_UPLOAD),
        (telegram_rules.TEXT, constants.MessageLimit.MAX_TEXT_LENGTH),
    )
    assert [ours for ours, theirs in limits if ours != theirs] == []
    assert api.DOWNLOAD_LIMIT >= constants.FileSizeLimit.FILESIZE_DOWNLOAD
    assert set(incoming.ALLOWED_UPDATES) <= set(telegram.Update.ALL_TYPES)
    assert {*telegram.Update.ALL_TYPES} >= telegram_rules.UPDATES


async def test_it_reads_every_kind_of_message_we_send(line, server, peer):
    await line.send("Bị nặng không? " * 400, ("yes", "Có"), ("no", "Không"), step=(1, 3))
    await line.send("Xem tại https://baoan.example", lasting=True, urgent=True)
    await line.send("⏰ Hai việc.", ("a:1", "Việc 1"), ("a:2", "Việc 2"), lasting=True)
    await line.send("Ở đâu?", ("place:location", "Gửi vị trí"), ("x:contact", "Gửi số"), ("skip", "Bỏ qua"))
    await line.send("Đã ghi.")
    await line.send("Biên nhận.", ("ok", "Đúng"), files=FILES, to=GROUP)
    assert server.refused == []
    for raw in server.sent:
        message = telegram.Message.de_json(raw, peer)
        assert not message.api_kwargs
        assert message.text or message.photo or message.document or message.voice
    for method, params in server.calls:
        if method.startswith("send"):
            _reads_again(method, params, peer)


KEYBOARDS = {
    "inline_keyboard": telegram.InlineKeyboardMarkup,
    "keyboard": telegram.ReplyKeyboardMarkup,
    "remove_keyboard": telegram.ReplyKeyboardRemove,
}


def _reads_again(method, params, peer):
    """Check a call of ours against its types: what it reads, written again, is what we sent."""
    name = "send_" + method.removeprefix("send").lower()
    assert set(params) <= set(inspect.signature(getattr(telegram.Bot, name)).parameters)
    if "reply_markup" in params:
        raw = json.loads(params["reply_markup"])
        (kind,) = set(raw) & set(KEYBOARDS)
        read = KEYBOARDS[kind].de_json(raw, peer)
        assert set(read.api_kwargs) <= {"remove_keyboard"}  # it keeps that one for itself
        assert json.loads(read.to_json()) == raw
    if "link_preview_options" in params:
        raw = json.loads(params["link_preview_options"])
        assert json.loads(telegram.LinkPreviewOptions.de_json(raw, peer).to_json()) == raw


async def test_what_a_tap_leaves_behind_and_the_commands_read_well(line, server, peer):
    async with line.listening():
        await line.send("Có không?", ("yes", "Có"), ("no", "Không"))
        server.taps(server.sent[-1], "yes")
        await until(lambda: line.calls("editMessageReplyMarkup"))
    edited = json.loads(line.calls("editMessageReplyMarkup")[0]["reply_markup"])
    assert telegram.InlineKeyboardMarkup.de_json(edited, peer).to_dict() == edited
    await line.channel.show_menu(AN, [Choice(o.payload, "Việc") for o in outgoing.COMMANDS.values()])
    whose = telegram.BotCommandScopeChat(7)
    everybody, own = await peer.get_my_commands(), await peer.get_my_commands(scope=whose)
    assert [c.command for c in everybody] == server.shown(8)
    assert [c.command for c in own] == list(outgoing.COMMANDS) == server.shown()
    for one in (*everybody, *own):
        assert len(one.command) <= constants.BotCommandLimit.MAX_COMMAND
        assert 1 <= len(one.description) <= constants.BotCommandLimit.MAX_DESCRIPTION
    raw = json.loads(line.calls("setMyCommands")[-1]["scope"])
    assert telegram.BotCommandScope.de_json(raw, peer) == whose
    assert whose.to_dict() == raw


async def test_its_client_sets_menus_as_we_do(server, peer):
    await peer.set_my_commands([("menu", "Mở")])
    await peer.set_my_commands([("tiendo", "Báo")], scope=telegram.BotCommandScopeChat(7))
    assert (server.shown(7), server.shown(8)) == (["tiendo"], ["menu"])
    await peer.delete_my_commands(scope=telegram.BotCommandScopeChat(7))
    assert server.shown(7) == ["menu"]
    for wrong in ([("Báo", "x")], [("a", "x")] * 101):
        with pytest.raises(BadRequest):
            await peer.set_my_commands(wrong)


async def test_its_own_client_is_served(server, peer):
    assert (await peer.get_me()).username == "baoan_bot"
    markup = telegram.InlineKeyboardMarkup.from_button(
        telegram.InlineKeyboardButton("Có", callback_data="yes")
    )
    sent = await peer.send_message(7, "Có không?", reply_markup=markup)
    server.taps(server.sent[-1], "yes")
    (update,) = await peer.get_updates(timeout=1, allowed_updates=["message", "callback_query"])
    assert update.callback_query.message.message_id == sent.message_id
    assert await update.callback_query.answer("Đã ghi")
    with pytest.raises(BadRequest, match="too old"):
        await update.callback_query.answer()
    await sent.edit_reply_markup(None)
    with pytest.raises(BadRequest, match="not modified"):
        await sent.edit_reply_markup(None)
    assert await peer.get_updates(offset=update.update_id + 1, timeout=0) == ()
    await peer.send_photo(7, picture(), caption="cầu")
    paper = await peer.send_document(7, b"%PDF-1.7", filename="a.pdf")
    found = await (await paper.document.get_file()).download_as_bytearray()
    assert bytes(found) == b"%PDF-1.7"
    assert (await peer.send_voice(7, VOICE, caption="lời kể")).voice.mime_type == "audio/ogg"
    with pytest.raises(BadRequest, match="opus"):
        await peer.send_voice(7, b"OggS vorbis")


async def test_its_client_meets_the_same_refusals(server, peer):
    for text, reason in (("a" * 4097, "too long"), (" ", "empty")):
        with pytest.raises(BadRequest, match=reason):
            await peer.send_message(7, text)
    button = telegram.InlineKeyboardButton("Có", callback_data="ă" * 33)
    with pytest.raises(BadRequest, match="utton_data_invalid"):
        await peer.send_message(7, "?", reply_markup=telegram.InlineKeyboardMarkup.from_button(button))
    asking = telegram.KeyboardButton("Vị trí", request_location=True)
    with pytest.raises(BadRequest, match="private chats only"):
        await peer.send_message(-100, "?", reply_markup=telegram.ReplyKeyboardMarkup([[asking]]))
    with pytest.raises(BadRequest, match="nknown field"):
        await peer.send_message(7, "?", api_kwargs={"colour": "red"})
    with pytest.raises(EndPointNotFound):
        await peer.do_api_request("sendDream")
    server.closed_chats[8] = telegram_rules.ApiError(403, "Forbidden: bot was blocked by the user")
    with pytest.raises(Forbidden):
        await peer.send_message(8, "?")
    server.flood = True
    await peer.send_message(9, "một")
    with pytest.raises(RetryAfter):
        await peer.send_message(9, "hai")
    await peer.set_webhook("https://a.vn/hook", secret_token="s")
    assert (await peer.get_webhook_info()).url == "https://a.vn/hook"
    with pytest.raises(Conflict, match="webhook is active"):
        await peer.get_updates()
    with pytest.raises(InvalidToken):
        async with telegram.Bot("1:other", base_url=f"{server.base}/bot"):
            pass


async def test_its_application_polls_and_answers(server):
    async def start(update, context):
        await update.message.reply_text(f"Chào {context.args[0]}")

    builder = Application.builder().token(TOKEN).base_url(f"{server.base}/bot")
    application = builder.build()
    application.add_handler(CommandHandler("start", start))
    async with application:
        await application.start()
        await application.updater.start_polling(timeout=1)
        server.says("/start an", entities=[{"type": "bot_command", "offset": 0, "length": 6}])
        await until(lambda: server.sent)
        await application.updater.stop()
        await application.stop()
    assert server.sent[-1]["text"] == "Chào an"
