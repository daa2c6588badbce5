"""Whether somebody can be written to at an address now: in plain words, only by a template, or not at all. Pure.

What a channel allows is handed in as `Allows`: no platform is known here. A window is how long after a person's
last word a platform lets us write to them; a template is a text it approved beforehand, which gets through later.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from domain.calendar import local

MESSAGES, TEMPLATES = "messages", "templates"
"""What a platform counts by the day: ordinary messages, and templates of every kind; see `meter_of`."""

PHONE = "tel:"
"""How the chat of a bare telephone number begins: only templates go there."""

ALARMS_PART = 10
"""One template of so many a day is kept for alarms: a morning of reminders must not use up the last."""


class Topic(StrEnum):
    """What a notice is about, where that changes how it travels."""

    REMINDER = "reminder"
    ALARM = "alarm"
    DECISION = "decision"
    CASE = "case"  # news of a case to who reported it: no template stands for it


AT_ANY_COST = frozenset({Topic.ALARM, Topic.CASE})
"""What the month's spending cap never stops."""


class Way(StrEnum):
    """How a notice gets to an address, the best first."""

    OPEN = "open"
    TEMPLATE = "template"
    CLOSED = "closed"


class Why(StrEnum):
    """The reason beside a way."""

    ANY_TIME = "any_time"  # the channel has no window
    FREE = "free"
    BILLED = "billed"
    SILENT = "silent"  # for longer than the window
    TOLD = "told"  # the platform said the window is closed
    SPENT = "spent"  # no ordinary message is left for today
    BLOCKED = "blocked"
    NO_TEMPLATE = "no_template"  # none is set up for the topic, or this address takes none
    TEMPLATE_REFUSED = "template_refused"
    TEMPLATES_SPENT = "templates_spent"
    CAPPED = "capped"  # it would be charged, and the month's spending cap is reached


@dataclass(frozen=True, slots=True)
class Allows:
    """What a channel allows. Without `open` there is no window; within `free` a message costs nothing.

    `templates` are set up for these topics; with `phones` they also go to a bare telephone number. Chats that
    begin with `anonymous` get none. `per_minute` is how many messages the account's package takes.
    """

    free: timedelta | None = None
    open: timedelta | None = None
    templates: frozenset[Topic] = frozenset()
    phones: bool = False
    anonymous: str = ""
    per_minute: int | None = None


ANYTHING = Allows()


@dataclass(frozen=True, slots=True)
class Rules:
    """What an installation sets for its ways.

    `allows`: what each channel allows; one that is not named allows anything. `cap`: what may be spent a month, in
    đồng.
    """

    allows: Mapping[str, Allows] = field(default_factory=dict)
    cap: int | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """How much of a day's number was left at an instant; `total` None where the platform did not say."""

    left: int
    total: int | None
    at: datetime


Quota = Mapping[str, Left]
"""The last a platform said of each meter."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of one address.

    `closed_at`: the platform said the window is closed, and they have not written since. `refused`: when the
    template for a topic was last refused here.
    """

    chat: str
    last_in: datetime | None
    blocked: bool = False
    closed_at: datetime | None = None
    refused: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a notice gets there, and why so."""

    way: Way
    why: Why


def topic_of(about: Mapping[str, Any] | None) -> Topic | None:
    """Return what a queued notice is about, None where nothing depends on it."""
    subject = about or {}
    if subject.get("occurrences"):
        return Topic.REMINDER
    if subject.get("case"):
        return Topic.ALARM
    if subject.get("accident"):
        return Topic.CASE
    return Topic.DECISION if subject.get("kind") == "decision" else None


def meter_of(topic: Topic) -> str:
    """Return the meter of one template, which a platform may count beside that of all templates."""
    return f"{TEMPLATES}:{topic}"


def left_today(quota: Quota, meter: str, now: datetime) -> int | None:
    """Return what is left of a meter on the local day of `now`, None where nothing was heard that day."""
    known = quota.get(meter)
    return None if known is None or not _same_day(known.at, now) else known.left


def verdict(
    standing: Standing,
    allows: Allows,
    quota: Quota,
    topic: Topic | None,
    now: datetime,
    *,
    capped: bool = False,
) -> Verdict:
    """Return how a notice about `topic` gets to an address at `now`, and the reason.

    `capped`: the month's spending cap is reached, so that only what is free or must go at any cost may leave.
    """
    found = _uncapped(standing, allows, quota, topic, now)
    is_charged = found.way is Way.TEMPLATE or found.why is Why.BILLED
    if capped and is_charged and topic not in AT_ANY_COST:
        return Verdict(Way.CLOSED, Why.CAPPED)
    return found


def _uncapped(
    standing: Standing, allows: Allows, quota: Quota, topic: Topic | None, now: datetime
) -> Verdict:
    if standing.blocked:
        return Verdict(Way.CLOSED, Why.BLOCKED)
    window = _window(standing, allows, now)
    if standing.chat.startswith(PHONE):
        if not allows.phones:
            return Verdict(Way.CLOSED, Why.NO_TEMPLATE)
        window = Why.SILENT
    if window in (Why.ANY_TIME, Why.FREE, Why.BILLED):
        if left_today(quota, MESSAGES, now) != 0:
            return Verdict(Way.OPEN, window)
        window = Why.SPENT
    if topic is None or topic not in allows.templates or _is_anonymous(standing, allows):
        return Verdict(Way.CLOSED, Why.NO_TEMPLATE)
    refused = standing.refused.get(topic)
    if refused is not None and _same_day(refused, now):
        return Verdict(Way.CLOSED, Why.TEMPLATE_REFUSED)
    if _is_spent(quota, topic, now):
        return Verdict(Way.CLOSED, Why.TEMPLATES_SPENT)
    return Verdict(Way.TEMPLATE, window)


def _window(standing: Standing, allows: Allows, now: datetime) -> Why:
    if standing.closed_at is not None:
        return Why.TOLD
    if allows.open is None:
        return Why.ANY_TIME
    if standing.last_in is None or now - standing.last_in > allows.open:
        return Why.SILENT
    return Why.FREE if allows.free is None or now - standing.last_in <= allows.free else Why.BILLED


def _is_anonymous(standing: Standing, allows: Allows) -> bool:
    return bool(allows.anonymous) and standing.chat.startswith(allows.anonymous)


def _is_spent(quota: Quota, topic: Topic, now: datetime) -> bool:
    """Whether no template is left today; for all but alarms the last few count as none."""
    if left_today(quota, meter_of(topic), now) == 0:
        return True
    left = left_today(quota, TEMPLATES, now)
    total = quota[TEMPLATES].total if left is not None else None
    kept = 0 if topic is Topic.ALARM or total is None else total // ALARMS_PART
    return left is not None and left <= kept


K = TypeVar("K")


def best(found: Iterable[tuple[K, Standing, Verdict]]) -> tuple[K, Verdict] | None:
    """Return the best of a person's addresses, None where there is none but blocked ones.

    What is open now goes before what only a template reaches, and that before a closed window; within each it
    is the one last heard from, of those never heard from the one that came first.
    """
    order = list(Way)
    usable = [one for one in found if one[2].why is not Why.BLOCKED]
    if not usable:
        return None

    def rank(one: tuple[K, Standing, Verdict]) -> tuple[int, float]:
        _, standing, judged = one
        heard = standing.last_in.timestamp() if standing.last_in else float("-inf")
        return order.index(judged.way), -heard

    key, _, judged = min(usable, key=rank)
    return key, judged


def can_leave(per_minute: int, start: datetime, end: datetime) -> int:
    """Return how many messages a package takes between two instants."""
    return int(max(0.0, (end - start).total_seconds()) / 60 * per_minute)


def _same_day(one: datetime, other: datetime) -> bool:
    return local(one).date() == local(other).date()
