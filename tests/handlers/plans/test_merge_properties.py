"""Whatever a plan becomes, and however often: who owes what is what it says now, and what was done stands."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.services import plans
from tests.handlers.plans import world
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
    apply,
    approved,
    changed,
    done,
    owed,
)

DEADLINES = (
    SOON,
    THEN,
    {"kind": "continuous"},
    {
        "kind": "recurring",
        "recurrence": {"freq": "quarterly", "day": 20, "month_of_period": 3, "op": "before"},
    },
    {"kind": "recurring", "recurrence": {"freq": "yearly", "dates": ["--12-15"], "op": "before"}},
)
UNITS = ([EDUCATION], [LABOUR], [EDUCATION, LABOUR], [])
some_rows = st.lists(
    st.tuples(
        st.sampled_from((SAFETY, CHECK, BOOK, EXAM)), st.sampled_from(DEADLINES), st.sampled_from(UNITS)
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda one: one[0]["id"],
)


def _rows(drawn, turned):
    """Return rows numbered in the order they come in, so that numbers change places."""
    found = [{**row, "deadline": deadline, "lead_units": units} for row, deadline, units in drawn]
    found = found[::-1] if turned else found
    return [{**row, "id": str(n)} for n, row in enumerate(found, 1)]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some_rows, st.lists(st.tuples(some_rows, st.booleans(), st.integers(0, 3)), min_size=1, max_size=3))
def test_what_is_owed_is_what_the_plan_says(first, later):
    with world.district() as place:
        base = approved(place, *_rows(first, turned=False))
        settled = {}
        for at, (rows, turned, which) in enumerate(later):
            mine = [one for one in owed(place, base) if one.unit_name == EDUCATION and one.state == "open"]
            for one in mine[which : which + 1]:
                done(place, one)
                settled[one.id] = (one.due_on, one.opens_on)
            draft = changed(place, *_rows(rows, turned))
            apply(place, draft, now=LATER + timedelta(days=20 * at))
            _check(place, base)
        for number, days in settled.items():
            found = place.uow.occurrences.get(number)
            assert (found.state, (found.due_on, found.opens_on)) == ("submitted", days)


def _check(place, base):
    plan = place.plan(base)
    _, laid = plans.laid_out(place.uow, plan)
    refs = {task.id: task.ref for task in place.uow.plans.tasks(plan.id)}
    holding = place.uow.plans.assignments_of(plan.id)
    assert {(refs[task], unit, role) for _, task, unit, role in holding} == {
        (one.ref, one.unit_id, one.role) for one in laid.assigned
    }
    standing = {assignment for assignment, *_ in holding}
    alive = [one for one in owed(place, base) if one.state in ("open", "returned", "under_way")]
    assert {one.assignment_id for one in alive} <= standing
    labels = [(one.assignment_id, one.label) for one in alive]
    assert len(set(labels)) == len(labels)
    owing = {one.assignment_id for one in owed(place, base) if one.state != "cancelled"}
    assert standing <= owing  # nobody is given a row without owing something for it
