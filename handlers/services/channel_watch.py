"""The operator is told in chat when a channel fails: in plain words, through a channel that works.

Every process notes how its channels are; one tick looks at the notes and decides (domain/outage.py).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from domain.outage import Outage, Word, look
from handlers import outgoing
from handlers.acting import Surroundings
from messages.envelope import Say, Text
from messages.render import render
from storage.records import AddressRecord
from storage.unit_of_work import UnitOfWork

AT_ONCE = frozenset(
    {
        "zalo-token-refused",
        "zalo-token-lost",
        "zalo-token-missing",
        "telegram-token-wrong",
        "zalo-bot-token-wrong",
    }
)
"""What no waiting mends: it is told at once."""
STALE = timedelta(minutes=5)
"""A note that nobody has confirmed for so long says nothing: its process is gone."""
TOLD_FOR = timedelta(days=1)
_NOTED, _KNOWN = "channel_state|", "channel_outage|"


def note(uow: UnitOfWork, channel: str, part: str, problem: Text | None, now: datetime) -> None:
    """Note how a channel is in one part of the program; `problem` is the sentence that says what is wrong.

    To be noted when it changes, and every minute as a sign of life.
    """
    name = f"{_NOTED}{channel}|{part}"
    key = problem.key if problem else None
    before = uow.meta.get(name, {})
    same = before.get("problem") == key and "since" in before
    uow.meta.put(
        name,
        {
            "problem": key,
            "params": dict(problem.params) if problem else {},
            "since": before["since"] if same else now.isoformat(),
            "seen_at": now.isoformat(),
        },
    )


def tick(uow: UnitOfWork, _around: Surroundings, now: datetime) -> int:
    """Tell whoever runs this what has changed for longer; returns how many were told."""
    states = _states(uow, now)
    down = {channel for channel, state in states.items() if state.problem}
    return sum(_look_at(uow, state, down, now) for state in states.values())


def next_tick(_uow: UnitOfWork, _now: datetime) -> None:
    """Plan nothing: where time is made to travel there are no platforms."""
    return


@dataclass(frozen=True, slots=True)
class _State:
    channel: str
    problem: Text | None
    since: datetime


def _states(uow: UnitOfWork, now: datetime) -> dict[str, _State]:
    """Return each channel's state: where parts of the program disagree, what is wrong counts, the oldest first."""
    found: dict[str, _State] = {}
    notes = [
        (name.removeprefix(_NOTED).split("|")[0], value)
        for name, value in uow.meta.starting(_NOTED).items()
        if now - datetime.fromisoformat(value["seen_at"]) < STALE
    ]
    for channel, value in sorted(notes, key=lambda one: (one[1]["problem"] is None, one[1]["since"])):
        problem = Text(value["problem"], value["params"]) if value["problem"] else None
        found.setdefault(channel, _State(channel, problem, datetime.fromisoformat(value["since"])))
    return found


def _look_at(uow: UnitOfWork, state: _State, down: Collection[str], now: datetime) -> int:
    known = _from_json(uow.meta.get(_KNOWN + state.channel))
    key = state.problem.key if state.problem else None
    after, word = look(known, key, state.since, now, at_once=key in AT_ONCE)
    if after != known:
        uow.meta.put(_KNOWN + state.channel, _to_json(after))
    return 0 if word is None else _tell(uow, _words(state, word, known if key is None else after), down, now)


def _words(state: _State, word: Word, outage: Outage) -> Say:
    params: dict[str, Any] = {"channel": Text(f"channel-{state.channel}"), "since": outage.since}
    if state.problem is not None:
        params["problem"] = state.problem
    else:
        params["until"] = outage.well_since
    return Say(f"channel-{word.value.replace('_', '-')}", params)


def _tell(uow: UnitOfWork, say: Say, down: Collection[str], now: datetime) -> int:
    """Queue the words for who runs this, each where a channel works; returns how many that reaches.

    Where it reaches nobody, the log, /readyz and `baoan check` have it, and the word that it works again tells all.
    """
    told = 0
    for role in ("admin", "coordinator"):
        for person in dict.fromkeys(uow.people.holding(role)):
            way = next((one for one in uow.people.ways(person) if one.address.channel not in down), None)
            if way is not None:
                told += _queue(uow, way, say, now)
        if told:
            break
    return told


def _queue(uow: UnitOfWork, way: AddressRecord, say: Say, now: datetime) -> int:
    message = replace(render(say, uow.people.get(way.person_id).language), lasting=True)
    queued = uow.outbox.add(
        message,
        person_id=way.person_id,
        address_id=way.id,
        lane=outgoing.NOTICE,
        now=now,
        expires_at=now + TOLD_FOR,
        about={"kind": outgoing.CHANNEL},
        dedup_key=f"{say.key}|{say.params['channel'].key}|{now.isoformat()}|{way.person_id}",
    )
    return int(queued is not None)


# What is known of an outage, as it lies in the database


def _to_json(outage: Outage) -> dict[str, Any]:
    return {
        "since": _plain(outage.since),
        "problem": outage.problem,
        "problem_since": _plain(outage.problem_since),
        "well_since": _plain(outage.well_since),
        "told": {key: at.isoformat() for key, at in outage.told.items()},
        "began": [at.isoformat() for at in outage.began],
    }


def _plain(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _from_json(raw: Mapping[str, Any] | None) -> Outage:
    if raw is None:
        return Outage()

    def instant(name: str) -> datetime | None:
        return datetime.fromisoformat(raw[name]) if raw[name] else None

    return Outage(
        since=instant("since"),
        problem=raw["problem"],
        problem_since=instant("problem_since"),
        well_since=instant("well_since"),
        told={key: datetime.fromisoformat(at) for key, at in raw["told"].items()},
        began=tuple(datetime.fromisoformat(at) for at in raw["began"]),
    )
