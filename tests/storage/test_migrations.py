"""The migrations and the tables are the same thing told twice."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

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
