"""How much of Telegram's limit is reached, and with how many 429s: ours, a naive loop, AIORateLimiter.

Each sends to as many chats as the limit allows in the given seconds, to one loopback server in a process of its
own that keeps 30 messages a second, one a second per chat and 20 a minute per group.

    python -m benchmarks.delivery [--seconds 20] [--windows] [--slow] [--json]

`--windows` makes the server count sliding windows (at most 30 in any one second) where it else fills buckets
(30 saved up, 30 more a second): a client that saves up its bucket passes the latter and not the former.
With `--slow` each answer takes 20 to 300 ms, at random.
"""

import argparse
import asyncio
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp

ROOT = Path(__file__).resolve().parents[1]
TOKEN = "123456:" + "A" * 35
RATE = 30
FIRST_CHAT = 1000


@asynccontextmanager
async def platform(flags: list[str]) -> AsyncIterator[str]:
    """Run the server in a process of its own and give its address."""
    command = [sys.executable, "-m", "tests.servers.limits", *flags]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)  # noqa: ASYNC220 - once
    try:
        line = await asyncio.to_thread(process.stdout.readline) if process.stdout else ""
        yield line.strip()
    finally:
        process.terminate()
        process.wait()


async def report(address: str) -> dict[str, Any]:
    async with aiohttp.ClientSession() as session, session.get(f"{address}/report") as answer:
        found: dict[str, Any] = await answer.json()
        return found


async def ours(address: str, count: int) -> None:
    """Our delivery: an outbox on disk, the worker, a channel with Telegram's limits."""
    from bot.bootstrap import Parts, build  # noqa: PLC0415
    from bot.clock import LiveClock  # noqa: PLC0415
    from messages.envelope import Address, OutboundMessage  # noqa: PLC0415

    async def nothing(number: int) -> tuple[bytes, str, str]:
        raise FileNotFoundError(number)

    from bot.channels.telegram.channel import TelegramChannel  # noqa: PLC0415

    clock = LiveClock()
    channel = TelegramChannel(
        TOKEN,
        api_base=address,
        mode="polling",
        public_url=None,
        webhook_secret=None,
        clock=clock,
        load=nothing,
    )
    with tempfile.TemporaryDirectory() as folder:
        parts = Parts(f"sqlite:///{folder}/b.db", Path(folder), clock, office="Sở Nội vụ")
        app = build(parts, lambda _store: [channel])
        now = datetime.now(UTC)
        with app.store.database.transaction() as uow:
            for chat in map(str, range(FIRST_CHAT, FIRST_CHAT + count)):
                person = uow.people.add(None, "vi", now)
                uow.people.add_address(person, Address("telegram", "1", chat, chat))
                known = uow.people.at(Address("telegram", "1", chat, chat))
                if known is None:
                    raise LookupError(chat)
                message = OutboundMessage("Hạn cuối an toàn thứ Hai 14/12.")
                uow.outbox.add(message, person_id=person, address_id=known.id, lane="notice", now=now)
        task = asyncio.create_task(app.delivery.run(app.work.listen()))
        try:
            while await app.store.read(lambda uow: uow.outbox.count_accepted()) < count:  # noqa: ASYNC110 - as an operator would watch
                await asyncio.sleep(0.2)
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await channel.close()
            app.close()


async def naive(address: str, count: int) -> None:
    """One after the other as fast as they go; after a 429 wait as long as it says, then again."""
    async with aiohttp.ClientSession() as session:
        for chat in range(FIRST_CHAT, FIRST_CHAT + count):
            body = {"chat_id": chat, "text": "Hạn cuối an toàn thứ Hai 14/12."}
            while True:
                async with session.post(f"{address}/bot{TOKEN}/sendMessage", json=body) as answer:
                    said = await answer.json()
                if answer.status != 429:
                    break
                await asyncio.sleep(said["parameters"]["retry_after"])


async def python_telegram_bot(address: str, count: int) -> None:
    """python-telegram-bot's ExtBot with its AIORateLimiter, all messages at once."""
    from telegram.ext import AIORateLimiter, ExtBot  # noqa: PLC0415
    from telegram.request import HTTPXRequest  # noqa: PLC0415

    bot = ExtBot(
        TOKEN,
        base_url=f"{address}/bot",
        rate_limiter=AIORateLimiter(max_retries=100),
        request=HTTPXRequest(connection_pool_size=64, pool_timeout=600),
    )
    async with bot:
        text = "Hạn cuối an toàn thứ Hai 14/12."
        chats = range(FIRST_CHAT, FIRST_CHAT + count)
        await asyncio.gather(*(bot.send_message(chat, text) for chat in chats))


async def measure(
    name: str, send: Callable[[str, int], Awaitable[None]], seconds: int, flags: list[str]
) -> Any:
    """Let one of them send, and return what the server saw."""
    count = RATE * seconds
    async with platform(flags) as address:
        began = datetime.now(UTC)
        try:
            async with asyncio.timeout(seconds * 6):
                await send(address, count)
        except TimeoutError:
            pass  # what it reached until then is what it reached
        wall = (datetime.now(UTC) - began) / timedelta(seconds=1)
        seen = await report(address)
    # The first message opens the interval, so one less than were accepted fills it.
    share = (seen["accepted"] - 1) / seen["seconds"] / RATE if seen["seconds"] else 0.0
    return {"who": name, "share": round(share, 4), **seen, "wall": round(wall, 1)}


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--windows", action="store_true")
    parser.add_argument("--slow", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    flags = [flag for flag, on in (("--windows", options.windows), ("--slow", options.slow)) if on]
    runs: list[tuple[str, Callable[[str, int], Awaitable[None]]]] = [("Báo An", ours), ("naive loop", naive)]
    if importlib.util.find_spec("aiolimiter") and importlib.util.find_spec("telegram"):
        runs.append(("AIORateLimiter", python_telegram_bot))
    else:
        print("AIORateLimiter: not measured, python-telegram-bot or aiolimiter is not installed (make setup)")
    for name, send in runs:
        found = await measure(name, send, options.seconds, flags)
        if options.json:
            print(json.dumps(found, ensure_ascii=False))
        else:
            print(
                f"{found['who']:<16} {found['share']:7.1%} of the limit   {found['refused']:4d} x 429, "
                f"{found['early']} of them before retry_after was over   "
                f"{found['accepted']} messages in {found['seconds']:.1f} s"
            )


if __name__ == "__main__":
    asyncio.run(main())
