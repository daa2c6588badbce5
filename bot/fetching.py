"""Fetching files that still lie with a platform: at once, a few tries, then lost, which means asking again."""

import asyncio
from collections.abc import Mapping

import structlog

from bot import attachments
from bot.channels.base import Channel, FetchError, LiveChannel
from bot.clock import Clock
from bot.files import FileStore
from bot.store import Store
from domain.errors import BadInputError
from handlers.services import carrying
from messages.envelope import OWN_KEY, InboundKind, InboundMessage
from storage.records import PendingFile
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

TRIES = 4
PAUSE = 2.0  # seconds before the second try, doubled for each one after


class Fetcher:
    """Brings pending files home."""

    def __init__(self, store: Store, clock: Clock, files: FileStore, channels: Mapping[str, Channel]) -> None:
        self._store = store
        self._clock = clock
        self._files = files
        self._channels = channels
        self._not_before: dict[int, float] = {}

    async def run_waiting(self) -> int:
        """Fetch the files that wait, side by side, and return how many were tried."""
        now = self._clock.monotonic()
        pending = await self._store.read(lambda uow: uow.attachments.pending())
        waiting = [
            f for f in pending if self._has_joined(f.channel) and self._not_before.get(f.id, 0.0) <= now
        ]
        brought = await asyncio.gather(*(self._bring(file) for file in waiting), return_exceptions=True)
        for problem in brought:
            if isinstance(problem, BaseException):
                raise problem
        return len(waiting)

    async def _bring(self, file: PendingFile) -> None:
        try:
            data = await self._live(file.channel).fetch(file.reference)
            kept = await attachments.clean_aside(data, file.name)
            digest, path = await asyncio.to_thread(self._files.put, kept.data)
        except Exception as error:  # noqa: BLE001 - whatever it was, the try counts, so that it comes to an end
            hopeless = isinstance(error, BadInputError) or (isinstance(error, FetchError) and error.gone)
            gone = hopeless or file.attempts + 1 >= TRIES
            problem = type(error).__name__
            log.warning(
                "fetch_failed", attachment=file.id, attempt=file.attempts + 1, lost=gone, problem=problem
            )
            key = error.key if isinstance(error, BadInputError) else "file-lost"
            await self._store.write(lambda uow: self._failed(uow, file, key, lost=gone))
            return
        await self._store.write(lambda uow: self._home(uow, file.id, kept, digest, path))

    def _home(self, uow: UnitOfWork, file: int, kept: attachments.Kept, digest: str, path: str) -> None:
        uow.attachments.fetched(file, mime=kept.mime, size=len(kept.data), digest=digest, path=path)
        carrying.flush_all(uow, self._clock.now())

    def _live(self, name: str) -> LiveChannel:
        channel = self._channels.get(name)
        if not isinstance(channel, LiveChannel):
            raise FetchError("the channel is not there any more", gone=True)
        return channel

    def _has_joined(self, name: str) -> bool:
        """Whether the channel is there: its library may still be on its way."""
        return isinstance(self._channels.get(name), LiveChannel)

    def _failed(self, uow: UnitOfWork, file: PendingFile, error: str, *, lost: bool) -> None:
        uow.attachments.tried(file.id, file.attempts + 1)
        self._not_before[file.id] = self._clock.monotonic() + PAUSE * 2**file.attempts
        if not lost:
            return
        self._not_before.pop(file.id)
        uow.attachments.set_state(file.id, "lost")
        carrying.flush_all(uow, self._clock.now())
        address = uow.people.reach(file.person_id)
        if address is None:
            return
        now = self._clock.now()
        data = {"kind": "file_lost", "error": error, "params": {}}
        key = f"{OWN_KEY}lost-{file.id}"
        message = InboundMessage(address.address, key, InboundKind.RESULT, now, data=data)
        uow.inbox.add(message, now)
