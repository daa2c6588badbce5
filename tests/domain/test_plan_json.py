"""The contract's JSON and back."""

from datetime import date

import pytest

from domain.deadline import Deadline, DeadlineKind, Offset, Recurrence
from domain.plan import (
    Doubt,
    OtherUnit,
    PlanDocument,
    PlanReading,
    Problem,
    ReadTask,
    Recipient,
    Reference,
    Target,
    TaskKind,
)
from domain.plan_json import deadline_from_json, deadline_to_json, reading_from_json, reading_to_json

DEADLINES = [
    Deadline(DeadlineKind.ONE_OFF, date=date(2026, 9, 30), op="by", start=date(2026, 7, 1)),
    Deadline(DeadlineKind.PERIOD, start=date(2026, 1, 1)),
    Deadline(DeadlineKind.RECURRING, recurrence=Recurrence("weekly", op="by", weekday=5)),
    Deadline(
        DeadlineKind.RECURRING, recurrence=Recurrence("yearly", window=("--05-01", "--05-31"), interval=2)
    ),
    Deadline(
        DeadlineKind.RECURRING,
        recurrence=Recurrence("quarterly", op="before", day=20, month_of_period=3, dates=("--12-15",)),
        inherited="III",
        also=(Deadline(DeadlineKind.RELATIVE, event="khi có yêu cầu", offset=Offset(0, "immediately")),),
    ),
    Deadline(DeadlineKind.CONTINUOUS, recurrence=Recurrence("yearly")),
    Deadline(DeadlineKind.NONE),
]


@pytest.mark.parametrize("deadline", DEADLINES)
def test_deadline_round_trip(deadline):
    assert deadline_from_json(deadline_to_json(deadline)) == deadline


def test_a_period_shows_its_open_end():
    assert deadline_to_json(DEADLINES[1]) == {"kind": "period", "start": "2026-01-01", "end": None}


def test_reading_has_the_shape_of_the_contract():
    task = ReadTask(
        *(
            "I.1",
            TaskKind.TASK,
            "Rà soát",
            ("Sở Y tế",),
            ("Sở Nội vụ",),
            (OtherUnit("Bộ Y tế", "guidance"),),
            True,
        ),
        *(
            "Quý III/2026",
            DEADLINES[0],
            (3, 4),
            ("Sở YT",),
            ("Sở NV",),
            "Báo cáo",
            (Doubt("deadline", "deadline-vague", ("khác",), "Thời hạn chưa rõ."),),
        ),
    )
    reading = PlanReading(
        PlanDocument("Kế hoạch", None, "Ủy ban nhân dân tỉnh", "Tên", date(2026, 1, 5), None),
        (task,),
        (Target("II.1", "đạt 90%", 90.0, "at_least", "%", (2,)),),
        (Recipient("Sở Y tế", "b/c", 9),),
        (Reference("Luật", "84/2015/QH13", date(2015, 6, 25)),),
        (Problem(3, "x", "y"),),
    )
    found = reading_to_json(reading)
    assert set(found) == {"document", "tasks", "targets", "recipients", "references", "problems"}
    row = found["tasks"][0]
    assert row["source"] == {"lines": [3, 4]}
    assert row["needs_review"] is True
    assert row["other_units"] == [{"name": "Bộ Y tế", "role": "guidance"}]
    assert row["deadline"]["date"] == "2026-09-30"
    assert found["references"] == [{"type": "Luật", "number": "84/2015/QH13", "date": "2015-06-25"}]
    assert reading_from_json(found) == reading
