"""The district of the real plan in its two steps: the labour office changes in March 2025, the district ends in July.

What is owed goes on being owed, once, by somebody who stands; what was done stays where it was done.
"""

import time
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from documents.draft import read_draft
from documents.unit_changes_csv import read_changes
from domain.occurrence import OPEN_STATES, OccurrenceState
from domain.progress import ProgressKind
from domain.reorganisation import Decision
from handlers.services import plan_doubts, plans, progress, reminders, reorganising, reports
from storage.tables import units
from tests.conftest import ROOT
from tests.handlers.plans.changing import officer
from tests.handlers.plans.world import district

FIXTURES = ROOT / "tests/fixtures"
MARCH = Decision("08/QĐ-UBND", date(2025, 2, 20), date(2025, 3, 1))
JULY = Decision("1656/NQ-UBTVQH15", date(2025, 6, 16), date(2025, 7, 1))
LABOUR = "Phòng Lao động - Thương binh và Xã hội"


@pytest.fixture
def place(shared):
    """The district with the real plan approved in August 2024."""
    with district() as found:
        path = shared / "samples/seed-plan.txt"
        reading = read_draft(path.read_bytes(), path.name)
        code = found.keep(reading)
        left = tuple(item.key for item in plan_doubts.open_doubts(found.plan(code).reading))
        plans.approve(found.uow, plans.Approve(code, left), found.by())
        found.code = code
        yield found


def at(year, month, day):
    return datetime(year, month, day, 1, 30, tzinfo=UTC)


def adopt(place, name, decision, now):
    changes = read_changes(FIXTURES / name)
    shown = reorganising.preview(place.uow, changes)
    assert not shown.faults
    assert not shown.unknown_rows
    return reorganising.adopt(place.uow, reorganising.Adopt(changes, decision), place.by(now=now))


def owed(place):
    """Return {(row, period)} of what somebody owes, and the units that do."""
    found = [o for o in place.uow.occurrences.open() if OccurrenceState(o.state) in OPEN_STATES]
    return {(o.task_ref, o.label) for o in found}, {o.unit_id for o in found}


def ended(place):
    query = select(units.c.id).where(units.c.ended_on.is_not(None))
    return set(place.uow.units._connection.execute(query).scalars())


def roll(place, now):
    plans.roll(place.uow, place.around, now)
    reminders.tick(place.uow, place.around, now)


def test_the_district_in_its_two_steps(place):
    first = owed(place)[0]
    done = next(o for o in place.uow.occurrences.open() if o.unit_name == LABOUR)
    progress.report(
        place.uow,
        progress.Report((done.code,), ProgressKind.DONE, document_no="9/BC"),
        officer(place, LABOUR),
    )

    adopt(place, "reorganisation-2025-03.csv", MARCH, at(2025, 2, 24))
    assert place.uow.units.named("Phòng Nội vụ") is None, "nothing moves before its day"
    roll(place, at(2025, 3, 1))
    reorganising.tick(place.uow, place.around, at(2025, 3, 1))
    office = place.uow.units.named("Phòng Nội vụ")
    assert office == place.uow.units.named(LABOUR)
    assert first - {(done.task_ref, done.label)} <= owed(place)[0] | {(done.task_ref, done.label)}
    assert place.uow.occurrences.get(done.id).unit_name == "Phòng Nội vụ"

    roll(place, at(2025, 6, 30))
    before, _ = owed(place)
    record = adopt(place, "reorganisation-2025-07.csv", JULY, at(2025, 6, 30))
    started = time.process_time()
    reorganising.tick(place.uow, place.around, at(2025, 7, 1))
    assert time.process_time() - started < 5
    assert place.uow.reorganisations.get(record.id).state == "applied"

    after, owners = owed(place)
    assert after == before, "every row and period is still owed, and none that was not"
    assert not owners & ended(place)
    assert len(ended(place)) == 6 + 23, "six offices; of 30 communes eight go on or begin"
    names = {u.name for u in place.uow.units.all()}
    assert {"Sở Nội vụ", "Phòng Văn hóa - Xã hội xã Tân Lập", "UBND tỉnh"} <= names
    assert place.uow.units.coordinating().name == "Sở Nội vụ"
    by_row = {o.task_ref: o.unit_name for o in place.uow.occurrences.open() if o.role == "lead"}
    assert by_row["III.2.a"] == "Phòng Văn hóa - Xã hội xã Tân Lập"
    assert by_row["III.1.b"] == "Sở Nội vụ"
    assert place.uow.occurrences.get(done.id).state == "submitted"
    for old in (LABOUR, "Phòng Nội vụ"):
        assert reports.unit_meant(place.uow, None, f"{old} còn mấy việc?").name == "Sở Nội vụ"
    assert (
        reports.unit_meant(place.uow, None, "thị trấn Chợ Mới thế nào").name == "Ủy ban nhân dân xã Chợ Mới"
    )
    told = [
        row.body["text"] for row in place.uow.outbox.due_notices() if "đã áp dụng 1656" in row.body["text"]
    ]
    assert told
    assert "Phòng Văn hóa - Xã hội xã Tân Lập" in told[0], "the office hears where nobody is connected yet"

    reminders.tick(place.uow, place.around, at(2025, 7, 2))
    reached = {o.id for o in place.uow.occurrences.open()}
    assert reached, "what goes on is reminded of"
