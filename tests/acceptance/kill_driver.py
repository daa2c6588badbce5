"""Kills the program between any two steps, starts it again, and says what came of it.

A step is the moment before a transaction that changed something commits, or before or after a message is
sent, or after a message was kept and before its platform heard so: between two of these nothing durable
changes, so dying anywhere there is dying at the later one. For each step a child process is forked, plays the
talk, and dies there with SIGKILL; a second child goes on where it stopped.
Run as `python -m tests.acceptance.kill_driver FOLDER TALK`; prints one JSON line a step.
"""

import asyncio
import json
import os
import shutil
import signal
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import event

from bot import sample_world
from bot.bootstrap import Parts, build
from bot.channels.base import Capabilities, Sent
from bot.channels.degrade import body_of
from bot.clock import StillClock
from domain.vietnamese.intents import understand
from messages.catalog import bundle
from messages.envelope import Address, InboundKind, InboundMessage

NOW = datetime(2026, 11, 24, 1, 50, tzinfo=UTC)
TALK = (
    ("worker", "tai nan o cong truong cau tan lap co nguoi roi"),
    ("worker", "2 ng, 1 ng chet roi"),
    ("worker", "xã Tân Lập"),
    ("worker", "0912345678"),
    ("commune", "Nhận vụ"),
    ("worker", "Đồng ý"),
    ("worker", "ngã từ trụ cầu xuống"),
)
HANDOFF = (
    ("worker", "2 người bị thương ở xã Tân Lập, gọi 0912345678"),
    ("worker", "gặp người trực"),
    ("worker", "em ở cổng sau"),
    ("commune", "Nhận nói chuyện"),
    ("commune", "tôi tới ngay"),
    ("worker", "dạ em chờ"),
    ("worker", "kết thúc"),
)
TALKS = {"accident": TALK, "handoff": HANDOFF}


class Steps:
    """Counts steps and dies at the chosen one."""

    def __init__(self, fatal):
        self.count = 0
        self.fatal = fatal
        self._changes = 0
        self._committed = False

    def begins(self, _connection):
        """Count the moment after a commit too, for a story in which the world outside changes in between."""
        if self._committed:
            self._committed = False
            self.step()

    def commits(self, connection):
        changes = connection.connection.driver_connection.total_changes
        if changes != self._changes:
            self._changes = changes
            self._committed = True
            self.step()

    def step(self, *_):
        self.count += 1
        if self.count == self.fatal:
            os.kill(os.getpid(), signal.SIGKILL)


class Platform:
    """A platform that remembers what it accepted, whoever dies afterwards."""

    name = "console"
    capabilities = Capabilities(buttons=False, files=True, text_limit=10_000)

    def __init__(self, path, steps):
        self._path = path
        self._steps = steps

    async def send(self, address, message, key):
        self._steps.step()
        line = json.dumps({"chat": address.chat, "key": key, "text": body_of(message), "bare": message.text})
        with self._path.open("a") as file:
            file.write(line + "\n")
            file.flush()
            os.fsync(file.fileno())
        self._steps.step()
        return Sent(key)


async def _live(folder, steps, started, talk):
    """Play what has not been said yet; a message counts as said when receive returned."""
    clock = StillClock(NOW + started)
    app = build(
        Parts(f"sqlite:///{folder / 'b.db'}", folder, clock, office="Sở Nội vụ"),
        lambda _store: [Platform(folder / "sent.jsonl", steps)],
    )
    engine = app.store.database.engine
    event.listen(engine, "commit", steps.commits)
    try:
        await app.settle()
        for number, (who, text) in enumerate(talk):
            said = folder / f"said-{number}"
            if said.exists():
                continue
            message = InboundMessage(
                Address("console", "t", who, who), f"m{number}", InboundKind.TEXT, clock.now(), text=text
            )
            await app.intake.receive(message)  # a platform sends again until it hears that it was kept
            steps.step()
            said.touch()
            await app.settle()
    finally:
        app.close()


def _warm(folder):
    """Read words, calendars and flows once, so that every forked life has them."""
    folder.mkdir()
    _prepare(folder)
    bundle("vi")
    understand("tai nạn")


def _prepare(folder):
    """Make the world once; every life begins with a copy of it."""
    clock = StillClock(NOW)
    app = build(Parts(f"sqlite:///{folder / 'b.db'}", folder, clock, office="Sở Nội vụ"), lambda _store: [])
    world = sample_world.World("console", "t", sample_world.sample("console", "t").units, None)
    with app.store.database.transaction() as uow:
        sample_world.load(uow, world, app.around, clock.now())
    app.close()


def _child(folder, fatal, started, talk):
    """Run one life in a forked child; returns whether it was killed, and how many steps it took."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(read)
        steps = Steps(fatal)
        code = 1
        try:
            asyncio.run(_live(folder, steps, started, talk))
            os.write(write, str(steps.count).encode())
            code = 0
        finally:
            os._exit(code)
    os.close(write)
    with os.fdopen(read) as pipe:
        count = pipe.read()
    _, status = os.waitpid(pid, 0)
    return os.WIFSIGNALED(status), int(count or 0), os.waitstatus_to_exitcode(status)


def _outcome(folder):
    from storage.database import Database  # noqa: PLC0415 - only after the children are gone

    database = Database(f"sqlite:///{folder / 'b.db'}")
    with database.engine.connect() as connection:
        inbox = [
            tuple(r) for r in connection.exec_driver_sql("SELECT state, count(*) FROM inbox GROUP BY state")
        ]
        outbox = [
            tuple(r) for r in connection.exec_driver_sql("SELECT state, count(*) FROM outbox GROUP BY state")
        ]
        cases = [r[0] for r in connection.exec_driver_sql("SELECT state FROM accidents")]
        facts = [
            r[0]
            for r in connection.exec_driver_sql(
                "SELECT field FROM accident_facts WHERE replaced_at IS NULL ORDER BY field"
            )
        ]
        words = [
            tuple(r)
            for r in connection.exec_driver_sql(
                "SELECT side, text, outbox_id > 0 FROM dialogue_words ORDER BY id"
            )
        ]
        talks = [r[0] for r in connection.exec_driver_sql("SELECT state FROM dialogues")]
        consents = connection.exec_driver_sql("SELECT count(*) FROM consents").scalar_one()
    database.close()
    sent = [json.loads(line) for line in (folder / "sent.jsonl").read_text().splitlines()]
    return {
        "inbox": dict(inbox),
        "outbox": dict(outbox),
        "cases": cases,
        "facts": facts,
        "consents": consents,
        "words": words,
        "talks": talks,
        "sent": sent,
    }


def main(root, talk):
    """Die at every step, one after the other, until a life reaches its end."""
    _warm(root / "warm")
    first = root / "first"
    first.mkdir()
    _prepare(first)
    fatal = 0
    while True:
        folder = root / f"at-{fatal}"
        shutil.copytree(first, folder)
        killed, count, _ = _child(folder, fatal, timedelta(), talk)
        if fatal and not killed:
            return
        revived = 0
        if killed:
            _, _, revived = _child(folder, 0, timedelta(minutes=2), talk)
        sys.stdout.write(
            json.dumps({"fatal": fatal, "count": count, "revived": revived, **_outcome(folder)}) + "\n"
        )
        fatal += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]), TALKS[sys.argv[2]])
