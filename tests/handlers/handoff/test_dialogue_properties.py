"""Whatever people and officers do: no word of a dialogue is lost, and none reaches a third person."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from messages.envelope import InboundKind
from tests.handlers.accidents.conftest import make_world
from tests.handlers.handoff.conftest import Desk

PEOPLE = ("worker", "relative")
OFFICERS = ("focal", "deputy", "head", "coordinator")
MARK = "từ số {} hết"


class Talks(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.desk = Desk(make_world())
        self.said = {}  # text -> (dialogue, side)

    def teardown(self):
        self.desk.world.close()

    def live(self, name):
        known = self.desk.uow.people.at(self.desk.address(name))
        return self.desk.uow.dialogues.live_of(known.person_id) if known else None

    @rule(name=st.sampled_from(PEOPLE))
    def reports(self, name):
        if self.live(name) is None:
            self.desk.say(name, "2 người bị thương ở xã Tân Lập, gọi 0912345678")
            self.desk.say(name, "Đồng ý")

    @rule(name=st.sampled_from(PEOPLE))
    def asks(self, name):
        self.desk.say(name, "gặp người trực")

    @rule(name=st.sampled_from(OFFICERS), which=st.integers(0, 5))
    def takes(self, name, which):
        talks = self.desk.uow.dialogues.called_and_waiting(self.desk.people[name])
        if talks:
            self.desk.tap(name, f"handoff:take:{talks[which % len(talks)]}")

    @rule(name=st.sampled_from(OFFICERS), which=st.integers(1, 8))
    def takes_anything(self, name, which):
        self.desk.tap(name, f"handoff:take:{which}")

    @rule(name=st.sampled_from(OFFICERS))
    def passes_on(self, name):
        talks = self.desk.uow.dialogues.called_and_waiting(self.desk.people[name])
        if talks:
            self.desk.tap(name, f"handoff:pass:{talks[0]}")

    @rule(name=st.sampled_from(PEOPLE + OFFICERS))
    def says(self, name):
        talk = self.live(name)
        if talk is None:
            return
        person = self.desk.uow.people.at(self.desk.address(name)).person_id
        text = MARK.format(len(self.said))
        first = talk.state == "asked" and not self.desk.uow.dialogues.words(talk.id)
        shown = self.desk.say(name, text)
        self.said[text] = (talk.id, talk.side_of(person))
        assert len(shown) == first  # "kept" once while nobody is there, else silence

    @rule(name=st.sampled_from(PEOPLE + OFFICERS))
    def sends_a_place(self, name):
        if self.live(name) is not None:
            self.desk.send(name, InboundKind.LOCATION, location=(21.5, 105.5))

    @rule(name=st.sampled_from(PEOPLE + OFFICERS))
    def ends(self, name):
        if self.live(name) is not None:
            self.desk.say(name, "kết thúc")

    @rule(minutes=st.sampled_from((1, 3, 6, 31)))
    def time_passes(self, minutes):
        self.desk.wait(minutes=minutes)

    @invariant()
    def every_word_is_kept_once_and_goes_to_the_other_side_only(self):
        uow = self.desk.uow
        names = {
            uow.people.at(self.desk.address(name)).person_id: name
            for name in PEOPLE + OFFICERS
            if uow.people.at(self.desk.address(name))
        }
        rows = [row for row in self.desk.rows() if any(text in row.text for text in self.said)]
        for text, (number, side) in self.said.items():
            talk = uow.dialogues.get(number)
            kept = [w for w in uow.dialogues.words(number) if w.text == text]
            carried = [row for row in rows if row.text.endswith(f": {text}")]
            reader = talk.taken_by if side == "person" else talk.person_id
            assert {row.person for row in carried} <= {names.get(reader)}
            if talk.taken_by is not None:
                assert len(carried) == 1, (text, talk)
            if talk.accident_id is not None:
                assert len(kept) == 1
            elif talk.taken_by is None and talk.state in ("asked", "lapsed"):
                assert len(kept) == 1 or talk.next_check_at is None
        assert all(row.lane == "conversation" for row in rows)

    @invariant()
    def nobody_is_in_two(self):
        talks = [t for name in PEOPLE + OFFICERS if (t := self.live(name)) is not None and t.state == "open"]
        for number in {t.id for t in talks}:
            assert sum(t.id == number for t in talks) == 2


TestTalks = Talks.TestCase
TestTalks.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
