"""`/webhooks/…` before everything else: no router, no middleware between a platform and the inbox."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any

import structlog

from bot.channels.base import Channel, LiveChannel

log = structlog.get_logger(__name__)

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]

PREFIX = "/webhooks/"
LONGEST = 1024 * 1024
BODY_SECONDS = 10.0
"""How long a body may take to arrive: nothing of it is believed before it is whole."""


def with_webhooks(inner: Asgi, channels: Mapping[str, Channel], expected: frozenset[str]) -> Asgi:
    """Return an application that hands webhook posts to their channels and all else to `inner`.

    A configured channel that has not joined yet (its library is still being imported) answers 503, so
    that its platform sends again.
    """

    async def outer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(PREFIX):
            await inner(scope, receive, send)
            return
        name = scope["path"].removeprefix(PREFIX).rstrip("/")
        await _answer(send, await _status(scope, receive, channels.get(name), known=name in expected))

    return outer


async def _status(scope: Scope, receive: Receive, channel: Channel | None, *, known: bool) -> int:
    if not isinstance(channel, LiveChannel):
        return 503 if known else 404
    if scope["method"] != "POST":
        return 405
    try:
        async with asyncio.timeout(BODY_SECONDS):
            body = await _body(receive)
    except TimeoutError:
        return 408
    if body is None:
        return 413
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
    try:
        return await channel.webhook(headers, body)
    except Exception:
        log.exception("webhook_failed", channel=channel.name)
        return 500


async def _body(receive: Receive) -> bytes | None:
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > LONGEST:
            return None
        if not message.get("more_body", False):
            return b"".join(parts)


async def _answer(send: Send, status: int) -> None:
    headers = [(b"content-length", b"0"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
