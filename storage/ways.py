"""How people can be reached now: their addresses, judged by what the channels allow and have left."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from domain import ways
from domain.costs import CapState, cap_state, month_of, span
from domain.ways import ANYTHING, Allows, Left, Quota, Rules, Standing, Topic, Verdict, Way
from storage.costs import Costs
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
    """The ways to people, by the `rules` of this installation."""

    def __init__(self, people: People, meta: Meta, costs: Costs, rules: Rules) -> None:
        self._people = people
        self._meta = meta
        self._costs = costs
        self._rules = rules
        self._capped: tuple[date, bool] | None = None
        self._quotas: dict[str, Quota] = {}

    def of(self, record: AddressRecord, topic: Topic | None, now: datetime) -> Verdict:
        """Return how a notice about `topic` gets to an address at `now`."""
        return self._judge(record, topic, now, self._is_capped(now))

    def uncapped(self, person_ids: Iterable[int], topic: Topic | None, now: datetime) -> dict[int, Reached]:
        """Return what `best` would, were there no spending cap."""
        return self._best(person_ids, topic, now, capped=False)

    def free(self, person_id: int, topic: Topic | None, now: datetime) -> Reached | None:
        """Return the best way to a person that is not charged (or must go at any cost), None where there is none."""
        found = self._best((person_id,), topic, now, capped=True).get(person_id)
        return None if found is None or found.way is Way.CLOSED else found

    def best(self, person_ids: Iterable[int], topic: Topic | None, now: datetime) -> dict[int, Reached]:
        """Return the best way to each person, perhaps a closed one; who has blocked us everywhere is left out."""
        return self._best(person_ids, topic, now, capped=self._is_capped(now))

    def _best(
        self, person_ids: Iterable[int], topic: Topic | None, now: datetime, *, capped: bool
    ) -> dict[int, Reached]:
        found: dict[int, Reached] = {}
        for person, records in self._people.addresses_of(person_ids).items():
            judged = ((one, _standing(one), self._judge(one, topic, now, capped)) for one in records)
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

    @property
    def allows(self) -> Mapping[str, Allows]:
        """What each channel allows; one that is not named allows anything."""
        return self._rules.allows

    def _judge(self, record: AddressRecord, topic: Topic | None, now: datetime, capped: bool) -> Verdict:
        allows = self.allows.get(record.address.channel, ANYTHING)
        # Where a channel allows anything, nothing need be looked up.
        quota = {} if allows is ANYTHING else self.quota(record.address.channel)
        return ways.verdict(_standing(record), allows, quota, topic, now, capped=capped)

    def _is_capped(self, now: datetime) -> bool:
        """Whether the cap of the month of `now` is reached; looked up once a transaction and month."""
        if self._rules.cap is None:
            return False
        month = month_of(now)
        if self._capped is None or self._capped[0] != month:
            state = cap_state(self._costs.spent(*span(month)), self._rules.cap)
            self._capped = month, state is CapState.REACHED
        return self._capped[1]


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
