"""The one file where concrete parts meet."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bot import job_kinds, receipt_files
from bot.app import App
from bot.bell import Bell
from bot.channels import webchat
from bot.channels.base import Channel
from bot.clock import Clock
from bot.delivery.worker import Delivery
from bot.dispatcher import Dispatcher
from bot.fetching import Fetcher
from bot.files import FileStore
from bot.intake import Intake
from bot.jobs import Jobs
from bot.receipt_keys import ReceiptKeys
from bot.spool import Spool
from bot.store import Store
from bot.templates import Templates
from bot.ticks import TICKS
from domain.costs import Spending
from domain.policy import ReminderPolicy, default_policy
from domain.ways import Allows, Rules
from handlers.acting import Surroundings
from handlers.services import calendars, policies, receipts, reminders
from messages.envelope import Address
from storage.database import open_database
from storage.migrate import migrate

RECORDERS = {webchat.NAME: webchat.record}


@dataclass(frozen=True, slots=True)
class Parts:
    """What may differ from one installation, test or simulation to the next."""

    database_url: str
    data_dir: Path
    clock: Clock
    office: str
    hotline: str | None = None
    public_url: str | None = None
    receipt_key: str | None = None
    policy: ReminderPolicy | None = None
    token: Callable[[int], bytes] = secrets.token_bytes
    staging_to: Address | None = None
    spending: Spending = field(default_factory=Spending)
    answers_per_minute: int | None = None
    allows: Mapping[str, Allows] = field(default_factory=dict)  # by channel; one not there allows anything


def build(parts: Parts, make_channels: Callable[[Store], Sequence[Channel]]) -> App:
    """Open and migrate the database and wire everything to it."""
    database = open_database(parts.database_url, Rules(parts.allows, parts.spending.cap))
    migrate(database)
    store = Store(database)
    with database.reading() as uow:
        policy = parts.policy or policies.office(uow, default_policy())
        calendar = calendars.adopted(uow)
    around = Surroundings(
        office=parts.office,
        hotline=parts.hotline,
        policy=policy,
        calendar=calendar,
        token=parts.token,
        public_url=parts.public_url,
        spending=parts.spending,
        answers_per_minute=parts.answers_per_minute,
    )
    channels = {channel.name: channel for channel in make_channels(store)}
    files = FileStore(parts.data_dir / "files")
    keys = ReceiptKeys(parts.data_dir, parts.receipt_key)
    kinds = {**job_kinds.KINDS, receipts.JOB: receipt_files.work(keys)}
    work = Bell()
    return App(
        store=store,
        clock=parts.clock,
        around=around,
        channels=channels,
        intake=Intake(store, parts.clock, Spool(parts.data_dir / "spool.jsonl"), work.ring, RECORDERS),
        dispatcher=Dispatcher(database, parts.clock, around),
        delivery=Delivery(
            store,
            parts.clock,
            channels,
            parts.staging_to,
            hours=partial(reminders.may_leave, around),
            cap=parts.spending.cap,
        ),
        jobs=Jobs(store, parts.clock, files, kinds, Templates(parts.data_dir).get),
        fetcher=Fetcher(store, parts.clock, files, channels),
        files=files,
        receipt_keys=keys,
        ticks=TICKS,
        work=work,
    )
