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
