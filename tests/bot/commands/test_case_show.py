"""`baoan case show` names the reports an officer joined with a case."""

import json
from datetime import UTC, datetime

from bot.settings import Settings
from storage.database import open_database


def test_joined_reports_are_named(baoan):
    now = datetime(2026, 11, 24, 2, tzinfo=UTC)
    assert baoan("migrate")[0] == 0
    database = open_database(Settings.load().url)
    with database.transaction() as uow:
        person = uow.people.add("A", "vi", now)
        ids = [
            uow.accidents.add(
                code=code,
                kind="accident",
                state="open",
                unit_id=None,
                reporter_id=person,
                channel="web",
                now=now,
            )
            for code in ("TN-26-AAAA", "TN-26-BBBB", "TN-26-CCCC")
        ]
        uow.verdicts.add(ids[0], ids[1], same=True, reason="cùng vụ", before={}, by=person, now=now)
    database.close()
    shown = [
        json.loads(baoan("case", "show", code, "--json")[1])["joined"]
        for code in ("TN-26-BBBB", "TN-26-CCCC")
    ]
    assert shown == [["TN-26-AAAA"], []]
    assert "joined: ['TN-26-BBBB']" in baoan("case", "show", "TN-26-AAAA")[1]
