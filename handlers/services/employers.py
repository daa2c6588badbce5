"""The registry of employers: entered from a list, the same list twice changes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from documents.employers_file import BadLine, EmployerRow, read_employers
from domain.calendar import local
from domain.errors import BadInputError, NotAllowedError
from domain.law import periodic
from domain.law.periodic import Periodic
from domain.vietnamese.fold import fold
from handlers.acting import Acting
from handlers.services import statutory
from storage.records import Employer, OwnDate
from storage.unit_of_work import UnitOfWork

INSPECTION, INSPECTION_DUE = "inspected_on", "inspection_due"
_TOLD = ("address", "sector", "workers", "contact", "phone", "email")


@dataclass(frozen=True, slots=True)
class Entered:
    """What became of some lines: how many are new, were changed, were there already, and which cannot be used."""

    added: int = 0
    changed: int = 0
    same: int = 0
    bad: tuple[BadLine, ...] = field(default=())

    def plus(self, other: "Entered") -> "Entered":
        """Return both together."""
        return Entered(
            self.added + other.added,
            self.changed + other.changed,
            self.same + other.same,
            (*self.bad, *other.bad),
        )


def load(uow: UnitOfWork, path: Path, now: datetime) -> Entered:
    """Enter a short list at once, and have what the law asks of employers owed from now on."""
    today = local(now).date()
    found = tuple(read_employers(path, today))
    rows = [one for one in found if isinstance(one, EmployerRow)]
    bad = tuple(one for one in found if isinstance(one, BadLine))
    statutory.start(uow, now)
    return Entered(bad=bad).plus(enter(uow, rows, communes(uow), now, today))


def communes(uow: UnitOfWork) -> dict[str, int]:
    """Return the communes by their names, without accents."""
    return {fold(unit.name): unit.id for unit in uow.units.all() if unit.kind == periodic.COMMUNE}


def enter(
    uow: UnitOfWork,
    rows: Sequence[EmployerRow],
    known_communes: Mapping[str, int],
    now: datetime,
    today: date,
) -> Entered:
    """Enter some lines of a list: by its tax code an employer is added, changed, or left as it is.

    What a line does not tell stays as it was. A day on which something was done only ever moves on.
    """
    usable, bad = [], []
    for row in rows:
        if row.commune is not None and _commune(row, known_communes) is None:
            bad.append(BadLine(row.line, "employers-line-commune", {"said": row.commune}))
        else:
            usable.append(row)
    known = uow.employers.known([row.tax_code for row in usable])
    new = [row for row in usable if row.tax_code not in known]
    told = [(row, known[row.tax_code]) for row in usable if row.tax_code in known]
    ids = uow.employers.add_many([_added(row, known_communes, now) for row in new])
    moved = [(row, changed) for row, old in told if (changed := _laid_over(row, old, known_communes)) != old]
    uow.employers.change_many([_values(one) for _, one in moved])
    units = {row.tax_code: ids[row.tax_code] for row in new} | {
        row.tax_code: old.unit_id for row, old in told
    }
    dated = _enter_dates(uow, usable, units, today)
    changed_codes = {row.tax_code for row, _ in moved} | (dated - ids.keys())
    return Entered(len(new), len(changed_codes), len(told) - len(changed_codes), tuple(bad))


def _commune(row: EmployerRow, known: Mapping[str, int]) -> int | None:
    said = fold(row.commune or "")
    if said in known:
        return known[said]
    fit = [unit for name, unit in known.items() if name.partition(" ")[2] == said]
    return fit[0] if len(fit) == 1 else None


def _added(row: EmployerRow, known: Mapping[str, int], now: datetime) -> dict[str, Any]:
    return {
        "tax_code": row.tax_code,
        "name": row.name,
        "folded": fold(row.name),
        "commune_id": _commune(row, known),
        "entered_at": now,
        **{name: getattr(row, name) for name in _TOLD},
    }


def _laid_over(row: EmployerRow, old: Employer, known: Mapping[str, int]) -> Employer:
    """Return the employer with what the line tells."""
    told = {name: value for name in _TOLD if (value := getattr(row, name)) is not None}
    commune = _commune(row, known) if row.commune is not None else old.commune_id
    return replace(old, name=row.name, commune_id=commune, **told)


def _values(one: Employer) -> dict[str, Any]:
    return {
        "unit_id": one.unit_id,
        "name": one.name,
        "folded": fold(one.name),
        "commune_id": one.commune_id,
        **{name: getattr(one, name) for name in _TOLD},
    }


def _enter_dates(
    uow: UnitOfWork, rows: Sequence[EmployerRow], units: Mapping[str, int], today: date
) -> set[str]:
    """Keep the days from which duties at intervals count; returns the tax codes for which that changed anything."""
    at_intervals = [duty for duty in periodic.on(today) if duty.own_date is not None]
    known = uow.employers.dates_of(units.values())
    new: list[dict[str, Any]] = []
    later: list[dict[str, Any]] = []
    over: list[OwnDate] = []
    touched: set[str] = set()
    for row in rows:
        for duty in at_intervals:
            found = _due(duty, row.dates)
            if found is None:
                continue
            done_on, due_on = found
            old = known.get((units[row.tax_code], duty.id))
            if old is not None and not _moves_on(old, due_on):
                continue
            values = {
                "unit_id": units[row.tax_code],
                "rule": duty.id,
                "done_on": done_on,
                "due_on": due_on,
                "open_on": due_on - periodic.OPENS_BEFORE,
            }
            (new if old is None else later).append(values)
            touched.add(row.tax_code)
            if old is not None and old.open_on is None:
                over.append(old)
    uow.employers.add_dates(new)
    uow.employers.change_dates(later)
    statutory.supersede(uow, over)
    return touched


def _due(duty: Periodic, dates: Mapping[str, date]) -> tuple[date | None, date] | None:
    """Return when a duty was last done and is due; a certificate's own next day goes before any interval."""
    done_on = dates.get(duty.own_date or "")
    if duty.own_date == INSPECTION and INSPECTION_DUE in dates:
        return done_on, dates[INSPECTION_DUE]
    return None if done_on is None else (done_on, periodic.next_due(duty, done_on))


def _moves_on(old: OwnDate, due_on: date) -> bool:
    return due_on > old.due_on


@dataclass(frozen=True, slots=True)
class Find:
    """Find the employer with a tax code, to invite somebody for it."""

    tax_code: str


def find(uow: UnitOfWork, command: Find, by: Acting) -> dict[str, Any]:
    """Return {"unit", "name"}; raises NotAllowedError for who may not invite, BadInputError `employers-unknown`."""
    if not by.person.has_role("coordinator", "admin"):
        raise NotAllowedError("not-allowed")
    found = uow.employers.by_tax_code(command.tax_code)
    if found is None:
        raise BadInputError("employers-unknown", code=command.tax_code)
    return {"unit": found.unit_id, "name": found.name}
