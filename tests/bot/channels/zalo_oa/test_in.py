"""What a webhook's body says, in every spelling that has been seen."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.zalo_oa.incoming import read
from messages.envelope import Address, InboundKind, RemoteFile

NOW = datetime(2026, 11, 24, 1, 50, tzinfo=UTC)
AT = "1795485000000"  # ten minutes before
OA = "OA"


def user(name, message, **more):
    return {
        "app_id": "A", "event_name": name, "timestamp": AT, "sender": {"id": "U"}, "recipient": {"id": OA},
        "message": {"msg_id": "m1", **message}, **more,
    }  # fmt: skip


def one(event, ours=frozenset()):
    heard = read(event, OA, NOW, ours)
    assert len(heard.messages) == 1, heard
    message = heard.messages[0]
    assert type(message).from_json(json.loads(json.dumps(message.to_json()))) == message
    return message


def files(name, *payloads, **message):
    kind = name.rsplit("_", 1)[-1]
    attachments = [{"type": kind, "payload": p} for p in payloads]
    return read(user(name, {"attachments": attachments, **message}), OA, NOW).messages


def test_words():
    said = one(user("user_send_text", {"text": "tai nạn ở Tân Lập"}))
    assert said.address == Address("zalo-oa", OA, "U", "U")
    assert (said.key, said.kind, said.text) == ("m1", InboundKind.TEXT, "tai nạn ở Tân Lập")
    assert said.sent_at == datetime.fromtimestamp(int(AT) / 1000, UTC)


def test_a_tap_comes_back_as_words_with_our_prefix():
    tapped = one(user("user_send_text", {"text": "#ba:yes:1"}))
    assert (tapped.kind, tapped.choice, tapped.text) == (InboundKind.CHOICE, "yes:1", "")
    typed = one(user("user_send_text", {"text": "yes:1"}))
    assert (typed.kind, typed.choice) == (InboundKind.TEXT, None)


def test_pictures_make_a_message_each_and_the_words_go_with_the_first():
    first, second = files(
        "user_send_image",
        {"url": "https://f6.photo.talk.zdn.vn/a/1.jpg", "thumbnail": "t"},
        {"url": "https://f6.photo.talk.zdn.vn/a/2.jpg"},
        text="ảnh hiện trường",
    )
    assert (first.key, first.kind, first.text) == ("m1", InboundKind.PHOTO, "ảnh hiện trường")
    assert first.file == RemoteFile("https://f6.photo.talk.zdn.vn/a/1.jpg", "1.jpg")
    assert (second.key, second.text, second.file.name) == ("m1#1", "", "2.jpg")


def test_files_voices_and_moving_pictures():
    (file,) = files("user_send_file", {"url": "https://x.zdn.vn/1", "name": "báo cáo.pdf", "size": "1024000"})
    assert (file.kind, file.file) == (
        InboundKind.FILE,
        RemoteFile("https://x.zdn.vn/1", "báo cáo.pdf", size=1024000),
    )
    (voice,) = files("user_send_audio", {"url": "https://x.zdn.vn/v"})
    assert (voice.kind, voice.file.name) == (InboundKind.VOICE, "zalo.m4a")
    (moving,) = files(
        "user_send_gif", {"url": "https://x.zdn.vn/g.gif", "thumbnail": "https://x.zdn.vn/g.jpg"}
    )
    assert (moving.kind, moving.file.reference) == (InboundKind.PHOTO, "https://x.zdn.vn/g.jpg")
    (nothing,) = files("user_send_image", {})
    assert (nothing.kind, nothing.file) == (InboundKind.TEXT, None)
    (sticker,) = files("user_send_sticker", {"id": "1", "url": "https://x.zdn.vn/s"})
    assert (sticker.kind, sticker.file) == (InboundKind.TEXT, None)


@pytest.mark.parametrize(
    ("message", "more"),
    [
        ({"attachments": [{"payload": {"coordinates": {"latitude": "10.76", "longitude": "106.65"}}}]}, {}),
        ({"attachments": [{"payload": {"coordinates": {"latitude": 10.76, "longitude": 106.65}}}]}, {}),
        ({"attachments": [{"payload": {"coordinates": {"lat": 10.76, "long": 106.65}}}]}, {}),
        ({"attachments": [{"payload": {"lat": "10.76", "long": "106.65"}}]}, {}),
        ({"attachments": [{"payload": {"latitude": 10.76, "longitude": 106.65}}]}, {}),
        ({"location": {"lat": 10.76, "lng": 106.65}}, {}),
        ({}, {"location": {"lat": 10.76, "lon": "106.65"}}),
    ],
)
def test_a_place_in_every_spelling(message, more):
    said = one(user("user_send_location", message, **more))
    assert (said.kind, said.location) == (InboundKind.LOCATION, (10.76, 106.65))


@pytest.mark.parametrize(
    "place", [{"lat": "x", "long": 1}, {"lat": 91, "long": 0}, {"lat": "nan", "long": 0}, {}]
)
def test_a_place_that_is_none_is_words(place):
    assert one(user("user_send_location", {"attachments": [{"payload": place}]})).kind is InboundKind.TEXT


def test_links_and_cards_are_words():
    link = {"attachments": [{"payload": {"title": "Bản đồ", "url": "https://x.vn"}}]}
    assert one(user("user_send_link", {"text": "đây", **link})).text == "đây\nBản đồ\nhttps://x.vn"
    card = {"attachments": [{"payload": {"description": json.dumps({"phone": "84912345678"})}}]}
    said = one(user("user_send_business_card", {"text": "Anh Ba", **card}))
    assert (said.kind, said.text, said.phone) == (InboundKind.TEXT, "84912345678", None)


def test_a_phone_somebody_submits_is_a_contact():
    event = user("user_submit_info", {}, info={"name": "Ba", "phone": "84912345678", "full_address": {}})
    del event["message"]
    said = one(event)
    assert (said.kind, said.phone, said.key) == (
        InboundKind.CONTACT,
        "84912345678",
        f"user_submit_info:{AT}:U",
    )
    event["info"] = {"address": "12 Lê Lợi", "city": "Thái An"}
    assert one(event).text == "12 Lê Lợi, Thái An"


def test_following_and_leaving():
    event = {"app_id": "A", "event_name": "follow", "oa_id": OA, "follower": {"id": "U"}, "timestamp": AT}
    said = one(event)
    assert (said.kind, said.data, said.key) == (InboundKind.EVENT, {"event": "reachable"}, f"follow:{AT}:U")
    left = one({**event, "event_name": "unfollow"})
    assert left.data == {"event": "blocked"}


def test_receipts():
    base = {"sender": {"id": OA}, "recipient": {"id": "U"}, "app_id": "A", "timestamp": AT}
    got = one({**base, "event_name": "user_received_message", "message": {"msg_id": "s1"}})
    assert (got.address.chat, got.data) == ("U", {"event": "received", "ids": ["s1"]})
    seen = one({**base, "event_name": "user_seen_message", "message": {"msg_ids": ["s1", "s2"]}})
    assert seen.data == {"event": "seen", "ids": ["s1", "s2"]}
    assert seen.key != got.key
    template = {
        **base,
        "event_name": "user_received_message",
        "message": {"msg_id": "z", "tracking_id": "out-1"},
    }
    assert read(template, OA, NOW).note == "template_delivered"


def test_our_own_echo_is_nothing_and_a_colleague_is_an_event():
    base = {"event_name": "oa_send_text", "recipient": {"id": "U"}, "app_id": "A", "timestamp": AT}
    echo = {**base, "sender": {"id": OA}, "message": {"msg_id": "s1", "text": "x"}}
    assert read(echo, OA, NOW, frozenset({"s1"})).note == "own_echo"
    told = {"event": "staff_wrote", "ids": ["s1"], "text": "x", "files": []}
    assert one(echo).data == {**told, "by_hand": False}
    by_hand = {**echo, "sender": {"id": OA, "admin_id": "9"}}
    assert one(by_hand, frozenset({"s1"})).data == {**told, "by_hand": True}


def test_a_picture_a_colleague_sent_by_hand_comes_with_its_place():
    payload = {"url": "http://f6.photo.talk.zdn.vn/a.jpg"}
    event = {"event_name": "oa_send_image", "recipient": {"id": "U"}, "app_id": "A", "timestamp": AT}
    sent = {"msg_id": "s2", "attachments": [{"type": "image", "payload": payload}]}
    heard = one({**event, "sender": {"id": OA, "admin_id": "9"}, "message": sent})
    assert heard.data["files"] == [["photo", payload["url"], "a.jpg", "", 0]]


def test_somebody_not_signed_in_is_heard_by_their_conversation():
    said = one(user("anonymous_send_text", {"text": "alo", "conversation_id": "c9"}))
    assert (said.address.chat, said.address.private) == ("anon:c9:U", True)


@pytest.mark.parametrize(
    "name", ["user_reacted_message", "user_send_group_text", "", "change_template_status"]
)
def test_events_nobody_knows_are_noted(name):
    assert read(user(name, {}), OA, NOW).note == "unknown_event"


def test_times_that_are_none():
    for stamp in (None, "x", True, "9" * 30, "1999999999999"):
        assert one(user("user_send_text", {"text": "a"}, timestamp=stamp)).sent_at == NOW


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=8,
)
NAMES = st.sampled_from(
    ["user_send_text", "user_send_image", "user_send_location", "user_send_link", "user_send_business_card",
     "user_submit_info", "follow", "user_seen_message", "user_received_message", "oa_send_text",
     "anonymous_send_text", "user_send_file"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(NAMES, JSON, JSON, JSON, JSON)
def test_no_body_whatever_breaks_it(name, message, sender, attachments, info):
    held = {"attachments": attachments, **message} if isinstance(message, dict) else message
    event = {
        "event_name": name, "message": held, "sender": {"id": sender}, "recipient": {"id": sender}, "info": info,
        "follower": sender, "timestamp": info,
    }  # fmt: skip
    for kept in read(event, OA, NOW).messages:
        kept.to_json()
        kept.key.encode()
        kept.text.encode()
