from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain import law
from domain.accident import (
    CaseFacts,
    CaseKind,
    Contract,
    Outcome,
    Place,
    Sector,
    Severity,
    VictimFacts,
)
from domain.errors import BadInputError
from domain.law.victims import VIETNAM
from domain.legal_clock import TELLING, changes, explain, warn_of_end

HAPPENED = datetime(2026, 11, 24, 8, 10, tzinfo=VIETNAM)
RANK = [Severity.LIGHT, Severity.UNKNOWN, Severity.SERIOUS, Severity.FATAL]

words = st.sampled_from(["gãy tay", "trầy da", "đau bụng", "bỏng độ 3", "nghi gãy chân", "không rõ", "0110"])
employers = st.sampled_from([None, "Công ty A", "Công ty B"])
victims = st.builds(
    VictimFacts,
    employer=employers,
    outcome=st.sampled_from([Outcome.DEAD, Outcome.MISSING, Outcome.ALIVE, Outcome.UNKNOWN]),
    injuries=st.lists(words, max_size=2).map(tuple),
    severity=st.sampled_from([None, *Severity]),
)
dead = st.builds(
    VictimFacts,
    employer=employers,
    outcome=st.just(Outcome.DEAD),
    died_at=st.none()
    | st.integers(0, 200).map(lambda h: datetime(2027, 4, 1, tzinfo=UTC) + timedelta(hours=h)),
)


@st.composite
def cases(draw):
    happened = draw(
        st.datetimes(datetime(2016, 1, 1), datetime(2027, 3, 31), timezones=st.just(VIETNAM))  # noqa: DTZ001 - zone follows
    )
    return CaseFacts(
        kind=draw(st.sampled_from(CaseKind)),
        happened_at=draw(st.sampled_from([happened, happened, None])),
        known_at=happened + timedelta(minutes=draw(st.integers(0, 60 * 24 * 40))),
        place=Place("Xã Tân Lập", None),
        contract=draw(st.sampled_from(Contract)),
        place_employer=draw(employers),
        victims=tuple(draw(st.lists(victims, max_size=4))),
        sector=draw(st.sampled_from(Sector)),
        voluntary_insurance=draw(st.sampled_from([True, False, None])),
        forensic=draw(st.sampled_from([True, False, None])),
    )


def changed(facts: CaseFacts, **fields) -> CaseFacts:
    return CaseFacts(**{name: getattr(facts, name) for name in CaseFacts.__slots__} | fields)


def told(facts: CaseFacts) -> set[tuple[str, str]]:
    return {(d.by, name) for d in explain(facts).duties if d.duty in TELLING for name in d.to}


@settings(deadline=None)
@given(cases())
def test_explaining_twice_gives_the_same(facts):
    assert explain(facts) == explain(facts)


@settings(deadline=None)
@given(cases())
def test_the_reporters_severity_never_lowers(facts):
    silent = tuple(
        VictimFacts(v.employer, v.died_at, v.outcome, v.injuries, severity=None) for v in facts.victims
    )
    heard, unheard = explain(facts), explain(changed(facts, victims=silent))
    assert RANK.index(heard.severity) >= RANK.index(unheard.severity)
    for one, other in zip(heard.victims, unheard.victims, strict=True):
        assert RANK.index(one.severity) >= RANK.index(other.severity)
    assert told(facts) >= told(changed(facts, victims=silent))


@settings(deadline=None)
@given(cases(), dead)
def test_a_death_more_never_removes_a_telling(facts, victim):
    # The owner of the place is not among what a death changes, so a case of nobody keeps its addressees.
    assert told(changed(facts, victims=(*facts.victims, victim))) >= told(facts)


@settings(deadline=None)
@given(cases())
def test_what_a_death_makes_of_one_victim_never_removes_a_telling(facts):
    for at, victim in enumerate(facts.victims):
        died = VictimFacts(victim.employer, None, Outcome.DEAD, victim.injuries, victim.severity)
        after = changed(facts, victims=(*facts.victims[:at], died, *facts.victims[at + 1 :]))
        assert told(after) >= told(facts)


@settings(deadline=None)
@given(cases(), st.lists(dead, max_size=2))
def test_no_due_day_lies_before_its_start(facts, deaths):
    for duty in explain(changed(facts, victims=(*facts.victims, *deaths))).duties:
        if duty.due is not None:
            assert duty.start is not None
            assert duty.due >= duty.start.astimezone(VIETNAM).date()
        if duty.duty in TELLING:
            assert duty.due is None


@settings(deadline=None)
@given(cases())
def test_what_is_sure_rests_on_known_facts(facts):
    explanation = explain(facts)
    if facts.contract is Contract.UNKNOWN:
        doubted = {"employer-declares", "family-declares", "commune-quick-report", "investigate-light"}
        assert all(d.certainty == "verify" for d in explanation.duties if d.rule in doubted)
    assert explanation.suggested


def one(**victim) -> CaseFacts:
    return CaseFacts(
        kind=CaseKind.ACCIDENT,
        happened_at=HAPPENED,
        known_at=HAPPENED + timedelta(minutes=10),
        contract=Contract.YES,
        place_employer="Công ty A",
        victims=(VictimFacts(employer="Công ty A", **victim),),
    )


@pytest.mark.parametrize(
    ("victim", "key"),
    [
        ({"outcome": Outcome.ALIVE, "died_at": HAPPENED}, "law-facts-died-but-alive"),
        ({"outcome": Outcome.MISSING, "died_at": HAPPENED}, "law-facts-died-but-missing"),
        (
            {"outcome": Outcome.DEAD, "died_at": HAPPENED - timedelta(minutes=1)},
            "law-facts-died-before-happened",
        ),
    ],
)
def test_contradictions_are_refused(victim, key):
    with pytest.raises(BadInputError) as refused:
        explain(one(**victim))
    assert refused.value.key == key


def test_nothing_is_known_before_it_happens():
    facts = changed(one(outcome=Outcome.DEAD), known_at=HAPPENED - timedelta(seconds=1))
    with pytest.raises(BadInputError) as refused:
        explain(facts)
    assert refused.value.key == "law-facts-known-before-happened"


def test_a_time_of_death_alone_is_a_death():
    assert explain(one(died_at=HAPPENED)).severity is Severity.FATAL


def test_the_way_of_death_names_its_article():
    later = explain(one(outcome=Outcome.DEAD, died_at=HAPPENED + timedelta(days=5)))
    assert later.victims[0].because[0].code == "điểm c khoản 1 Điều 9 NĐ 39/2016/NĐ-CP"
    same_day = explain(one(outcome=Outcome.DEAD, died_at=HAPPENED + timedelta(hours=2)))
    assert same_day.victims[0].because[0].code == "khoản 1 Điều 9 NĐ 39/2016/NĐ-CP"


def test_a_death_on_the_fifth_day_closes_one_clock_and_opens_another():
    before = explain(one(outcome=Outcome.ALIVE, injuries=("chấn thương sọ não",)))
    after = explain(one(outcome=Outcome.DEAD, died_at=HAPPENED + timedelta(days=5)))
    change = changes(before, after)
    assert [d.rule for d in change.ended] == ["investigate-single-serious", "base-team-sends-minutes"]
    assert [d.rule for d in change.begun] == [
        "employer-declares",
        "department-quick-report",
        "investigate-fatal",
        "provincial-team-sends-minutes",
    ]
    assert change.moved == ()
    assert changes(after, after) == changes(before, before)


def test_figures_are_due_on_the_last_safe_day():
    spring = changed(
        one(outcome=Outcome.DEAD),
        happened_at=datetime(2026, 6, 30, 9, tzinfo=VIETNAM),
        known_at=datetime(2026, 6, 30, 10, tzinfo=VIETNAM),
    )
    due = {d.rule: d.due for d in explain(spring).duties if d.duty == "report_figures"}
    assert due == {
        "employer-half-year-figures": date(2026, 7, 4),
        "employer-year-figures": date(2027, 1, 9),
        "department-half-year-figures": date(2026, 7, 14),
        "department-year-figures": date(2027, 1, 24),
    }
    autumn = {d.rule for d in explain(one(outcome=Outcome.DEAD)).duties if d.duty == "report_figures"}
    assert autumn == {"employer-year-figures", "department-year-figures"}


@pytest.mark.parametrize(
    ("today", "left", "key"),
    [
        (date(2026, 11, 30), None, None),
        (date(2026, 12, 1), 90, "law-pack-ends"),
        (date(2027, 2, 28), 1, "law-pack-ends"),
        (date(2027, 3, 1), 0, "law-pack-ended"),
        (date(2028, 1, 1), -306, "law-pack-ended"),
    ],
)
def test_the_end_of_a_pack_is_announced_ninety_days_before_and_never_forgotten(today, left, key):
    warning = warn_of_end(law.packs()[-1], today)
    assert (warning and warning.days_left, warning and warning.key) == (left, key)


def test_a_pack_with_a_follower_needs_no_warning():
    assert all(warn_of_end(pack, date(2027, 1, 1)) is None for pack in law.packs()[:-1])
