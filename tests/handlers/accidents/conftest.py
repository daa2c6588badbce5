"""A small world of its own: one province, two communes, one coordinating office, and people who talk."""

import itertools
import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from domain.calendar import vietnam_calendar
from domain.policy import default_policy
from handlers import router
from handlers.acting import Surroundings
from messages.envelope import Address, InboundKind, InboundMessage
from storage.database import Database
from storage.migrate import migrate
from storage.tables import addresses, outbox
from storage.unit_of_work import UnitOfWork

START = datetime(2026, 11, 24, 1, 50, tzinfo=UTC)  # 8h50 in Vietnam
COMMUNES = ("Ủy ban nhân dân xã Tân Lập", "Ủy ban nhân dân xã Tân Hòa")
OFFICE = "Sở Nội vụ"


@dataclass
class Shown:
    """A message as somebody would read it."""

    person: str
    text: str
    choices: list
    urgent: bool
    letters: bool
    lane: str

    @property
    def labels(self):
        return [label for _, label in self.choices]


@dataclass
class World:
    """Talks straight to the router, reads straight from the outbox."""

    database: Database
    uow: UnitOfWork
    around: Surroundings
    now: datetime = START
    people: dict = field(default_factory=dict)
    units: dict = field(default_factory=dict)
    count: itertools.count = field(default_factory=itertools.count)
    read: int = 0

    def address(self, name):
        return Address("console", "test", name, name)

    def add(self, name, *roles, touch=True):
        person = self.uow.people.add(name, "vi", self.now)
        address = self.uow.people.add_address(person, self.address(name))
        if touch:
            self.uow.people.touch(address, self.now)
        for role, unit in roles:
            self.uow.people.join(person, self.units.get(unit), role, self.now)
        self.people[name] = person
        return person

    def send(self, name, kind=InboundKind.TEXT, **fields):
        number = next(self.count)
        inbound = InboundMessage(self.address(name), str(number), kind, self.now, **fields)
        router.handle(self.uow, inbound, number, self.around, self.now)
        return [shown for shown in self.new() if shown.person == name]

    def in_group(self, name, text="", tap=None, **fields):
        """Send something from a group; return all that anybody is shown after it."""
        number = next(self.count)
        kind = fields.pop("kind", InboundKind.CHOICE if tap else InboundKind.TEXT)
        group = Address("console", "test", "GROUP", name)
        inbound = InboundMessage(group, str(number), kind, self.now, text=text, choice=tap, **fields)
        router.handle(self.uow, inbound, number, self.around, self.now)
        return self.new()

    def say(self, name, text):
        return self.send(name, text=text)

    def tap(self, name, payload):
        return self.send(name, InboundKind.CHOICE, choice=payload)

    def photo(self, name, digest=None, text=""):
        who = self.uow.people.at(self.address(name))
        person = who.person_id if who else self.add(name)
        kept = self.uow.attachments.add(
            person_id=person,
            kind="photo",
            name="anh.jpg",
            mime="image/jpeg",
            size=3,
            digest=digest or f"{next(self.count):064x}",
            path="00",
            state="stored",
            now=self.now,
        )
        return self.send(name, InboundKind.PHOTO, attachment=kept, text=text)

    def location(self, name, lat=21.5, lon=105.5):
        return self.send(name, InboundKind.LOCATION, location=(lat, lon))

    def new(self):
        """Return what was queued since the last look, in order."""
        found = self.rows()[self.read :]
        self.read += len(found)
        self.heard = found
        return found

    def rows(self):
        found = self.uow._connection.execute(
            select(outbox.c.body, outbox.c.lane, addresses.c.chat)
            .join(addresses, addresses.c.id == outbox.c.address_id)
            .order_by(outbox.c.id)
        )
        return [
            Shown(
                row.chat,
                row.body["text"],
                row.body["choices"],
                row.body["urgent"],
                row.body["letters"],
                row.lane,
            )
            for row in found
        ]

    def rows_of(self, table):
        return [row._mapping for row in self.uow._connection.execute(select(table).order_by(table.c.id))]

    def close(self):
        self.uow._connection.close()
        self.database.close()

    def pushes(self, name):
        return [shown for shown in self.rows() if shown.person == name and shown.lane == "notice"]

    def later(self, **delta):
        self.now += timedelta(**delta)

    def cases(self):
        return self.uow.accidents.all()

    def case(self):
        return self.cases()[-1]

    def facts(self):
        return self.uow.accidents.facts(self.case().id)

    def session(self, name):
        found = self.uow.people.at(self.address(name))
        return self.uow.sessions.get(found.person_id, self.now).session if found else None


def make_world(*, units=True, people=True, hotline=None, seed=7):
    database = Database()
    migrate(database)
    connection = database.engine.connect()
    connection.begin()
    around = Surroundings(
        office=OFFICE,
        hotline=hotline,
        policy=default_policy(),
        calendar=vietnam_calendar(),
        token=random.Random(seed).randbytes,  # noqa: S311 - codes must come out the same each time
    )
    world = World(database, UnitOfWork(connection), around)
    if units:
        _fill_units(world)
    if units and people:
        _fill_people(world)
    world.read = len(world.rows())
    return world


def _fill_units(world):
    top = world.uow.units.add(code="DV-1", name="Ủy ban nhân dân tỉnh", kind="authority", parent_id=None)
    world.units["office"] = world.uow.units.add(
        code="DV-2", name=OFFICE, kind="office", parent_id=top, coordinates=True
    )
    for number, name in enumerate(COMMUNES, start=3):
        world.units[name.split("xã ")[1]] = world.uow.units.add(
            code=f"DV-{number}", name=name, kind="commune", parent_id=top
        )


def _fill_people(world):
    world.add("focal", ("focal", "Tân Lập"))
    world.add("deputy", ("deputy", "Tân Lập"))
    world.add("head", ("head", "Tân Lập"))
    world.add("other", ("focal", "Tân Hòa"))
    world.add("coordinator", ("coordinator", "office"), ("focal", "office"))
    world.add("leader", ("leader", None))


@pytest.fixture
def world():
    made = make_world()
    yield made
    made.close()


@pytest.fixture
def empty():
    """A world without units: a stranger may report all the same."""
    made = make_world(units=False)
    yield made
    made.close()
