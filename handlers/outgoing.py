"""Putting words into the outbox: replies in a conversation, and notices that nobody asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from domain.ways import Way, topic_of
from messages.envelope import OutboundMessage, Say
from messages.render import render
from storage.outbox import NewMessage
from storage.records import AddressRecord, OutboxRow
from storage.unit_of_work import UnitOfWork
from storage.ways import Reached

CONVERSATION = "conversation"
NOTICE = "notice"
CASE = "accident"  # in what a notice is about: it concerns a case, and no template stands for it
COSTS, CHANNEL = "costs", "channel"  # the kinds of notices to those who run this


def reply(
    uow: UnitOfWork, address: AddressRecord, language: str, says: Sequence[Say], now: datetime
) -> dict[str, Any] | None:
    """Queue the answer to a message; returns the choices it offers, to be kept with the session."""
    offered: dict[str, Any] | None = None
    for say in says:
        message = render(say, language)
        uow.outbox.add(
            message, person_id=address.person_id, address_id=address.id, lane=CONVERSATION, now=now
        )
        offered = as_offer(message) or offered
    return offered


def notify(
    uow: UnitOfWork,
    person_id: int,
    say: Say,
    now: datetime,
    *,
    dedup_key: str,
    not_before: datetime | None = None,
    expires_at: datetime | None = None,
    about: dict[str, Any] | None = None,
) -> int | None:
    """Queue a notice to a person by their best way (domain/ways.py), and remember the choices it offers.

    Returns the outbox id; None where the same `dedup_key` was queued before or the person has blocked us
    everywhere. Where every way is closed it is tried all the same: they may have been heard of in a way we do
    not see. Ask `uow.ways.reach` first where somebody else should hear instead.
    """
    notice = Notice(person_id, say, dedup_key, not_before, expires_at, about)
    return notify_all(uow, (notice,), now)[0]


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice to one person; see `notify`."""

    person_id: int
    say: Say
    dedup_key: str
    not_before: datetime | None = None
    expires_at: datetime | None = None
    about: dict[str, Any] | None = None


def of_case(code: str) -> dict[str, Any]:
    """Return what a notice about a case is about, where it is no alarm."""
    return {CASE: code}


def is_about_case(about: Mapping[str, Any] | None) -> bool:
    """Whether a notice concerns an accident or a danger reported."""
    return bool((about or {}).keys() & {"case", CASE})


def goes_at_any_cost(about: Mapping[str, Any] | None) -> bool:
    """Whether the month's cap keeps no such notice back: one about a case, or a word to those who run this."""
    return is_about_case(about) or (about or {}).get("kind") in (COSTS, CHANNEL)


def notify_all(uow: UnitOfWork, notices: Sequence[Notice], now: datetime) -> tuple[int | None, ...]:
    """Queue many notices at once and return for each what `notify` would."""
    people = [notice.person_id for notice in notices]
    ways, languages = _ways(uow, notices, now), uow.people.languages(people)
    reached = [place for place in range(len(people)) if ways[place] is not None]
    messages = {
        place: replace(render(notices[place].say, languages[people[place]]), lasting=True)
        for place in reached
    }
    ids = uow.outbox.add_many(
        [
            NewMessage(
                messages[place],
                people[place],
                one.address.id,
                NOTICE,
                notices[place].not_before,
                notices[place].expires_at,
                notices[place].dedup_key,
                notices[place].about,
            )
            for place in reached
            if (one := ways[place]) is not None
        ],
        now,
    )
    queued = {place: row_id for place, row_id in zip(reached, ids, strict=True) if row_id is not None}
    at_once = [
        place for place in queued if (notices[place].not_before or now) <= now and _shows_choices(ways[place])
    ]
    _remember(uow, {people[place]: as_offer(messages[place]) for place in at_once}, now)
    return tuple(queued.get(place) for place in range(len(notices)))


def _ways(uow: UnitOfWork, notices: Sequence[Notice], now: datetime) -> list[Reached | None]:
    """Return the best way for each notice, None where its reader has blocked us everywhere."""
    topics = [topic_of(notice.about) for notice in notices]
    by_topic = {
        topic: uow.ways.best(
            (n.person_id for n, t in zip(notices, topics, strict=True) if t == topic), topic, now
        )
        for topic in dict.fromkeys(topics)
    }
    return [by_topic[topic].get(notice.person_id) for notice, topic in zip(notices, topics, strict=True)]


def _shows_choices(one: Reached | None) -> bool:
    """Whether the whole message is shown: a template has no choices."""
    return one is not None and one.way is not Way.TEMPLATE


def shown(uow: UnitOfWork, row: OutboxRow, now: datetime) -> None:
    """Note that a notice which had to wait is on the screen now: from here on its choices can be picked."""
    if row.lane == NOTICE and row.not_before > row.created_at:
        _remember(uow, {row.person_id: as_offer(OutboundMessage.from_json(row.body))}, now)


def _remember(uow: UnitOfWork, offers: Mapping[int, dict[str, Any] | None], now: datetime) -> None:
    """Keep the choices of a notice with the conversation of each person; of several the last counts."""
    offered = {person: offer for person, offer in offers.items() if offer is not None}
    talks = uow.sessions.get_all(offered, now)
    uow.sessions.put_all(
        [
            replace(
                talk,
                offers={
                    **(talk.offers or {}),
                    "notice": {**offered[person], "at": now.isoformat()},
                    "latest": "notice",
                },
                updated_at=now,
            )
            for person, talk in talks.items()
        ]
    )


def as_offer(message: OutboundMessage) -> dict[str, Any] | None:
    """Return the choices of a message in the plain form kept with a conversation, None where it has none."""
    if not message.choices:
        return None
    return {"letters": message.letters, "choices": [[c.payload, c.label] for c in message.choices]}
