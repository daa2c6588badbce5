"""Employers in the small province: registered, some with a clerk, all owing what the law asks."""

from datetime import date

from domain.vietnamese.fold import fold
from handlers.services import statutory


def register(world, name, tax_code, *, commune="lap", clerk=None, dates=None, phone=None):
    """Enter an employer, with the last days of its duties (rule -> (done on, due on)), and its clerk."""
    with world.database.transaction() as uow:
        statutory.start(uow, world.now)
        ids = uow.employers.add_many(
            [
                {
                    "tax_code": tax_code, "name": name, "folded": fold(name), "address": "Thôn 1",
                    "commune_id": world.units[commune], "sector": "Xây dựng", "workers": 12,
                    "contact": "Bà Lan", "phone": phone, "email": None, "entered_at": world.now,
                }
            ]
        )  # fmt: skip
        unit = world.units[tax_code] = ids[tax_code]
        uow.employers.add_dates(
            [
                {"unit_id": unit, "rule": rule, "done_on": done, "due_on": due, "open_on": date(2026, 1, 1)}
                for rule, (done, due) in (dates or {}).items()
            ]
        )
        if clerk is not None:
            world._person(uow, clerk, unit, "employer")
    return unit


def enter(world):
    """Let the tick enter everything that has opened; returns how many occurrences."""
    entered = 0
    while True:
        with world.database.transaction() as uow:
            due = statutory.next_tick(uow, world.now)
            if due is None or due > world.now:
                return entered
            entered += statutory.tick(uow, world.around, world.now)


def owed(world, unit):
    """Return what a unit owes by law, open or not, by rule."""
    with world.database.transaction() as uow:
        plan = uow.plans.by_code(statutory.PLAN)
        found = () if plan is None else uow.occurrences.of_plan(plan.id)
    return {record.task_ref: record for record in found if record.unit_id == unit}
