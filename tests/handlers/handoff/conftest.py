"""The world of the accident tests, with a clock that runs the tick of dialogues."""

import pytest

from handlers import resuming
from handlers.services import alerts
from storage.tables import dialogues
from tests.handlers.accidents.conftest import make_world


class Desk:
    """A world in which time passes with its ticks."""

    def __init__(self, world):
        self.world = world

    def __getattr__(self, name):
        return getattr(self.world, name)

    def wait(self, **delta):
        self.world.later(**delta)
        resuming.tick(self.world.uow, self.world.around, self.world.now)
        alerts.check(self.world.uow, self.world.around, self.world.now)
        return self.world.new()

    def talk(self):
        found = [row["id"] for row in self.world.rows_of(dialogues)]
        return self.world.uow.dialogues.get(found[-1])

    def words(self):
        return self.world.uow.dialogues.words(self.talk().id)

    def to(self, name):
        """Return what one person was shown since the last look."""
        return [shown.text for shown in self.world.heard if shown.person == name]

    def report(self, text="2 người bị thương ở xã Tân Lập, gọi 0912345678"):
        self.world.say("worker", text)
        self.world.new()
        return self.world.case()

    def connect(self, officer="focal"):
        """Let the worker ask for an officer and this one take it."""
        self.world.say("worker", "gặp người trực")
        number = self.talk().id
        self.world.tap(officer, f"handoff:take:{number}")
        return self.talk()


@pytest.fixture
def desk():
    made = make_world()
    yield Desk(made)
    made.close()


@pytest.fixture
def empty_desk():
    made = make_world(units=False)
    yield Desk(made)
    made.close()
