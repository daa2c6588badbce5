"""A platform that does nothing but keep its limits: Telegram's `sendMessage` with Telegram's buckets or windows.

As strict as can be: what comes a moment too early gets 429 with `retry_after`, and so does whatever comes
before that is over. Run on its own (`python -m tests.servers.limits`) it prints its address and serves until killed;
`--windows` chooses windows, `--slow` lets each answer take 20 to 300 ms.
"""

import asyncio
import math
import sys
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field

from aiohttp import web

PER_SECOND, CHAT_PER_SECOND, GROUP_PER_MINUTE = 30, 1, 20


class Bucket:
    """Holds `size` tokens and gets `size` more in each `span` seconds."""

    def __init__(self, size, span):
        self.size, self.span = size, span
        self.tokens, self.at = float(size), time.monotonic()

    def wait(self, now):
        self.tokens = min(self.size, self.tokens + max(0.0, now - self.at) * self.size / self.span)
        self.at = max(self.at, now)
        return (1 - self.tokens) * self.span / self.size

    def take(self, _now):
        self.tokens -= 1


class SlidingWindow:
    """At most `size` calls within any `span` seconds, to the microsecond."""

    def __init__(self, size, span):
        self.span, self.recent = span, deque(maxlen=size)

    def wait(self, now):
        full = len(self.recent) == self.recent.maxlen
        return self.recent[0] + self.span - now if full else 0.0

    def take(self, now):
        self.recent.append(now)


@dataclass
class Platform:
    """What arrived, and how it was judged; `answer_after` gives the seconds an answer takes, by chat."""

    kind: type = Bucket
    limited: bool = True
    answer_after: object = lambda _chat: 0.0
    accepted: list = field(default_factory=list)  # (instant, chat, text)
    refused: list = field(default_factory=list)  # (instant, chat)
    early: int = 0  # calls that came before retry_after was over
    resume_at: float = 0.0
    refuse_next: float = 0.0  # retry_after of a 429 that comes out of the blue

    def __post_init__(self):
        self._all = self.kind(PER_SECOND, 1.0)
        self._chats = defaultdict(lambda: self.kind(CHAT_PER_SECOND, 1.0))
        self._groups = defaultdict(lambda: self.kind(GROUP_PER_MINUTE, 60.0))

    def judge(self, chat):
        """Return how many seconds too early a call to this chat is; at most 0 where it is taken."""
        now = time.monotonic()
        if now < self.resume_at:
            self.early += 1
            return self.resume_at - now
        if self.refuse_next:
            after, self.refuse_next = self.refuse_next, 0.0
            return after
        if not self.limited:
            return 0.0
        kept = [self._all, self._chats[chat], *([self._groups[chat]] if chat.startswith("-") else [])]
        wait = max(one.wait(now) for one in kept)
        if wait <= 1e-9:
            for one in kept:
                one.take(now)
            return 0.0
        return wait

    async def send_message(self, request):
        body = await _parameters(request)
        chat, text = str(body["chat_id"]), str(body["text"])
        wait = self.judge(chat)
        now = time.monotonic()
        if wait > 0:
            after = max(1, math.ceil(wait - 1e-6))
            self.refused.append((now, chat))
            self.resume_at = max(self.resume_at, now + after)
            return web.json_response(
                {
                    "ok": False,
                    "error_code": 429,
                    "description": f"Too Many Requests: retry after {after}",
                    "parameters": {"retry_after": after},
                },
                status=429,
            )
        self.accepted.append((now, chat, text))
        await asyncio.sleep(self.answer_after(chat))
        message = {
            "message_id": len(self.accepted),
            "date": int(time.time()),
            "chat": {"id": int(chat), "type": "group" if chat.startswith("-") else "private"},
            "text": text,
        }
        return web.json_response({"ok": True, "result": message})

    def report(self):
        first, last = (self.accepted[0][0], self.accepted[-1][0]) if self.accepted else (0.0, 0.0)
        return {
            "accepted": len(self.accepted),
            "seconds": last - first,
            "refused": len(self.refused),
            "early": self.early,
        }


async def _parameters(request):
    if request.content_type == "application/json":
        return await request.json()
    return dict(await request.post())


async def _get_me(_request):
    me = {"id": 1, "is_bot": True, "first_name": "Limits", "username": "limits_bot"}
    return web.json_response({"ok": True, "result": me})


async def serve(platform, port=0):
    """Serve the platform on loopback and return (runner, its address); clean the runner up after."""
    app = web.Application()
    app.router.add_post("/bot{token}/sendMessage", platform.send_message)
    app.router.add_route("*", "/bot{token}/getMe", _get_me)

    async def report(_request):
        return web.json_response(platform.report())

    app.router.add_get("/report", report)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    return runner, f"http://127.0.0.1:{runner.addresses[0][1]}"


async def _main(kind, *, slow):
    platform = Platform(kind)
    if slow:
        platform.answer_after = lambda chat: 0.02 + 0.28 * (hash((chat, time.monotonic())) % 997) / 997
    _, address = await serve(platform)
    sys.stdout.write(address + "\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_main(SlidingWindow if "--windows" in sys.argv else Bucket, slow="--slow" in sys.argv))
