"""The first minute of an accident over Telegram, with the whole core behind the channel."""

import io
import json
from datetime import timedelta

from PIL import Image

from tests.bot.channels.telegram.conftest import rows
from tests.servers.telegram import TOKEN


async def test_a_report_with_the_place_and_the_number_from_the_telephone(talk, server):
    said = await talk.says("tai nạn ở công trường, có người ngã")
    assert said[-1].endswith("chọn:")
    server.taps(server.sent[-1], "nav:skip")
    await talk.update(server.updates[-1])
    assert "nav:skip" not in json.dumps(server.sent[1]["reply_markup"])
    assert talk.keyboard()["keyboard"][0] == [{"text": "Gửi vị trí", "request_location": True}]
    await talk.update(server.sends(location={"latitude": 21.5, "longitude": 105.5}))
    own = {"phone_number": "+84912345678", "first_name": "An"}
    while "request_contact" not in json.dumps(talk.keyboard()):
        await talk.says("Chưa rõ")
    ended = await talk.update(server.sends(contact=own | {"user_id": 7}))
    assert any("TN-26-" in text for text in ended)
    await talk.update(server.sends(photo=[server.file(_jpeg(), "photos/1.jpg") | {"width": 9, "height": 9}]))
    assert rows(talk, "SELECT state, mime FROM attachments") == [("stored", "image/jpeg")]
    assert server.refused == []
    with talk.app.store.database.reading() as uow:
        (case,) = uow.accidents.all()
        facts = uow.accidents.facts(case.id)
    assert (case.channel, facts["locations"]) == ("telegram", [[21.5, 105.5]])
    assert facts["phone"] == "0912345678"


async def test_the_same_update_twice_is_answered_once(talk, server):
    update = server.says("xin chào")
    assert await talk.update(update)
    assert await talk.update(update) == []


async def test_an_edit_is_told_that_it_was_not_read_and_the_question_stands(talk, server):
    await talk.says("tai nạn ở công trường, có người ngã")
    said = await talk.update(server.add("edited_message", server.message(text="2 người", edit_date=1)))
    assert "chưa đọc chỗ vừa sửa" in said[0]
    assert said[-1].endswith("chọn:")


async def test_a_group_that_moved_gets_what_was_meant_for_it(talk, server):
    server.fail("sendMessage", 400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1005)
    await talk.says("/menu@baoan_bot", chat=-5)
    talk.channel._clock.move_to(talk.channel._clock.now() + timedelta(seconds=10))
    await talk.app.settle()
    assert {message["chat"]["id"] for message in server.sent} == {-1005}


async def test_who_blocked_us_is_reached_again_when_they_return(talk, server):
    await talk.says("xin chào")
    change = {
        "chat": server.chat(7), "from": server.person(7), "date": 1_700_000_000,
        "new_chat_member": {"status": "kicked", "user": {"id": 424242}},
    }  # fmt: skip
    await talk.update(server.add("my_chat_member", change))
    assert rows(talk, "SELECT state FROM addresses") == [("blocked",)]
    await talk.says("tôi đây")
    assert rows(talk, "SELECT state FROM addresses") != [("blocked",)]
    assert TOKEN not in str(rows(talk, "SELECT * FROM audit"))


def _jpeg():
    out = io.BytesIO()
    Image.new("RGB", (9, 9)).save(out, "JPEG")
    return out.getvalue()
