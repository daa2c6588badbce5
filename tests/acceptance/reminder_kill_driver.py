"""Kills the program between any two steps of two days of reminding, starts it again, and says what came of it.

As `kill_driver`, for ticks instead of a talk. Run as `python -m tests.acceptance.reminder_kill_driver FOLDER`.
"""

import asyncio
import json
import os
import shutil
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import event

from bot import sample_world
from bot.bootstrap import Parts, build
from bot.clock import StillClock
from messages.catalog import bundle
from storage.database import Database
from tests.acceptance.kill_driver import Platform, Steps

NOW = datetime(2026, 12, 10, 0, 0, tzinfo=UTC)
STOPS = tuple(NOW + timedelta(minutes=30, days=day, hours=hour) for day in (0, 1) for hour in (0, 4))
TICKS = ("reminders", "seal")
DUE = (date(2026, 12, 11), date(2026, 12, 14), date(2026, 12, 1))


async def live(folder, steps, started):
    """Live through the stops that have not been reached yet, each with every tick and all that leaves by it."""
    clock = StillClock(NOW + started)
    app = build(
        Parts(f"sqlite:///{folder / 'b.db'}", folder, clock, office="Sở Nội vụ"),
        lambda _store: [Platform(folder / "sent.jsonl", steps)],
    )
    app.ticks = [tick for tick in app.ticks if tick.name in TICKS]
    event.listen(app.store.database.engine, "commit", steps.commits)
    try:
        for number, stop in enumerate(STOPS):
            mark = folder / f"lived-{number}"
            if mark.exists():
                continue
            clock.move_to(stop + started)
            await app.beat()
            mark.touch()
    finally:
        app.close()


def prepare(folder):
    """Make a world in which three units owe something: one soon, one late, one today."""
    clock = StillClock(NOW)
    app = build(Parts(f"sqlite:///{folder / 'b.db'}", folder, clock, office="Sở Nội vụ"), lambda _store: [])
    with app.store.database.transaction() as uow:
        world = sample_world.World("console", "t", sample_world.sample("console", "t").units, None)
        sample_world.load(uow, world, app.around, clock.now())
        chains = uow.people.chains()
        units = [unit for unit, holders in sorted(chains.items()) if "focal" in holders][:2]
        person = next(iter(chains[units[0]]["focal"]))
        plan = uow.plans.add(
            code="KH-26-AAAA", title="K", number=None, reading={}, attachment_id=None,
            check_in="quarterly", created_by=person, now=NOW,
        )  # fmt: skip
        uow.plans.approve(plan, person, NOW - timedelta(days=60))
        for number, due in enumerate(DUE):
            task = uow.plans.add_task(
                plan_id=plan, ref=f"III.{number}", kind="task", position=number, text="Tập huấn an toàn",
                deadline={}, deadline_text=None, product=None, by_mandate=False, lines=[1],
            )  # fmt: skip
            rows = [
                {
                    "code": f"CV-{number}-{unit}", "assignment_id": uow.plans.assign(task, unit, "lead"),
                    "label": "2026", "opens_on": date(2026, 1, 1), "due_on": due, "check_in_until": None,
                    "state": "open", "percent": None, "promised_on": None, "snoozed_until": None, "next_at": NOW,
                }
                for unit in units
            ]  # fmt: skip
            uow.occurrences.add_many(rows)
    app.close()


def child(folder, fatal, started):
    """Run one life in a forked child; returns whether it was killed, its steps and its exit code."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(read)
        steps, code = Steps(fatal), 1
        try:
            asyncio.run(live(folder, steps, started))
            os.write(write, str(steps.count).encode())
            code = 0
        finally:
            os._exit(code)
    os.close(write)
    with os.fdopen(read) as pipe:
        count = pipe.read()
    _, status = os.waitpid(pid, 0)
    return os.WIFSIGNALED(status), int(count or 0), os.waitstatus_to_exitcode(status)


def outcome(folder):
    """Return what stands in the ledger and the chain, and what arrived, each with the items it told of."""
    database = Database(f"sqlite:///{folder / 'b.db'}")
    with database.transaction() as uow:
        entries = uow.ledger.between(NOW - timedelta(days=1), NOW + timedelta(days=9))
        sent = [json.loads(line) for line in (folder / "sent.jsonl").read_text().splitlines()]
        rows = uow.outbox.get_all({int(one["key"].removeprefix("out-")) for one in sent})
        broken = uow.audit.verify()[1]
    database.close()
    for one in sent:
        row = rows[int(one["key"].removeprefix("out-"))]
        one["day"] = row.about["read_on"]
        one["items"] = [[c, i["reason"], i["step"]] for c, i in zip(row.about["occurrences"], row.about["items"], strict=True)]  # fmt: skip  # noqa: E501
    ledger = sorted([e["occurrence"], e["reason"], e["step"], e["person_id"]] for e in entries)
    return {
        "ledger": ledger,
        "outcomes": sorted({e["outcome"] for e in entries}),
        "sent": sent,
        "broken": broken,
    }


def main(root):
    """Die at every step, one after the other, until a life reaches its end."""
    bundle("vi")
    first = root / "first"
    first.mkdir()
    prepare(first)
    fatal = 0
    while True:
        folder = root / f"at-{fatal}"
        shutil.copytree(first, folder)
        killed, count, _ = child(folder, fatal, timedelta())
        if fatal and not killed:
            return
        revived = child(folder, 0, timedelta(minutes=2))[2] if killed else 0
        found = {"fatal": fatal, "count": count, "revived": revived, **outcome(folder)}
        sys.stdout.write(json.dumps(found) + "\n")
        fatal += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]))
