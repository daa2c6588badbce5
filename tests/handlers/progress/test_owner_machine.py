"""Whatever units, receivers, coordinators and leaders do in whatever order: no duty is lost or without an owner."""

from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from domain.errors import BaoAnError
from domain.occurrence import OPEN_STATES, OccurrenceState
from domain.progress import ProgressKind
from handlers.services import decisions, forwarding, handovers, progress
from handlers.services.decisions import Decision
from handlers.services.progress_report import Report
from tests.handlers.progress.world import World

CODES = ("CV-26-LAPBC", "CV-26-SONBC", "CV-26-LAPQ3", "CV-26-LAPQ4")
OFFICERS = {"focal": "lap", "deputy": "lap", "son": "son", "health": "health"}
EVERYBODY = (*OFFICERS, "coordinator", "leader", "worker")


class Handing(RuleBasedStateMachine):
    """Two communes and an office; a yearly report of each commune, two quarters of one of them."""

    def __init__(self):
        super().__init__()
        self.world = World()
        with self.world.database.transaction() as uow:
            self.world.units["health"] = uow.units.add(
                code="DV-9", name="Sở Y tế", kind="office", parent_id=None
            )
            self.world._person(uow, "health", self.world.units["health"], "focal")
        self.world.add_check_in(code="CV-26-LAPQ3", label="2026-Q3")
        self.world.add_check_in(code="CV-26-LAPQ4", label="2026-Q4")
        records = [self.world.record(code) for code in CODES]
        self.owed = {(r.task_id, r.label) for r in records}
        self.due = {r.code: r.due_on for r in records}
        self.settled = {}

    def teardown(self):
        self.world.close()

    def _do(self, who, service, command):
        self.world.now += timedelta(minutes=1)
        with self.world.database.transaction() as uow:
            try:
                return service(uow, command, self.world.by(uow, who))
            except BaoAnError:
                return None

    def _said(self):
        return [p for code in CODES for p in self.world.said(code)]

    @rule(
        who=st.sampled_from(EVERYBODY),
        code=st.sampled_from(CODES),
        kind=st.sampled_from([*ProgressKind, ProgressKind.NOT_OURS, ProgressKind.NOT_OURS]),
        receiver=st.none() | st.sampled_from(["lap", "son", "health"]),
        wanted=st.dates(date(2026, 11, 20), date(2027, 3, 1)),
    )
    def report(self, who, code, kind, receiver, wanted):
        before = self.world.record(code)
        unit = None if receiver is None else self.world.units[receiver]
        command = Report((code,), kind, document_no="1/BC", note="vì mưa", wanted_on=wanted, receiver=unit)
        result = self._do(who, progress.report, command)
        if result and result["kept"]:
            assert self.world.units[OFFICERS[who]] == before.unit_id
            assert OccurrenceState(before.state) in OPEN_STATES
        if kind is not ProgressKind.DONE:
            assert self.world.record(code).unit_id == before.unit_id

    @precondition(lambda self: self._said())
    @rule(
        who=st.sampled_from(["coordinator", "coordinator", "second", "leader", "focal", "health"]),
        which=st.integers(0, 60),
        decision=st.sampled_from([*Decision, Decision.HANDED_OVER, Decision.HANDED_OVER]),
        unit=st.none() | st.sampled_from(["lap", "son", "health"]),
    )
    def decide(self, who, which, decision, unit):
        said = self._said()[-1 - which % len(self._said())]
        unit_id = None if unit is None else self.world.units[unit]
        result = self._do(who, decisions.decide, decisions.Decide(said.id, decision, "vì", unit_id))
        if result and result["decided"]:
            assert who in ("coordinator", "second") or (who == "leader" and said.forwarded_at is not None)
            assert said.decision is None

    @precondition(lambda self: self._said())
    @rule(who=st.sampled_from(EVERYBODY), which=st.integers(0, 60), takes=st.booleans())
    def receive(self, who, which, takes):
        said = self._said()[-1 - which % len(self._said())]
        result = self._do(who, handovers.receive, handovers.Receive(said.id, takes, "không"))
        if result and result["settled"]:
            assert self.world.units[OFFICERS[who]] == said.receiver_id

    @precondition(lambda self: self._said())
    @rule(who=st.sampled_from(EVERYBODY), which=st.integers(0, 60))
    def forward(self, who, which):
        said = self._said()[-1 - which % len(self._said())]
        if self._do(who, forwarding.forward, forwarding.Forward(said.id)):
            assert who == "coordinator"

    @invariant()
    def nothing_that_was_owed_is_lost(self):
        alive = [r for code in CODES if (r := self.world.record(code)).state != "cancelled"]
        assert self.owed <= {(r.task_id, r.label) for r in alive}
        assert len({(r.task_id, r.label, r.unit_id) for r in alive}) == len(alive)

    @invariant()
    def whoever_has_it_finds_it_among_their_own_and_is_reminded(self):
        with self.world.database.transaction() as uow:
            today = self.world.now.date()
            for code in CODES:
                record = uow.occurrences.by_code(code)
                is_open = OccurrenceState(record.state) in OPEN_STATES
                theirs = {r.code for r in uow.occurrences.of_units([record.unit_id], OPEN_STATES, today)}
                assert not is_open or code in theirs or record.check_in_until < today
                assert (code in {r.code for r in uow.occurrences.wanting_reminder(self.world.now)}) == is_open

    @invariant()
    def what_was_accepted_stays_and_a_due_day_only_moves_by_a_decision(self):
        for code in CODES:
            record, said = self.world.record(code), self.world.said(code)
            assert (
                self.settled.setdefault(code, record.unit_id) == record.unit_id or record.state != "accepted"
            )
            if record.state != "accepted":
                del self.settled[code]
            granted = [p.wanted_on for p in said if p.decision == "granted"]
            assert record.due_on == (max([self.due[code], *granted]) if self.due[code] else None)


TestHanding = Handing.TestCase
TestHanding.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
