"""Opening the database: one place that knows the engine, its pragmas and how a transaction begins.

On SQLite the driver's own transaction control is off and BEGIN IMMEDIATE is ours: with the driver's
defaults a released savepoint would commit (docs/decisions/0003-sqlite-transactions.md).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from domain.errors import BadInputError
from domain.ways import Rules
from storage.unit_of_work import UnitOfWork

MEMORY = "sqlite://"


class Database:
    """A database and the only two ways into it: `transaction` writes, `reading` does not.

    `rules` are those of this installation, for `UnitOfWork.ways`.
    """

    def __init__(self, url: str = MEMORY, rules: Rules | None = None) -> None:
        self.url = url
        self.rules = rules or Rules()
        self.engine = _engine(url)

    @contextmanager
    def transaction(self) -> Iterator[UnitOfWork]:
        """Give a unit of work that commits when the block ends and rolls back when it raises."""
        with self.engine.begin() as connection:
            yield UnitOfWork(connection, self.rules)

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """Give a unit of work that is rolled back whatever happens."""
        with self.engine.connect() as connection:
            readonly = connection.execution_options(baoan_read_only=True)
            try:
                yield UnitOfWork(readonly, self.rules)
            finally:
                readonly.rollback()

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def open_database(url: str, rules: Rules | None = None) -> Database:
    """Open a database; raises BadInputError where its address or its driver is of no use."""
    try:
        return Database(url, rules)
    except ModuleNotFoundError as error:
        raise BadInputError("database-driver-missing", driver=str(error.name)) from error
    except (ArgumentError, NoSuchModuleError) as error:
        raise BadInputError("database-url-wrong") from error


def _engine(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(url, hide_parameters=True, pool_size=8, pool_pre_ping=True)
    if parsed.database in (None, "", ":memory:"):
        engine = create_engine(
            url, hide_parameters=True, poolclass=StaticPool, connect_args={"check_same_thread": False}
        )
    else:
        Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(
            url, hide_parameters=True, connect_args={"check_same_thread": False, "timeout": 30}
        )
    event.listen(engine, "connect", _on_sqlite_connect)
    event.listen(engine, "begin", _on_sqlite_begin)
    return engine


def _on_sqlite_connect(raw: Any, _record: Any) -> None:
    raw.isolation_level = None
    cursor = raw.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "busy_timeout=30000",
        "temp_store=MEMORY",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _on_sqlite_begin(connection: Connection) -> None:
    reads = connection.get_execution_options().get("baoan_read_only", False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
