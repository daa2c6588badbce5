"""Whatever people and officers do: no word of a dialogue is lost, and none reaches a third person."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from messages.envelope import InboundKind
from tests.handlers.accidents.conftest import make_world
from tests.handlers.handoff.conftest import Desk

PEOPLE = ("worker", "relative")
OFFICERS = ("focal", "deputy", "head", "coordinator")
MARK = "từ số {} hết"
ANY = st.integers(0, 1000)


class Talks(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.desk = Desk(make_world())
        self.said = {}  # text -> (dialogue, side)

    def teardown(self):
        self.desk.world.close()

    @initialize(reports=st.booleans(), first=st.sampled_from((0, 1, 2)))
    def two_people_ask(self, reports, first):
        for name in PEOPLE:
            if reports or name == "worker":
                self.desk.say(name, "2 người bị thương ở xã Tân Lập, gọi 0912345678")
                self.desk.say(name, "Đồng ý")
        for name in PEOPLE[:first]:
            self.desk.say(name, "gặp người trực")

    # Who could do what now

    def person(self, name):
        known = self.desk.uow.people.at(self.desk.address(name))
        return known.person_id if known else None

    def live(self, name):
        person = self.person(name)
        return self.desk.uow.dialogues.live_of(person) if person is not None else None

    def free(self):
        return [name for name in PEOPLE if self.live(name) is None]

    def talking(self):
        return [name for name in PEOPLE + OFFICERS if self.live(name) is not None]

    def calls(self):
        waiting = self.desk.uow.dialogues.called_and_waiting
        return [(name, talk) for name in OFFICERS for talk in waiting(self.desk.people[name])]

    # What they do

    @precondition(lambda self: self.free())
    @rule(which=ANY)
    def asks(self, which):
        free = self.free()
        self.desk.say(free[which % len(free)], "gặp người trực")

    @precondition(lambda self: self.calls())
    @rule(which=ANY)
    def takes(self, which):
        calls = self.calls()
        name, talk = calls[which % len(calls)]
        self.desk.tap(name, f"handoff:take:{talk}")

    @rule(name=st.sampled_from(OFFICERS), which=st.integers(1, 6))
    def takes_anything(self, name, which):
        self.desk.tap(name, f"handoff:take:{which}")

    @precondition(lambda self: self.calls())
    @rule(which=ANY)
    def passes_on(self, which):
        calls = self.calls()
        name, talk = calls[which % len(calls)]
        self.desk.tap(name, f"handoff:pass:{talk}")

    @precondition(lambda self: self.talking())
    @rule(which=ANY, words=st.integers(1, 3))
    def says(self, which, words):
        talking = self.talking()
        name = talking[which % len(talking)]
        for _ in range(words):
            talk = self.live(name)
            text = MARK.format(len(self.said))
            first = talk.state == "asked" and not self.desk.uow.dialogues.words(talk.id)
            shown = self.desk.say(name, text)
            self.said[text] = (talk.id, talk.side_of(self.person(name)))
            assert len(shown) == first  # "kept" once while nobody is there, else silence

    @precondition(lambda self: self.talking())
    @rule(which=ANY)
    def sends_a_place(self, which):
        talking = self.talking()
        self.desk.send(talking[which % len(talking)], InboundKind.LOCATION, location=(21.5, 105.5))

    @precondition(lambda self: len(self.talking()) > 2)
    @rule(which=ANY)
    def ends(self, which):
        talking = self.talking()
        self.desk.say(talking[which % len(talking)], "kết thúc")

    @rule(minutes=st.sampled_from((1, 1, 3, 31)))
    def time_passes(self, minutes):
        self.desk.wait(minutes=minutes)

    # What must hold

    @invariant()
    def every_word_is_kept_once_and_goes_to_the_other_side_only(self):
        uow = self.desk.uow
        names = {self.person(name): name for name in PEOPLE + OFFICERS}
        rows = [row for row in self.desk.rows() if any(row.text.endswith(f": {t}") for t in self.said)]
        for text, (number, side) in self.said.items():
            talk = uow.dialogues.get(number)
            carried = [row for row in rows if row.text.endswith(f": {text}")]
            reader = talk.taken_by if side == "person" else talk.person_id
            assert [row.person for row in carried] == ([names[reader]] if talk.taken_by else []), text
            kept = [word for word in uow.dialogues.words(number) if word.text == text]
            waits = talk.taken_by is None and talk.next_check_at is not None
            assert len(kept) == (1 if talk.accident_id is not None or waits else 0), text
        assert all(row.lane == "conversation" for row in rows)

    @invariant()
    def they_come_in_the_order_they_were_said(self):
        places = {row.text.rsplit(": ", 1)[-1]: place for place, row in enumerate(self.desk.rows())}
        for number, side in set(self.said.values()):
            mine = [places[t] for t, which in self.said.items() if which == (number, side) and t in places]
            assert mine == sorted(mine)

    @invariant()
    def an_open_dialogue_has_two_and_everybody_is_in_one(self):
        talks = [talk for name in PEOPLE + OFFICERS if (talk := self.live(name)) and talk.state == "open"]
        for number in {talk.id for talk in talks}:
            assert sum(talk.id == number for talk in talks) == 2


TestTalks = Talks.TestCase
TestTalks.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
