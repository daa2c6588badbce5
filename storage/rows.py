"""From rows to records: the one way a repository turns what the engine gave into a frozen value."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from sqlalchemy import Connection, Insert, Row

T = TypeVar("T")


def record(row: Row[*tuple[Any, ...]], kind: type[T], **changed: Any) -> T:
    """Return the row as a `kind`, with `changed` fields put in place of the row's."""
    return kind(**{**row._mapping, **changed})  # noqa: SLF001 - the documented way to a row's names


def records(rows: Iterable[Row[*tuple[Any, ...]]], kind: type[T]) -> tuple[T, ...]:
    """Return every row as a `kind`."""
    return tuple(record(row, kind) for row in rows)


def add(connection: Connection, statement: Insert) -> int:
    """Run an insert of one row and return its id."""
    key = connection.execute(statement).inserted_primary_key
    if key is None:
        raise LookupError("the engine gave no key")
    return int(key[0])


def batches(values: Iterable[T], size: int = 500) -> Iterator[list[T]]:
    """Yield `values` in parts that every engine takes as the members of one IN."""
    rest = list(values)
    for start in range(0, len(rest), size):
        yield rest[start : start + size]
