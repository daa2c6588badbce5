"""Kills a process at every point of a refresh, starts it again, and says what came of the tokens.

A point is the moment before or after a transaction that changed something commits, or any stage of the
request: begun, its head and body written, Zalo having rotated but not answered, the answer's first bytes, its end.
Run as `python -m tests.bot.channels.zalo_oa.kill_driver FOLDER BASE APPS|race`; prints one JSON line a point. The
service at BASE must know the applications `kill-0`, `kill-1` … with the secret `s` and the token `given-N`.
"""

import asyncio
import json
import os
import shutil
import sys
import traceback
import urllib.request
from datetime import datetime, timedelta
from pathlib import Path

import aiohttp
import structlog
from sqlalchemy import event

from bot.channels.zalo_oa.channel import TokenStore, ZaloOAChannel, ZaloSettings
from bot.clock import StillClock
from bot.store import Store
from storage.database import Database
from storage.migrate import migrate
from tests.acceptance.kill_driver import Steps
from tests.bot.channels.zalo_oa.conftest import NOW

ROTATED_BY_NOW = 0.06  # seconds after the request left; the service answers a little later
STAGES = (
    "on_request_start",
    "on_request_headers_sent",
    "on_request_chunk_sent",
    "on_response_chunk_received",
    "on_request_end",
)


def _traced(steps):
    """Return a session that counts each stage of a request, and the time in which Zalo has not answered yet."""
    traces = aiohttp.TraceConfig()

    async def stage(_session, _context, _params):
        steps.step()

    async def sent(_session, _context, _params):
        asyncio.get_running_loop().call_later(ROTATED_BY_NOW, steps.step)

    for name in STAGES:
        getattr(traces, name).append(stage)
    traces.on_request_chunk_sent.append(sent)
    return aiohttp.ClientSession(trace_configs=[traces])


async def _live(folder, base, app, given, steps, *, renew):
    """Open the channel and, with `renew`, renew once more thirteen hours later; returns what the operator sees."""
    kept_at = folder / "clock"
    clock = StillClock(datetime.fromisoformat(kept_at.read_text()))
    database = Database(f"sqlite:///{folder / 'b.db'}")
    event.listen(database.engine, "begin", steps.begins)
    event.listen(database.engine, "commit", steps.commits)
    store = Store(database)
    settings = ZaloSettings(app, "s", "k", "oa", api_base=base, oauth_base=base, business_base=base)

    async def load(number):
        raise FileNotFoundError(number)

    channel = ZaloOAChannel(settings, tokens=TokenStore(store, clock, given), clock=clock, load=load)
    channel._http._session = _traced(steps)

    async def receive(_message):
        return

    await channel.open(receive)
    if renew:
        clock.move_to(clock.now() + timedelta(hours=13))
        kept_at.write_text(clock.now().isoformat())
        await channel._keeper.tend()
    await channel.close()
    problem = channel.problem.key if channel.problem else None
    pair = await channel._keeper._tokens.load()
    store.close()
    return {"problem": problem, "refresh": pair.refresh if pair else None}


def _child(folder, base, app, given, fatal, *, renew):
    """Run one life in a forked child; returns None where it was killed."""
    return _outcome(_born(folder, base, app, given, fatal, renew=renew))


def _born(folder, base, app, given, fatal, *, renew):
    """Fork a life and return its number and the pipe it will speak into."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(read)
        steps, captured = Steps(fatal), structlog.testing.LogCapture()
        structlog.configure(processors=[structlog.stdlib.add_log_level, captured])
        code = 1
        try:
            found = asyncio.run(_live(folder, base, app, given, steps, renew=renew))
            told = [
                [line["log_level"], line["lost"]]
                for line in captured.entries
                if line["event"] == "zalo_oa_refresh_failed"
            ]
            os.write(write, json.dumps({**found, "count": steps.count, "told": told}).encode())
            code = 0
        except Exception:  # noqa: BLE001 - the parent reads it on standard error
            traceback.print_exc()
        finally:
            os._exit(code)
    os.close(write)
    return pid, read


def _outcome(life):
    pid, read = life
    with os.fdopen(read) as pipe:
        said = pipe.read()
    _, status = os.waitpid(pid, 0)
    if not os.WIFSIGNALED(status) and os.WEXITSTATUS(status):
        raise SystemExit("a life broke")
    return json.loads(said) if said else None


def _prepare(root):
    (root / "first").mkdir()
    (root / "first" / "clock").write_text(NOW.isoformat())
    database = Database(f"sqlite:///{root / 'first' / 'b.db'}")
    migrate(database)
    database.close()


def race(root, base):
    """Start several processes on one database at the same moment; each prints what it came to."""
    lives = [_born(root / "first", base, "race", "given", 0, renew=False) for _ in range(6)]
    for life in lives:
        sys.stdout.write(json.dumps(_outcome(life)) + "\n")


def main(root, base, apps):
    """Die at every point, one after the other, until a life reaches its end."""
    for fatal in range(apps):
        folder, app, given = root / f"at-{fatal}", f"kill-{fatal}", f"given-{fatal}"
        shutil.copytree(root / "first", folder)
        whole = _child(folder, base, app, given, fatal, renew=True)
        if fatal and whole is not None:
            return
        revived = _child(folder, base, app, given, 0, renew=False)
        mended = None
        if revived["problem"]:
            url = urllib.request.Request(f"{base}/console/{app}", method="POST")  # noqa: S310 - loopback
            with urllib.request.urlopen(url) as answer:  # noqa: S310 - loopback
                mended = _child(folder, base, app, answer.read().decode(), 0, renew=False)
        line = {"fatal": fatal, "app": app, "whole": whole, "revived": revived, "mended": mended}
        sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    _prepare(Path(sys.argv[1]))
    if sys.argv[3] == "race":
        race(Path(sys.argv[1]), sys.argv[2])
    else:
        main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
