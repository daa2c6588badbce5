"""The people of a simulation: what reaches them is written down, and they answer as they are said to."""

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.channels.base import BlockedError, Capabilities, Sent
from bot.channels.degrade import body_of
from bot.clock import Clock
from bot.simulated_behaviour import IGNORES, Behaviour
from bot.simulated_lines import Line
from bot.ticks import Tick
from domain.calendar import LOCAL, local
from handlers.acting import Surroundings
from handlers.services.access import OFFICERS
from messages.envelope import Address, InboundKind, InboundMessage, OutboundMessage
from storage.unit_of_work import UnitOfWork

CHANNEL, ACCOUNT = "simulated", "simulation"
SOON = timedelta(minutes=30)
REMINDER = "reminder"


def address_of(role: str, code: str) -> Address:
    """Return where the holder of a role in a unit is reached."""
    return Address(CHANNEL, ACCOUNT, f"{role}.{code}", f"{role}.{code}")


@dataclass(frozen=True, slots=True)
class _Known:
    """A person: the name as in the units file, and the names of the units they are in."""

    name: str | None
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class _Act:
    """A confirmation to come."""

    at: datetime
    number: int
    person: int
    occurrence: str


@dataclass(frozen=True, slots=True, order=True)
class _Move:
    """Somebody who leaves a unit, and who answers for it afterwards."""

    at: datetime
    unit_id: int
    unit: str
    person: int
    stays: int | None


@dataclass(frozen=True, slots=True)
class _Heard:
    """A message that came in, not looked up yet."""

    row_id: int
    at: datetime
    message: OutboundMessage
    blocked: bool


class SimulatedPeople:
    """Everyone in the registry, with what their unit does about reminders.

    Whoever confirms does so half an hour before the digest hour, so that a day's reminders see the answer of
    that day, or half an hour after the reminder where it is for the same day. It is the focal point, or who
    stands first in a unit that has none. A person who blocks does not write any more.
    """

    def __init__(self, clock: Clock, digest_at: time, behaviours: Mapping[str, Behaviour]) -> None:
        self._clock = clock
        minutes = max(digest_at.hour * 60 + digest_at.minute - 30, 0)
        self._wakes = time(minutes // 60, minutes % 60)
        self._behaviours = behaviours
        self._people: dict[int, _Known] = {}
        self._by_address: dict[Address, int] = {}
        self._heard: list[_Heard] = []
        self._answers_for: dict[str, int] = {}
        self._blocks: dict[int, date] = {}
        self._reminded: set[str] = set()
        self._acts: list[_Act] = []
        self._moves: list[_Move] = []
        self._said = 0
        self.lines: list[Line] = []
        self.others = 0

    def meet(self, uow: UnitOfWork) -> None:
        """Learn who is who; the registry does not change afterwards."""
        chains = uow.people.chains()
        names = uow.units.names()
        for unit_id, holders in chains.items():
            unit = names[unit_id]
            answers = next((holders[role][0] for role in OFFICERS if role in holders), None)
            if answers is not None:
                self._answers_for[unit] = answers
            self._plan_move(unit_id, unit, holders)
            blocks_from = self._behaviours.get(unit, IGNORES).blocks_from
            if blocks_from is not None and "focal" in holders:
                focal = holders["focal"][0]
                self._blocks[focal] = min(blocks_from, self._blocks.get(focal, date.max))
        for person_id in {p for holders in chains.values() for some in holders.values() for p in some}:
            person = uow.people.get(person_id)
            units = dict.fromkeys(names[m.unit_id] for m in person.memberships if m.unit_id is not None)
            self._people[person_id] = _Known(person.name, tuple(units))
        for person_id, address in uow.people.reach_all(self._people).items():
            self._by_address[address.address] = person_id

    def _plan_move(self, unit_id: int, unit: str, holders: Mapping[str, Sequence[int]]) -> None:
        """Have the focal point leave at midnight of the day, and whoever stands next answer from then on."""
        day = self._behaviours.get(unit, IGNORES).moves_on
        if day is not None and "focal" in holders:
            at = datetime.combine(day, time(), LOCAL)
            stays = next((holders[role][0] for role in OFFICERS if role != "focal" and role in holders), None)
            heapq.heappush(self._moves, _Move(at, unit_id, unit, holders["focal"][0], stays))

    def receive(self, address: Address, message: OutboundMessage, row_id: int) -> None:
        """Hear one message; raises BlockedError where the person has blocked us."""
        blocked = self._has_blocked(self._by_address[address])
        self._heard.append(_Heard(row_id, local(self._clock.now()), message, blocked=blocked))
        if blocked:
            raise BlockedError("blocked by behaviour")

    def _has_blocked(self, person: int) -> bool:
        day = self._blocks.get(person)
        return day is not None and day <= local(self._clock.now()).date()

    def look_up(self, uow: UnitOfWork) -> None:
        """Write down what was heard since the last time, with what it was about, and plan the answers."""
        heard, self._heard = self._heard, []
        rows = uow.outbox.get_all(one.row_id for one in heard)
        for one in heard:
            row = rows[one.row_id]
            about = row.about or {}
            if about.get("kind") != REMINDER:
                self.others += 1
                continue
            self.lines.append(self._line(one, row.person_id, about["items"]))
            if not one.blocked:
                for code, item in zip(about["occurrences"], about["items"], strict=True):
                    self._decide(code, item, one.at)

    def _line(self, one: _Heard, person: int, items: Sequence[Mapping[str, Any]]) -> Line:
        known = self._people[person]
        owing = next((item["for_unit"] for item in items if item["for_unit"] in known.units), None)
        unit = owing or next(iter(known.units), None)
        outcome = "blocked" if one.blocked else None
        return Line(one.at, unit, known.name, tuple(items), CHANNEL, body_of(one.message), outcome)

    def _decide(self, code: str, item: Mapping[str, Any], heard_at: datetime) -> None:
        """At the first reminder of an occurrence, plan the answer to it."""
        if code in self._reminded:
            return
        self._reminded.add(code)
        behaviour = self._behaviours.get(item["for_unit"], IGNORES)
        person = self._answers_for.get(item["for_unit"])
        if person is None:
            return
        days = []
        if behaviour.confirms_after is not None:
            days.append(heard_at.date() + timedelta(days=behaviour.confirms_after))
        if behaviour.late_by is not None and item["due"] is not None:
            days.append(date.fromisoformat(item["due"]) + timedelta(days=behaviour.late_by))
        if days:
            at = max(self._morning(min(days)), heard_at + SOON)
            heapq.heappush(self._acts, _Act(at, len(self._reminded), person, code))

    def _morning(self, day: date) -> datetime:
        """Return half an hour before the digest hour of a day."""
        return datetime.combine(day, self._wakes, LOCAL)

    # What they do, as a tick of the program

    def tick(self) -> Tick:
        """Return what makes the program stop where somebody has something to say."""
        return Tick("people", 60, self._act, self._next_act)

    def _next_act(self, uow: UnitOfWork, _now: datetime) -> datetime | None:
        """Return when somebody next has something to say; what was heard meanwhile counts."""
        self.look_up(uow)
        first = [acts[0].at for acts in (self._acts, self._moves) if acts]
        return min(first, default=None)

    def _act(self, uow: UnitOfWork, _around: Surroundings, now: datetime) -> int:
        """Put into the inbox what people say now, as intake would; returns how many confirmed."""
        done = 0
        while self._moves and self._moves[0].at <= now:
            self._move(uow, heapq.heappop(self._moves), now)
            done += 1
        while self._acts and self._acts[0].at <= now:
            act = heapq.heappop(self._acts)
            address = uow.people.reach(act.person)
            if address is not None and not self._has_blocked(act.person):
                for message in self._confirmation(address.address, act.occurrence, now):
                    uow.inbox.add(message, now)
                done += 1
        return done

    def _move(self, uow: UnitOfWork, move: _Move, now: datetime) -> None:
        uow.people.leave(move.person, move.unit_id, "focal", now)
        uow.occurrences.look_again_for([move.unit_id], now)
        if move.stays is None:
            self._answers_for.pop(move.unit, None)
        else:
            self._answers_for[move.unit] = move.stays
        self._acts = [act for act in self._acts if act.person != move.person]
        heapq.heapify(self._acts)

    def _confirmation(self, address: Address, code: str, now: datetime) -> tuple[InboundMessage, ...]:
        """Return the three messages that confirm: the button, the document's number, yes."""
        self._said += 1

        def message(
            part: str, kind: InboundKind, text: str = "", choice: str | None = None
        ) -> InboundMessage:
            return InboundMessage(address, f"{self._said}-{part}", kind, now, text=text, choice=choice)

        return (
            message("tap", InboundKind.CHOICE, choice=f"progress:done:{code}"),
            message("number", InboundKind.TEXT, text=f"{self._said}/BC-UBND"),
            message("yes", InboundKind.CHOICE, choice="confirm:yes"),
        )


class SimulatedChannel:
    """The way to the people of a simulation: nothing leaves the machine."""

    name = CHANNEL
    capabilities = Capabilities(buttons=True, files=True, text_limit=100_000)

    def __init__(self, people: SimulatedPeople) -> None:
        self._people = people

    async def send(self, address: Address, message: OutboundMessage, key: str) -> Sent:
        """Hand a message to its reader; raises BlockedError where they have blocked us."""
        self._people.receive(address, message, int(key.removeprefix("out-")))
        return Sent(key)
