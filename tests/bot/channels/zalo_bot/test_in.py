"""Every event of Zalo Bot, in both envelopes, as ours."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.zalo_bot.incoming import UNREAD, event_of, inbound
from messages.envelope import InboundKind

NOW = datetime(2026, 11, 24, 1, 50, tzinfo=UTC)
NAMES = ("Bot Báo An", "bot.baoan")


def event(name="text", *, chat="an", sender=None, group=False, **fields):
    return {
        "event_name": f"message.{name}.received",
        "message": {
            "message_id": "2d758cb5e222177a4e35",
            "date": 1766619597466,
            "from": {
                "id": sender or chat,
                "display_name": "Nguyễn Văn An",
                "first_name": "An",
                "is_bot": False,
            },
            "chat": {"id": chat, "chat_type": "GROUP" if group else "PRIVATE"},
            **fields,
        },
    }


def heard(raw):
    return inbound(event_of(raw), "12345689", NAMES, NOW)


def test_a_text_has_its_address_key_and_instant():
    message = heard(event(text="tai nạn ở xã Tân Lập"))
    assert message.kind is InboundKind.TEXT
    assert str(message.address) == "zalo-bot|12345689|an|an"
    assert message.address.private
    assert message.key == "an:2d758cb5e222177a4e35"
    assert message.sent_at == datetime(2025, 12, 24, 23, 39, 57, 466000, tzinfo=UTC)
    assert message.text == "tai nạn ở xã Tân Lập"


def test_both_envelopes_say_the_same():
    flat = event(text="menu")
    assert heard({"ok": True, "result": flat}) == heard(flat) == heard({"ok": True, "result": [flat]})


def test_no_name_is_kept():
    assert "Nguyễn" not in str(heard(event(text="menu")).to_json())


@pytest.mark.parametrize("field", ["photo_url", "photo"])
def test_an_image_is_a_photo_to_be_fetched(field):
    message = heard(event("image", **{field: "https://f1.zdn.vn/a.jpg"}, caption="hiện trường"))
    assert message.kind is InboundKind.PHOTO
    assert message.file.reference == "https://f1.zdn.vn/a.jpg"
    assert message.text == "hiện trường"


def test_a_voice_message_is_a_file_to_be_fetched():
    message = heard(event("voice", voice_url="https://v1.zdn.vn/a.aac"))
    assert message.kind is InboundKind.VOICE
    assert message.file.reference == "https://v1.zdn.vn/a.aac"


@pytest.mark.parametrize(
    "raw",
    [
        event("sticker", sticker="bfe458bf64fa8da4d4eb"),
        event("unsupported"),
        event("image"),
        event("text", text=""),
        event("location.of.the.future"),
    ],
)
def test_what_cannot_be_read_is_said_and_the_question_put_again(raw):
    message = heard(raw)
    assert message.kind is InboundKind.RESULT
    assert message.data["error"] == UNREAD


def test_a_private_chat_carries_its_persons_own_id_whatever_the_platform_says():
    assert heard(event(text="menu", chat="chat-1", sender="user-1")).address.private


def test_in_a_group_the_sender_speaks_where_we_are_mentioned():
    message = heard(event(text="@Bot Báo An việc của tôi", chat="nhom-1", sender="an", group=True))
    assert (message.address.chat, message.address.sender, message.text) == ("nhom-1", "an", "việc của tôi")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("@bot.baoan menu", "menu"),
        ("menu @bot.baoan", "menu"),
        ("@Bot-tên-mới menu", "menu"),  # a display name the API never told us
        ("@Bot Báo An", ""),
    ],
)
def test_the_mention_is_not_part_of_what_was_said(text, rest):
    message = heard(event(text=text, chat="nhom-1", sender="an", group=True))
    assert message.text == rest


def test_a_group_is_not_listened_to_but_for_mentions_and_replies():
    assert heard(event(text="trưa nay ăn gì", chat="nhom-1", sender="an", group=True)) is None
    assert heard(event(text="gửi về a@b.vn", chat="nhom-1", sender="an", group=True)) is None
    reply = event(text="1", chat="nhom-1", sender="an", group=True, reply_to_message={"message_id": "x"})
    assert heard(reply).text == "1"


def test_other_bots_and_what_is_no_message_are_passed_over():
    robot = event(text="menu")
    robot["message"]["from"]["is_bot"] = True
    assert heard(robot) is None
    for raw in ({}, [], None, "x", {"ok": True, "result": None}, {"ok": True, "result": []}, {"message": 1}):
        assert event_of(raw) is None


def test_a_message_without_an_id_has_the_same_key_when_it_comes_again():
    raw = event(text="menu")
    del raw["message"]["message_id"]
    assert heard(raw).key == heard(dict(raw)).key != heard(event(text="menu")).key


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


IDS = st.dictionaries(
    st.sampled_from(["id", "chat_type", "is_bot", "display_name"]), JSON | st.sampled_from(["an", "GROUP"])
)
SOMEBODY = st.fixed_dictionaries({"id": st.text(min_size=1)}, optional={"chat_type": JSON, "is_bot": JSON})
FIELDS = ["message_id", "date", "text", "caption", "photo", "photo_url", "voice_url", "mentions", "quote"]


@given(
    kind=st.sampled_from(["text", "image", "voice", "sticker", "unsupported"]) | st.text(),
    message=st.dictionaries(st.sampled_from(FIELDS), JSON),
    people=st.fixed_dictionaries({}, optional={"from": SOMEBODY | IDS | JSON, "chat": SOMEBODY | IDS | JSON}),
)
def test_no_shape_of_an_event_breaks_the_reading(kind, message, people):
    found = event_of({"event_name": f"message.{kind}.received", "message": {**message, **people}})
    read = inbound(found, "1", NAMES, NOW)
    if read is not None:
        assert read == type(read).from_json(read.to_json())
