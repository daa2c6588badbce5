"""An invitation can be opened: a link in the message and in the picture, beside the code."""

import io

import pytest
import segno

from handlers.services import links
from tests.bot.channels.telegram.conftest import rows

BEGINS = "https://t.me/baoan_bot?start="


def known(talk, begins):
    with talk.app.store.database.transaction() as uow:
        links.note(uow, "telegram", begins)


async def invite(talk):
    """Let a coordinator invite the focal point of a commune; returns what was said last."""
    await talk.join("coordinator")
    with talk.app.store.database.transaction() as uow:
        uow.units.add(code="xa-b", name="Xã Tân Lập", kind="commune", parent_id=None)
    await talk.says("Mời người vào")
    await talk.says("xã Tân Lập")
    return await talk.says("Đầu mối")


def code_in(text):
    return text.removeprefix("Mã mời: ").split()[0]


def drawn_as(talk, of):
    drawn = io.BytesIO()
    segno.make(of, error="m").save(drawn, kind="png", scale=8, border=3)
    ((path,),) = rows(talk, "SELECT path FROM attachments WHERE kind = 'made'")
    return talk.app.files.get(path) == drawn.getvalue()


async def test_the_message_and_the_picture_lead_to_the_bot(talk, server):
    known(talk, talk.channel.start_link)
    said = await invite(talk)
    code = code_in(said[0])
    assert said[0].endswith(f"Hoặc bấm để mở Telegram: {BEGINS}{code}")
    assert drawn_as(talk, BEGINS + code)
    assert "mở Telegram" in server.sent[-1]["caption"]


async def test_without_telegram_the_code_stands_alone(talk, server):
    known(talk, BEGINS)
    known(talk, None)
    said = await invite(talk)
    assert "http" not in said[0]
    assert drawn_as(talk, code_in(said[0]))
    assert server.sent[-1]["caption"] == "Mã QR của lời mời."


@pytest.mark.parametrize("before", ["xin chào", "tai nạn ở công trường, có người ngã"])
async def test_whoever_opens_it_is_asked_at_once_whatever_they_were_doing(talk, before):
    known(talk, BEGINS)
    code = code_in((await invite(talk))[0])
    await talk.says(before, who=8)
    asked = await talk.says(f"/start {code}", who=8)
    assert "Nhận việc Đầu mối của Xã Tân Lập?" in asked[0]
    joined = await talk.says("Nhận", who=8)
    assert "Đã nhận: Đầu mối" in joined[0]
    assert ("Ta làm tiếp" in str(joined)) == (before != "xin chào")


@pytest.mark.parametrize(
    ("word", "answer"),
    [("Đúng", "Đã nhận"), ("dong y", "Đã nhận"), ("Nhận", "Đã nhận"), ("không", "Đã bỏ qua mã")],
)
async def test_a_yes_or_no_in_words_answers_too(talk, word, answer):
    known(talk, BEGINS)
    code = code_in((await invite(talk))[0])
    await talk.says(f"/start {code}", who=8)
    assert answer in (await talk.says(word, who=8))[0]


async def test_the_code_that_joins_two_apps_has_its_link_too(talk):
    known(talk, BEGINS)
    await talk.join("coordinator")
    await talk.says("/ngonngu")
    (said,) = await talk.says("Nối thêm ứng dụng")
    assert f"{BEGINS}NOI-" in said
