"""What a new deadline does to periods that are open, and to those that are done."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.deadline_words import read_deadline
from domain.occurrence import CheckIn, periods
from domain.plan_moves import Held, reschedule

FIRST, TODAY, LAST = date(2026, 1, 5), date(2026, 8, 10), date(2026, 10, 31)
WORDS = (
    "Thường xuyên",
    "Trước ngày 30/9/2026",
    "Trước ngày 31/10/2026",
    "Quý III/2026",
    "Hằng quý, trước ngày 20 của tháng cuối quý",
    "Trước ngày 15/12 hằng năm",
    "Trước ngày 20/7 và trước ngày 20/12 hằng năm",
    "Từ ngày 01/3/2026 đến ngày 30/11/2026",
)


def _deadline(words):
    return read_deadline(words).deadline


def _periods(words, first=FIRST):
    return periods(_deadline(words), first=first, last=LAST, check_in=CheckIn())


def _held(words, done=()):
    return [Held(p.label, p.opens_on, p.due_on, p.label not in done) for p in _periods(words)]


def _moves(was, becomes, *, done=(), held=None):
    return reschedule(
        _held(was, done) if held is None else held,
        _periods(becomes),
        was=_deadline(was),
        becomes=_deadline(becomes),
        today=TODAY,
    )


def _said(found):
    return (
        [(move.held.label, move.period.label) for move in found.moved],
        [one.label for one in found.closed],
        [period.label for period in found.added],
    )


def test_a_single_date_moves():
    found = _moves("Trước ngày 30/9/2026", "Trước ngày 31/10/2026")
    assert _said(found) == ([("2026-09-29", "2026-10-30")], [], [])
    assert found.moved[0].period.due_on == date(2026, 10, 30)


def test_what_is_done_stays_done_and_is_not_owed_again():
    found = _moves("Trước ngày 30/9/2026", "Trước ngày 31/10/2026", done=("2026-09-29",))
    assert _said(found) == ([], [], [])


def test_a_day_that_was_granted_is_not_taken_back_by_a_nearer_one():
    held = [Held("2026-09-29", FIRST, date(2026, 11, 15), True, granted_until=date(2026, 11, 15))]
    found = _moves("Trước ngày 30/9/2026", "Trước ngày 31/10/2026", held=held)
    assert found.moved[0].period.due_on == date(2026, 11, 15)
    later = _moves("Trước ngày 30/9/2026", "Trước ngày 15/12 hằng năm", held=held)
    assert later.moved[0].period.due_on == date(2026, 12, 14)


def test_the_same_period_under_another_day_keeps_its_name():
    found = _moves("Trước ngày 15/12 hằng năm", "Trước ngày 30/11 hằng năm")
    assert _said(found) == ([("2026", "2026")], [], [])
    assert found.moved[0].period.due_on == date(2026, 11, 29)


def test_a_check_in_that_gets_a_date_is_the_one_open_now():
    found = _moves("Thường xuyên", "Trước ngày 31/10/2026", done=("2026-Q1", "2026-Q2"))
    assert _said(found) == ([("2026-Q3", "2026-10-30")], ["2026-Q4"], [])


def test_a_new_rhythm_counts_from_now_on():
    found = _moves("Hằng quý, trước ngày 20 của tháng cuối quý", "Thường xuyên", done=("2026-Q1", "2026-Q2"))
    assert _said(found) == ([("2026-Q3", "2026-Q3"), ("2026-Q4", "2026-Q4")], [], [])
    yearly = _moves(
        "Hằng quý, trước ngày 20 của tháng cuối quý", "Trước ngày 15/12 hằng năm", done=("2026-Q1",)
    )
    assert _said(yearly) == ([("2026-Q3", "2026")], ["2026-Q2", "2026-Q4"], [])


words = st.sampled_from(WORDS)


@given(words, st.data())
def test_a_deadline_that_is_the_same_moves_nothing(word, data):
    done = data.draw(st.sets(st.sampled_from([p.label for p in _periods(word)])))
    found = _moves(word, word, done=done)
    assert (found.moved, found.closed) == ((), ())
    assert found.added == ()


@given(words, words, st.data())
def test_each_open_period_has_one_fate_and_what_is_done_has_none(was, becomes, data):
    labels = [p.label for p in _periods(was)]
    done = data.draw(st.sets(st.sampled_from(labels)))
    extra = data.draw(st.integers(0, 40))
    held = [
        Held(p.label, p.opens_on, p.due_on, p.label not in done, (p.due_on or FIRST) + timedelta(extra))
        for p in _periods(was)
    ]
    found = _moves(was, becomes, held=held)
    touched = [move.held.label for move in found.moved] + [one.label for one in found.closed]
    assert len(set(touched)) == len(touched)
    assert not set(touched) & done
    stays = {one.label for one in held} - set(touched)
    after = [move.period.label for move in found.moved] + [p.label for p in found.added] + sorted(stays)
    assert len(set(after)) == len(after)  # no two periods of a unit share a label
    wanted = {p.label for p in _periods(becomes)}
    assert {label for label in stays if label not in done} <= wanted
