"""Correcting a reading: what was read first stays known, and every change says who and when."""

import pytest

from domain.errors import BadInputError, ConflictError
from domain.plan_json import reading_from_json
from handlers.services import plan_corrections, plan_doubts, plans
from handlers.services.plan_corrections import Check, Correct, PutOff, correct
from tests.handlers.plans.world import NOW, reading, task

DOUBTS = [
    {"field": "deadline", "reason": "Chưa rõ", "alternatives": []},
    {"field": "lead_units", "reason": "Hai loại", "alternatives": ["Sở X"]},
]


@pytest.fixture
def code(place):
    return place.keep(reading(task("1", review=DOUBTS, needs_review=True), task("2")))


def _row(place, code, ref="1"):
    return next(t for t in place.plan(code).reading["tasks"] if t["id"] == ref)


def test_a_correction_keeps_the_first_words_and_settles_its_doubt(place, code):
    by = place.by()
    new = {"text": "trước 15/12 hằng năm", "deadline": {"kind": "none"}}
    correct(place.uow, Correct(code, "1", "deadline", new), by)
    correct(place.uow, Correct(code, "1", "deadline", {**new, "text": "khác"}), by)
    found = place.plan(code).reading
    assert _row(place, code)["deadline_text"] == "khác"
    assert found["original"] == {"1": {"deadline": {"kind": "continuous"}, "deadline_text": "Thường xuyên"}}
    assert [c["field"] for c in found["corrections"]] == ["deadline", "deadline"]
    assert {(c["by"], c["at"]) for c in found["corrections"]} == {(by.person.id, NOW.isoformat())}
    assert [d["field"] for d in _row(place, code)["review"]] == ["lead_units"]
    assert _row(place, code)["needs_review"] is True
    reading_from_json(found)


def test_saying_that_it_is_right_settles_all_doubts_of_the_row(place, code):
    plan_corrections.check(place.uow, Check(code, ref="1"), place.by())
    assert _row(place, code)["review"] == []
    assert place.plan(code).reading["checked"][0]["review"] == DOUBTS


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("lead_units", "Phòng Nội vụ"),
        ("lead_units", [1]),
        ("deadline", {"text": "x", "deadline": {}}),
        ("deadline", "x"),
        ("text", "   "),
        ("kind", "other"),
        ("kind", ["task"]),
        ("id", "9"),
    ],
)
def test_what_cannot_stand_in_a_field_is_refused(place, code, field, value):
    with pytest.raises(BadInputError, match="plan-value-unfit"):
        correct(place.uow, Correct(code, "1", field, value), place.by())
    assert "corrections" not in place.plan(code).reading


def test_rows_rhythms_and_choices_that_do_not_exist_are_refused(place, code):
    by = place.by()
    with pytest.raises(BadInputError, match="plan-row-unknown"):
        correct(place.uow, Correct(code, "9", "text", "x"), by)
    with pytest.raises(BadInputError, match="plan-value-unfit"):
        plan_corrections.set_rhythm(place.uow, plan_corrections.SetRhythm(code, "weekly-ish"), by)
    for choice, ids in (("some", ()), ("units", ()), ("nobody", (1,))):
        with pytest.raises(BadInputError, match="plan-value-unfit"):
            plan_corrections.decide(place.uow, plan_corrections.Decide(code, "x", choice, ids), by)


def test_one_field_of_a_row_is_settled_by_itself(place, code):
    plan_corrections.check(place.uow, Check(code, ref="1", field="deadline"), place.by())
    assert [d["field"] for d in _row(place, code)["review"]] == ["lead_units"]
    assert [item.key for item in plan_doubts.open_doubts(place.plan(code).reading)] == ["t:1:lead_units"]


def test_what_is_put_off_stays_open_comes_last_and_says_who(place, code):
    by = place.by()
    plan_corrections.put_off(place.uow, PutOff(code, "t:1:deadline"), by)
    items = plan_doubts.open_doubts(place.plan(code).reading)
    assert [(item.key, item.later) for item in items] == [("t:1:lead_units", False), ("t:1:deadline", True)]
    assert place.plan(code).reading["later"] == [
        {"key": "t:1:deadline", "by": by.person.id, "at": NOW.isoformat()}
    ]
    with pytest.raises(BadInputError, match="plan-doubt-gone"):
        plan_corrections.put_off(place.uow, PutOff(code, "t:2:deadline"), by)


def test_a_draft_with_open_doubts_is_approved_only_with_a_yes_to_each(place, code):
    keys = tuple(item.key for item in plan_doubts.open_doubts(place.plan(code).reading))
    for leaving in ((), keys[:1]):
        with pytest.raises(ConflictError, match="plan-doubts-open"):
            plans.approve(place.uow, plans.Approve(code, leaving), place.by())
    assert place.plan(code).state == "draft"
    plans.approve(place.uow, plans.Approve(code, keys), place.by())
    assert place.plan(code).state == "approved"
