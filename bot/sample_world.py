"""The sample world of trials, the terminal and the tests: units, people, a plan not yet approved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files

from documents.draft import read_draft
from documents.units_csv import UnitRow, parse_units
from handlers.acting import Acting, Surroundings
from handlers.services import plans, seal_keys, units
from messages.catalog import DEFAULT_LANGUAGE
from messages.envelope import Address
from storage.records import Unit
from storage.unit_of_work import UnitOfWork

NAMES = ("worker", "employer", "commune", "unit", "coordinator", "leader", "admin")


@dataclass(frozen=True, slots=True)
class World:
    """Who to load; `plan` is the plan's text, None for none."""

    channel: str
    account: str
    units: tuple[UnitRow, ...]
    plan: str | None

    def address(self, name: str) -> Address:
        """Return where a person of this world is reached."""
        return Address(self.channel, self.account, name, name)


def sample(channel: str, account: str) -> World:
    """Return the shipped world: a made-up province and its draft plan."""
    folder = files("bot.sample")
    return World(
        channel,
        account,
        parse_units(folder.joinpath("units.csv").read_text("utf-8")),
        folder.joinpath("plan.txt").read_text("utf-8"),
    )


def load(uow: UnitOfWork, world: World, around: Surroundings, now: datetime) -> None:
    """Enter the world into an empty database.

    The seven people of `NAMES` are spread over the units: `commune` is the focal point of the first
    commune, `unit` of the first office that does not coordinate, `coordinator` and `leader` whoever holds
    that role (new people where nobody does). Identities can be sealed, and nobody can open one until
    `baoan seal init` makes a key of one's own.
    """
    seal_keys.adopt_first(uow, seal_keys.without_shares(b"sample world"), now)
    units.load(uow, world.units, now, lambda role, code: world.address(f"{role}.{code}"))
    for name in NAMES:
        person = _person_for(uow, name, now)
        uow.people.add_address(person, world.address(name))
        uow.people.touch(_address_id(uow, world.address(name)), now)
    if world.plan is not None:
        address = world.address("coordinator")
        known = uow.people.at(address)
        if known is None:
            raise LookupError("the sample world has no coordinator")
        by = Acting(uow.people.get(known.person_id), address, now, around)
        reading = read_draft(world.plan.encode(), "plan.txt")
        plans.keep_draft(uow, plans.KeepDraft(reading, attachment=None), by)


def _person_for(uow: UnitOfWork, name: str, now: datetime) -> int:
    if name in ("coordinator", "leader"):
        holders = uow.people.holding(name)
        if holders:
            return holders[0]
    home = _home(uow.units.all(), name)
    if name in ("commune", "unit") and home is not None:
        focal = uow.people.holding("focal", home.id)
        if focal:
            return focal[0]
    person = uow.people.add(None, DEFAULT_LANGUAGE, now)
    if name != "worker":
        role = {"commune": "focal", "unit": "focal"}.get(name, name)
        uow.people.join(person, home.id if home else None, role, now)
    return person


def _home(known: Sequence[Unit], name: str) -> Unit | None:
    kinds = {"commune": "commune", "unit": "office", "coordinator": "office"}
    wanted = [u for u in known if u.kind == kinds.get(name)]
    if name == "unit":
        wanted = [u for u in wanted if not u.coordinates]
    if name == "coordinator":
        wanted = [u for u in wanted if u.coordinates]
    return wanted[0] if wanted else None


def _address_id(uow: UnitOfWork, address: Address) -> int:
    found = uow.people.at(address)
    if found is None:
        raise LookupError(str(address))
    return found.id
