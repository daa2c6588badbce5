"""The way in: a message is durable before anybody hears that it arrived.

Many arriving together share one commit, without a timer: a batch forms while the commit before it runs.
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
from messages.envelope import InboundMessage
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

    async def receive(self, message: InboundMessage) -> None:
        """Return once the message is durable; only then may its platform be told so."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._pending.append((message, done))
        if self._flusher is None or self._flusher.done():
            self._flusher = asyncio.create_task(self._flush())
        await done

    async def _flush(self) -> None:
        while self._pending:
            batch, self._pending = self._pending, []
            try:
                await self._keep([message for message, _ in batch])
            except Exception as error:  # noqa: BLE001 - whatever it was, each sender must hear that nothing was kept
                for _, done in batch:
                    if not done.done():
                        done.set_exception(error)
                continue
            for _, done in batch:
                if not done.done():
                    done.set_result(None)
            self._arrived()

    async def _keep(self, messages: list[InboundMessage]) -> None:
        now = self._clock.now()
        spooled = self._spool.waiting()

        def add(uow: UnitOfWork) -> None:
            for arrived in [*spooled, *messages]:
                message = _with_attachment(uow, arrived, now)
                fresh = uow.inbox.add(message, now)
                record = self._recorders.get(message.address.channel)
                if fresh and record is not None:
                    record(uow, message, now)

        try:
            await self._store.write(add)
        except OperationalError as error:
            log.error("database_away", problem=type(error.orig).__name__, spooled=len(messages))  # noqa: TRY400 - no news in its traceback
            await asyncio.to_thread(self._spool.append, messages)
            return
        if spooled:
            self._spool.clear()
            log.info("spool_drained", messages=len(spooled))


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
