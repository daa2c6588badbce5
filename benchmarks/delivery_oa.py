"""How much of an Official Account's package is reached, and with how many refusals (-32): ours and a naive loop.

Each has more messages than the package takes in two minutes, each to another person. The strict stand-in of
tests/servers counts a sliding minute; what it took in the second one is the figure, since the first begins empty.

    python -m benchmarks.delivery_oa [--package 2000] [--json]
"""

import argparse
import asyncio
import json
import tempfile
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp

from bot.bootstrap import Parts, build
from bot.channels.zalo_oa.channel import TokenStore, ZaloOAChannel, ZaloSettings
from bot.clock import LiveClock
from messages.envelope import Address, InboundMessage, OutboundMessage
from tests.servers.zalo_oa import FakeZalo

TEXT = "Hạn cuối an toàn thứ Hai 14/12."
MINUTE = timedelta(minutes=1)


async def _no_file(number: int) -> tuple[bytes, str, str]:
    raise FileNotFoundError(number)


async def _hear_nothing(message: InboundMessage) -> None:
    raise LookupError(message.key)  # nobody writes to it here


async def ours(zalo: FakeZalo, people: list[str]) -> None:
    """Our delivery: an outbox on disk, the worker, a channel that knows its package."""
    settings = ZaloSettings(
        app_id=zalo.app_id,
        app_secret=zalo.app.secret,
        secret_key=zalo.oa_secret,
        oa_id=zalo.oa_id,
        api_base=zalo.base,
        oauth_base=zalo.base,
        business_base=zalo.base,
        rate_per_minute=zalo.rate,
    )
    clock = LiveClock()
    made: list[ZaloOAChannel] = []

    def channels(store: Any) -> list[ZaloOAChannel]:
        made.append(
            ZaloOAChannel(
                settings, tokens=TokenStore(store, clock, zalo.app.refresh), clock=clock, load=_no_file
            )
        )
        return made

    with tempfile.TemporaryDirectory() as folder:
        app = build(Parts(f"sqlite:///{folder}/b.db", Path(folder), clock, office="Sở Nội vụ"), channels)
        now = clock.now()
        with app.store.database.transaction() as uow:
            for who in people:
                person = uow.people.add(None, "vi", now)
                at = uow.people.add_address(person, Address("zalo-oa", zalo.oa_id, who, who))
                uow.people.touch(at, now)
                uow.outbox.add(OutboundMessage(TEXT), person_id=person, address_id=at, lane="notice", now=now)
        await made[0].open(_hear_nothing)
        task = asyncio.create_task(app.delivery.run(app.work.listen()))
        try:
            while await app.store.read(lambda uow: uow.outbox.count_accepted()) < len(people):  # noqa: ASYNC110 - as an operator would watch
                await asyncio.sleep(0.2)
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await made[0].close()
            app.close()


async def naive(zalo: FakeZalo, people: list[str]) -> None:
    """One after the other as fast as they go; after -32 wait a second, then again."""
    async with aiohttp.ClientSession() as session:
        form = {"app_id": zalo.app_id, "grant_type": "refresh_token", "refresh_token": zalo.app.refresh}
        url, secret = f"{zalo.base}/v4/oa/access_token", {"secret_key": zalo.app.secret}
        async with session.post(url, data=form, headers=secret) as answer:
            token = (await answer.json())["access_token"]
        for who in people:
            body = {"recipient": {"user_id": who}, "message": {"text": TEXT}}
            while True:
                async with session.post(
                    f"{zalo.base}/v3.0/oa/message/cs", json=body, headers={"access_token": token}
                ) as answer:
                    if (await answer.json())["error"] == 0:
                        break
                await asyncio.sleep(1)


async def measure(
    name: str, send: Callable[[FakeZalo, list[str]], Awaitable[None]], package: int
) -> dict[str, Any]:
    """Let one of them send for two minutes, and return what the stand-in took in the second and refused in both."""
    zalo = FakeZalo()
    zalo.rate = package
    people = [str(10**17 + number) for number in range(package * 3)]
    async with zalo.serving():
        for who in people:
            zalo.event("user_send_text", who)
        sending = asyncio.ensure_future(send(zalo, people))
        while not zalo.in_the_last_minute():  # noqa: ASYNC110 - the stand-in rings no bell
            await asyncio.sleep(0.05)
        await asyncio.sleep(2 * MINUTE.total_seconds())
        taken = zalo.in_the_last_minute()
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
    return {"who": name, "share": round(taken / package, 4), "taken": taken, "refused": zalo.throttled}


async def main() -> None:
    """Measure both, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--package", type=int, default=2000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    for name, send in (("Báo An", ours), ("naive loop", naive)):
        found = await measure(name, send, options.package)
        if options.json:
            print(json.dumps(found, ensure_ascii=False))
        else:
            print(
                f"{name:<12} {found['share']:7.1%} of the package in the second minute "
                f"({found['taken']} calls)   {found['refused']:4d} x -32 in two minutes"
            )


if __name__ == "__main__":
    asyncio.run(main())
