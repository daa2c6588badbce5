"""What a corrected plan keeps, changes, adds and withdraws."""

import time
import unicodedata
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.plan_diff import apply, changes, diff, pair_up
from tests.domain.plans.made import TEXTS, plans, row


def _entries(found):
    """Everything a diff says, whatever the order it says it in."""
    return (
        {(m.old, m.new, m.changes) for m in found.matches},
        set(found.new),
        set(found.withdrawn),
    )


@given(plans())
def test_a_plan_is_all_kept_against_itself(plan):
    found = diff(plan, plan)
    assert [m.old.id for m in found.kept] == [t.id for t in plan]
    assert found.is_empty


@given(plans(), plans())
def test_every_row_of_both_stands_exactly_once(old, new):
    found = diff(old, new)
    assert sorted([m.old.id for m in found.matches] + [t.id for t in found.withdrawn]) == sorted(
        t.id for t in old
    )
    assert sorted([m.new.id for m in found.matches] + [t.id for t in found.new]) == sorted(t.id for t in new)


@given(plans(), plans())
def test_applying_the_diff_gives_the_new_plan(old, new):
    assert apply(old, diff(old, new)) == new


@given(plans(), plans(), st.randoms(use_true_random=False))
def test_the_order_of_either_plan_does_not_matter(old, new, rng):
    shuffled = [list(old), list(new)]
    for one in shuffled:
        rng.shuffle(one)
    assert _entries(diff(*shuffled)) == _entries(diff(old, new))


@given(plans(), plans())
def test_turned_round_new_is_withdrawn_and_changes_go_back(old, new):
    there, back = diff(old, new), diff(new, old)
    assert {(b, a) for a, b in pair_up(old, new)} == set(pair_up(new, old))
    assert {t.id for t in there.new} == {t.id for t in back.withdrawn}
    assert {(m.old.id, c.field, c.new) for m in there.matches for c in m.changes} == {
        (m.new.id, c.field, c.old) for m in back.matches for c in m.changes
    }


@settings(max_examples=50)
@given(plans(), st.data())
def test_pairs_that_are_known_are_kept_to(old, data):
    new = tuple(replace(task, text=data.draw(st.sampled_from(TEXTS))) for task in old)
    found = diff(old, new, [(task.id, task.id) for task in old])
    assert not found.new
    assert not found.withdrawn
    assert apply(old, found) == new


def test_a_row_put_in_between_moves_the_numbers_and_changes_nothing_else():
    old = [row(f"III.2.{c}", t) for c, t in zip("abc", TEXTS, strict=False)]
    new = [old[0], row("III.2.b", TEXTS[5]), replace(old[1], id="III.2.c"), replace(old[2], id="III.2.d")]
    found = diff(old, new)
    assert [(m.old.id, m.new.id) for m in found.kept] == [
        ("III.2.a", "III.2.a"),
        ("III.2.b", "III.2.c"),
        ("III.2.c", "III.2.d"),
    ]
    assert [t.id for t in found.new] == ["III.2.b"]
    assert [m.is_renumbered for m in found.matches] == [False, True, True]


def test_a_deadline_a_unit_and_a_reworded_text_are_changes_of_one_row():
    old = row("III.1.c", TEXTS[1], leads=["Sở Y tế"], when="Trước ngày 30/9/2026")
    new = row(
        "III.1.c",
        "Huấn luyện kỹ năng sơ cứu cho người làm công tác y tế, an toàn ở cơ sở",
        leads=["Sở Nội vụ"],
        when="Trước ngày 31/10/2026",
    )
    (found,) = diff([old], [new]).changed
    assert [one.field for one in found.changes] == ["text", "lead_units", "deadline"]
    assert found.change("deadline").old.date.isoformat() == "2026-09-30"


def test_another_row_at_the_same_place_is_new_and_the_old_one_withdrawn():
    found = diff([row("III.1.a", TEXTS[0])], [row("III.1.a", TEXTS[3])])
    assert ([t.text for t in found.withdrawn], [t.text for t in found.new]) == ([TEXTS[0]], [TEXTS[3]])


def test_the_same_words_twice_are_told_apart_by_their_units():
    old = [row("1", leads=["Sở Y tế"]), row("2", leads=["Sở Xây dựng"])]
    new = [row("3", leads=["Sở Xây dựng"]), row("4", leads=["Sở Y tế"])]
    assert pair_up(old, new) == (("1", "4"), ("2", "3"))


def test_spelling_order_and_places_are_no_change():
    old = row(text="Tổ chức Tháng hành động.", leads=["Sở Y tế", "UBND xã Tân Lập"], lines=(3,))
    new = replace(
        row(
            text=unicodedata.normalize("NFD", "tổ chức  Tháng hành động"),
            leads=["Ủy ban nhân dân xã Tân Lập", "sở y tế"],
            lines=(9, 10),
        ),
        deadline=replace(old.deadline, inherited="IV"),
    )
    assert changes(old, new) == ()


def test_accents_tell_units_apart():
    (found,) = diff([row(leads=["Xã Tân Lập"])], [row(leads=["Xã Tân Láp"])]).changed
    assert [one.field for one in found.changes] == ["lead_units"]


def test_three_hundred_rows_all_renumbered_and_some_reworded_take_less_than_two_seconds():
    texts = [f"{TEXTS[n % 9]} tại địa bàn số {n} và {TEXTS[(n * 7) % 9].lower()}" for n in range(300)]
    old = [row(f"III.{n}", text) for n, text in enumerate(texts)]
    new = [row(f"III.{n + 1}", text + (" nữa" if n % 3 else "")) for n, text in enumerate(texts)]
    started = time.perf_counter()
    found = diff(old, new)
    assert time.perf_counter() - started < 2.0
    assert [(int(m.old.id[4:]) + 1) for m in found.matches] == [int(m.new.id[4:]) for m in found.matches]
    assert len(found.matches) == 300
