"""Bringing a database to the newest shape. Alembic is imported only when there is something to do."""

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DatabaseError

from domain.errors import BadInputError
from storage.database import Database
from storage.tables import metadata

HEAD = "0018"  # a test holds this against the newest file in migrations/versions


def migrate(database: Database) -> bool:
    """Bring the database to the newest shape; True where something was done. Safe to run again.

    Raises BadInputError `database-unusable` where it is no database of ours, or cannot be reached.
    """
    try:
        with database.engine.begin() as connection:
            if _version(connection) == HEAD:
                return False
            if database.url == "sqlite://":  # a world in memory is made at once, without history
                metadata.create_all(connection)
                return True
            _upgrade(connection)
    except DatabaseError as error:
        raise BadInputError("database-unusable", problem=type(error.orig).__name__) from error
    return True


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
    return None if row is None else str(row[0])


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - 60 ms and 9 MB that a start without migrations saves
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
