"""The migrations and the tables are the same thing told twice."""

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import text

from storage import migrate as migrating
from storage.database import Database
from storage.migrations import versions
from storage.tables import metadata


def test_a_migrated_database_has_the_shape_of_the_tables(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'm.db'}")
    assert migrating.migrate(database)
    with database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    database.close()


def test_migrating_again_does_nothing(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'm.db'}")
    migrating.migrate(database)
    assert not migrating.migrate(database)
    database.close()


def test_the_head_is_the_newest_file():
    newest = max(path.name for path in Path(versions.__file__).parent.glob("[0-9]*.py"))
    assert newest.startswith(migrating.HEAD)


def test_a_plan_kept_by_the_first_shape_stands_after_migrating(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'm.db'}")
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for statement in (
            "INSERT INTO people VALUES (1, NULL, 'vi', '2026-01-01')",
            "INSERT INTO units VALUES (1, 'a', 'A', 'a', 'office', NULL, '[]', 0)",
            "INSERT INTO plans VALUES (1, 'K', 'draft', 'T', NULL, '{}', NULL, '{}', 'm', 1, '2026-01-01', 1, NULL)",
            "INSERT INTO plan_tasks VALUES (1, 1, 'III.1.a', 'task', 0, 'T', '{}', NULL, NULL, 0, '[]')",
            "INSERT INTO assignments VALUES (1, 1, 1, 'lead')",
        ):
            connection.execute(text(statement))
    assert migrating.migrate(database)
    with database.transaction() as uow:
        assert [task.ref for task in uow.plans.tasks(1)] == ["III.1.a"]
        assert uow.plans.assignments_of(1) == ((1, 1, 1, "lead"),)
        plan = uow.plans.by_code("K")
        assert plan is not None
        assert plan.changes_id is None
    database.close()


OWED_BEFORE = {
    "people": "1, NULL, 'vi', '2026-01-01'",
    "units": "1, 'a', 'A', 'a', 'office', NULL, '[]', 0",
    "plans": "1, 'K', 'approved', 'T', NULL, '{}', NULL, '{}', 'm', 1, '2026-01-01', 1, NULL, NULL",
    "plan_tasks": "1, 1, 'III.1.a', 'task', 0, 'T', '{}', NULL, NULL, 0, '[]', NULL, NULL",
    "assignments": "1, 1, 1, 'lead', NULL",
    "occurrences": "1, 'CV-1', 1, '2026', '2026-01-01', NULL, NULL, 'open', NULL, NULL, NULL, NULL",
    "ledger": "1, 1, NULL, 'soon', 's', 'focal', 'b', '2026-01-01', NULL, 'planned'",
}


def test_what_was_owed_before_stands_after_occurrences_may_have_no_assignment(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'm.db'}")
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0007")
        for table, values in OWED_BEFORE.items():
            connection.execute(text(f"INSERT INTO {table} VALUES ({values})"))  # noqa: S608 - written above
    assert migrating.migrate(database)
    with database.engine.begin() as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        connection.execute(
            text(
                "INSERT INTO occurrences (code, label, opens_on, state) VALUES ('X', 'x', '2026-01-01', 'open')"
            )
        )
    with database.transaction() as uow:
        assert [record.code for record in uow.occurrences.open()] == ["CV-1"]
    database.close()
