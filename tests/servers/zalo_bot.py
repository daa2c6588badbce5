"""A strict stand-in for the Zalo Bot API: what the real one refuses, it refuses (reference/messaging-apis.md B).

Faults come on demand: `say` makes the next calls of a method fail in a given way, `redeliver` gives every
update again on each poll, as was measured on a real bot.
"""

import asyncio
import time
from collections import defaultdict, deque
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from aiohttp import web

TOKEN = "12345689:abc-xyz-of-a-test"
PHOTO = b"\xff\xd8\xff\xe0 a small picture"
LOOPBACK = ("127.0.0.1", "localhost")
METHODS = (
    "getMe", "getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo", "sendMessage", "sendPhoto",
    "sendSticker", "sendVoice", "sendChatAction",
)  # fmt: skip


@dataclass(frozen=True)
class Fault:
    """How one call goes wrong; `status` None stays silent for `seconds` after the call was taken."""

    status: int | None
    words: str = ""
    code: int | None = None
    seconds: float = 0.0
    body: str | None = None  # instead of the envelope


@dataclass
class ZaloBotServer:
    """One bot, the chats that know it, and everything that was asked."""

    token: str = TOKEN
    longest_poll: float = 0.05  # a poll is idle after this, whatever it asked for
    redeliver: bool = False
    verification: dict | None = None
    chats: set = field(default_factory=lambda: {"an", "binh", "nhom-1"})
    calls: list = field(default_factory=list)  # (method, body)
    sent: list = field(default_factory=list)  # (chat, text or caption)
    photos: list = field(default_factory=list)  # (chat, url)
    fetch: object = None  # awaited with a photo's URL; False where it is no picture
    webhook: dict | None = None
    base: str = ""

    def __post_init__(self):
        self._faults = defaultdict(deque)
        self._updates = deque()
        self._taken = []
        self._turn = 0
        self._poller = None
        self._arrived = asyncio.Event()
        self._number = 0

    # For the test

    def say(self, method, *faults):
        self._faults[method].extend(faults)

    def arrive(self, event_name="message.text.received", *, chat="an", sender=None, group=False, **fields):
        """Let an update wait for the next poll; returns it."""
        self._number += 1
        update = {
            "event_name": event_name,
            "message": {
                "message_id": f"m{self._number}",
                "date": int(time.time() * 1000),
                "from": {"id": sender or chat, "display_name": "Nguyễn Văn An", "is_bot": False},
                "chat": {"id": chat, "chat_type": "GROUP" if group else "PRIVATE"},
                **fields,
            },
        }
        self._updates.append(update)
        self._arrived.set()
        return update

    def count(self, method):
        return sum(1 for name, _ in self.calls if name == method)

    # The service

    async def handle(self, request):
        method = request.match_info["method"]
        if request.match_info["token"] != self.token:
            return _error(401, "Unauthorized")
        if method not in METHODS:
            return _error(400, "Bad request - invalid API name")
        if request.method != "POST" or request.content_type != "application/json":
            return _error(400, "Bad request - POST and JSON, please")
        body = await request.json()
        self.calls.append((method, body))
        if self._faults[method]:
            fault = self._faults[method].popleft()
            await asyncio.sleep(fault.seconds)
            if fault.body is not None:
                return web.Response(text=fault.body, status=fault.status or 200)
            if fault.status is not None:
                return _error(fault.status, fault.words, fault.code)
        return await getattr(self, f"_{method}")(body)

    async def _getMe(self, _body):  # noqa: N802 - the API's own name
        return _ok(
            {"id": "12345689", "account_name": "bot.baoan", "account_type": "BASIC", "can_join_groups": False}
        )

    async def _getUpdates(self, body):  # noqa: N802 - the API's own name
        if set(body) - {"timeout"}:
            return _error(400, "Bad request - only timeout is known")
        mine = self._poller = object()
        until = time.monotonic() + min(float(body.get("timeout", 30)), self.longest_poll)
        while True:
            if self._poller is not mine:
                return _error(409, "Conflict: terminated by other getUpdates request")
            update = None if self.webhook else self._next()  # with a webhook a poller is deaf
            if update is not None:
                return _ok(update)
            left = until - time.monotonic()
            if left <= 0:
                return _error(408, "Request timeout")
            self._arrived.clear()
            try:
                await asyncio.wait_for(self._arrived.wait(), min(left, 0.02))
            except TimeoutError:
                continue

    def _next(self):
        if self._updates:
            update = self._updates.popleft()
            self._taken.append(update)
            return update
        if self.redeliver and self._taken:
            self._turn += 1
            return self._taken[self._turn % len(self._taken)]
        return None

    async def _setWebhook(self, body):  # noqa: N802 - the API's own name
        parts = urlsplit(str(body.get("url", "")))
        if parts.scheme != "https" and parts.hostname not in LOOPBACK:
            return _error(400, "url must use HTTPS")
        if not 8 <= len(str(body.get("secret_token", ""))) <= 256:
            return _error(400, "secret_token must have 8 to 256 characters")
        self.webhook = dict(body)
        result = {"url": body["url"], "updated_at": int(time.time() * 1000)}
        if self.verification is not None:
            result["verification"] = self.verification
        return _ok(result)

    async def _deleteWebhook(self, _body):  # noqa: N802 - the API's own name
        self.webhook = None
        return _ok({"url": "", "updated_at": int(time.time() * 1000)})

    async def _getWebhookInfo(self, _body):  # noqa: N802 - the API's own name
        return _ok({"url": self.webhook["url"]}) if self.webhook else _error(404, "Not found")

    async def _sendMessage(self, body):  # noqa: N802 - the API's own name
        if set(body) - {"chat_id", "text", "parse_mode", "text_styles"}:
            return _error(400, "Bad request - unknown parameter")
        chat, text = body.get("chat_id"), body.get("text")
        if not isinstance(text, str) or not 1 <= len(text.encode("utf-16-le")) // 2 <= 2000:
            return _error(400, "text must have 1 to 2000 characters")
        if chat not in self.chats:
            return _error(400, "chat not found")
        self.sent.append((chat, text))
        return _ok({"message_id": f"out{len(self.sent)}", "date": int(time.time() * 1000)})

    async def _sendPhoto(self, body):  # noqa: N802 - the API's own name
        if set(body) - {"chat_id", "photo", "caption"}:
            return _error(400, "Bad request - unknown parameter")
        chat, url, caption = body.get("chat_id"), body.get("photo"), body.get("caption", "")
        if not isinstance(url, str) or urlsplit(url).scheme != "https":
            return _error(400, "photo must be a public https URL")
        if not isinstance(caption, str) or len(caption.encode("utf-16-le")) // 2 > 2000:
            return _error(400, "caption must have at most 2000 characters")
        if chat not in self.chats:
            return _error(400, "chat not found")
        if self.fetch is not None and not await self.fetch(url):
            return _error(400, "Bad request - the photo cannot be fetched")
        self.sent.append((chat, caption))
        self.photos.append((chat, url))
        return _ok({"message_id": f"out{len(self.sent)}", "date": int(time.time() * 1000)})

    async def photo(self, request):
        size = int(request.query.get("size", len(PHOTO)))
        if request.match_info["name"] == "gone":
            return web.Response(status=410)
        if request.match_info["name"] == "elsewhere":
            raise web.HTTPFound("http://198.51.100.7/photo.jpg")
        return web.Response(body=PHOTO.ljust(size, b"."), content_type="image/jpeg")


def _ok(result):
    return web.json_response({"ok": True, "result": result})


def _error(status, words, code=None):
    body = {"ok": False, "error_code": status if code is None else code, "description": words}
    return web.json_response(body, status=status)


@asynccontextmanager
async def serving(server):
    """Serve on loopback; `server.base` is the address."""
    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", server.handle)
    app.router.add_get("/media/{name}", server.photo)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield server
    finally:
        await runner.cleanup()
