"""The database of the settings, opened and brought to the newest shape for one command."""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.settings import Settings
from storage.database import Database, open_database


@contextmanager
def opened() -> Iterator[Database]:
    """Give the database; it is closed after the command."""
    from storage.migrate import migrate  # noqa: PLC0415

    database = open_database(Settings.load().url)
    try:
        migrate(database)
        yield database
    finally:
        database.close()
