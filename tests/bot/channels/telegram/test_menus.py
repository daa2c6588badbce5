"""A private chat shows the menu of its person: by role, in their language, whatever fails on the way."""

from datetime import timedelta

import pytest

from bot.channels.telegram.outgoing import COMMANDS
from bot.delivery import menus
from tests.bot.channels.telegram.conftest import rows

WORKER = ["baotainan", "baonguyhiem", "vudabao", "ngonngu", "menu", "trogiup"]
UNIT = ["tiendo", "vieccuatoi", "tinhhinh", "baotainan", "vudabao", "ngonngu", "menu", "trogiup"]
COORDINATOR = [
    "choduyet", "tinhhinh", "chuabaocao", "kehoach", "moinguoi", "baotainan", "ngonngu", "menu", "trogiup",
]  # fmt: skip


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch):
    monkeypatch.setattr(menus, "PAUSE", 0.0)


def own_menus(server):
    return [params for name, params in server.calls if name == "setMyCommands" and "scope" in params]


async def test_a_stranger_has_the_menu_of_everybody_and_costs_no_call(talk, server):
    await talk.says("xin chào")
    assert server.shown() == WORKER
    assert own_menus(server) == []


@pytest.mark.parametrize(("role", "menu"), [("focal", UNIT), ("coordinator", COORDINATOR)])
async def test_a_role_brings_its_menu_and_takes_it_away(talk, server, role, menu):
    assert "Đã nhận" in (await talk.join(role))[0]
    assert server.shown() == server.shown(language="en") == menu
    assert server.shown(chat=8) == WORKER
    calls = len(own_menus(server))
    await talk.says("xin chào")
    assert len(own_menus(server)) == calls
    with talk.app.store.database.transaction() as uow:
        person = uow.people.holding(role)[0]
        (held,) = uow.people.memberships_of(person)
        uow.people.leave(person, held.unit_id, role, talk.app.clock.now())
    await talk.says("xin chào")
    assert server.shown() == WORKER
    assert server.refused == []


async def test_another_language_changes_the_words_of_the_menu(talk, server):
    await talk.says("english")
    assert server.menus[7][""][0] == {"command": "baotainan", "description": "Report an accident"}
    await talk.says("tiếng việt")
    assert server.menus[7][""][0] == {"command": "baotainan", "description": "Báo tai nạn"}


@pytest.mark.parametrize("lost", [{"raw": (502, "")}, {"drop": True}])
async def test_what_failed_between_is_put_right_after_the_next_message(talk, server, lost):
    server.fault("setMyCommands", **lost)
    await talk.join("coordinator")
    assert rows(talk, "SELECT menu FROM addresses") == [(None,)]
    await talk.says("xin chào")
    assert server.shown() == COORDINATOR
    assert rows(talk, "SELECT menu FROM addresses") != [(None,)]


async def test_a_menu_waits_out_a_429_and_the_message_is_not_lost(talk, server):
    server.fail("setMyCommands", 429, "Too Many Requests: retry after 1", retry_after=0.3)
    assert "Đã nhận" in (await talk.join("coordinator"))[0]
    called = len(server.calls)
    assert await talk.says("xin chào") == []  # the door is shut for everything
    assert len(server.calls) == called
    talk.channel._api._shut_until = 0.0
    talk.app.clock.move_to(talk.app.clock.now() + timedelta(seconds=2))
    await talk.app.settle()
    assert "cần gì" in server.sent[-1]["text"]
    assert server.shown() == COORDINATOR


async def test_a_group_gets_no_menu_of_its_own(talk, server):
    await talk.join("coordinator")
    calls = len(own_menus(server))
    await talk.says("/menu@baoan_bot", chat=-5)
    assert len(own_menus(server)) == calls


@pytest.mark.parametrize("name", COMMANDS)
async def test_a_command_of_another_role_is_answered_politely(talk, name):
    said = await talk.says(f"/{name}")
    assert said
    assert not any("chưa xử lý được" in text or "Nút này" in text for text in said), said
