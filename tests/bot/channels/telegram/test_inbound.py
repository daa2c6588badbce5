"""What an update says, and what it does not."""

import pytest

from bot.channels.telegram.incoming import Me, deep_link, inbound
from messages.envelope import Address, InboundKind
from tests.bot.channels.telegram.conftest import NOW
from tests.servers.telegram import BOT, TelegramServer

ME = Me(424242, "baoan_bot")
ROOM = -100


@pytest.fixture
def server():
    return TelegramServer()


def read(update):
    return inbound(update, ME, NOW)


def one(update):
    (message,) = read(update)
    return message


def test_a_private_word(server):
    update = server.says("tai nạn ở cầu")
    message = one(update)
    assert message.address == Address("telegram", "424242", "7", "7")
    assert message.address.private
    assert message.key == f"{update['update_id']}:7:1"
    assert (message.kind, message.text) == (InboundKind.TEXT, "tai nạn ở cầu")
    assert message.sent_at.tzinfo is not None


def test_in_a_group_only_what_is_for_the_bot_is_read_and_its_name_goes(server):
    assert read(server.says("trưa nay ăn gì", chat=ROOM)) == ()
    assert read(server.says("/menu@other_bot", chat=ROOM)) == ()
    assert read(server.says("viết cho x@baoan_bot hay @baoan_bot_cu", chat=ROOM)) == ()
    said = one(server.says("@BaoAn_bot, có tai nạn", chat=ROOM))
    assert (said.text, said.address.chat, said.address.sender) == ("có tai nạn", "-100", "7")
    assert not said.address.private
    assert one(server.says("có tai nạn @baoan_bot", chat=ROOM)).text == "có tai nạn"
    assert one(server.says("/menu@baoan_bot", chat=ROOM)).text == "/menu"
    reply = server.message(who=8, chat=ROOM, text="2 người") | {
        "reply_to_message": server.message(chat=ROOM, text="Mấy người?") | {"from": BOT}
    }
    assert one(server.add("message", reply)).address.sender == "8"


def test_what_is_posted_in_the_groups_name_has_no_authority(server):
    update = server.says("duyệt", who=1087968824, chat=ROOM, sender_chat=server.chat(ROOM))
    assert read(update) == ()
    named = server.says("@baoan_bot duyệt", who=1087968824, chat=ROOM, sender_chat=server.chat(ROOM))
    message = one(named)
    assert message.address.sender == "anonymous--100"
    assert (message.kind, message.data["error"]) == (InboundKind.RESULT, "telegram-anonymous")


def test_a_group_that_moves_is_one_event_told_twice(server):
    old = one(server.sends(chat=-5, migrate_to_chat_id=-1005))
    new = one(server.sends(chat=-1005, migrate_from_chat_id=-5))
    assert old.kind is InboundKind.EVENT
    assert old.data == {"event": "moved", "to": "-1005"}
    assert (old.address.chat, old.key) == ("-5", new.key)


@pytest.mark.parametrize(
    ("status", "event"),
    [
        ("kicked", "blocked"),
        ("left", "blocked"),
        ("member", "reachable"),
        ("administrator", "reachable"),
        ("restricted", "blocked"),
    ],
)
def test_blocking_and_coming_back_are_events(server, status, event):
    member = {"status": status, "user": BOT, "until_date": 0}
    change = {
        "chat": server.chat(7), "from": server.person(7), "date": 1_700_000_000,
        "old_chat_member": {"status": "member", "user": BOT}, "new_chat_member": member,
    }  # fmt: skip
    message = one(server.add("my_chat_member", change))
    assert (message.kind, message.data) == (InboundKind.EVENT, {"event": event})
    assert message.address.chat == "7"
    assert read(server.add("my_chat_member", change | {"chat": {"id": -9, "type": "channel"}})) == ()


def test_of_a_photo_the_largest_size_that_can_be_fetched(server):
    def size(width, weight):
        return server.file(b"x", size=weight) | {"width": width, "height": width}

    small, good, giant = size(90, 1_000), size(1280, 900_000), size(9000, 30_000_000)
    message = one(server.sends(photo=[small, good, giant], caption="hiện trường"))
    assert (message.kind, message.text) == (InboundKind.PHOTO, "hiện trường")
    assert (message.file.reference, message.file.size) == (good["file_id"], 900_000)


@pytest.mark.parametrize(
    ("field", "more", "kind", "name"),
    [
        (
            "document",
            {"file_name": "kh.docx", "mime_type": "application/msword"},
            InboundKind.FILE,
            "kh.docx",
        ),
        ("document", {"file_name": "a.png", "mime_type": "image/png"}, InboundKind.PHOTO, "a.png"),
        ("document", {}, InboundKind.FILE, "file"),
        ("voice", {"duration": 3}, InboundKind.VOICE, "voice.ogg"),
        ("audio", {"duration": 3, "mime_type": "audio/mpeg"}, InboundKind.VOICE, "audio.mp3"),
        ("video", {"duration": 3, "width": 1, "height": 1}, InboundKind.FILE, "video.mp4"),
        ("video_note", {"duration": 3, "length": 1}, InboundKind.FILE, "video.mp4"),
    ],
)
def test_files(server, field, more, kind, name):
    message = one(server.sends(**{field: server.file(b"x") | more}))
    assert (message.kind, message.file.name) == (kind, name)
    assert message.file.reference


def test_a_file_too_large_for_us_is_said_and_its_words_are_kept(server):
    heavy = server.file(b"x", size=30_000_000)
    said, refused = read(server.sends(document=heavy, caption="báo cáo năm"))
    assert said.text == "báo cáo năm"
    assert (refused.kind, refused.data["error"]) == (InboundKind.RESULT, "file-too-large")
    assert said.key != refused.key


def test_place_and_number(server):
    place = one(server.sends(location={"latitude": 21.5, "longitude": 105.5}))
    assert (place.kind, place.location) == (InboundKind.LOCATION, (21.5, 105.5))
    card = {"phone_number": "+84912345678", "first_name": "An"}
    own = one(server.sends(contact=card | {"user_id": 7}))
    assert (own.kind, own.phone) == (InboundKind.CONTACT, "+84912345678")
    for foreign in (card | {"user_id": 8}, card):
        message = one(server.sends(contact=foreign))
        assert (message.kind, message.phone, message.text) == (InboundKind.TEXT, None, "An +84912345678")


def test_what_cannot_be_read_is_said_so_and_service_messages_are_let_be(server):
    sticker = server.file(b"x") | {
        "type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False,
    }  # fmt: skip
    assert one(server.sends(sticker=sticker)).data["error"] == "telegram-unread"
    assert read(server.sends(chat=ROOM, new_chat_members=[server.person(9)])) == ()
    assert read(server.sends(pinned_message=server.message(text="x"))) == ()


def test_an_edit_is_not_taken_for_a_new_answer(server):
    edited = server.message(text="3", edit_date=1_700_000_000)
    message = one(server.add("edited_message", edited))
    assert (message.kind, message.data["error"]) == (InboundKind.RESULT, "telegram-edited")
    live = server.message(location={"latitude": 21.5, "longitude": 105.5}, edit_date=1_700_000_000)
    assert read(server.add("edited_message", live)) == ()
    elsewhere = server.message(chat=ROOM, text="3", edit_date=1_700_000_000)
    assert read(server.add("edited_message", elsewhere)) == ()


def test_deep_links(server):
    tap = one(server.says("/start task_CV-26-7K3F"))
    assert (tap.kind, tap.choice) == (InboundKind.CHOICE, "progress:open:CV-26-7K3F")
    assert deep_link("case_TN-26-7K3F") == "case:open:TN-26-7K3F"
    assert deep_link("task_DROP TABLE") is None
    invited = one(server.says("/start MOI-ABCDE-23456"))
    assert (invited.kind, invited.choice) == (InboundKind.CHOICE, "join:MOI-ABCDE-23456")
    assert one(server.says("/start xin chào")).text == "/start xin chào"
    assert one(server.says("/start")).text == "/start"


def test_commands(server):
    assert one(server.says("/baotainan")).choice == "report:accident"
    assert one(server.says("/trogiup")).text == "/help"
    assert one(server.says("/menu")).text == "/menu"
    assert one(server.says("/huy@baoan_bot ngay", chat=ROOM)).text == "/huy ngay"
    told = one(server.says("/baotainan có người ngã ở cầu"))
    assert (told.kind, told.text) == (InboundKind.TEXT, "Báo tai nạn: có người ngã ở cầu")


def test_a_tap_under_a_message_out_of_reach(server):
    gone = {"message_id": 5, "chat": server.chat(7), "date": 0}
    message = one(server.taps(gone, "~code:CV-26-7K3F"))
    assert (message.choice, message.sent_at) == ("code:CV-26-7K3F", NOW)
    assert "tap-" in message.key
    assert message.address.private


def test_kinds_nobody_asked_for_say_nothing(server):
    assert read({"update_id": 1, "some_new_kind": {"a": 1}}) == ()
    assert read(server.add("channel_post", server.message(text="x"))) == ()
