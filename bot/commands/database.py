"""The database of the settings, opened and brought to the newest shape for one command."""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.allowances import allowances
from bot.settings import Settings
from domain.ways import Rules
from storage.database import Database, open_database


@contextmanager
def opened() -> Iterator[Database]:
    """Give the database; it is closed after the command."""
    from storage.migrate import migrate  # noqa: PLC0415

    settings = Settings.load()
    database = open_database(settings.url, Rules(allowances(settings), settings.spending.cap))
    try:
        migrate(database)
        yield database
    finally:
        database.close()
