"""One person on two apps: a report goes on from Telegram to Zalo, a notice comes once, an outage is told there."""

import asyncio
import re
from dataclasses import replace

import pytest

from bot import bootstrap
from bot.clock import LiveClock
from handlers.services import people
from messages.envelope import Address
from storage.database import Database
from tests.acceptance import devices
from tests.acceptance.program import program
from tests.acceptance.test_five_channels import FACTS, tell_the_rest
from tests.servers.zalo_oa import FakeZalo

pytestmark = pytest.mark.slow

WORKER, OFFICER = "246845883529197922", "246845883529197933"


def invite(folder, role, raw):
    """Let the operator of the machine invite somebody of xã Tân Lập; returns the code."""
    database = Database(f"sqlite:///{folder / 'baoan.db'}")
    with database.transaction() as uow:
        unit = uow.units.named("Xã Tân Lập")
        number = (
            unit.id
            if unit
            else uow.units.add(code="xa-tl", name="Xã Tân Lập", kind="commune", parent_id=None)
        )
        made = people.invite_by_operator(uow, number, role, LiveClock().now(), raw)
    database.close()
    return made["code"]


def read(folder, look):
    database = Database(f"sqlite:///{folder / 'baoan.db'}")
    with database.reading() as uow:
        found = look(uow)
    database.close()
    return found


def cases(folder):
    return read(folder, lambda uow: [(case, uow.accidents.facts(case.id)) for case in uow.accidents.all()])


def person_at(folder, channel):
    """Return who the worker is on a channel."""
    account, who = ("424242", "7") if channel == "telegram" else (FakeZalo().oa_id, WORKER)
    return read(folder, lambda uow: uow.people.at(Address(channel, account, who, who)).person_id)


async def link(first, second):
    """Join two apps of one person as the person does it: a code from the one, said in the other, confirmed."""
    await first.say("/ngonngu")
    shown = await first.begin("Nối thêm ứng dụng", "nhắn mã này")
    code = re.search(r"NOI-\w{5}-\w{5}", shown[-1][0])[0]
    asked = await second.say(code)
    assert "Nối ứng dụng này" in asked[-1][0]
    first.read = len(await first.messages())
    await second.begin("Nối", "Đã hỏi lại")
    assert "Zalo vừa gửi mã" in (await first.hears("Có phải anh/chị không"))[-1][0]
    await first.begin("Đúng, nối", "Đã nối")


def count(shown, words):
    return sum(words in text for text, _ in shown)


async def test_a_report_begun_on_telegram_ends_on_zalo(tmp_path, servers, monkeypatch):
    chat, zalo, _bot = servers
    async with program(tmp_path, servers, monkeypatch) as (base, _client):
        here, there = devices.Telegram(chat), devices.ZaloOA(zalo, base, WORKER)
        duty, pocket = devices.Telegram(chat, who=8), devices.ZaloOA(zalo, base, OFFICER)
        await duty.say("xin chào")
        await duty.say(f"/start {invite(tmp_path, 'focal', bytes(range(10)))}")
        await duty.begin("Nhận", "Đã nhận")
        await asyncio.gather(link(here, there), link(duty, pocket))

        assert count(await here.say(FACTS["opening"]), "Bao nhiêu người") == 1
        assert count(await here.say("2 người bị thương"), "xã, phường nào") == 1
        there.read = len(await there.messages())
        shown = await there.say("xã Tân Lập")
        assert count(shown, "số nào") == 1
        shown = await there.say("0912345678")
        assert count(shown, "đồng ý cho giữ thông tin") == 1
        await tell_the_rest(there)
        ((case, facts),) = cases(tmp_path)
        assert {name: facts[name] for name in FACTS} == FACTS
        assert case.reporter_id == person_at(tmp_path, "telegram") == person_at(tmp_path, "zalo-oa")
        for device in (duty, pocket):
            device.read = 0
        pushes = [text for device in (duty, pocket) for text, _ in await device.messages() if "🔴" in text]
        assert len([text for text in pushes if case.code in text]) == 1, pushes
        assert case.code in str(await here.say(case.code))
    assert chat.refused == []


async def test_an_outage_of_one_channel_is_told_on_another(tmp_path, servers, monkeypatch):
    chat, zalo, _bot = servers
    ticks = [replace(tick, every_seconds=1) if tick.name == "channels" else tick for tick in bootstrap.TICKS]
    monkeypatch.setattr(bootstrap, "TICKS", tuple(ticks))
    async with program(tmp_path, servers, monkeypatch) as (base, _client):
        office, other = devices.ZaloOA(zalo, base, OFFICER), devices.Telegram(chat)
        await office.say(invite(tmp_path, "coordinator", bytes(range(10))))
        await office.begin("Nhận", "Đã nhận")
        await other.say("xin chào")
        chat.token = "1:another"
        other.server.says("có ai không")  # the poll under way ends with it, the next is refused
        told = await office.hears("Kênh Telegram chưa chạy được")
        assert "BAOAN_TELEGRAM_TOKEN" in told[-1][0]
        assert count(await office.messages(), "Kênh Telegram") == 1
