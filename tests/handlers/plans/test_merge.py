"""Approving a change: what units did stays, what is open follows, everybody hears once."""

import time
from datetime import date, timedelta

import pytest

from domain.errors import ConflictError
from domain.plan_amendment import Act, Instruction
from domain.progress import ProgressKind
from handlers.services import (
    decisions,
    forwarding,
    plan_change_notices,
    plan_corrections,
    plan_doubts,
    plan_merge,
    plans,
    progress,
    progress_report,
    reminders,
    reports,
)
from handlers.services.plan_merge import ApplyChange
from storage.database import Database
from storage.migrate import migrate
from tests.handlers.plans.changing import (
    BOOK,
    CHECK,
    EDUCATION,
    EXAM,
    LABOUR,
    LATER,
    SAFETY,
    SOON,
    THEN,
    actions,
    amended,
    apply,
    approved,
    changed,
    done,
    notices,
    officer,
    owed,
    plan,
    read_row,
)
from tests.handlers.plans.world import District, task

MOVED = {**SAFETY, "deadline": THEN, "deadline_text": "trước 31/10/2024"}


def _shape(place, code):
    """Everything of a plan that a kept row must keep."""
    return {
        (one.code, one.task_ref, one.label, one.state, one.due_on, one.unit_id) for one in owed(place, code)
    }


def test_rows_that_are_kept_keep_everything(place):
    base = approved(place)
    done(place, owed(place, base, "2")[0])
    before, assignments = _shape(place, base), place.uow.plans.every_assignment_of(place.plan(base).id)
    result = apply(place, changed(place, SAFETY, CHECK, BOOK, EXAM))
    kept = {one for one in _shape(place, base) if one[1] != "4"}
    assert kept == before
    assert place.uow.plans.every_assignment_of(place.plan(base).id)[: len(assignments)] == assignments
    assert {name: result[name] for name in ("kept", "changed", "new", "withdrawn", "moved", "ended")} == {
        "kept": 3, "changed": 0, "new": 1, "withdrawn": 0, "moved": 0, "ended": 0,
    }  # fmt: skip
    assert (result["code"], result["assignments"]) == (base, 1)


def test_a_renumbered_row_keeps_its_history_under_its_new_number(place):
    base = approved(place)
    first = owed(place, base, "2")[0]
    done(place, first)
    apply(place, changed(place, SAFETY, {**EXAM, "id": "2"}, {**CHECK, "id": "3"}, {**BOOK, "id": "4"}))
    found = place.uow.occurrences.by_code(first.code)
    assert (found.task_ref, found.state) == ("3", "submitted")
    assert len(place.uow.occurrences.progress_of(found.id)) == 1
    assert [t.ref for t in place.uow.plans.tasks(place.plan(base).id)] == ["1", "2", "3", "4"]


def test_an_open_occurrence_moves_and_its_unit_hears_the_old_day_and_the_new(place):
    base = approved(place)
    before = owed(place, base, "1")[0]
    progress.report(
        place.uow,
        progress_report.Report((before.code,), ProgressKind.UNDER_WAY, percent=40),
        officer(place, EDUCATION),
    )
    notices(place)
    assert apply(place, changed(place, MOVED, CHECK, BOOK))["moved"] == 1
    (found,) = owed(place, base, "1")
    assert (found.id, found.due_on, found.label) == (before.id, date(2024, 10, 30), "2024-10-30")
    assert (found.state, found.percent) == ("under_way", 40)
    told = notices(place)
    assert list(told) == [officer(place, EDUCATION).person.id]
    (text,) = told[officer(place, EDUCATION).person.id]
    assert "1 Huấn luyện kỹ năng sơ cứu cho người lao động: hạn cũ trước 30/09/2024" in text
    assert "hạn mới trước 31/10/2024" in text


def test_what_is_done_stays_done_on_its_old_day(place):
    base = approved(place)
    done(place, owed(place, base, "1")[0])
    assert apply(place, changed(place, MOVED, CHECK, BOOK))["moved"] == 0
    (found,) = owed(place, base, "1")
    assert (found.state, found.due_on) == ("submitted", date(2024, 9, 29))


def test_an_extension_that_was_granted_is_not_taken_back(place):
    base = approved(place)
    (one,) = owed(place, base, "1")
    wanted = date(2024, 12, 20)
    asked = progress_report.Report(
        (one.code,), ProgressKind.MORE_TIME, note="Thiếu kinh phí", wanted_on=wanted
    )
    kept = progress.report(place.uow, asked, officer(place, EDUCATION))["kept"][one.code]
    forwarding.forward(place.uow, forwarding.Forward(kept), place.by())  # more than the office may grant
    decisions.decide(place.uow, decisions.Decide(kept, decisions.Decision.GRANTED), place.by("leader"))
    apply(place, changed(place, MOVED, CHECK, BOOK))
    assert owed(place, base, "1")[0].due_on == wanted


def test_a_reminder_of_the_old_day_dies_and_one_of_the_new_day_comes(place):
    base = approved(place)
    soon = LATER + timedelta(days=46)  # 21 September: the old day is near
    assert reminders.tick(place.uow, place.around, soon) > 0
    apply(place, changed(place, MOVED, CHECK, BOOK), now=soon)
    waiting = [
        row
        for row in place.uow.outbox.due_notices_of(officer(place, EDUCATION).person.id)
        if (row.about or {}).get("occurrences") == [owed(place, base, "1")[0].code]
    ]
    assert waiting == []
    assert reminders.tick(place.uow, place.around, soon + timedelta(days=35)) > 0


def test_another_lead_is_given_the_row_and_the_former_one_is_told(place):
    base = approved(place)
    before = owed(place, base, "2")[0]
    notices(place)
    result = apply(place, changed(place, SAFETY, {**CHECK, "lead_units": [LABOUR]}, BOOK))
    assert (result["assignments"], result["ended"]) == (1, 1)
    assert place.units_of(base, "2") == {("2", LABOUR): "lead"}
    assert place.uow.occurrences.get(before.id).state == "cancelled"
    assert {one.unit_name for one in owed(place, base, "2") if one.state == "open"} == {LABOUR}
    told = notices(place)
    assert "Không còn giao 2 Kiểm tra máy" in told[officer(place, EDUCATION).person.id][0]
    assert "Giao thêm 2 Kiểm tra máy" in told[officer(place, LABOUR).person.id][0]


def test_a_unit_that_is_given_a_row_back_owes_it_again(place):
    base = approved(place)
    other = {**CHECK, "lead_units": [LABOUR]}
    apply(place, changed(place, SAFETY, other, BOOK))
    apply(place, changed(place, SAFETY, CHECK, BOOK))
    assert place.units_of(base, "2") == {("2", EDUCATION): "lead"}
    mine = [one for one in owed(place, base, "2") if one.unit_name == EDUCATION]
    assert sorted(one.state for one in mine) == ["cancelled", "cancelled", "open", "open"]
    assert {one.label for one in mine if one.state == "open"} == {"2024-Q3", "2024-Q4"}


def test_a_unit_that_was_taken_out_before_owes_nothing_of_a_later_change(place):
    base = approved(place, {**CHECK, "deadline": SOON})
    done(place, owed(place, base, "2")[0])
    apply(place, changed(place, {**CHECK, "deadline": SOON, "lead_units": [LABOUR]}))
    apply(place, changed(place, {**CHECK, "lead_units": [LABOUR]}))
    mine = [one.state for one in owed(place, base) if one.unit_name == EDUCATION]
    assert mine == ["submitted"]


def test_a_partner_that_becomes_the_lead_keeps_its_assignment(place):
    base = approved(place, {**SAFETY, "coordinating_units": [LABOUR]}, CHECK)
    before = place.uow.plans.assignments_of(place.plan(base).id)
    result = apply(
        place,
        changed(place, {**SAFETY, "lead_units": [LABOUR], "coordinating_units": [EDUCATION]}, CHECK),
    )
    after = place.uow.plans.assignments_of(place.plan(base).id)
    assert [one[:3] for one in after] == [one[:3] for one in before]
    assert place.units_of(base, "1") == {("1", EDUCATION): "coordinating", ("1", LABOUR): "lead"}
    assert (result["assignments"], result["ended"]) == (0, 0)


def test_a_withdrawn_row_closes_what_is_open_and_keeps_what_was_submitted(place):
    base = approved(place, {**SAFETY, "coordinating_units": [LABOUR]}, CHECK)
    ours = next(one for one in owed(place, base, "1") if one.unit_name == EDUCATION)
    theirs = next(one for one in owed(place, base, "1") if one.unit_name == LABOUR)
    done(place, ours)
    trouble = progress_report.Report((theirs.code,), ProgressKind.DIFFICULTY, note="Thiếu người")
    said = progress.report(place.uow, trouble, officer(place, LABOUR))["kept"][theirs.code]
    notices(place)
    apply(place, changed(place, CHECK))
    assert place.uow.occurrences.get(ours.id).state == "submitted"
    assert place.uow.occurrences.get(theirs.id).state == "cancelled"
    assert place.uow.occurrences.get(theirs.id).task_ref == "1"
    assert place.uow.occurrences.progress(said).decision == "withdrawn"
    assert [t.ref for t in place.uow.plans.tasks(place.plan(base).id)] == ["2"]
    assert "Bãi bỏ 1 Huấn luyện" in notices(place)[officer(place, LABOUR).person.id][0]
    assert place.uow.occurrences.next_reminder() is not None
    assert reports.overview(place.uow, None, LATER).total == 2  # the submitted one, and the check-in


def test_a_number_that_is_free_again_may_be_given_to_another_row(place):
    base = approved(place)
    apply(place, changed(place, SAFETY, CHECK))
    apply(place, changed(place, SAFETY, CHECK, {**EXAM, "id": "3"}))
    states = {(one.task_ref, one.task_text, one.state) for one in owed(place, base, "3")}
    assert states == {("3", BOOK["text"], "cancelled"), ("3", EXAM["text"], "open")}


def test_nobody_hears_twice_and_nobody_hears_of_what_is_kept(place):
    approved(place)
    notices(place)
    apply(place, changed(place, {**MOVED, "text": SAFETY["text"] + " tại các xã"}, CHECK, BOOK))
    told = notices(place)
    assert {person: len(texts) for person, texts in told.items()} == {officer(place, EDUCATION).person.id: 1}


def test_approving_twice_changes_nothing(place):
    base = approved(place)
    draft = changed(place, MOVED, BOOK, EXAM)
    apply(place, draft)
    before, trail = _shape(place, base), actions(place, f"plan:{base}")
    with pytest.raises(ConflictError, match="plan-approved-already"):
        plan_merge.apply_change(place.uow, ApplyChange(draft), place.by(now=LATER))
    with pytest.raises(ConflictError, match="plan-approved-already"):
        plans.approve(place.uow, plans.Approve(draft), place.by(now=LATER))
    assert (_shape(place, base), actions(place, f"plan:{base}")) == (before, trail)
    assert place.plan(draft).state == "merged"


def test_open_doubts_stop_a_change_too(place):
    approved(place)
    doubt = {"field": "lead_units", "reason": "x", "message": "?", "alternatives": []}
    draft = changed(place, SAFETY, CHECK, {**EXAM, "review": [doubt], "needs_review": True})
    with pytest.raises(ConflictError, match="plan-doubts-open"):
        plan_merge.apply_change(place.uow, ApplyChange(draft), place.by(now=LATER))
    assert apply(place, draft)["new"] == 1


def test_dying_in_the_middle_loses_nothing_and_changes_nothing(monkeypatch, tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'k.db'}")
    migrate(database)
    with database.transaction() as uow:
        place = District(uow)
        base = approved(place)
        done(place, owed(place, base, "2")[0])
        draft, before = changed(place, MOVED, CHECK, EXAM), _shape(place, base)

    def die(*_args):
        raise MemoryError

    with monkeypatch.context() as patched, pytest.raises(MemoryError):  # noqa: PT012 - the transaction is what is tried
        patched.setattr(plan_merge, "tell", die)
        with database.transaction() as uow:
            place.uow = uow
            apply(place, draft)
    with database.transaction() as uow:
        place.uow = uow
        assert (_shape(place, base), place.plan(draft).state) == (before, "draft")
        assert apply(place, draft)["moved"] == 1
        assert owed(place, base, "2")[0].state == "submitted"
    database.close()


def test_the_trail_says_who_changed_what(place):
    base = approved(place)
    (one,) = owed(place, base, "1")
    draft = changed(place, MOVED, BOOK, EXAM)
    apply(place, draft)
    trail = dict(actions(place, f"plan:{base}"))
    assert trail["plan_row_changed"] == {"draft": draft, "ref": "1", "was": "1", "fields": ["deadline"]}
    assert trail["plan_row_added"]["ref"] == "4"
    assert trail["plan_row_withdrawn"]["ref"] == "2"
    assert trail["plan_changed"]["moved"] == 1
    moved = dict(actions(place, f"occurrence:{one.code}"))["occurrence_moved"]
    assert moved == {"due_was": "2024-09-29", "due_is": "2024-10-30"}
    assert place.plan(base).reading["revisions"][0]["draft"] == draft
    assert place.plan(draft).reading["replaced"]["tasks"][0]["deadline"] == SOON


def test_the_rhythm_changed_in_a_draft_moves_what_is_undated(place):
    base = approved(place, CHECK)
    draft = changed(place, CHECK)
    plan_corrections.set_rhythm(place.uow, plan_corrections.SetRhythm(draft, "monthly"), place.by(now=LATER))
    apply(place, draft)
    open_ = sorted(one.label for one in owed(place, base) if one.state == "open")
    assert open_ == ["2024-08", "2024-09", "2024-10"]


def test_an_amendment_changes_what_it_names_and_nothing_else(place):
    base = approved(place)
    done(place, owed(place, base, "2")[0])
    before = {one for one in _shape(place, base) if one[1] == "2"}
    given = read_row({**MOVED, "text": "Việc", "lead_units": []})
    draft = amended(
        place,
        Instruction(Act.CHANGE, "1", (5,), (given,), ("deadline",)),
        Instruction(Act.WITHDRAW, "3", (6,)),
        Instruction(Act.ADD, "4", (7,), (read_row(EXAM),)),
        Instruction(Act.WITHDRAW, "IX", (8,)),
    )
    result = apply(place, draft)
    assert [result[name] for name in ("kept", "changed", "new", "withdrawn", "moved")] == [1, 1, 1, 1, 1]
    assert {one for one in _shape(place, base) if one[1] == "2"} == before
    found = place.plan(base)
    assert (found.number, found.title) == ("18/KH-UBND", "Bảo đảm an toàn lao động năm 2024")
    assert [p["code"] for p in place.plan(draft).reading["problems"]] == ["amendment-place-unknown"]


def test_an_amendment_keeps_corrections_and_asks_where_it_touches_one(place):
    code = place.keep(plan(SAFETY, CHECK))
    for ref in ("1", "2"):
        plan_corrections.correct(
            place.uow, plan_corrections.Correct(code, ref, "lead_units", [LABOUR]), place.by()
        )
    plans.approve(place.uow, plans.Approve(code), place.by())
    given = read_row({**SAFETY, "lead_units": ["Phòng Nội vụ"]})
    draft = amended(place, Instruction(Act.CHANGE, "1", (5,), (given,), ("lead_units",)))
    reading = place.plan(draft).reading
    assert [row["lead_units"] for row in reading["tasks"]] == [["Phòng Nội vụ"], [LABOUR]]
    (item,) = plan_doubts.open_doubts(reading)
    assert (item.key, item.alternatives) == ("t:1:lead_units", (LABOUR,))
    assert reading["original"]["2"]["lead_units"] == [EDUCATION]


def test_a_notice_lists_what_has_a_new_day_first_and_says_how_much_more_there_is(place):
    base = approved(place)
    items = [plan_change_notices.Item("withdrawn", str(n), "Việc") for n in range(14)]
    items.append(plan_change_notices.Item("deadline", "99", "Việc", (SOON, THEN)))
    said = plan_change_notices.notice(place.plan(base), ["A"], items)
    assert said.params["lines"][0].key == "plan-change-told-deadline"
    assert (len(said.params["lines"]), said.params["lines"][-1].params["count"]) == (13, "3")


def test_a_change_of_twelve_hundred_occurrences_takes_less_than_a_second_and_a_half(place):
    rows = [
        task(str(n), text=f"Việc số {n} về an toàn", lead_units=["Ủy ban nhân dân các xã, thị trấn"])
        for n in range(40)
    ]
    base = approved(place, *rows)
    moved = [{**row, "deadline": THEN, "deadline_text": "trước 31/10/2024"} for row in rows[:20]]
    draft = changed(place, *moved, *rows[20:39])
    started = time.perf_counter()
    result = apply(place, draft)
    spent = time.perf_counter() - started
    assert (result["changed"], result["withdrawn"]) == (20, 1)
    assert len(owed(place, base)) >= 1200
    assert spent < 1.5, spent
