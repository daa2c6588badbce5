"""Clocks laid over new facts: what goes on, what ends, what begins."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.accident import CaseClass, CaseFacts, CaseKind, Contract, Outcome, Severity, VictimFacts
from domain.case_clocks import Clock, Pace, duty_from_json, duty_to_json, pace_of, period_of, reconcile
from domain.legal_clock import Certainty, explain

KNOWN = datetime(2026, 11, 24, 1, 20, tzinfo=UTC)
HURT = VictimFacts(outcome=Outcome.ALIVE, injuries=("gãy xương đòn",))
DEAD = VictimFacts(outcome=Outcome.DEAD)


def facts(*victims, **changed):
    known = {"kind": CaseKind.ACCIDENT, "happened_at": KNOWN - timedelta(minutes=10), "known_at": KNOWN}
    known |= {"contract": Contract.YES, "place_employer": "Công ty A", "forensic": False}
    return CaseFacts(**known | {"victims": victims} | changed)


def clocks(found):
    return [Clock(number, duty) for number, duty in enumerate(found.duties)]


def rules(duties):
    return {duty.rule for duty in duties}


def duty(found, rule):
    return next(one for one in found.duties if one.rule == rule)


def test_a_death_ends_the_clocks_of_the_lesser_class_and_begins_its_own():
    before, after = explain(facts(HURT)), explain(facts(DEAD))
    laid = reconcile(clocks(before), after.duties)
    assert rules(clock.duty for clock in laid.ended) == {
        "investigate-single-serious",
        "base-team-sends-minutes",
    }
    assert rules(laid.begun) == {
        "employer-declares",
        "department-quick-report",
        "investigate-fatal",
        "provincial-team-sends-minutes",
    }
    assert "employer-preserves-scene" in rules(clock.duty for clock, _ in laid.kept)


def test_another_addressee_is_another_clock():
    two = explain(facts(HURT, HURT))
    laid = reconcile(clocks(two), explain(facts(HURT, HURT, DEAD)).duties)
    assert "employer-declares" in rules(clock.duty for clock in laid.ended)
    assert duty(explain(facts(HURT, HURT, DEAD)), "employer-declares") in laid.begun


def test_a_clock_that_is_only_surer_goes_on():
    doubtful = explain(facts(VictimFacts(outcome=Outcome.ALIVE, injuries=("nghi gãy xương sườn",))))
    sure = explain(facts(HURT))
    laid = reconcile(clocks(doubtful), sure.duties)
    kept = {new.rule: (clock.duty.certainty, new.certainty) for clock, new in laid.kept}
    assert kept["investigate-single-serious"] == (Certainty.VERIFY, Certainty.SURE)
    assert laid.ended == ()


def test_an_hour_corrected_moves_no_clock_but_a_day_does():
    before = explain(facts(DEAD))
    an_hour = explain(facts(DEAD, happened_at=KNOWN - timedelta(hours=1)))
    assert reconcile(clocks(before), an_hour.duties).ended == ()
    earlier = explain(facts(DEAD, happened_at=datetime(2025, 6, 30, 1, tzinfo=UTC)))
    assert "employer-declares" in rules(c.duty for c in reconcile(clocks(before), earlier.duties).ended)


def test_the_minutes_begin_with_the_meeting_and_are_the_same_clock():
    before = explain(facts(DEAD))
    after = explain(facts(DEAD, announced_at=datetime(2026, 12, 18, 2, tzinfo=UTC)))
    laid = reconcile(clocks(before), after.duties)
    assert (laid.ended, laid.begun) == ((), ())
    assert duty(after, "provincial-team-sends-minutes").due == date(2026, 12, 23)
    assert pace_of(duty(before, "provincial-team-sends-minutes")) is Pace.SILENT
    assert pace_of(duty(after, "provincial-team-sends-minutes")) is Pace.DATED


def test_the_meeting_taken_back_is_another_clock():
    after = explain(facts(DEAD, announced_at=datetime(2026, 12, 18, 2, tzinfo=UTC)))
    laid = reconcile(clocks(after), explain(facts(DEAD)).duties)
    assert rules(clock.duty for clock in laid.ended) == {"provincial-team-sends-minutes"}
    assert rules(laid.begun) == {"provincial-team-sends-minutes"}


@pytest.mark.parametrize(
    ("rule", "pace", "period"),
    [
        ("investigate-fatal", Pace.DATED, None),
        ("employer-declares", Pace.AT_ONCE, None),
        ("employer-first-aid", Pace.SILENT, None),
        ("tell-person-in-charge", Pace.SILENT, None),
        ("department-year-figures", Pace.DATED, "2026"),
    ],
)
def test_how_a_duty_is_reminded_of(rule, pace, period):
    found = duty(explain(facts(DEAD)), rule)
    assert (pace_of(found), period_of(found)) == (pace, period)


def test_a_record_without_a_time_is_asked_about_and_figures_of_a_half_year_have_its_name():
    spring = datetime(2026, 3, 2, 3, tzinfo=UTC)
    found = explain(facts(HURT, contract=Contract.NO, happened_at=spring, known_at=spring))
    assert pace_of(duty(found, "commune-records")) is Pace.AT_ONCE
    assert period_of(duty(found, "commune-half-year-figures")) == "2026-H1"


def test_a_confirmed_class_takes_the_place_of_the_derived_one_and_of_its_doubts():
    unknown = facts(VictimFacts(outcome=Outcome.ALIVE))
    derived, confirmed = explain(unknown), explain(unknown, confirmed=CaseClass.LIGHT)
    assert (derived.suggested, confirmed.suggested) == (True, False)
    assert (confirmed.case_class, confirmed.severity) == (CaseClass.LIGHT, Severity.LIGHT)
    assert "investigate-light" in rules(confirmed.duties)
    assert "employer-declares" not in rules(confirmed.duties)
    assert duty(confirmed, "investigate-light").certainty is Certainty.SURE


victim = st.builds(
    VictimFacts,
    outcome=st.sampled_from(Outcome),
    injuries=st.sampled_from([(), ("gãy tay",), ("trầy da",), ("đau bụng",)]),
    employer=st.sampled_from([None, "Công ty A", "Công ty B"]),
)
any_facts = st.builds(
    CaseFacts,
    kind=st.sampled_from(CaseKind),
    happened_at=st.sampled_from([None, KNOWN, KNOWN - timedelta(days=600)]),
    known_at=st.just(KNOWN),
    contract=st.sampled_from(Contract),
    place_employer=st.sampled_from([None, "Công ty A"]),
    victims=st.lists(victim, max_size=3).map(tuple),
    voluntary_insurance=st.sampled_from([None, True, False]),
    forensic=st.sampled_from([None, True, False]),
    announced_at=st.sampled_from([None, KNOWN + timedelta(days=9)]),
)


@given(any_facts, any_facts)
def test_what_goes_on_and_what_begins_is_exactly_what_the_law_asks(one, other):
    before, after = explain(one), explain(other)
    running = clocks(before)
    laid = reconcile(running, after.duties)
    assert sorted(
        [new.rule + new.duty for _, new in laid.kept] + [d.rule + d.duty for d in laid.begun]
    ) == sorted(d.rule + d.duty for d in after.duties)
    ids = [clock.id for clock in laid.ended] + [clock.id for clock, _ in laid.kept]
    assert sorted(ids) == [clock.id for clock in running]


@given(any_facts)
def test_the_same_facts_change_nothing_and_the_plain_form_comes_back(one):
    found = explain(one)
    kept = [Clock(c.id, duty_from_json(json.loads(json.dumps(duty_to_json(c.duty))))) for c in clocks(found)]
    assert [clock.duty for clock in kept] == list(found.duties)
    laid = reconcile(kept, found.duties)
    assert (laid.ended, laid.begun) == ((), ())
    assert all(clock.duty == new for clock, new in laid.kept)


def test_the_same_duty_in_other_words_is_not_the_same():
    found = duty(explain(facts(DEAD)), "employer-declares")
    laid = reconcile([Clock(1, found)], [replace(found, form="Mẫu khác")])
    assert [clock.id for clock in laid.ended] == [1]
    assert len(laid.begun) == 1
