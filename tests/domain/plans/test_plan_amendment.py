"""Carrying out an amendment: what it does not name stays to the letter."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.plan_amendment import SILENT, Act, Instruction, amend, rows_at
from domain.plan_diff import diff
from tests.domain.plans.made import TEXTS, plans, row

PLAN = tuple(
    row(ref, text, leads=["Sở Y tế"], partners=["Sở Nội vụ"], when="Trước ngày 30/9/2026", product="Báo cáo")
    for ref, text in zip(("III.1.a", "III.1.b", "III.2.a", "III.2.b", "IV.1"), TEXTS, strict=False)
)


def _amended(*instructions, plan=PLAN):
    found = amend(plan, instructions)
    return found, diff(plan, found.tasks, found.pairs)


def _change(place, *tasks, fields=()):
    return Instruction(Act.CHANGE, place, (7,), tasks, fields)


@given(plans(), st.data())
def test_rows_that_are_not_named_stay_to_the_letter(plan, data):
    ids = [task.id for task in plan]
    places = st.sampled_from([*ids, "IX.9.z", "III.1"])
    acts = st.sampled_from([Act.CHANGE, Act.ADD, Act.WITHDRAW])
    given_row = row("III.9.x", TEXTS[8], leads=["Sở Y tế"])
    instructions = [
        Instruction(act, place, (1,), () if act is Act.WITHDRAW else (replace(given_row, id=place),))
        for act, place in data.draw(st.lists(st.tuples(acts, places), max_size=4))
    ]
    found = amend(plan, instructions)
    named = {ref for one in instructions for ref in rows_at(one.place, plan)}
    assert [task for task in plan if task.id not in named] == [
        task for task in found.tasks if task.id in set(ids) - named
    ]
    assert len({task.id for task in found.tasks}) == len(found.tasks)
    result = diff(plan, found.tasks, found.pairs)
    assert len(result.matches) + len(result.withdrawn) == len(plan)


def test_no_instruction_changes_nothing():
    assert amend(PLAN, ()).tasks == PLAN


def test_a_row_given_whole_takes_what_is_said_and_asks_about_what_is_not():
    given_row = row("III.1.b", TEXTS[5], leads=["Sở Nội vụ"], when=None, lines=(9, 10))
    found, change = _amended(_change("III.1.b", given_row))
    (match,) = change.changed
    assert [one.field for one in match.changes] == ["text", "lead_units", "coordinating_units"]
    assert match.new.deadline == PLAN[1].deadline
    assert [(doubt.field, doubt.reason) for doubt in match.new.review] == [("deadline", SILENT)]
    assert (match.new.product, match.new.lines) == ("Báo cáo", (9, 10))
    assert found.misfits == ()


def test_one_field_given_leaves_the_others():
    moved = row("III.1.b", "Việc", leads=(), when="Trước ngày 31/10/2026")
    _, change = _amended(_change("III.1.b", moved, fields=("deadline",)))
    (match,) = change.changed
    assert [one.field for one in match.changes] == ["deadline"]
    assert match.new.deadline_text == "Trước ngày 31/10/2026"
    assert match.new.text == TEXTS[1]


def test_a_new_row_stands_at_the_end_of_its_group():
    found, change = _amended(Instruction(Act.ADD, "III.1.c", (7,), (row("III.1.c", TEXTS[6]),)))
    assert [task.id for task in found.tasks] == [
        "III.1.a",
        "III.1.b",
        "III.1.c",
        "III.2.a",
        "III.2.b",
        "IV.1",
    ]
    assert [task.id for task in change.new] == ["III.1.c"]


def test_a_number_that_is_taken_is_told():
    found, _ = _amended(Instruction(Act.ADD, "III.1.b", (7,), (row("III.1.b", TEXTS[6]),)))
    assert [task.id for task in found.tasks][:3] == ["III.1.a", "III.1.b", "III.1.b-2"]
    assert [(one.code, one.found) for one in found.misfits] == [("amendment-number-taken", "III.1.b")]


def test_a_group_is_withdrawn_as_a_whole():
    _, change = _amended(Instruction(Act.WITHDRAW, "III.2", (7,)))
    assert [task.id for task in change.withdrawn] == ["III.2.a", "III.2.b"]


def test_a_number_withdrawn_and_given_anew_is_another_row():
    found, change = _amended(
        Instruction(Act.WITHDRAW, "III.1.b", (7,)),
        Instruction(Act.ADD, "III.1.b", (8,), (row("III.1.b", TEXTS[6]),)),
    )
    assert ([t.id for t in change.withdrawn], [t.id for t in change.new]) == (["III.1.b"], ["III.1.b"])
    assert found.misfits == ()


def test_a_group_given_anew_keeps_its_numbers_and_loses_what_is_not_there():
    _, change = _amended(_change("III.2", replace(PLAN[2], product="Biên bản"), row("III.2.c", TEXTS[6])))
    assert [match.old.id for match in change.changed] == ["III.2.a"]
    assert ([t.id for t in change.new], [t.id for t in change.withdrawn]) == (["III.2.c"], ["III.2.b"])


@pytest.mark.parametrize(
    ("one", "code"),
    [
        (_change("III.9.a", PLAN[0]), "amendment-place-unknown"),
        (_change("III.1.a"), "amendment-words-missing"),
        (_change("III.1", PLAN[0], fields=("deadline",)), "amendment-place-unclear"),
        (Instruction(Act.WITHDRAW, "V", (7,)), "amendment-place-unknown"),
        (Instruction(Act.ADD, "III.3", (7,)), "amendment-words-missing"),
        (Instruction(Act.REPHRASE, "", (7,), words=("Sở Lạ", "Sở Quen")), "amendment-words-not-found"),
    ],
)
def test_what_cannot_be_carried_out_changes_nothing_and_is_told(one, code):
    found, change = _amended(one)
    assert [(misfit.line, misfit.code) for misfit in found.misfits] == [(7, code)]
    assert change.is_empty


def test_words_are_replaced_wherever_they_stand():
    plan = (row(leads=["Bảo hiểm xã hội tỉnh"]), row("III.1.b", TEXTS[1], when="Trước ngày 30/9/2026"))
    found, change = _amended(
        Instruction(Act.REPHRASE, "", (7,), words=("BHXH tỉnh", "Bảo hiểm xã hội khu vực")),
        Instruction(Act.REPHRASE, "III.1.b", (8,), words=("30/9/2026", "31/10/2026")),
        plan=plan,
    )
    assert found.tasks[0].lead_units == ("Bảo hiểm xã hội khu vực",)
    assert found.tasks[1].deadline.date.isoformat() == "2026-10-31"
    assert len(change.changed) == 2


@pytest.mark.parametrize(
    ("place", "refs"),
    [
        ("iii.2.B", ["III.2.b"]),
        ("2.b", ["III.2.b"]),
        ("III.b", []),
        ("III.2", ["III.2.a", "III.2.b"]),
        ("b", []),
        ("1", ["IV.1"]),
        ("", []),
    ],
)
def test_a_place_is_found_only_where_it_is_sure(place, refs):
    assert rows_at(place, PLAN) == refs
