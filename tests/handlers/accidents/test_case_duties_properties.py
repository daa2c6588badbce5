"""Any sequence of changes to a case leaves exactly the duties the law asks for on the facts as they stand."""

from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import event

from domain.accident import CaseClass
from domain.case_clocks import Pace, duty_from_json, duty_to_json
from domain.legal_clock import explain
from domain.occurrence import OPEN_STATES
from handlers.services import accidents, case_class, case_duties, case_duty_done, case_facts, reminders
from storage.tables import audit, ledger, occurrences, outbox
from storage.tables import case_duties as case_duty_rows
from tests.handlers.accidents.conftest import make_world
from tests.handlers.accidents.test_case_duties import AT, acting

DATES = ("2024-05-10T08:00:00+07:00", "2025-06-30T23:30:00+07:00", "2026-11-24T08:00:00+07:00")
INJURIES = (None, "gãy tay", "trầy da", "đau bụng")
TABLES = (case_duty_rows, occurrences, ledger, outbox, audit)

people = st.tuples(st.integers(0, 3), st.integers(0, 2)).map(
    lambda n: {"total": n[0] + n[1], "dead": n[1], "injured": n[0]}
)
changes = st.one_of(
    st.fixed_dictionaries({"people": people}),
    st.fixed_dictionaries({"injury_1": st.sampled_from(INJURIES)}),
    st.fixed_dictionaries({"injury_2": st.sampled_from(INJURIES)}),
    st.fixed_dictionaries({"contract": st.sampled_from(["yes", "no", "unknown"])}),
    st.fixed_dictionaries({"workplace": st.sampled_from([None, "Công ty TNHH Cầu 5", "Công ty lạ"])}),
    st.fixed_dictionaries(
        {"happened": st.sampled_from(DATES).map(lambda at: {"type": "datetime", "value": at})}
    ),
    st.fixed_dictionaries({"place": st.sampled_from([None, "Tân Lập", "Tân Hòa"])}),
)


class KilledError(Exception):
    """The program dies here."""


class Case(RuleBasedStateMachine):
    """Facts come, are corrected, are confirmed and done, the program is killed; the clocks follow."""

    def __init__(self):
        super().__init__()
        self.world = make_world()
        firm = self.world.uow.units.add(code="DN", name="Công ty TNHH Cầu 5", kind="office", parent_id=None)
        self.world.units["firm"] = firm
        self.world.add("safety", ("employer", "firm"))
        self.world.add("reporter")
        self.ever = {}

    def teardown(self):
        self.world.close()

    @initialize(first=changes)
    def report(self, first):
        by = acting(self.world, "reporter")
        command = accidents.OpenCase("accident", self._values(first))
        self.code = accidents.open_case(self.world.uow, command, by)["code"]

    def _values(self, change):
        if "place" not in change:
            return change
        name = change["place"]
        return {"place": None if name is None else {"unit": self.world.units[name], "name": f"xã {name}"}}

    @property
    def case(self):
        return self.world.uow.accidents.by_code(self.code)

    def _running(self):
        return self.world.uow.case_duties.running(self.case.id)

    def _rows(self):
        return [self.world.rows_of(table) for table in TABLES]

    @rule(change=changes)
    def correct(self, change):
        self.world.later(minutes=7)
        command = accidents.RecordFacts(self.code, self._values(change))
        accidents.record_facts(self.world.uow, command, acting(self.world, "reporter"))

    @rule(change=changes, after=st.integers(1, 90))
    def killed_in_the_middle(self, change, after):
        before = self._rows()
        with pytest.raises(KilledError):
            self._record_and_die(change, after)
        assert self._rows() == before

    def _record_and_die(self, change, after):
        """Keep new facts, and die at a statement to the database, at the latest once all is written."""
        left = [after]

        def die(*_args):
            left[0] -= 1
            if left[0] == 0:
                raise KilledError

        connection = self.world.uow._connection
        command = accidents.RecordFacts(self.code, self._values(change))
        with connection.begin_nested():
            event.listen(connection, "before_cursor_execute", die)
            try:
                accidents.record_facts(self.world.uow, command, acting(self.world, "reporter"))
                raise KilledError
            finally:
                event.remove(connection, "before_cursor_execute", die)

    @rule()
    def followed_again(self):
        before = self._rows()
        case_duties.follow(self.world.uow, self.case.id, self.world.now)
        case_duties.tick(self.world.uow, self.world.around, self.world.now)
        assert self._rows() == before

    @rule(kind=st.sampled_from(case_class.CHOICES))
    def confirm(self, kind):
        facts = self.world.uow.accidents.facts(self.case.id)
        suggested = case_facts.suggested_class(facts, self.case.kind, self.case.created_at)
        command = case_class.ConfirmClass(self.code, CaseClass(kind), suggested, "lý do")
        case_class.confirm(self.world.uow, command, acting(self.world, "coordinator"))

    @precondition(lambda self: self.case.acknowledged_at is None)
    @rule()
    def take(self):
        self.world.tap("coordinator", f"case:take:{self.code}")

    @rule(which=st.integers(0, 20))
    def say_done(self, which):
        rows = [row for row in self._running() if row.occurrence_id is not None and row.done_at is None]
        if not rows:
            return
        code = self.world.uow.occurrences.get(rows[which % len(rows)].occurrence_id).code
        command = case_duty_done.RecordDone(code, AT)
        case_duty_done.record_done(self.world.uow, command, acting(self.world, "coordinator"))

    @rule(days=st.integers(0, 12))
    def time_goes_by(self, days):
        self.world.now += timedelta(days=days, minutes=31)
        reminders.tick(self.world.uow, self.world.around, self.world.now)

    @invariant()
    def exactly_what_the_law_asks_is_owed(self):
        if not hasattr(self, "code"):
            return
        case = self.case
        facts = self.world.uow.accidents.facts(case.id)
        law = case_facts.as_law_sees(facts, case.kind, case.created_at)
        derived = explain(law)
        confirmed = case_facts.confirmed_class(facts, derived)
        asked = explain(law, confirmed=confirmed) if confirmed else derived
        mine = sorted((row.law for row in self._running()), key=str)
        assert mine == sorted(map(duty_to_json, asked.duties), key=str)

    @invariant()
    def nothing_is_lost_and_what_is_closed_says_why(self):
        if not hasattr(self, "code"):
            return
        rows = {row.id: row for row in self.world.uow.case_duties.of_case(self.case.id)}
        assert set(self.ever) <= set(rows)
        for number, row in rows.items():
            before = self.ever.get(number)
            if before is not None:
                assert (before.rule, before.since) == (row.rule, row.since)
                assert before.occurrence_id in (None, row.occurrence_id)
                assert before.done is None or row.done == before.done
                assert before.ended_at in (None, row.ended_at)
            assert (row.ended_at is None) == (row.ended_why is None)
            if row.occurrence_id is None:
                assert row.pace == Pace.SILENT
                continue
            occurrence = self.world.uow.occurrences.get(row.occurrence_id)
            if row.ended_at is not None:
                assert row.ended_why == "superseded"
                assert occurrence.state not in OPEN_STATES
            else:
                assert (occurrence.state in OPEN_STATES) == (row.done is None)
                assert occurrence.due_on == duty_from_json(row.law).due
                assert occurrence.unit_id == row.unit_id
            assert (self._next_at(occurrence.id) is None) == (occurrence.state not in OPEN_STATES)
        self.ever = rows

    def _next_at(self, occurrence_id):
        return next(row["next_at"] for row in self.world.rows_of(occurrences) if row["id"] == occurrence_id)


TestCase = Case.TestCase
TestCase.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
