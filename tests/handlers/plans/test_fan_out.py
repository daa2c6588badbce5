"""Fanning out, whatever a plan names: nobody outside a row's names, nobody twice, lead before partner."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import ConflictError
from handlers.services import plan_corrections, plans
from handlers.services.fan_out import Registry, fan_out, key_of, names_in, registry
from storage.records import Unit
from tests.handlers.plans import world
from tests.handlers.plans.world import task

OFFICES, COMMUNES = "các phòng, ban chuyên môn", "Ủy ban nhân dân các xã, thị trấn"
EVERYONE = "các đơn vị, địa phương"
OPEN, OTHER_OPEN, STRANGE = "các đơn vị có liên quan", "các hội có liên quan", "Trạm Khí tượng"
UNITS = (
    Unit(1, "DV-1", "Phòng Nội vụ", "office", None, (OFFICES,), False),
    Unit(2, "DV-2", "Phòng Tài chính - Kế hoạch", "office", None, (OFFICES,), False),
    Unit(3, "DV-3", "Ủy ban nhân dân xã Tân Lập", "commune", None, (COMMUNES,), False),
    Unit(4, "DV-4", "Ủy ban nhân dân xã An Phú", "commune", None, (COMMUNES,), False),
    Unit(5, "DV-5", "Bảo hiểm xã hội", "office", None, (), False),
)
MEMBERS = {OFFICES: {1, 2}, COMMUNES: {3, 4}, **{u.name: {u.id} for u in UNITS}}
NAMES = (*MEMBERS, EVERYONE, OPEN, OTHER_OPEN, STRANGE)


class _Units:
    def all(self):
        return UNITS

    def named(self, _name):
        return None


class _Uow:
    units = _Units()


def _known() -> Registry:
    return registry(_Uow())


_names = st.lists(st.sampled_from(NAMES), max_size=4)
_tasks = st.lists(st.tuples(st.sampled_from(["task", "report", "duty"]), _names, _names), max_size=6)
_choice = st.sampled_from(["everyone", "nobody", "later", "units"])
_decisions = st.dictionaries(
    st.sampled_from([OPEN, OTHER_OPEN, STRANGE]), st.tuples(_choice, st.sets(st.sampled_from([1, 3, 5])))
)


def _rows(drawn):
    return [
        task(str(at), kind=kind, lead_units=leads, coordinating_units=partners)
        for at, (kind, leads, partners) in enumerate(drawn)
    ]


def _laid(rows, decisions):
    decided = {phrase: choice for phrase, (choice, _) in decisions.items()}
    members = {phrase: sorted(ids) for phrase, (choice, ids) in decisions.items() if choice == "units"}
    return fan_out(rows, _known(), decided, members), decided, members


@given(_tasks, _decisions)
def test_every_unit_is_one_that_its_row_names(drawn, decisions):
    rows = _rows(drawn)
    laid, decided, members = _laid(rows, decisions)

    def named(names):
        return set().union(*(MEMBERS.get(n, set(members.get(n, ()))) for n in names))

    busy = [r for r in rows if r["kind"] == "task"]
    everyone = set().union(*(named([*r["lead_units"], *r["coordinating_units"]]) for r in busy))
    for one in laid.assigned:
        row = next(r for r in rows if r["id"] == one.ref)
        names = row["lead_units"] if one.role == "lead" else row["coordinating_units"]
        broad = any(n == EVERYONE or decided.get(n) == "everyone" for n in names)
        assert one.unit_id in named(names) | (everyone if broad else set())


@given(_tasks, _decisions)
def test_nobody_twice_and_lead_before_partner(drawn, decisions):
    rows = _rows(drawn)
    laid, _, members = _laid(rows, decisions)
    pairs = [(one.ref, one.unit_id) for one in laid.assigned]
    assert len(pairs) == len(set(pairs))
    roles = {(one.ref, one.unit_id): one.role for one in laid.assigned}
    for row in rows:
        for name in row["lead_units"]:
            for unit in MEMBERS.get(name, members.get(name, ())):
                assert roles[row["id"], unit] == "lead"


@given(_tasks)
def test_what_is_not_decided_is_told_and_gives_nothing(drawn):
    rows = _rows(drawn)
    laid, _, _ = _laid(rows, {})
    named = {key_of(n) for n in names_in(rows)}
    for phrase in (OPEN, OTHER_OPEN, STRANGE):
        assert (key_of(phrase) in named) == (key_of(phrase) in map(key_of, laid.undecided))


def test_spellings_of_one_phrase_are_asked_about_once():
    rows = [task("1", lead_units=["các đơn vị liên quan"]), task("2", lead_units=["các đơn vị có liên quan"])]
    assert fan_out(rows, _known(), {}, {}).undecided == ("các đơn vị liên quan",)
    laid = fan_out(rows, _known(), {"các đơn vị có liên quan": "units"}, {"các đơn vị có liên quan": [5]})
    assert [(one.ref, one.unit_id) for one in laid.assigned] == [("1", 5), ("2", 5)]


def test_everyone_of_a_plan_that_names_nobody_else_is_asked_about():
    rows = [task("1", lead_units=[EVERYONE])]
    assert fan_out(rows, _known(), {}, {}).undecided == (EVERYONE,)


def test_abbreviated_offices_are_the_same_offices():
    laid = fan_out([task("1", lead_units=["Phòng TC-KH", "UBND xã An Phú"])], _known(), {}, {})
    assert [one.unit_id for one in laid.assigned] == [2, 4]


_district_names = st.lists(
    st.sampled_from(
        [
            "Bảo hiểm xã hội",
            "Phòng Giáo dục và Đào tạo",
            "Ủy ban nhân dân các xã, thị trấn",
            "các phòng, ban chuyên môn thuộc huyện",
            EVERYONE,
            OPEN,
        ]
    ),
    max_size=3,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(st.sampled_from(["task", "report", "duty"]), _district_names, _district_names),
        min_size=1,
        max_size=4,
    )
)
def test_approving_again_changes_nothing(drawn):
    with world.district() as place:
        code = place.keep(world.reading(*_rows(drawn)))
        expected = plans.laid_out(place.uow, place.plan(code))[1].assigned
        plans.approve(place.uow, plans.Approve(code), place.by())
        before = place.units_of(code), place.uow.occurrences.count()
        assert len(before[0]) == len(expected)
        with pytest.raises(ConflictError, match="plan-approved-already"):
            plans.approve(place.uow, plans.Approve(code), place.by())
        late = plan_corrections.Decide(code, OPEN, "nobody")
        assert plan_corrections.decide(place.uow, late, place.by())["assignments"] == 0
        assert (place.units_of(code), place.uow.occurrences.count()) == before
