"""Employers: units of a kind of their own, and the days from which their duties at intervals count."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, insert, select, update

from domain.law.periodic import EMPLOYER
from storage.records import Employer, OwnDate
from storage.rows import batches, record, records
from storage.tables import employers, memberships, own_dates, units

_OF_EMPLOYER = ("tax_code", "address", "sector", "workers", "contact", "phone", "email")


class Employers:
    """Employers by their tax code."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self) -> int:
        """Return how many are registered."""
        return int(self._connection.execute(select(func.count()).select_from(employers)).scalar_one())

    def any(self) -> bool:
        """Whether one is registered."""
        return self._connection.execute(select(employers.c.unit_id).limit(1)).first() is not None

    def of_unit(self, unit_id: int) -> Employer | None:
        """Return the employer that is this unit, or None."""
        row = self._connection.execute(_select().where(employers.c.unit_id == unit_id)).first()
        return None if row is None else record(row, Employer)

    def by_tax_code(self, tax_code: str) -> Employer | None:
        """Return the employer with this tax code, or None."""
        row = self._connection.execute(_select().where(employers.c.tax_code == tax_code)).first()
        return None if row is None else record(row, Employer)

    def known(self, tax_codes: Iterable[str]) -> dict[str, Employer]:
        """Return those of the tax codes that are registered."""
        found: dict[str, Employer] = {}
        for some in batches(tax_codes):
            rows = self._connection.execute(_select().where(employers.c.tax_code.in_(some)))
            found.update((one.tax_code, one) for one in records(rows, Employer))
        return found

    def of_units(self, unit_ids: Iterable[int]) -> dict[int, Employer]:
        """Return the employers among these units, by unit."""
        found: dict[int, Employer] = {}
        for some in batches(unit_ids):
            rows = self._connection.execute(_select().where(employers.c.unit_id.in_(some)))
            found.update((one.unit_id, one) for one in records(rows, Employer))
        return found

    def add_many(self, rows: Sequence[Mapping[str, Any]]) -> dict[str, int]:
        """Add employers that are not there yet, each a unit under its commune; returns unit ids by tax code.

        Each row holds the fields of `Employer` but for `unit_id`, with `folded` and `entered_at`.
        """
        if not rows:
            return {}
        made = [
            {
                "code": f"DN-{row['tax_code']}",
                "name": row["name"],
                "folded": row["folded"],
                "kind": EMPLOYER,
                "parent_id": row["commune_id"],
                "classes": [],
                "coordinates": False,
            }
            for row in rows
        ]
        self._connection.execute(insert(units), made)
        ids: dict[str, int] = {}
        for some in batches([one["code"] for one in made]):
            found = self._connection.execute(select(units.c.code, units.c.id).where(units.c.code.in_(some)))
            ids.update((row[0].removeprefix("DN-"), row[1]) for row in found)
        self._connection.execute(
            insert(employers),
            [
                {
                    **{name: row[name] for name in _OF_EMPLOYER},
                    "unit_id": ids[row["tax_code"]],
                    "entered_at": row["entered_at"],
                }
                for row in rows
            ],
        )
        return ids

    def change_many(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Put what is told of employers already there in place of what was; each row holds `unit_id` too."""
        if not rows:
            return
        self._connection.execute(
            update(units)
            .where(units.c.id == bindparam("row"))
            .values(
                name=bindparam("to_name"), folded=bindparam("to_folded"), parent_id=bindparam("to_parent")
            ),
            [
                {
                    "row": row["unit_id"],
                    "to_name": row["name"],
                    "to_folded": row["folded"],
                    "to_parent": row["commune_id"],
                }
                for row in rows
            ],
        )
        names = [name for name in _OF_EMPLOYER if name != "tax_code"]
        self._connection.execute(
            update(employers)
            .where(employers.c.unit_id == bindparam("row"))
            .values({name: bindparam(f"to_{name}") for name in names}),
            [{"row": row["unit_id"], **{f"to_{name}": row[name] for name in names}} for row in rows],
        )

    # Days of their own

    def dates_of(self, unit_ids: Iterable[int]) -> dict[tuple[int, str], OwnDate]:
        """Return by unit and rule the day each duty at intervals is due."""
        found: dict[tuple[int, str], OwnDate] = {}
        for some in batches(unit_ids):
            rows = self._connection.execute(_dates().where(own_dates.c.unit_id.in_(some)))
            found.update(((one.unit_id, one.rule), one) for one in records(rows, OwnDate))
        return found

    def add_dates(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Add days: `unit_id`, `rule`, `done_on`, `due_on`, `open_on`; none of them may exist yet."""
        if rows:
            self._connection.execute(insert(own_dates), [dict(row) for row in rows])

    def change_dates(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Put other days in place of the ones kept; rows as for `add_dates`."""
        if rows:
            names = ("done_on", "due_on", "open_on")
            self._connection.execute(
                update(own_dates)
                .where(own_dates.c.unit_id == bindparam("of_unit"), own_dates.c.rule == bindparam("of_rule"))
                .values({name: bindparam(f"to_{name}") for name in names}),
                [
                    {
                        "of_unit": row["unit_id"],
                        "of_rule": row["rule"],
                        **{f"to_{name}": row[name] for name in names},
                    }
                    for row in rows
                ],
            )

    def dates_opening(self, upto: date, limit: int) -> tuple[OwnDate, ...]:
        """Return duties at intervals that are to be asked for by a day and are not yet, at most `limit`."""
        rows = self._connection.execute(
            _dates()
            .where(own_dates.c.open_on <= upto)
            .order_by(own_dates.c.open_on, own_dates.c.id)
            .limit(limit)
        )
        return records(rows, OwnDate)

    def next_opening(self) -> date | None:
        """Return the first day on which a duty at intervals is to be asked for."""
        return self._connection.execute(select(func.min(own_dates.c.open_on))).scalar_one()

    # Walking through them

    def units_after(self, kind: str, after: int, limit: int) -> tuple[int, ...]:
        """Return the ids of the units of a kind behind `after`, in order, at most `limit`."""
        rows = self._connection.execute(
            select(units.c.id)
            .where(units.c.id > after, units.c.kind == kind)
            .order_by(units.c.id)
            .limit(limit)
        )
        return tuple(row[0] for row in rows)

    def newest_unit(self) -> int:
        """Return the highest id of any unit, 0 where there is none."""
        return int(self._connection.execute(select(func.max(units.c.id))).scalar_one() or 0)

    def linked(self, unit_ids: Iterable[int]) -> set[int]:
        """Return those of the units that somebody holds a role in."""
        found: set[int] = set()
        for some in batches(unit_ids):
            rows = self._connection.execute(
                select(memberships.c.unit_id).where(
                    memberships.c.unit_id.in_(some), memberships.c.until.is_(None)
                )
            )
            found.update(row[0] for row in rows if row[0] is not None)
        return found


def _select() -> Select[*tuple[Any, ...]]:
    return select(
        employers.c.unit_id,
        employers.c.tax_code,
        units.c.name,
        units.c.parent_id.label("commune_id"),
        employers.c.address,
        employers.c.sector,
        employers.c.workers,
        employers.c.contact,
        employers.c.phone,
        employers.c.email,
    ).join(units, units.c.id == employers.c.unit_id)


def _dates() -> Select[*tuple[Any, ...]]:
    return select(
        own_dates.c.unit_id, own_dates.c.rule, own_dates.c.done_on, own_dates.c.due_on, own_dates.c.open_on
    )
