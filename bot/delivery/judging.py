"""Whether a claimed message leaves now, how, and at what price: decided in the transaction that claims it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from typing import Any

import structlog

from bot.channels.base import Channel
from bot.delivery import rerouting
from bot.delivery.billing import Purse, quoted
from bot.delivery.lane import Item
from bot.delivery.retry import Ending
from bot.delivery.settling import settle
from bot.delivery.stages import verdict
from domain.calendar import LOCAL, local
from domain.desk_policy import DeskPolicy, default_desk
from domain.digest import STALE, day_over
from domain.ways import Way, topic_of
from handlers import outgoing
from handlers.services import handoff
from handlers.services.reminders import KIND as REMINDER
from messages.envelope import Address
from storage.records import OutboxRow
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

Hours = Callable[[Mapping[str, Any] | None, datetime], datetime]
"""When a reminder (what it is about) that could go at an instant may leave: then, or when quiet hours end."""


def any_hour(_about: Mapping[str, Any] | None, now: datetime) -> datetime:
    """Know no quiet hours."""
    return now


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges claimed messages; with `staging_to` all of them go there.

    `cap` is what may be spent a month, in đồng; beyond it only what `domain.costs.withheld` lets pass is billed.
    """

    staging_to: Address | None = None
    hours: Hours = any_hour
    cap: int | None = None
    desk: DeskPolicy = field(default_factory=default_desk)

    def items(
        self, uow: UnitOfWork, rows: Iterable[OutboxRow], channel: Channel, purse: Purse, now: datetime
    ) -> list[Item]:
        """Return those to be sent; the others are settled. The age of an item counts from `now`."""
        rows = list(rows)
        today = _Today(uow, rows, now)
        judged = (self._judged(uow, row, today, now) for row in rows)
        priced = (self._priced(uow, channel, item, purse, now) for item in judged if item is not None)
        return [item for item in priced if item is not None]

    def _judged(self, uow: UnitOfWork, row: OutboxRow, today: "_Today", now: datetime) -> Item | None:
        unknown = uow.outbox.lapsed(row.id, now) if row.attempts else 0
        dropped = verdict(uow, row, now)
        if dropped is not None:
            settle(uow, row, Ending("dropped", "dropped"), dropped.reason, now)
            return None
        if unknown > 1:
            log.error("delivery_unknown", outbox=row.id)
            settle(uow, row, Ending("refused", "unknown"), "sent twice, no outcome known", now)
            return None
        talks_until = self._talks_until(uow, row, now)
        if talks_until is not None:
            settle(uow, row, Ending("held", "due", again_after=talks_until - now), handoff.HELD, now)
            return None
        if _is_reminder(row) and not self._may_remind(uow, row, today, unknown, now):
            return None
        by_template = self.staging_to is None and _needs_template(uow, row, now)
        return Item(row, self.staging_to or row.address, unknown > 0, by_template=by_template)

    def _may_remind(
        self, uow: UnitOfWork, row: OutboxRow, today: "_Today", unknown: int, now: datetime
    ) -> bool:
        """Whether a reminder leaves now: in its hours, on the day it speaks of, below its reader's ceiling."""
        about = row.about or {}
        leaves_at = self.hours(about, now)
        if leaves_at > now:  # it waited for a platform until the night came
            settle(uow, row, Ending("held", "due", again_after=leaves_at - now), "quiet hours", now)
            return False
        if not unknown and day_over(about.get("read_on"), local(now)):
            settle(uow, row, Ending("dropped", "dropped"), STALE, now)
            uow.occurrences.look_again(about.get("occurrences", ()), now)
            return False
        if not today.takes(row.person_id, about.get("ceiling")):
            leaves_at = self.hours(about, _tomorrow(now))
            settle(uow, row, Ending("held", "due", again_after=leaves_at - now), "daily ceiling", now)
            return False
        return True

    def _talks_until(self, uow: UnitOfWork, row: OutboxRow, now: datetime) -> datetime | None:
        """Return until when a notice waits because its reader talks with an officer; what is urgent never does."""
        if row.lane != outgoing.NOTICE or row.urgent or row.expires_at is not None:
            return None
        return handoff.quiet_until(uow, row.person_id, self.desk, now)

    def _priced(
        self, uow: UnitOfWork, channel: Channel, item: Item, purse: Purse, now: datetime
    ) -> Item | None:
        """Return the message with what it costs; None where the month's cap keeps it back."""
        row = item.row
        quote = quoted(channel, row, now)
        if quote is None:
            return item
        expected = quote.instead if item.by_template else quote.expected
        if purse.why_not(expected, row) is not None:
            rerouting.keep_back(uow, row, now)
            return None
        as_it_is = purse.why_not(quote.instead, row) is not None
        if expected is not None:
            purse.book(row, expected)
        return replace(item, quote=quote, as_it_is=as_it_is)


class _Today:
    """How many reminders each reader of a batch has got today; one that may have arrived counts."""

    def __init__(self, uow: UnitOfWork, rows: Sequence[OutboxRow], now: datetime) -> None:
        readers = {row.person_id for row in rows if _is_reminder(row)}
        since = datetime.combine(local(now).date(), time(), LOCAL)
        batch = [row.id for row in rows]
        self._told = uow.outbox.reminded(readers, f"{REMINDER}|", since, batch) if readers else {}

    def takes(self, person: int, ceiling: int | None) -> bool:
        """Whether the person may get one more; then it is counted."""
        count = self._told.get(person, 0)
        if ceiling is not None and count >= ceiling:
            return False
        self._told[person] = count + 1
        return True


def _is_reminder(row: OutboxRow) -> bool:
    return not row.urgent and (row.about or {}).get("kind") == REMINDER


def _tomorrow(now: datetime) -> datetime:
    return datetime.combine(local(now).date() + timedelta(days=1), time(), LOCAL)


def _needs_template(uow: UnitOfWork, row: OutboxRow, now: datetime) -> bool:
    """Whether a notice would be refused as an ordinary message, and a template gets through."""
    if row.lane != outgoing.NOTICE or row.address.channel not in uow.ways.allows:
        return False
    known = uow.ways.of(uow.people.address(row.address_id), topic_of(row.about), now)
    return known.way is Way.TEMPLATE
