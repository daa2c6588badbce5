"""The way in: a message is durable before anybody hears that it arrived.

Many arriving together share one commit, without a timer: a batch forms while the commit before it runs. Where
one of them cannot be kept, each is tried again alone, so that only that one fails.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

import structlog
from sqlalchemy.exc import OperationalError

from bot.clock import Clock
from bot.spool import Spool
from bot.store import Store
from handlers.services import people
from messages.envelope import OWN_KEY, InboundMessage
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

Recorder = Callable[[UnitOfWork, InboundMessage, datetime], None]
"""What a channel of our own writes down about a message in the very transaction that keeps it."""

Waiting = tuple[InboundMessage, "asyncio.Future[None]"]


class Intake:
    """Writes what channels hand in to the inbox, or to the spool while the database is away."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        spool: Spool,
        arrived: Callable[[], None],
        recorders: Mapping[str, Recorder],
    ) -> None:
        self._store = store
        self._clock = clock
        self._spool = spool
        self._arrived = arrived
        self._recorders = recorders
        self._pending: list[Waiting] = []
        self._flusher: asyncio.Task[None] | None = None
        self._keeping = asyncio.Lock()

    async def receive(self, message: InboundMessage) -> None:
        """Return once the message is durable; only then may its platform be told so."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._pending.append((_of_a_channel(message), done))
        if self._flusher is None or self._flusher.done():
            self._flusher = asyncio.create_task(self._flush())
        await done

    async def _flush(self) -> None:
        while self._pending:
            batch, self._pending = self._pending, []
            async with self._keeping:
                await self._keep_batch(batch)
            self._arrived()

    async def _keep_batch(self, batch: list[Waiting]) -> None:
        try:
            await self._keep_all([message for message, _ in batch])
        except Exception:  # noqa: BLE001 - whichever it was, it is found again below, alone
            await self._one_by_one(batch)
            return
        for _, done in batch:
            if not done.done():
                done.set_result(None)

    async def drain(self) -> int:
        """Bring what lies in the spool into the inbox, should nobody else write; returns how many messages."""
        async with self._keeping:
            waiting = len(self._spool.waiting())
            if waiting:
                await self._drain_one_by_one()
        return waiting - len(self._spool.waiting())

    async def _one_by_one(self, batch: list[Waiting]) -> None:
        await self._drain_one_by_one()
        for message, done in batch:
            try:
                await self._keep_all([message])
            except Exception as error:  # noqa: BLE001 - its sender must hear that it was not kept
                if not done.done():
                    done.set_exception(error)
            else:
                if not done.done():
                    done.set_result(None)

    async def _drain_one_by_one(self) -> None:
        """Keep what lies in the spool, each alone; one that cannot be kept was acknowledged, so it is set aside."""
        spooled = self._spool.waiting()
        for message in spooled:
            try:
                await self._write([message])
            except OperationalError:
                return
            except Exception:
                log.exception("spooled_message_set_aside", channel=message.address.channel)
                await asyncio.to_thread(self._spool.set_aside, message)
        if spooled:
            self._spool.clear()

    async def _write(self, messages: list[InboundMessage]) -> None:
        now = self._clock.now()

        def add(uow: UnitOfWork) -> None:
            for arrived in messages:
                message = _with_attachment(uow, arrived, now)
                fresh = uow.inbox.add(message, now)
                record = self._recorders.get(message.address.channel)
                if fresh and record is not None:
                    record(uow, message, now)

        await self._store.write(add)

    async def _keep_all(self, messages: list[InboundMessage]) -> None:
        spooled = self._spool.waiting()
        try:
            await self._write([*spooled, *messages])
        except OperationalError as error:
            log.error("database_away", problem=type(error.orig).__name__, spooled=len(messages))  # noqa: TRY400 - no news in its traceback
            await asyncio.to_thread(self._spool.append, messages)
            return
        if spooled:
            self._spool.clear()
            log.info("spool_drained", messages=len(spooled))


def _of_a_channel(message: InboundMessage) -> InboundMessage:
    """Return what a channel handed in as it may be kept: sound text, and no key of the kind our results have."""
    sound = message.scrubbed()
    return replace(sound, key=f"?{sound.key}") if sound.key.startswith(OWN_KEY) else sound


def _with_attachment(uow: UnitOfWork, message: InboundMessage, now: datetime) -> InboundMessage:
    """Give a file that still lies with its platform a row, in the very commit that keeps the message."""
    if message.file is None or message.attachment is not None or uow.inbox.knows(message):
        return message
    person, _ = people.recognise(uow, message.address, now)
    attachment = uow.attachments.add_remote(
        person_id=person.id,
        kind=message.kind.value,
        file=message.file,
        channel=message.address.channel,
        now=now,
    )
    return replace(message, attachment=attachment)
