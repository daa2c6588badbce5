"""A corrected plan laid over the stored one: what is recognised, what is carried over, what is asked."""

import pytest

from domain.errors import BadInputError, ConflictError, NotAllowedError
from handlers.services import plan_changes, plan_corrections, plan_doubts, plans
from handlers.services.plan_corrections import Check, Correct, Decide
from tests.handlers.plans.changing import (
    BOOK,
    CHECK,
    EXAM,
    LABOUR,
    LATER,
    SAFETY,
    SOON,
    THEN,
    TITLE,
    apply,
    approved,
    changed,
    plan,
)
from tests.handlers.plans.world import task

DOUBT = {"field": "lead_units", "reason": "x", "message": "Chưa chắc.", "alternatives": []}


def _diff(place, draft):
    found = place.plan(draft)
    return plan_changes.change_of(found, place.uow.plans.get(found.changes_id))


def _row(place, code, ref):
    return next(row for row in place.plan(code).reading["tasks"] if row["id"] == ref)


def test_a_document_is_recognised_asked_about_or_new(place):
    base = approved(place)
    for document, expected in (
        ({}, "corrected"),
        ({"number": None}, "corrected"),
        ({"number": "45/KH-UBND"}, "asked"),
        ({"number": "46/KH-UBND", "title": "Chuyển đổi số"}, None),
    ):
        draft = place.keep(plan(SAFETY, **document))
        assert plan_changes.consider(place.uow, draft, place.by()) == expected
        found = place.plan(draft)
        assert found.changes_id == (place.plan(base).id if expected == "corrected" else None)
        assert plan_changes.is_unsettled(found) is (expected == "asked")


def test_a_draft_about_which_it_is_not_said_yet_is_not_approved(place):
    base = approved(place)
    draft = changed(place, SAFETY, number="45/KH-UBND")
    with pytest.raises(ConflictError, match="plan-change-unsettled"):
        plans.approve(place.uow, plans.Approve(draft), place.by())
    plan_changes.link(place.uow, plan_changes.Link(draft, None, "new"), place.by())
    assert plans.approve(place.uow, plans.Approve(draft), place.by())["assignments"] == 1
    linked = changed(place, SAFETY)
    with pytest.raises(ConflictError, match="plan-change-unsettled"):
        plans.approve(place.uow, plans.Approve(linked), place.by())
    assert place.plan(base).state == "approved"


@pytest.mark.parametrize(
    ("of", "kind"), [("KH-24-NONE", "corrected"), (None, "corrected"), ("base", "amended")]
)
def test_a_draft_is_laid_over_an_approved_plan_only(place, of, kind):
    base = approved(place)
    draft = place.keep(plan(SAFETY))
    with pytest.raises(BadInputError, match="plan-value-unfit"):
        plan_changes.link(place.uow, plan_changes.Link(draft, base if of == "base" else of, kind), place.by())


def test_only_a_coordinator_says_what_a_draft_is(place):
    base = approved(place)
    draft = place.keep(plan(SAFETY))
    with pytest.raises(NotAllowedError):
        plan_changes.link(place.uow, plan_changes.Link(draft, base, "corrected"), place.by("leader"))


def test_the_difference_is_kept_changed_new_and_withdrawn(place):
    approved(place)
    moved = {**SAFETY, "deadline": THEN, "deadline_text": "trước 31/10/2024"}
    draft = changed(place, moved, {**CHECK, "id": "5"}, EXAM)
    found = _diff(place, draft)
    assert [(m.old.id, m.new.id) for m in found.kept] == [("2", "5")]
    assert [[c.field for c in m.changes] for m in found.changed] == [["deadline"]]
    assert ([t.id for t in found.new], [t.id for t in found.withdrawn]) == (["4"], ["3"])


def test_the_same_document_again_changes_nothing(place):
    approved(place)
    draft = changed(place, SAFETY, CHECK, BOOK)
    assert _diff(place, draft).is_empty


def _corrected(place, field, value):
    """Approve a plan in which a field of row 1 was corrected by hand."""
    code = place.keep(plan(SAFETY, CHECK))
    plan_corrections.correct(place.uow, Correct(code, "1", field, value), place.by())
    plans.approve(place.uow, plans.Approve(code), place.by())
    return code


def test_a_correction_stays_where_the_new_document_says_what_the_old_one_said(place):
    _corrected(place, "deadline", {"text": "trước 31/10/2024", "deadline": THEN})
    draft = changed(place, {**SAFETY, "text": SAFETY["text"] + " tại xã"}, CHECK)
    row = _row(place, draft, "1")
    assert (row["deadline"], row["deadline_text"]) == (THEN, "trước 31/10/2024")
    assert plan_doubts.open_doubts(place.plan(draft).reading) == ()
    assert place.plan(draft).reading["original"]["1"]["deadline"] == SOON
    apply(place, draft)
    again = changed(place, SAFETY, CHECK)  # and it goes on to stay with every further document
    assert _row(place, again, "1")["deadline"] == THEN


def test_a_correction_of_the_very_field_that_changed_is_asked_about(place):
    _corrected(place, "lead_units", [LABOUR])
    draft = changed(place, {**SAFETY, "lead_units": ["Phòng Nội vụ"]}, CHECK)
    (item,) = plan_doubts.open_doubts(place.plan(draft).reading)
    assert (item.key, item.alternatives, item.values) == ("t:1:lead_units", (LABOUR,), {LABOUR: [LABOUR]})
    assert item.reasons == ("Anh/chị đã sửa phần này; văn bản mới ghi khác.",)
    assert _row(place, draft, "1")["lead_units"] == ["Phòng Nội vụ"]


def test_a_correction_that_the_new_document_makes_too_is_no_question(place):
    _corrected(place, "lead_units", [LABOUR])
    draft = changed(place, {**SAFETY, "lead_units": [LABOUR]}, CHECK)
    assert plan_doubts.open_doubts(place.plan(draft).reading) == ()
    assert _diff(place, draft).is_empty


def test_a_correction_without_words_of_its_own_can_be_taken_back_to(place):
    _corrected(place, "deadline", {"text": None, "deadline": {"kind": "continuous"}})
    draft = changed(place, {**SAFETY, "deadline": THEN, "deadline_text": "trước 31/10/2024"}, CHECK)
    (item,) = plan_doubts.open_doubts(place.plan(draft).reading)
    assert item.alternatives == ("thường xuyên",)
    plan_corrections.correct(
        place.uow, Correct(draft, "1", "deadline", item.values["thường xuyên"]), place.by(now=LATER)
    )
    assert _diff(place, draft).is_empty


def test_what_was_looked_at_is_not_asked_again_and_what_was_not_is(place):
    rows = [{**row, "review": [DOUBT], "needs_review": True} for row in (SAFETY, CHECK, BOOK)]
    first = {**plan(*rows), "problems": [{"line": 9, "code": "y", "message": "Lặp chữ."}]}
    code = place.keep(first)
    plan_corrections.check(place.uow, Check(code, ref="1"), place.by())
    plan_corrections.check(place.uow, Check(code, line=9), place.by())
    left = tuple(item.key for item in plan_doubts.open_doubts(place.plan(code).reading))
    plans.approve(place.uow, plans.Approve(code, left), place.by())
    later = {**plan(*rows[:2], {**rows[2], "lead_units": ["Phòng Nội vụ"]}), "problems": [
        {"line": 12, "code": "y", "message": "Lặp chữ."}, {"line": 13, "code": "z", "message": "Khác."},
    ]}  # fmt: skip
    draft = place.keep(later)
    plan_changes.consider(place.uow, draft, place.by())
    keys = {item.key for item in plan_doubts.open_doubts(place.plan(draft).reading)}
    assert keys == {"t:2:lead_units", "t:3:lead_units", "l:13"}


def test_who_is_meant_and_the_rhythm_are_carried_over(place):
    open_class = "các đơn vị liên quan"
    code = place.keep(plan({**SAFETY, "coordinating_units": [open_class]}))
    ids = (place.uow.units.named(LABOUR).id,)
    plan_corrections.decide(place.uow, Decide(code, open_class, "units", ids), place.by())
    plan_corrections.set_rhythm(place.uow, plan_corrections.SetRhythm(code, "monthly"), place.by())
    plans.approve(place.uow, plans.Approve(code), place.by())
    draft = changed(place, {**SAFETY, "coordinating_units": [open_class]}, EXAM)
    found = place.plan(draft)
    assert found.class_members == {open_class: list(ids)}
    assert found.check_in == "monthly"
    assert plans.laid_out(place.uow, found)[1].undecided == ()


def test_a_plan_changed_meanwhile_is_shown_again_and_nothing_done_in_the_draft_is_lost(place):
    base = approved(place)
    draft = changed(place, SAFETY, {**CHECK, "deadline": THEN}, BOOK)
    plan_corrections.correct(place.uow, Correct(draft, "1", "product", "Danh sách"), place.by(now=LATER))
    other = changed(place, SAFETY, CHECK, BOOK, EXAM)
    apply(place, other)
    assert apply(place, draft) == {"stale": True, "code": base}
    found = _diff(place, draft)
    assert [task.id for task in found.withdrawn] == ["4"]
    assert {(m.new.id, c.field) for m in found.changed for c in m.changes} == {
        ("1", "product"),
        ("2", "deadline"),
    }
    assert apply(place, draft)["withdrawn"] == 1


def test_a_draft_set_free_says_what_its_document_says(place):
    _corrected(place, "lead_units", [LABOUR])
    draft = changed(place, {**SAFETY, "lead_units": ["Phòng Nội vụ"]}, CHECK)
    plan_corrections.correct(place.uow, Correct(draft, "2", "product", "Sổ"), place.by(now=LATER))
    plan_changes.link(place.uow, plan_changes.Link(draft, None, "new"), place.by(now=LATER))
    found = place.plan(draft)
    assert (found.changes_id, _row(place, draft, "1")["review"]) == (None, [])
    assert _row(place, draft, "2")["product"] == "Sổ"
    assert found.title == TITLE


def test_rows_are_matched_whatever_their_number(place):
    approved(place, task("1", text="Việc thứ nhất trong năm"), task("2", text="Kiểm tra lò sấy, xưởng xẻ"))
    draft = changed(
        place, task("1", text="Kiểm tra lò sấy, xưởng xẻ"), task("2", text="Việc thứ nhất trong năm")
    )
    assert {(m.old.id, m.new.id) for m in _diff(place, draft).kept} == {("1", "2"), ("2", "1")}
