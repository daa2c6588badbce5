"""Cases kept before the search for alike reports can be found by it, and a verdict taken back holds no more."""

from datetime import UTC, datetime, timedelta

from alembic import command
from alembic.config import Config
from sqlalchemy import text

from storage import migrate as migrating
from storage.database import Database

AT = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


def test_a_case_of_the_time_before_is_found_within_days_of_its_report(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'm.db'}")
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0007")
        connection.execute(text("INSERT INTO people VALUES (1, NULL, 'vi', '2026-01-01')"))
        connection.execute(
            text(
                "INSERT INTO accidents"
                " (id, code, kind, state, reporter_id, channel, suggested_class, created_at, checks) VALUES"
                " (1, 'TN-26-7K3F', 'accident', 'closed', 1, 'web', 'unknown', '2026-11-24 03:00:00.000000', 0)"
            )
        )
    assert migrating.migrate(database)
    with database.transaction() as uow:
        near = {
            days: uow.verdicts.near(
                AT - timedelta(days=days), AT - timedelta(days=days - 0.1), ("accident",), 0, 9
            )
            for days in (0.5, 2.5, 3.5)
        }
        assert {days: [case.code for case in found] for days, found in near.items()} == {
            0.5: ["TN-26-7K3F"], 2.5: ["TN-26-7K3F"], 3.5: [],
        }  # fmt: skip
        assert uow.verdicts.near(AT - timedelta(days=1), AT, ("disease",), 0, 9) == ()
        assert uow.verdicts.near(AT - timedelta(days=1), AT, ("accident",), 1, 9) == ()
        assert uow.verdicts.next_waiting() is None
    database.close()


def test_a_verdict_holds_until_it_is_taken_back(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'v.db'}")
    migrating.migrate(database)
    with database.transaction() as uow:
        who = uow.people.add(None, "vi", AT)
        case = {
            "kind": "accident",
            "state": "open",
            "unit_id": None,
            "reporter_id": who,
            "channel": "web",
            "now": AT,
        }
        one, two = (uow.accidents.add(code=code, **case) for code in ("TN-26-3333", "TN-26-4444"))
        before = {str(one): {"state": "open", "taken": None}}
        kept = uow.verdicts.add(two, one, same=True, reason="x", before=before, by=who, now=AT)
        assert [found.id for found in uow.verdicts.between(one, two)] == [kept]
        assert uow.verdicts.of(one) == uow.verdicts.of(two) == uow.verdicts.all_same()
        assert uow.verdicts.of(one)[0].before == before
        uow.verdicts.undo(kept, reason="y", by=who, now=AT)
        assert uow.verdicts.of(one) == uow.verdicts.between(one, two) == uow.verdicts.all_same() == ()
    database.close()
