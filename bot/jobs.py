"""Slow work, outside any transaction; the result comes back through the inbox like any message."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar

import structlog

from bot.clock import Clock
from bot.files import FileStore
from bot.store import Store
from domain.errors import BaoAnError
from messages.envelope import OWN_KEY, Address, InboundKind, InboundMessage
from storage.records import Job
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

STALE = timedelta(minutes=10)
TRIES = 3


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file a job made, to be kept and handed over."""

    data: bytes
    name: str
    mime: str


@dataclass(frozen=True, slots=True)
class Made:
    """What a job made: data for the flow, and files to keep and hand over.

    In the result `attachment` names the first file, `files` all of them as [id, name, mime]. With `forget` the
    job's body is neither handed on nor kept: it holds what belongs in the files alone.
    """

    data: Mapping[str, Any]
    files: tuple[MadeFile, ...] = ()
    forget: bool = False


T = TypeVar("T")


class Read(Protocol):
    """Runs a function of a unit of work that only looks, from the job's thread, and returns what it returns."""

    def __call__(self, look: Callable[[UnitOfWork], T]) -> T:
        """Run it."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What a job may look at.

    `attachment`: the bytes of an attachment by its id, None where they are lost. `read` looks into the database,
    so that what is personal need not lie in the job's row. `template`: the office's own layout of a form, None
    where it has none. `person` asked for the job, `now` is when it is done.
    """

    attachment: Callable[[int], tuple[bytes, str] | None]
    read: Read
    template: Callable[[str], bytes | None]
    person: int
    now: datetime


Work = Callable[[Mapping[str, Any], Bench], Made]


class Jobs:
    """Takes waiting jobs, does them in a thread, and puts each result into the inbox."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        files: FileStore,
        kinds: Mapping[str, Work],
        template: Callable[[str], bytes | None] = lambda _form: None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._files = files
        self._kinds = kinds
        self._template = template

    async def run_waiting(self) -> int:
        """Do the job that waits longest and return how many were done.

        One at a time, so that a job whose process dies costs no other job a try; after some it is given up.
        """
        now = self._clock.now()
        claimed = await self._store.write(lambda uow: uow.jobs.claim(now, now - STALE, limit=1))
        for job in claimed:
            await self._do(job)
        return len(claimed)

    async def _do(self, job: Job) -> None:
        if job.attempts >= TRIES:
            log.error("job_given_up", job=job.id, kind=job.kind)
            await self._store.write(lambda uow: self._hand_in(uow, job, _failed(), "given-up"))
            return
        problem: str | None = None
        try:
            attachment = await self._store.read(lambda uow: self._bytes_of(uow, job))
            bench = Bench(
                lambda _id: attachment, self._reader(), self._template, job.person_id, self._clock.now()
            )
            made = await asyncio.to_thread(self._kinds[job.kind], job.body, bench)
        except BaoAnError as error:
            made = Made({"error": error.key, "params": error.params})
        except Exception as error:
            log.exception("job_failed", job=job.id, kind=job.kind)
            problem = type(error).__name__
            made = _failed()
        await self._store.write(lambda uow: self._hand_in(uow, job, made, problem))

    def _reader(self) -> Read:
        """Return how the job's thread reads: through the store, in whatever thread that reads in."""
        loop = asyncio.get_running_loop()

        def read(look: Callable[[UnitOfWork], T]) -> T:
            return asyncio.run_coroutine_threadsafe(self._store.read(look), loop).result()

        return read

    def _bytes_of(self, uow: UnitOfWork, job: Job) -> tuple[bytes, str] | None:
        attachment_id = job.body.get("attachment")
        row = uow.attachments.get(attachment_id) if attachment_id else None
        return None if row is None or row.state != "stored" else (self._files.get(row.path), row.name)

    def _hand_in(self, uow: UnitOfWork, job: Job, made: Made, problem: str | None) -> None:
        now = self._clock.now()
        data: dict[str, Any] = {"kind": job.kind, **({} if made.forget else job.body), **made.data}
        kept = [[self._keep(uow, job, file, now), file.name, file.mime] for file in made.files]
        if kept:
            data |= {"attachment": kept[0][0], "files": kept}
        channel, account, chat, sender = job.reply_to
        uow.inbox.add(
            InboundMessage(
                Address(channel, account, chat, sender),
                f"{OWN_KEY}job-{job.id}",
                InboundKind.RESULT,
                now,
                data=data,
            ),
            now,
        )
        uow.jobs.finish(job.id, problem, forget=made.forget)

    def _keep(self, uow: UnitOfWork, job: Job, file: MadeFile, now: datetime) -> int:
        digest, path = self._files.put(file.data)
        return uow.attachments.add(
            person_id=job.person_id,
            kind="made",
            name=file.name,
            mime=file.mime,
            size=len(file.data),
            digest=digest,
            path=path,
            state="stored",
            now=now,
        )


def _failed() -> Made:
    return Made({"error": "something-wrong", "params": {}})
