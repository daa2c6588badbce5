"""What stands before the pages: whose name is called, who calls, and how much is read.

Nothing of a body is read before its sender is known, and never more than a message may have.
"""

import ipaddress
from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from fastapi.responses import JSONResponse
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection

from bot.web.visitors import Visitors
from bot.web.webhooks import Asgi, Receive, Scope, Send
from messages.render import text

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=()",
}
FILES = "/chat/attachments"
LONGEST = 64 * 1024
LONGEST_FILE = 21 * 1024 * 1024
READS = ("GET", "HEAD", "OPTIONS")


def is_loopback(name: str) -> bool:
    """Whether a host name or address means this very machine."""
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"


@dataclass(frozen=True, slots=True)
class Names:
    """The names this server answers to: this machine's, the address it listens at, the public one.

    A page of another name could be led here by its own name server (DNS rebinding) and would then speak for
    whoever looks at it.
    """

    http_host: str
    public_url: str | None

    def know(self, scope: Scope) -> bool:
        """Whether a request calls us by one of the names."""
        called = Headers(scope=scope).getlist("host")
        try:
            parts = urlsplit(f"//{called[0]}")
            name, port = parts.hostname or "", parts.port
        except (IndexError, ValueError):
            return False
        if len(called) != 1 or parts.netloc != called[0] or parts.username is not None:
            return False
        return is_loopback(name) or name in self._listening(scope) or self._is_public(name, port)

    def _listening(self, scope: Scope) -> tuple[str, ...]:
        if self.http_host not in ("0.0.0.0", "::"):  # noqa: S104 - compared with, not bound to
            return (self.http_host.lower(),)
        server = scope.get("server")
        return (str(server[0]),) if server else ()

    def _is_public(self, name: str, port: int | None) -> bool:
        if self.public_url is None:
            return False
        public = urlsplit(self.public_url)
        usual = 443 if public.scheme == "https" else 80
        return (name, port or usual) == (public.hostname, public.port or usual)


def with_gate(inner: Asgi, visitors: Visitors, names: Names, language: str) -> Asgi:
    """Return an application that hands to `inner` what may come in, and refuses the rest with a sentence."""

    async def outer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await inner(scope, receive, send)
            return
        limit, too_large = _limit(scope["path"])
        refused = _refusal(scope, visitors, names)
        length = Headers(scope=scope).get("content-length", "")
        if refused is None and length.isdecimal() and int(length) > limit:
            refused = (413, too_large)
        if refused is None and await _within(inner, limit, scope, receive, send):
            return
        status, problem = refused or (413, too_large)
        headers = {**HEADERS, "Cache-Control": "no-store"}
        await JSONResponse({"problem": text(language, problem, {})}, status, headers)(scope, receive, send)

    return outer


def _limit(path: str) -> tuple[int, str]:
    return (LONGEST_FILE, "web-problem-too-large") if path == FILES else (LONGEST, "web-problem-refused")


def _refusal(scope: Scope, visitors: Visitors, names: Names) -> tuple[int, str] | None:
    """Return the status and the sentence for what may not come in, None for what may."""
    if not names.know(scope):
        return 421, "web-problem-host"
    if scope["method"] in READS:
        return None
    request = HTTPConnection(scope)
    if not _same_origin(request):
        return 403, "web-problem-host"
    if scope["path"].startswith("/chat/") and visitors.of(request).new_token:
        return 401, "web-problem-session"
    return None


def _same_origin(request: HTTPConnection) -> bool:
    """Whether a changing request comes from our own page: its Origin, where given, names this host."""
    origin = request.headers.get("origin")
    return origin is None or origin.split("//", 1)[-1] == request.headers.get("host")


async def _within(inner: Asgi, limit: int, scope: Scope, receive: Receive, send: Send) -> bool:
    """Run `inner` and return True; False where the body passed the limit and nothing was answered yet.

    `inner` then sees a client that went away, and whatever it says to that is not sent.
    """
    size = 0
    started = False

    async def counted() -> MutableMapping[str, Any]:
        nonlocal size
        if size > limit:
            return {"type": "http.disconnect"}
        message = await receive()
        size += len(message.get("body", b""))
        return {"type": "http.disconnect"} if size > limit else message

    async def passed_on(message: MutableMapping[str, Any]) -> None:
        nonlocal started
        if started or size <= limit:
            started = True
            await send(message)

    try:
        await inner(scope, counted, passed_on)
    except Exception:
        if started or size <= limit:
            raise
    return started or size <= limit
