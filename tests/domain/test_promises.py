"""A day a unit named for being done: kept, broken, replaced or still to come."""

from dataclasses import dataclass
from datetime import date, datetime

import pytest

from domain.promises import Outcome, promises
from messages.words import LOCAL

TODAY = date(2026, 6, 25)


@dataclass(frozen=True)
class Said:
    kind: str
    at: datetime
    wanted_on: date | None = None


def _said(kind, day, wanted=None):
    return Said(kind, datetime(2026, 6, day, 10, 0, tzinfo=LOCAL), date(2026, 6, wanted) if wanted else None)


@pytest.mark.parametrize(
    ("said", "outcomes"),
    [
        ([], []),
        ([_said("under_way", 10)], []),
        ([_said("under_way", 10, 25)], [(Outcome.WAITING, 0)]),
        ([_said("under_way", 10, 20)], [(Outcome.BROKEN, 5)]),
        ([_said("under_way", 10, 20), _said("done", 20)], [(Outcome.KEPT, 0)]),
        ([_said("under_way", 10, 20), _said("done", 22)], [(Outcome.BROKEN, 2)]),
        (
            [_said("under_way", 10, 20), _said("under_way", 15, 30)],
            [(Outcome.REPLACED, 0), (Outcome.WAITING, 0)],
        ),
        (
            [_said("under_way", 10, 20), _said("under_way", 21, 24)],
            [(Outcome.BROKEN, 1), (Outcome.BROKEN, 1)],
        ),
        ([_said("under_way", 10, 20), _said("difficulty", 12)], [(Outcome.BROKEN, 5)]),
        ([_said("more_time", 10, 20)], []),
    ],
)
def test_what_becomes_of_a_promise(said, outcomes):
    assert [(one.outcome, one.late) for one in promises(said, TODAY)] == outcomes
