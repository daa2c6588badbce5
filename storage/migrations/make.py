"""Write the next migration from what storage/tables.py says: `python -m storage.migrations.make MESSAGE`."""

import sys
from pathlib import Path

from alembic import command
from alembic.config import Config

from storage.database import Database
from storage.migrate import migrate


def main(message: str, folder: Path) -> None:
    """Compare the tables with a database migrated as far as it goes, and write the difference."""
    database = Database(f"sqlite:///{folder / 'compare.db'}")
    migrate(database)
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.revision(config, message, autogenerate=True, rev_id=_next())


def _next() -> str:
    known = sorted((Path(__file__).parent / "versions").glob("[0-9]*.py"))
    return f"{len(known) + 1:04d}"


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as scratch:
        main(" ".join(sys.argv[1:]), Path(scratch))
