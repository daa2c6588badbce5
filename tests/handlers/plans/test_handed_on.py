"""A row that another unit has taken over stays there when the plan is changed."""

import pytest

from domain.progress import ProgressKind
from handlers.services import decisions, progress, progress_report
from handlers.services.fan_out import Assigned, FanOut, handed_on
from tests.handlers.plans.changing import (
    BOOK,
    CHECK,
    EDUCATION,
    LABOUR,
    SAFETY,
    apply,
    approved,
    changed,
    officer,
    owed,
)
from tests.handlers.plans.test_merge import THEN


def _hand_over(place, base):
    (one,) = owed(place, base, "1")
    said = progress_report.Report((one.code,), ProgressKind.NOT_OURS, note="Không thuộc ngành giáo dục")
    kept = progress.report(place.uow, said, officer(place, EDUCATION))["kept"][one.code]
    to = next(u.id for u in place.uow.units.all() if u.name == LABOUR)
    decide = decisions.Decide(kept, decisions.Decision.HANDED_OVER, unit=to)
    assert decisions.decide(place.uow, decide, place.by())["decided"]
    return one.code


def test_a_changed_plan_does_not_give_it_back(place):
    base = approved(place)
    code = _hand_over(place, base)
    moved = {**SAFETY, "deadline": THEN, "deadline_text": "trước 31/10/2024"}
    apply(place, changed(place, moved, CHECK, BOOK))
    (one,) = [o for o in owed(place, base, "1") if o.state != "cancelled"]
    assert (one.code, one.unit_name) == (code, LABOUR)
    holders = [unit for ref, unit in place.units_of(base) if ref == "1"]
    assert holders == [LABOUR]


@pytest.mark.parametrize(
    ("steps", "units"),
    [
        ([], [7, 8]),
        ([("1", 7, 9)], [9, 8]),
        ([("1", 7, 8)], [8]),
        ([("1", 7, 9), ("1", 9, 7)], [7, 8]),
        ([("2", 7, 9)], [7, 8]),
    ],
)
def test_steps_are_laid_over_who_is_named_in_the_plan(steps, units):
    laid = FanOut((Assigned("1", 7, "lead"), Assigned("1", 8, "lead")), ())
    found = handed_on(laid, [{"ref": ref, "from": a, "to": b} for ref, a, b in steps])
    assert [one.unit_id for one in found.assigned] == units
