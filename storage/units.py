"""The unit registry: offices and communes, their classes and the other names people use for them.

A unit that has ended stays, for what it did; its name is by then another name of the unit that took over.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from domain.law.periodic import EMPLOYER
from domain.vietnamese.fold import fold
from storage.records import Unit
from storage.rows import add, record
from storage.tables import unit_aliases, units

_COLUMNS = (
    units.c.id,
    units.c.code,
    units.c.name,
    units.c.kind,
    units.c.parent_id,
    units.c.classes,
    units.c.coordinates,
    units.c.ended_on,
)
_STANDS = units.c.ended_on.is_(None)


class Units:
    """Units by id, name and class."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        *,
        code: str,
        name: str,
        kind: str,
        parent_id: int | None,
        classes: Iterable[str] = (),
        coordinates: bool = False,
    ) -> int:
        """Add a unit and return its id."""
        return add(
            self._connection,
            insert(units).values(
                code=code,
                name=name,
                folded=fold(name),
                kind=kind,
                parent_id=parent_id,
                classes=list(classes),
                coordinates=coordinates,
            ),
        )

    def set_parent(self, unit_id: int, parent_id: int) -> None:
        """Put a unit under another."""
        self._connection.execute(update(units).where(units.c.id == unit_id).values(parent_id=parent_id))

    def rename(self, unit_id: int, name: str) -> None:
        """Give a unit another name."""
        self.change(unit_id, name=name, folded=fold(name))

    def change(self, unit_id: int, **values: Any) -> None:
        """Set columns of a unit."""
        self._connection.execute(update(units).where(units.c.id == unit_id).values(values))

    def count(self) -> int:
        """Return how many units there are and were."""
        return len(self._connection.execute(select(units.c.id)).all())

    def set_alias(self, unit_id: int, alias: str) -> None:
        """Let `alias` also name the unit, and no other unit any more."""
        folded = fold(alias)
        moved = self._connection.execute(
            update(unit_aliases).where(unit_aliases.c.folded == folded).values(unit_id=unit_id)
        )
        if moved.rowcount == 0:
            self._connection.execute(insert(unit_aliases).values(unit_id=unit_id, folded=folded))

    def drop_alias(self, alias: str) -> None:
        """Let `alias` name no unit any more."""
        self._connection.execute(delete(unit_aliases).where(unit_aliases.c.folded == fold(alias)))

    def all(self) -> tuple[Unit, ...]:
        """Return every office and commune that stands, in the order entered; employers are asked for by name."""
        query = select(*_COLUMNS).where(_STANDS, units.c.kind != EMPLOYER).order_by(units.c.id)
        return tuple(_unit(row) for row in self._connection.execute(query))

    def names(self) -> dict[int, str]:
        """Return the name of each unit by id, of those too that have ended."""
        return {row[0]: row[1] for row in self._connection.execute(select(units.c.id, units.c.name))}

    def get(self, unit_id: int) -> Unit:
        """Return the unit; raises LookupError where there is none."""
        row = self._connection.execute(select(*_COLUMNS).where(units.c.id == unit_id)).first()
        if row is None:
            raise LookupError(f"no unit {unit_id}")
        return _unit(row)

    def named(self, name: str) -> Unit | None:
        """Return the standing unit with this name or alias (accents and case aside), or None.

        Employers may share a name: then none of them is meant, and an office or commune goes before them.
        """
        folded = fold(name)
        rows = self._connection.execute(
            select(*_COLUMNS)
            .where(units.c.folded == folded, _STANDS)
            .order_by(units.c.kind == EMPLOYER, units.c.id)
            .limit(2)
        ).all()
        if len(rows) > 1 and rows[0].kind == EMPLOYER:
            return None
        row = rows[0] if rows else None
        if row is None:
            row = self._connection.execute(
                select(*_COLUMNS)
                .join(unit_aliases, unit_aliases.c.unit_id == units.c.id)
                .where(unit_aliases.c.folded == folded, _STANDS)
            ).first()
        return None if row is None else _unit(row)

    def coordinating(self) -> Unit | None:
        """Return the office that follows the plan, or None where none is set."""
        row = self._connection.execute(select(*_COLUMNS).where(units.c.coordinates, _STANDS)).first()
        return None if row is None else _unit(row)


def _unit(row: Row[*tuple[Any, ...]]) -> Unit:
    return record(row, Unit, classes=tuple(row.classes))
