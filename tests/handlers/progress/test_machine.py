"""Whatever units and coordinators do in whatever order: rows and state agree, nothing is decided twice."""

from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from domain.errors import BaoAnError
from domain.occurrence import OPEN_STATES, OccurrenceState
from domain.progress import ProgressKind
from handlers.services import decisions, progress
from handlers.services.decisions import Decision
from tests.handlers.progress.world import DUE, World

CODE = "CV-26-LAPBC"


class Confirming(RuleBasedStateMachine):
    """One yearly report, two officers of its unit, one of another, two coordinators, one leader."""

    def __init__(self):
        super().__init__()
        self.world = World()
        self.decided = {}
        self.coordinator_acted = False
        self.before = "open"

    def teardown(self):
        self.world.close()

    def _do(self, who, service, command):
        self.before = self.world.record(CODE).state
        self.coordinator_acted = who in ("coordinator", "second")
        self.world.now += timedelta(minutes=1)
        with self.world.database.transaction() as uow:
            try:
                return service(uow, command, self.world.by(uow, who))
            except BaoAnError:
                return None

    @rule(
        who=st.sampled_from(["focal", "deputy", "son", "leader", "worker", "coordinator"]),
        kind=st.sampled_from(ProgressKind),
        percent=st.none() | st.integers(-5, 150),
        number=st.none() | st.just("1/BC"),
        note=st.none() | st.just("vì mưa"),
        wanted=st.none() | st.dates(date(2026, 11, 1), date(2028, 1, 1)),
    )
    def report(self, who, kind, percent, number, note, wanted):
        command = progress.Report(
            (CODE,), kind, percent=percent, document_no=number, note=note, wanted_on=wanted
        )
        rows = len(self.world.said(CODE))
        result = self._do(who, progress.report, command)
        kept = bool(result and result["kept"])
        assert len(self.world.said(CODE)) == rows + kept
        if kept:
            assert who in ("focal", "deputy")
            assert self.before in OPEN_STATES

    @precondition(lambda self: self.world.said(CODE))
    @rule(
        who=st.sampled_from(["coordinator", "second", "coordinator", "focal", "leader"]),
        which=st.integers(0, 30),
        decision=st.sampled_from(Decision),
        note=st.none() | st.just("thiếu phụ lục"),
    )
    def decide(self, who, which, decision, note):
        said = self.world.said(CODE)
        chosen = said[-1 - which % len(said)]
        result = self._do(who, decisions.decide, decisions.Decide(chosen.id, decision, note))
        if result and result["decided"]:
            assert who in ("coordinator", "second")
            assert chosen.decision is None

    @invariant()
    def state_and_rows_agree(self):
        record, said = self.world.record(CODE), self.world.said(CODE)
        done = [p for p in said if p.kind == "done"]
        waiting = [p for p in done if p.decision is None]
        assert (record.state == "submitted") == (len(waiting) == 1)
        assert len(waiting) <= 1
        assert (record.state == "accepted") == any(p.decision == "accepted" for p in done)
        if record.state in ("under_way", "difficulty"):
            last = [p for p in said if p.kind in ("done", "under_way", "difficulty")][-1]
            assert last.kind == record.state
        assert len([p for p in said if p.kind == "more_time" and p.decision is None]) <= (
            record.state in OPEN_STATES
        )
        granted = [p.wanted_on for p in said if p.decision == "granted"]
        assert record.due_on == max([DUE, *granted])

    @invariant()
    def nothing_is_decided_twice(self):
        for p in self.world.said(CODE):
            if p.id in self.decided:
                assert self.decided[p.id] == (p.decision, p.decided_by, p.decided_at)
            elif p.decision is not None:
                self.decided[p.id] = (p.decision, p.decided_by, p.decided_at)

    @invariant()
    def only_a_coordinator_moves_what_was_submitted(self):
        state = self.world.record(CODE).state
        if self.before == "accepted":
            assert state == "accepted"
        if self.before == "submitted" and state != "submitted":
            assert self.coordinator_acted

    @invariant()
    def reminders_look_at_what_is_owed_and_at_nothing_else(self):
        state = OccurrenceState(self.world.record(CODE).state)
        assert self.world.wants_reminder(CODE) == (state in OPEN_STATES)


TestConfirming = Confirming.TestCase
TestConfirming.settings = settings(max_examples=20, stateful_step_count=15, deadline=None)
