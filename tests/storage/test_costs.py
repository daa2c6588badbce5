"""The sum held against the cap is read from the index of what costs something, however much else was sent."""

from datetime import UTC, datetime

from sqlalchemy import event

from storage.database import Database
from storage.migrate import migrate


def test_what_was_spent_is_read_from_its_own_index(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'm.db'}")
    migrate(database)
    asked = []
    event.listen(database.engine, "before_cursor_execute", lambda *seen: asked.append((seen[2], seen[3])))
    with database.reading() as uow:
        assert uow.costs.spent(datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)) == 0
    statement, values = next(one for one in asked if "sum" in one[0])
    with database.engine.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
    assert "USING COVERING INDEX ix_attempts_billed" in str(plan)
    database.close()
