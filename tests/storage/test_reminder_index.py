"""A tick with nothing due must not walk through everything that is open."""

from datetime import UTC, datetime

from sqlalchemy import event

from storage.database import Database
from storage.migrate import migrate

NOW = datetime(2026, 12, 7, 1, 0, tzinfo=UTC)


def test_what_wants_a_reminder_is_found_by_its_instant(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'b.db'}")
    migrate(database)
    asked = []
    event.listen(
        database.engine,
        "before_cursor_execute",
        lambda _connection, _cursor, statement, parameters, *_: asked.append((statement, parameters)),
    )
    with database.transaction() as uow:
        assert uow.occurrences.wanting_reminder(NOW) == ()
    statement, parameters = next(one for one in asked if "occurrences.next_at <=" in one[0])
    with database.engine.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).fetchall()
    steps = [row[3] for row in plan]
    assert any("occurrences USING INDEX ix_occurrences_next_at" in step for step in steps), steps
    assert not any(step.startswith("SCAN occurrences") and "INDEX" not in step for step in steps)
    database.close()
