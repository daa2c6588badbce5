"""The free plan's ceilings, counted from what was really sent; a warning from 80 %, and nothing held back."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.channels.zalo_bot.caps import usage, warnings
from bot.cli import main
from messages.envelope import Address, OutboundMessage
from messages.render import text
from storage.database import Database
from storage.migrate import migrate

NOW = datetime(2026, 11, 24, 1, 50, tzinfo=UTC)


@pytest.fixture
def database():
    made = Database()
    migrate(made)
    yield made
    made.close()


def _chat(uow, chat, sender=None, channel="zalo-bot"):
    person = uow.people.add(None, "vi", NOW)
    return person, uow.people.add_address(person, Address(channel, "12345689", chat, sender or chat))


def _sent(uow, chat, at, *keys, outcome="accepted"):
    person = uow.people.add(None, "vi", at)
    address = Address("zalo-bot", "12345689", chat, chat)
    uow.people.add_address(person, address)
    known = uow.people.at(address)
    for key in keys:
        row = uow.outbox.add(
            OutboundMessage("x"), person_id=person, address_id=known.id, lane="notice", now=at
        )
        uow.outbox.claim(at, at + timedelta(minutes=1), 1, ["zalo-bot"])
        uow.outbox.record(row, 1, outcome=outcome, state="accepted", now=at, platform_key=key)


def test_each_part_of_this_months_messages_counts(database):
    with database.transaction() as uow:
        _sent(uow, "an", NOW, "out1", "out2,out3,out4")
        _sent(uow, "binh", NOW, None, outcome="unknown")
        _sent(uow, "chi", datetime(2026, 10, 31, 17, 1, tzinfo=UTC), "out5")  # 1 November in Vietnam
        _sent(uow, "dung", datetime(2026, 10, 31, 16, 59, tzinfo=UTC), "out6")
        assert usage(uow, NOW)[0].used == 6


def test_users_and_groups_are_counted_once_each(database):
    with database.transaction() as uow:
        _chat(uow, "an")
        _chat(uow, "binh")
        _chat(uow, "nhom-1", "an")
        _chat(uow, "nhom-1", "binh")
        _chat(uow, "an", channel="webchat")
        assert [(one.name, one.used) for one in usage(uow, NOW)[1:]] == [("users", 2), ("groups", 1)]


def test_the_operator_is_warned_from_four_fifths_on(database):
    with database.transaction() as uow:
        for n in range(39):
            _chat(uow, f"u{n}")
        assert warnings(uow, NOW) == ()
        _chat(uow, "u39")
        [near] = warnings(uow, NOW)
        assert "40/50" in text("vi", near.key, near.params)
        assert "Gần hết" in text("vi", near.key, near.params)
        for n in range(40, 51):
            _chat(uow, f"u{n}")
        [reached] = warnings(uow, NOW)
        assert "51/50" in text("vi", reached.key, reached.params)
        assert "Đã hết" in text("vi", reached.key, reached.params)


def test_baoan_check_shows_what_is_used_and_what_is_wrong_and_no_token(monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BAOAN_ZALO_BOT_TOKEN", "12345689:abc-xyz")
    monkeypatch.setenv("BAOAN_ZALO_BOT_API_BASE", "http://127.0.0.1:9")
    code = main(("check",))
    said = "".join(capsys.readouterr())
    assert code == 2
    assert "0/3000 tin" in said
    assert "zalo-bot: Chưa nối được với Zalo Bot" in said
    assert "abc-xyz" not in said
