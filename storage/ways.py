"""How people can be reached now: their addresses, judged by what the channels allow and have left."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain import ways
from domain.ways import ANYTHING, Allows, Left, Quota, Standing, Topic, Verdict, Way
from storage.meta import Meta
from storage.people import People
from storage.records import AddressRecord


@dataclass(frozen=True, slots=True)
class Reached:
    """Where a person is written to, and how."""

    address: AddressRecord
    verdict: Verdict

    @property
    def way(self) -> Way:
        """Return how a notice gets there."""
        return self.verdict.way


class Ways:
    """The ways to people; `allows` by channel is what the wiring handed down, a channel not in it allows anything."""

    def __init__(self, people: People, meta: Meta, allows: Mapping[str, Allows]) -> None:
        self._people = people
        self._meta = meta
        self.allows = allows
        self._quotas: dict[str, Quota] = {}

    def of(self, record: AddressRecord, topic: Topic | None, now: datetime) -> Verdict:
        """Return how a notice about `topic` gets to an address at `now`."""
        return ways.verdict(_standing(record), *self._rules(record.address.channel), topic, now)

    def best(self, person_ids: Iterable[int], topic: Topic | None, now: datetime) -> dict[int, Reached]:
        """Return the best way to each person, perhaps a closed one; who has blocked us everywhere is left out."""
        found: dict[int, Reached] = {}
        for person, records in self._people.addresses_of(person_ids).items():
            judged = ((record, _standing(record), self.of(record, topic, now)) for record in records)
            chosen = ways.best(judged)
            if chosen is not None:
                found[person] = Reached(*chosen)
        return found

    def reach_all(self, person_ids: Iterable[int], topic: Topic | None, now: datetime) -> dict[int, Reached]:
        """Return the best way to each person who can be told now; the others are left out."""
        found = self.best(person_ids, topic, now)
        return {person: one for person, one in found.items() if one.way is not Way.CLOSED}

    def reach(self, person_id: int, topic: Topic | None, now: datetime) -> Reached | None:
        """Return the best way to a person, None where they cannot be told now."""
        return self.reach_all((person_id,), topic, now).get(person_id)

    # What platforms said of their quotas

    def quota(self, channel: str) -> Quota:
        """Return what a channel's platform last said of each meter."""
        if channel not in self._quotas:
            kept: Mapping[str, Any] = self._meta.get(_name(channel), {})
            self._quotas[channel] = {
                meter: Left(one["left"], one["total"], datetime.fromisoformat(one["at"]))
                for meter, one in kept.items()
            }
        return self._quotas[channel]

    def note(self, channel: str, meter: str, left: int, total: int | None, now: datetime) -> None:
        """Keep what a platform said of a meter; where it named no total, the last one known stays."""
        known = self.quota(channel)
        before = known.get(meter)
        said = Left(left, total if total is not None or before is None else before.total, now)
        same = before is not None and (before.left, before.total) == (said.left, said.total)
        if same and ways.left_today(known, meter, now) is not None:
            return
        self._quotas[channel] = {**known, meter: said}
        kept = {
            name: {"left": one.left, "total": one.total, "at": one.at.isoformat()}
            for name, one in self._quotas[channel].items()
        }
        self._meta.put(_name(channel), kept)

    def _rules(self, channel: str) -> tuple[Allows, Quota]:
        """Return what a channel allows and has left; where it allows anything, nothing need be looked up."""
        allows = self.allows.get(channel)
        return (ANYTHING, {}) if allows is None else (allows, self.quota(channel))


def _standing(record: AddressRecord) -> Standing:
    return Standing(
        record.address.chat,
        record.last_in_at,
        blocked=record.state != "active",
        closed_at=record.closed_at,
        refused=record.refused,
    )


def _name(channel: str) -> str:
    return f"quota:{channel}"
