"""The way out: claim under a lease, decide, send, write down how it ended.

An attempt is committed before anything is sent. A lease that lapsed without an outcome is unknown: the
message is sent once more at most, marked as a repeat, and after that shown to the operator.
"""

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from functools import partial

import structlog

from bot.channels.base import (
    BlockedError,
    Channel,
    RefusedError,
    RetryLaterError,
    SendError,
    UnknownOutcomeError,
)
from bot.clock import Clock
from bot.delivery.stages import verdict
from bot.store import Store
from messages.envelope import Address, OutboundMessage
from storage.records import OutboxRow
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

LEASE = timedelta(seconds=60)
BATCH = 64
RETRIES = 8


class Delivery:
    """Sends what is due; with `staging_to`, to that one address whoever it was for."""

    def __init__(
        self, store: Store, clock: Clock, channels: Mapping[str, Channel], staging_to: Address | None = None
    ) -> None:
        self._store = store
        self._clock = clock
        self._channels = channels
        self._staging_to = staging_to

    async def deliver_due(self) -> int:
        """Send one batch of due messages and return how many were settled or tried; 0 means none is due."""
        claimed = await self._store.write(self._claim)
        await asyncio.gather(*(self._send(row, repeated=repeated) for row, repeated in claimed if row))
        return len(claimed)

    def _claim(self, uow: UnitOfWork) -> list[tuple[OutboxRow | None, bool]]:
        now = self._clock.now()
        claimed: list[tuple[OutboxRow | None, bool]] = []
        for row in uow.outbox.claim(now, now + LEASE, BATCH, list(self._channels)):
            number = row.attempts + 1
            unknown = uow.outbox.lapsed(row.id, now) if row.attempts else 0
            dropped = verdict(uow, row, now)
            if dropped is not None:
                self._settle(uow, row, number, "dropped", "dropped", dropped.reason)
                claimed.append((None, False))
            elif unknown > 1:
                log.error("delivery_unknown", outbox=row.id)
                self._settle(uow, row, number, "refused", "unknown", "sent twice, no outcome known")
                claimed.append((None, False))
            else:
                claimed.append((row, unknown > 0))
        return claimed

    def _settle(
        self, uow: UnitOfWork, row: OutboxRow, number: int, outcome: str, state: str, detail: str | None
    ) -> None:
        uow.outbox.record(row.id, number, outcome=outcome, state=state, now=self._clock.now(), detail=detail)

    async def _send(self, row: OutboxRow, *, repeated: bool) -> None:
        number = row.attempts + 1
        to = self._staging_to or row.address
        channel = self._channels[to.channel]
        message = OutboundMessage.from_json(row.body, repeated=repeated)
        try:
            sent = await channel.send(to, message, f"out-{row.id}")
        except UnknownOutcomeError:
            log.warning("delivery_outcome_unknown", outbox=row.id)
            return  # the lease lapses, and the claim after it counts this as unknown
        except SendError as error:
            await self._store.write_together(partial(self._failed, row=row, number=number, error=error))
            return
        await self._store.write_together(
            lambda uow: uow.outbox.record(
                row.id,
                number,
                outcome="accepted",
                state="accepted",
                now=self._clock.now(),
                platform_key=sent.platform_key,
            )
        )

    def _failed(self, uow: UnitOfWork, row: OutboxRow, number: int, error: SendError) -> None:
        now = self._clock.now()
        problem = f"{type(error).__name__}: {error}"
        if isinstance(error, RetryLaterError) and number < RETRIES:
            uow.outbox.record(
                row.id,
                number,
                outcome="retry",
                state="due",
                now=now,
                detail=problem,
                not_before=now + error.after,
            )
            return
        if isinstance(error, BlockedError):
            uow.people.set_address_state(row.address_id, "blocked")
            # The duty is still open: whoever stands next is told at the next tick, not at the next step.
            uow.occurrences.look_again((row.about or {}).get("occurrences", ()), now)
            log.warning("address_blocked", channel=row.address.channel, outbox=row.id)
            self._settle(uow, row, number, "blocked", "blocked", problem)
            return
        level = "refused" if isinstance(error, RefusedError) else "failed"
        log.error("delivery_failed", outbox=row.id, problem=problem)
        self._settle(uow, row, number, level, "failed", problem)
