"""One report of an accident, told through all five channels, is the same report in the database.

Four of them run in one `baoan run`, each against its strict server on loopback; the terminal runs beside it.
"""

import asyncio

import pytest

from bot import sample_world
from bot.bootstrap import Parts, build
from bot.clock import LiveClock
from bot.terminal import Terminal
from storage.database import Database
from tests.acceptance import devices
from tests.acceptance.program import OFFICE, program

TOLD = (
    ("tai nạn ở công trường, có người ngã giàn giáo", "Bao nhiêu người"),
    ("2 người bị thương", "xã, phường nào"),
    ("xã Tân Lập", "số nào"),
    ("0912345678", "đồng ý cho giữ thông tin"),
)
SKIPS = ("Để cán bộ ghi sau", "Bỏ qua", "Chưa rõ", "Không rõ", "Để sau", "Xong")
MOST_SKIPS = 12
FACTS = {
    "opening": TOLD[0][0],
    "people": {"dead": None, "injured": 2, "total": 2},
    "phone": "0912345678",
    "what": "Giàn giáo sập, hai người rơi xuống",
}


async def report(device):
    """Tell the accident, agree, skip what can be skipped, and confirm what was kept."""
    for words, asked in TOLD:
        shown = await device.say(words)
        assert any(asked in text for text, _ in shown), (device.NAME, words, shown)
    await tell_the_rest(device)


async def tell_the_rest(device):
    """Agree, say what happened, skip what can be skipped, and confirm what was kept."""
    shown = await device.pick("Đồng ý")
    assert any("xảy ra thế nào" in text for text, _ in shown), (device.NAME, shown)
    shown = await device.say(FACTS["what"])
    for _ in range(MOST_SKIPS):
        labels = [label for _, choices in shown for label, _, _ in choices]
        if "Đúng, gửi" in labels:
            break
        label = next((one for one in SKIPS if one in labels), None)
        assert label is not None, (device.NAME, shown)
        shown = await device.pick(label)
    shown = await device.pick("Đúng, gửi")
    assert any("Đã ghi đủ vụ" in text for text, _ in shown), (device.NAME, shown)


def province(folder):
    """Make the database with the units and officers of the sample province, and open the terminal's app over it."""
    shown = []
    terminal = Terminal(shown.append)
    parts = Parts(f"sqlite:///{folder / 'baoan.db'}", folder, LiveClock(), office=OFFICE)
    app = build(parts, lambda _store: [terminal.channel()])
    world = sample_world.World("console", "terminal", sample_world.sample("console", "terminal").units, None)
    with app.store.database.transaction() as uow:
        sample_world.load(uow, world, app.around, app.clock.now())
    return devices.Console(terminal, app, shown)


def came_out(folder):
    """Return by channel what the database holds of the report."""
    database = Database(f"sqlite:///{folder / 'baoan.db'}")
    found = {}
    with database.reading() as uow:
        for case in uow.accidents.all():
            found[case.channel] = [uow.accidents.facts(case.id), (case.state, case.kind, case.unit_id), None]
    with database.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT channel, version, language, answer FROM consents")
        for way, *answer in rows:
            assert found[way][2] is None
            found[way][2] = answer
    database.close()
    return found


@pytest.mark.slow
async def test_the_same_report_comes_out_of_all_five(tmp_path, servers, monkeypatch):
    chat, zalo, bot = servers
    console = province(tmp_path)
    try:
        await report(console)
    finally:
        console.app.close()
    async with program(tmp_path, servers, monkeypatch) as (base, client):
        await client.get("/chat")
        live = [
            devices.WebChat(client),
            devices.Telegram(chat),
            devices.ZaloOA(zalo, base),
            devices.ZaloBot(bot),
        ]
        await asyncio.gather(*(report(device) for device in live))
    assert chat.refused == []
    ways = {device.NAME: device.ways for device in (console, *live)}
    assert ways == {
        "console": {"mark"},
        "webchat": {"payload"},
        "telegram": {"tap"},
        "zalo-oa": {"button", "mark"},
        "zalo-bot": {"mark"},
    }
    found = came_out(tmp_path)
    assert set(found) == set(ways)
    facts, state, consent = found["console"]
    for way, (others, *rest) in found.items():
        assert others.keys() == facts.keys(), way
        for field, value in facts.items():
            assert others[field] == value, (way, field)
        assert rest == [state, consent], way
    assert facts == FACTS | {"place": {"name": "xã Tân Lập", "unit": state[-1]}}
    assert consent[1:] == ["vi", "yes"]
