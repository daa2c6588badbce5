"""The auditor and the planner, two pieces of code, say the same about any duty, policy and calendar."""

import ast
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import domain.reminder_auditor as auditor
from domain.calendar import office_calendar
from domain.escalation import Chain
from domain.occurrence import OccurrenceState
from domain.reminder_auditor import Entry, is_extra, missing, owed, read_day
from tests.domain.reminders.world import CALENDAR, POLICY, Ledger, at, duty

STORM = office_calendar({"x.toml": '[[closed]]\nfirst = 2024-12-10\nlast = 2024-12-12\nname = "Bão"\n'})
PEOPLE = st.sampled_from((None, "a", "b", "c"))
POLICIES = st.builds(
    lambda before, on, first, every, slow, slow_every, stop, checks, deputy, head, again, quiets: replace(
        POLICY, before=tuple(sorted(before, reverse=True)), on_due_day=on, overdue_first=first,
        overdue_every=every, overdue_slow_after=slow, overdue_slow_every=slow_every, overdue_stop_after=stop,
        check_in_repeat=tuple(sorted(checks, reverse=True)), deputy_after=deputy,
        head_after=deputy + head, coordinator_after=deputy + head + 1, escalated_every=again,
        promise_quiets=quiets,
    ),
    st.sets(st.integers(1, 12), max_size=4), st.booleans(), st.integers(1, 4), st.integers(1, 5),
    st.integers(0, 12), st.integers(0, 6), st.integers(0, 12), st.sets(st.integers(-6, 6), max_size=3),
    st.integers(1, 5), st.integers(1, 4), st.integers(0, 5), st.booleans(),
)  # fmt: skip
DUTIES = st.builds(
    lambda due, opens, kind, state, promise, snooze, chain: duty(
        None if kind else due, opens_on=opens, state=state, promised_on=promise, snoozed_until=snooze,
        check_in=kind == "check", at_once=kind == "once",
        check_in_until=due if kind == "check" else None, chain=Chain(*chain),
    ),
    st.dates(date(2024, 11, 25), date(2025, 2, 10)), st.dates(date(2024, 11, 1), date(2024, 12, 20)),
    st.sampled_from(("", "", "check", "once")),
    st.sampled_from((OccurrenceState.OPEN, OccurrenceState.UNDER_WAY)),
    st.one_of(st.none(), st.dates(date(2024, 12, 1), date(2025, 1, 20))),
    st.one_of(st.none(), st.dates(date(2024, 12, 1), date(2024, 12, 20))),
    st.tuples(PEOPLE, PEOPLE, PEOPLE, PEOPLE, PEOPLE),
)  # fmt: skip


def _after(because):
    """Return at how many working days somebody was brought in, as the ledger's reason says; 0 for the owner."""
    words = because.rpartition("told once ")[2].split()
    return int(words[0]) if "told once " in because else 0


@given(
    one=DUTIES,
    policy=POLICIES,
    calendar=st.sampled_from((CALENDAR, STORM)),
    start=st.dates(date(2024, 11, 20), date(2024, 12, 20)),
    away=st.sets(st.integers(0, 40), max_size=12),
)
@settings(max_examples=150, deadline=None)
def test_what_the_planner_says_the_auditor_expects_and_nothing_else(one, policy, calendar, start, away):
    ledger, seen = Ledger(policy, calendar), []
    for n in range(41):
        day = start + timedelta(days=n)
        if n in away or not calendar.is_working_day(day):
            continue
        before = len(ledger.log)
        ledger.tick([one], at(day))
        wanted = owed(one, policy, calendar, day)
        for read_on, said in ledger.log[before:]:
            entry = Entry(said.recipient, _after(said.because), said.reason.value, read_on)
            assert not is_extra(entry, seen, wanted), (entry, wanted)
            seen.append(entry)
        left = [one for one in missing(wanted, seen, day) if one.person is not None]  # with nobody to tell
        assert left == [], (day, seen)


@given(one=DUTIES, policy=POLICIES, day=st.dates(date(2024, 11, 25), date(2025, 1, 20)))
@settings(max_examples=150, deadline=None)
def test_what_was_not_said_is_missing(one, policy, day):
    day = CALENDAR.next_working_day(day)
    wanted = owed(one, policy, CALENDAR, day)
    assert missing(wanted, [], day) == wanted
    assert any(one.person for one in wanted) == bool(Ledger(policy).tick([one], at(day)))


def test_what_nobody_asked_for_and_what_comes_twice_is_extra():
    one = duty()
    wanted = owed(one, POLICY, CALENDAR, date(2024, 12, 13))
    said = Entry("focal", 0, "due_today", date(2024, 12, 13))
    assert not is_extra(said, [], wanted)
    assert is_extra(said, [said], wanted)
    assert is_extra(Entry("deputy", 5, "escalated", date(2024, 12, 13)), [], wanted)
    early = owed(one, POLICY, CALENDAR, date(2024, 11, 1))
    assert is_extra(Entry("focal", 0, "soon", date(2024, 11, 1)), [], early)


def test_what_is_written_at_night_is_read_the_next_working_day():
    friday, monday = date(2024, 12, 13), date(2024, 12, 16)
    assert read_day(at(friday), POLICY, CALENDAR) == friday
    assert read_day(at(friday, POLICY.window[1]), POLICY, CALENDAR) == monday


def test_it_shares_no_code_with_the_planner():
    tree = ast.parse(Path(auditor.__file__).read_text("utf-8"))
    used = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert used & {"domain.ladder", "domain.escalation", "domain.reminder", "domain.digest"} == set()
