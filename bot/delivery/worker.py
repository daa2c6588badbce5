"""The way out: claim under a lease, decide, wait for a turn, send, write down how it ended.

An attempt is committed before anything is sent. A lease that lapsed without an outcome is unknown: the
message is sent once more at most, marked as a repeat, and after that shown to the operator.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from heapq import heappop, heappush

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
    WithheldError,
)
from bot.clock import Clock
from bot.delivery import rerouting
from bot.delivery.billing import NOTHING, Purse, bill_of, bill_of_failed
from bot.delivery.judging import Hours, Judge, any_hour
from bot.delivery.lane import Hooks, Item, Lane, Wait
from bot.delivery.menus import Menus
from bot.delivery.retry import Ending, ending
from bot.delivery.settling import settle
from bot.store import Store
from handlers import outgoing
from messages.envelope import Address, OutboundMessage
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

LEASE = timedelta(seconds=60)
SENDING = 45.0  # seconds a sending may take: with the waiting before it, less than a lease
IDLE = 5.0
LAST_WORDS = 5.0  # seconds that calls on their way have when the program stops


@dataclass(frozen=True, slots=True)
class Order:
    """What to claim for a lane: from which channels, how much, leaving which addresses alone."""

    lane: Lane
    channels: Sequence[str]
    limit: int
    ahead: bool
    spare: frozenset[int]


class Delivery:
    """Sends what is due; with `staging_to`, to that one address whoever it was for.

    Which of it, and how, `Judge` decides.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        channels: Mapping[str, Channel],
        staging_to: Address | None = None,
        wait: Wait = wait_for,
        hours: Hours = any_hour,
        cap: int | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._channels = channels
        self._staging_to = staging_to
        self._judge = Judge(staging_to, hours, cap)
        self._lanes: dict[str, Lane] = {}
        self._changed = asyncio.Event()
        self._claiming = asyncio.Lock()
        self._retries: list[float] = []  # a heap: when what was refused for now may go
        self._looked_at: float | None = None
        self._menus = Menus(store)
        self._hooks = Hooks(self._send, self._put_back, self._wake, clock.monotonic, wait)

    async def deliver_due(self) -> int:
        """Send what is due and return how many messages were settled or tried; 0 means none is due.

        A channel without a platform gets one batch. Returns when all of it has ended.
        """
        claimed = await self._claim()
        while tasks := [task for lane in self._lanes.values() for task in lane.tasks()]:
            await asyncio.gather(*tasks)
        await self._menus.settled()
        return claimed

    async def run(self, changed: asyncio.Event) -> None:
        """Keep sending until cancelled; whoever commits something to send sets `changed`."""
        self._changed = changed
        try:
            while True:
                self._looked_at = self._clock.monotonic()
                changed.clear()
                self._forget_retries(self._clock.monotonic())
                try:
                    await self._claim()
                except Exception:
                    log.exception("loop_failed", loop="deliver")
                    await asyncio.sleep(1)
                await self._hooks.wait(changed, self._idle_seconds())
        finally:
            self._looked_at = None
            await self._finish()

    def idle_for(self) -> float | None:
        """Return how many seconds ago `run` last began a round; None where it does not run."""
        return None if self._looked_at is None else self._clock.monotonic() - self._looked_at

    def _idle_seconds(self) -> float:
        now = self._clock.monotonic()
        rests = (lane.next_wake() for lane in self._lanes.values())
        return max(0.0, min([now + IDLE, *self._retries[:1], *rests]) - now)

    def _forget_retries(self, now: float) -> None:
        """Forget what may go by now, before it is claimed: what comes due while that runs keeps its wake-up."""
        while self._retries and self._retries[0] <= now:
            heappop(self._retries)

    async def _finish(self) -> None:
        """Give back what has not left, and let what is on its way end."""
        await self._menus.close()
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
            spare = (
                lane.spare()
            )  # also where there is no room: a rest that is over must not wake us again and again
            if limit > 0:
                found.append(Order(lane, channels, limit, ahead, spare))
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
        purse = Purse(uow, self._judge.cap, now)
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
            items = self._judge.items(uow, rows, order.lane.channel, purse, now)
            taken.append((len(rows), [replace(item, since=since) for item in items]))
        return taken

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
        if self._staging_to is None:
            self._menus.look(lane.channel, item.to, item.row.address_id)

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
            if item.as_it_is:
                raise WithheldError(str(closed), code=closed.code) from None
            await lane.turn(item.to)
            return await self._stand_in(lane.channel, item, closed), False

    async def _stand_in(self, channel: Templated, item: Item, closed: WindowClosedError) -> Sent:
        try:
            return await channel.send_instead(item.to, item.row.about, _key(item))
        except RefusedError as error:
            raise WindowClosedError(f"{closed}; {error}", code=error.code or closed.code) from None

    def _write_success(self, uow: UnitOfWork, item: Item, sent: Sent, *, whole: bool) -> None:
        end, detail = Ending("accepted", "accepted"), None if whole else "template"
        bill = bill_of(item.quote, sent, whole=whole) if self._staging_to is None else NOTHING
        now = self._clock.now()
        settle(uow, item.row, end, detail, now, platform_key=sent.platform_key, bill=bill)
        for one in sent.quota:
            uow.ways.note(item.to.channel, one.meter, one.left, one.total, now)
        if whole:  # a template shows no choices
            outgoing.shown(uow, item.row, now)

    async def _failed(self, lane: Lane, item: Item, error: SendError) -> None:
        if error.code:
            metrics.REFUSED.labels(item.to.channel, error.code).inc()
        if isinstance(error, RetryLaterError) and error.everyone:
            log.warning("channel_must_wait", channel=item.to.channel, seconds=error.after.total_seconds())
            lane.pause(error.after)
        ends: list[Ending] = []
        await self._store.write_together(partial(self._write_failure, item=item, error=error, ends=ends))
        if (after := ends[-1].again_after) is not None:
            # Counted from here it is not too early: the row was written before.
            heappush(self._retries, self._clock.monotonic() + after.total_seconds())
        metrics.SETTLED.labels(item.to.channel, ends[-1].outcome).inc()
        if ends[-1].outcome == "moved":
            self._wake()

    def _write_failure(self, uow: UnitOfWork, item: Item, error: SendError, ends: list[Ending]) -> None:
        row, now = item.row, self._clock.now()
        if isinstance(error, WithheldError):
            uow.people.close_window(row.address_id, now, None)
            ends.append(rerouting.keep_back(uow, row, now))
            return
        end = ending(error, uow.outbox.retries(row.id), now - row.created_at)
        if self._staging_to is None:
            end = rerouting.after(uow, row, error, end, now)
        if end.state == "failed":
            log.error("delivery_failed", outbox=row.id, problem=f"{type(error).__name__}: {error}")
        ends.append(end)
        bill = bill_of_failed(item.quote, error)
        settle(uow, row, end, f"{type(error).__name__}: {error}", now, bill=bill)


def _key(item: Item) -> str:
    return f"out-{item.row.id}"
