"""The way out: claim under a lease, decide, wait for a turn, send, write down how it ended.

An attempt is committed before anything is sent. A lease that lapsed without an outcome is unknown: the
message is sent once more at most, marked as a repeat, and after that shown to the operator.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot import metrics
from bot.bell import wait_for
from bot.channels.base import (
    Channel,
    RefusedError,
    RetryLaterError,
    SendError,
    Sent,
    Templated,
    UnknownOutcomeError,
    WindowClosedError,
)
from bot.clock import Clock
from bot.delivery import rerouting
from bot.delivery.lane import Hooks, Item, Lane, Wait
from bot.delivery.retry import Ending, ending
from bot.delivery.stages import verdict
from bot.store import Store
from domain.ways import Way, topic_of
from handlers import outgoing
from handlers.services.reminders import KIND as REMINDER
from messages.envelope import Address, OutboundMessage
from storage.records import OutboxRow
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

LEASE = timedelta(seconds=60)
SENDING = 45.0  # seconds a sending may take: with the waiting before it, less than a lease
IDLE = 5.0
LAST_WORDS = 5.0  # seconds that calls on their way have when the program stops


Hours = Callable[[datetime], datetime]
"""When a reminder that could go at an instant may leave: then, or when quiet hours end."""


def any_hour(now: datetime) -> datetime:
    """Know no quiet hours."""
    return now


@dataclass(frozen=True, slots=True)
class Order:
    """What to claim for a lane: from which channels, how much, leaving which addresses alone."""

    lane: Lane
    channels: Sequence[str]
    limit: int
    ahead: bool
    spare: frozenset[int]


class Delivery:
    """Sends what is due; with `staging_to`, to that one address whoever it was for."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        channels: Mapping[str, Channel],
        staging_to: Address | None = None,
        wait: Wait = wait_for,
        hours: Hours = any_hour,
    ) -> None:
        self._store = store
        self._clock = clock
        self._channels = channels
        self._staging_to = staging_to
        self._hours = hours
        self._lanes: dict[str, Lane] = {}
        self._changed = asyncio.Event()
        self._claiming = asyncio.Lock()
        self._retry_at = float("inf")
        self._hooks = Hooks(self._send, self._put_back, self._wake, clock.monotonic, wait)

    async def deliver_due(self) -> int:
        """Send what is due and return how many messages were settled or tried; 0 means none is due.

        A channel without a platform gets one batch. Returns when all of it has ended.
        """
        claimed = await self._claim()
        while tasks := [task for lane in self._lanes.values() for task in lane.tasks()]:
            await asyncio.gather(*tasks)
        return claimed

    async def run(self, changed: asyncio.Event) -> None:
        """Keep sending until cancelled; whoever commits something to send sets `changed`."""
        self._changed = changed
        try:
            while True:
                changed.clear()
                try:
                    await self._claim()
                except Exception:
                    log.exception("loop_failed", loop="deliver")
                    await asyncio.sleep(1)
                await self._hooks.wait(changed, self._idle_seconds())
        finally:
            await self._finish()

    def _idle_seconds(self) -> float:
        now = self._clock.monotonic()
        if self._retry_at <= now:
            self._retry_at = float("inf")
        wakes = [self._retry_at, *(lane.next_wake() for lane in self._lanes.values())]
        return max(0.0, min(IDLE, min(wakes) - now))

    async def _finish(self) -> None:
        """Give back what has not left, and let what is on its way end."""
        for lane in self._lanes.values():
            lane.give_back()
        tasks = [task for lane in self._lanes.values() for task in lane.tasks()]
        if tasks:
            await asyncio.wait(tasks, timeout=LAST_WORDS)

    def _wake(self) -> None:
        self._changed.set()

    # Claiming

    async def _claim(self) -> int:
        """Claim as much as there is room for, and return how many messages that were."""
        count = 0
        async with self._claiming:
            orders = self._orders()
            while orders:
                taken = await self._store.write(partial(self._take, orders=orders))
                more: list[Lane] = []
                for order, (claimed, items) in zip(orders, taken, strict=True):
                    count += claimed
                    order.lane.add(items)
                    if claimed and order.lane.pace is not None:
                        more.append(order.lane)  # of one address it got one message: there may be others
                orders = [order for order in self._orders() if order.lane in more and not order.ahead]
        return count

    def _orders(self) -> list[Order]:
        found: list[Order] = []
        for lane, channels in self._routes():
            limit, ahead = lane.room()
            if limit > 0:
                found.append(Order(lane, channels, limit, ahead, lane.spare()))
        return found

    def _routes(self) -> list[tuple[Lane, list[str]]]:
        """Return each lane and the channels whose messages it carries."""
        if self._staging_to is None:
            return [(self._lane(name), [name]) for name in self._channels]
        to = self._staging_to.channel
        return [(self._lane(to), list(self._channels))] if to in self._channels else []

    def _lane(self, name: str) -> Lane:
        channel = self._channels[name]
        known = self._lanes.get(name)
        if known is None or known.channel is not channel:
            known = self._lanes[name] = Lane(channel, self._hooks)
        return known

    def _take(self, uow: UnitOfWork, orders: Sequence[Order]) -> list[tuple[int, list[Item]]]:
        """Return for each order how many messages were claimed, and those of them that are to be sent."""
        now = self._clock.now()
        since = self._clock.monotonic()
        taken: list[tuple[int, list[Item]]] = []
        for order in orders:
            rows = uow.outbox.claim(
                now,
                now + LEASE,
                order.limit,
                order.channels,
                spare=order.spare,
                one_each=order.lane.pace is not None,
                ahead=order.ahead,
            )
            items = [item for row in rows if (item := self._judge(uow, row, since)) is not None]
            taken.append((len(rows), items))
        return taken

    def _judge(self, uow: UnitOfWork, row: OutboxRow, since: float) -> Item | None:
        """Return the message if it should go out, else settle it."""
        now = self._clock.now()
        unknown = uow.outbox.lapsed(row.id, now) if row.attempts else 0
        dropped = verdict(uow, row, now)
        if dropped is not None:
            self._settle(uow, row, Ending("dropped", "dropped"), dropped.reason)
            return None
        if unknown > 1:
            log.error("delivery_unknown", outbox=row.id)
            self._settle(uow, row, Ending("refused", "unknown"), "sent twice, no outcome known")
            return None
        leaves_at = now if row.urgent or (row.about or {}).get("kind") != REMINDER else self._hours(now)
        if leaves_at > now:  # it waited for a platform until the night came
            self._settle(uow, row, Ending("held", "due", again_after=leaves_at - now), "quiet hours")
            return None
        by_template = self._staging_to is None and _needs_template(uow, row, now)
        return Item(row, self._staging_to or row.address, unknown > 0, since, by_template=by_template)

    async def _put_back(self, items: Sequence[Item]) -> None:
        await self._store.write_together(lambda uow: uow.outbox.release([item.row.id for item in items]))
        self._wake()

    # Sending

    async def _send(self, lane: Lane, item: Item) -> None:
        try:
            async with asyncio.timeout(SENDING):
                sent, whole = await self._say(lane, item)
        except (UnknownOutcomeError, TimeoutError):
            lane.answered(item.to)
            metrics.SETTLED.labels(item.to.channel, "unknown").inc()
            log.warning("delivery_outcome_unknown", outbox=item.row.id)
            return  # the lease lapses, and the claim after it counts this as unknown
        except SendError as error:
            lane.answered(item.to)
            await self._failed(lane, item, error)
            return
        lane.answered(item.to)
        metrics.SETTLED.labels(item.to.channel, "accepted").inc()
        await self._store.write_together(partial(self._write_success, item=item, sent=sent, whole=whole))

    async def _say(self, lane: Lane, item: Item) -> tuple[Sent, bool]:
        """Send the message (True), or the template that stands for it where only that gets through (False)."""
        if item.by_template and isinstance(lane.channel, Templated):
            return await self._stand_in(lane.channel, item, WindowClosedError("known to be closed")), False
        message = OutboundMessage.from_json(item.row.body, repeated=item.repeated)
        try:
            return await lane.channel.send(item.to, message, _key(item)), True
        except WindowClosedError as closed:
            if not isinstance(lane.channel, Templated):
                raise
            await lane.turn(item.to)
            return await self._stand_in(lane.channel, item, closed), False

    async def _stand_in(self, channel: Templated, item: Item, closed: WindowClosedError) -> Sent:
        try:
            return await channel.send_instead(item.to, item.row.about, _key(item))
        except RefusedError as error:
            raise WindowClosedError(f"{closed}; {error}", code=error.code or closed.code) from None

    def _write_success(self, uow: UnitOfWork, item: Item, sent: Sent, *, whole: bool) -> None:
        detail = None if whole else "template"
        self._settle(uow, item.row, Ending("accepted", "accepted"), detail, sent.platform_key)
        for one in sent.quota:
            uow.ways.note(item.to.channel, one.meter, one.left, one.total, self._clock.now())
        if whole:  # a template shows no choices
            outgoing.shown(uow, item.row, self._clock.now())

    async def _failed(self, lane: Lane, item: Item, error: SendError) -> None:
        if error.code:
            metrics.REFUSED.labels(item.to.channel, error.code).inc()
        if isinstance(error, RetryLaterError):
            if error.everyone:
                log.warning("channel_must_wait", channel=item.to.channel, seconds=error.after.total_seconds())
                lane.pause(error.after)
            self._retry_at = min(self._retry_at, self._clock.monotonic() + error.after.total_seconds())
        ends: list[Ending] = []
        await self._store.write_together(partial(self._write_failure, item=item, error=error, ends=ends))
        metrics.SETTLED.labels(item.to.channel, ends[-1].outcome).inc()
        if ends[-1].outcome == "moved":
            self._wake()

    def _write_failure(self, uow: UnitOfWork, item: Item, error: SendError, ends: list[Ending]) -> None:
        row, now = item.row, self._clock.now()
        end = ending(error, uow.outbox.retries(row.id), now - row.created_at)
        if self._staging_to is None:
            end = rerouting.after(uow, row, error, end, now)
        if end.state == "failed":
            log.error("delivery_failed", outbox=row.id, problem=f"{type(error).__name__}: {error}")
        ends.append(end)
        self._settle(uow, row, end, f"{type(error).__name__}: {error}")

    def _settle(
        self,
        uow: UnitOfWork,
        row: OutboxRow,
        end: Ending,
        detail: str | None,
        platform_key: str | None = None,
    ) -> None:
        now = self._clock.now()
        uow.outbox.record(
            row.id,
            row.attempts + 1,
            outcome=end.outcome,
            state=end.state,
            now=now,
            detail=detail,
            platform_key=platform_key,
            not_before=None if end.again_after is None else now + end.again_after,
        )


def _key(item: Item) -> str:
    return f"out-{item.row.id}"


def _needs_template(uow: UnitOfWork, row: OutboxRow, now: datetime) -> bool:
    """Whether a notice would be refused as an ordinary message, and a template gets through."""
    if row.lane != outgoing.NOTICE or row.address.channel not in uow.ways.allows:
        return False
    known = uow.ways.of(uow.people.address(row.address_id), topic_of(row.about), now)
    return known.way is Way.TEMPLATE
