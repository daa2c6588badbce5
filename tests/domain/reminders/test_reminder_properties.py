from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from domain.calendar import LOCAL
from domain.escalation import Chain, recipients_at
from domain.occurrence import OPEN_STATES, OccurrenceState
from domain.policy import ReminderPolicy
from domain.reminder import Reason, deliver_at, due_reminders, next_evaluation
from tests.domain.reminders.world import CALENDAR, POLICY, Ledger, at, duty, read_on

START = date(2026, 11, 2)
DAYS = st.dates(START, START + timedelta(days=150))  # National culture day, New Year and Tết lie within
PERSON = st.none() | st.sampled_from(["a", "b", "c"])
CHAINS = st.builds(Chain, PERSON, PERSON, PERSON, PERSON, PERSON)
INSTANTS = st.datetimes(datetime(2026, 11, 1), datetime(2027, 4, 30)).map(lambda t: t.replace(tzinfo=UTC))  # noqa: DTZ001 - Hypothesis wants naive bounds
POLICIES = st.builds(
    ReminderPolicy,
    before=st.lists(st.integers(1, 20), max_size=4, unique=True).map(tuple),
    on_due_day=st.booleans(),
    overdue_first=st.integers(1, 4),
    overdue_every=st.integers(1, 6),
    overdue_stop_after=st.sampled_from([0, 0, 12]),
    overdue_slow_after=st.sampled_from([0, 1, 7, 15]),
    overdue_slow_every=st.sampled_from([0, 5, 10]),
    check_in_repeat=st.lists(st.integers(-12, 12), max_size=3, unique=True).map(tuple),
    deputy_after=st.integers(1, 5),
    head_after=st.integers(5, 10),
    coordinator_after=st.sampled_from([0, 10, 15]),
    leader_after=st.sampled_from([0, 20]),
    escalated_every=st.integers(0, 6),
    promise_quiets=st.booleans(),
)


@st.composite
def duties(draw, states=tuple(OccurrenceState)):
    dated = draw(st.booleans())
    opens = draw(DAYS)
    return duty(
        draw(DAYS) if dated else None,
        occurrence=draw(st.sampled_from("XYZ")),
        opens_on=opens,
        state=draw(st.sampled_from(states)),
        chain=draw(CHAINS),
        promised_on=draw(st.none() | DAYS),
        snoozed_until=draw(st.none() | DAYS),
        check_in=not dated,
        check_in_until=None if dated else draw(st.none() | DAYS),
    )


OPEN = tuple(sorted(OPEN_STATES))


@settings(deadline=None)  # a shared machine may pause
@given(
    st.lists(duties(), max_size=3, unique_by=lambda d: d.occurrence),
    POLICIES,
    st.lists(INSTANTS, max_size=25),
)
def test_any_set_of_ticks_sends_nothing_twice_and_once_a_day_at_most(owed, policy, instants):
    ledger = Ledger(policy)
    for now in instants:  # in any order: clocks jump back, too
        ledger.tick(owed, now)
        assert ledger.tick(owed, now) == []
    if instants == sorted(instants):
        day_of = [(day, r.occurrence, r.recipient) for day, r in ledger.log]
        assert len(set(day_of)) == len(day_of)


@settings(deadline=None)  # a shared machine may pause
@given(duties(), POLICIES, st.lists(INSTANTS, max_size=25).map(sorted))
def test_one_a_day_for_each_duty_and_person(owed, policy, instants):
    ledger = Ledger(policy)
    for now in instants:
        ledger.tick([owed], now)
    day_of = [(day, r.recipient) for day, r in ledger.log]
    assert len(set(day_of)) == len(day_of)
    for day, reminder in ledger.log:
        assert owed.state in OPEN_STATES
        assert not owed.undated or reminder.reason in {Reason.REPEAT, Reason.CATCH_UP}
        assert owed.snoozed_until is None or day >= owed.snoozed_until
        assert not owed.undated or owed.check_in_until is None or day <= owed.check_in_until
        if reminder.reason is not Reason.CATCH_UP:
            assert CALENDAR.is_working_day(day)


@settings(deadline=None)  # a shared machine may pause
@given(duties(OPEN), POLICIES, INSTANTS, st.integers(1, 60))
def test_nothing_new_before_the_next_evaluation(owed, policy, now, later):
    ledger = Ledger(policy)
    ledger.tick([owed], now)
    wake = next_evaluation(owed, policy, CALENDAR, now)
    if wake is not None:
        local = wake.astimezone(LOCAL)
        assert wake > now
        assert local.time() == policy.digest_at
        assert CALENDAR.is_working_day(local.date())
    then = now + timedelta(days=later)
    if wake is None or read_on(then) < wake.astimezone(LOCAL).date():
        assert ledger.tick([owed], then) == []


@settings(deadline=None)  # a shared machine may pause
@given(duties(OPEN), POLICIES)
def test_waking_only_when_told_sends_all_that_daily_ticks_send(owed, policy):
    every_day, on_wake = Ledger(policy), Ledger(policy)
    first, last = START - timedelta(days=3), START + timedelta(days=200)
    every_day.days([owed], first, last)
    now = at(first)
    while now is not None and now <= at(last):
        on_wake.tick([owed], now)
        now = next_evaluation(owed, policy, CALENDAR, now)
    assert on_wake.log == every_day.log


@settings(deadline=None)  # a shared machine may pause
@given(duties(OPEN), DAYS, DAYS)
def test_a_gap_yields_one_message_if_anything_was_due_in_it(owed, a, b):
    before, after = min(a, b), max(a, b)
    assume(before < after)
    steady, gapped = Ledger(), Ledger()
    for ledger in (steady, gapped):
        ledger.days([owed], START, before)
    known = len(steady.log)
    steady.days([owed], before + timedelta(days=1), after)
    gapped.tick([owed], at(after))
    missed = {r.recipient for day, r in steady.log[known:]}
    made_good = [r.recipient for _, r in gapped.log[known:]]
    assert len(made_good) == len(set(made_good))
    told = {step.person for step in recipients_at(owed.chain, 10_000, POLICY)}
    assert gapped.tick([owed], at(after)) == []
    if owed.check_in_until is None or read_on(at(after)) <= owed.check_in_until:
        assert missed == set(made_good) or hushed(owed, read_on(at(after)))
    assert set(made_good) <= told


def hushed(owed, day):
    """Whether a promise or a snooze silences that very day, so that what was missed waits."""
    return any(hush is not None and hush > day for hush in (owed.promised_on, owed.snoozed_until))


@settings(deadline=None)  # a shared machine may pause
@given(duties(OPEN), DAYS, st.sampled_from(sorted(set(OccurrenceState) - OPEN_STATES)))
def test_nothing_after_it_is_confirmed(owed, confirmed, state):
    ledger = Ledger().days([owed], START, confirmed)
    known = len(ledger.log)
    done = replace(owed, state=state)
    ledger.days([done], confirmed, START + timedelta(days=200))
    assert len(ledger.log) == known
    assert next_evaluation(done, POLICY, CALENDAR, at(confirmed)) is None


@settings(deadline=None)  # a shared machine may pause
@given(DAYS, CHAINS, st.none() | DAYS, st.sets(st.integers(0, 13)))
def test_deputies_know_after_five_and_heads_after_ten_working_days(due, chain, promised, silent):
    owed = duty(due, chain=chain, opens_on=START, state=OccurrenceState.UNDER_WAY, promised_on=promised)
    ledger = Ledger()
    day = due
    while CALENDAR.working_days_between(due, day) < 10:
        day += timedelta(days=1)
        overdue = CALENDAR.working_days_between(due, day)
        # Ticks may fail on any days but the two that count.
        if overdue in {5, 10} or overdue not in silent:
            ledger.tick([owed], at(day))
        told = {r.recipient for _, r in ledger.log}
        if overdue >= 5 and chain.deputy:
            assert chain.deputy in told
        if overdue >= 5 and not chain.deputy and chain.head:
            assert chain.head in told
        if overdue >= 10 and chain.head:
            assert chain.head in told
    somebody = {chain.focal, chain.deputy, chain.head, chain.coordinator, chain.leader} - {None}
    assert bool(told) is bool(somebody)


@settings(deadline=None)  # a shared machine may pause
@given(duties(OPEN), INSTANTS)
def test_only_the_day_of_reading_counts(owed, now):
    day = read_on(now)
    found = due_reminders([owed], set(), POLICY, CALENDAR, now)
    rest_before = CALENDAR.previous_working_day(day - timedelta(days=1))
    for then in (at(day, time(0)), at(day, time(18, 59)), at(rest_before, time(19))):
        assert due_reminders([owed], set(), POLICY, CALENDAR, then) == found


@settings(deadline=None)  # a shared machine may pause
@given(INSTANTS, st.booleans(), st.booleans())
def test_messages_leave_in_the_window_or_are_urgent(now, urgent, working_days_only):
    policy = replace(POLICY, working_days_only=working_days_only)
    leaves = deliver_at(now, policy, CALENDAR, urgent)
    assert leaves >= now
    if urgent:
        assert leaves == now
    else:
        here = leaves.astimezone(LOCAL)
        assert policy.window[0] <= here.time() < policy.window[1]
        assert not working_days_only or CALENDAR.is_working_day(here.date())
        assert deliver_at(leaves, policy, CALENDAR) == leaves


def test_a_far_duty_costs_no_look_into_the_ledger():
    class Untouchable:
        def __contains__(self, key):
            raise AssertionError(key)

    far = [duty(date(2027, 6, 1) + timedelta(days=n % 200), occurrence=str(n)) for n in range(300)]
    assert due_reminders(far, Untouchable(), POLICY, CALENDAR, at(START)) == []
