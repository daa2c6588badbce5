"""The web server: pages, the chat, health. Built once; nothing here waits for a network."""

import asyncio
import secrets
import time
from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi.staticfiles import StaticFiles

from bot import metrics
from bot.app import App
from bot.channels.base import ChannelProblemError
from bot.channels.webchat import WebChatChannel
from bot.live import Live
from bot.picture_links import PictureLinks
from bot.store import Store
from bot.web.chat import chat_routes
from bot.web.gate import HEADERS, Names, is_loopback, with_gate
from bot.web.pages import STATIC, page
from bot.web.pictures import picture_routes
from bot.web.plans import plan_routes
from bot.web.trial import trial_routes
from bot.web.visitors import Visitors
from bot.web.webhooks import Asgi, with_webhooks
from messages.render import text

Next = Callable[[Request], Awaitable[Response]]
PROBED = "web_probed"
PROBE_SECONDS = 1.0


def make_server(
    app: App,
    channel: WebChatChannel,
    *,
    live: Live,
    http_host: str,
    cookie_key: bytes,
    links: PictureLinks,
    trial: bool,
    language: str,
    metrics_token: str | None,
) -> Asgi:
    """Return the ASGI application over a running App."""
    server = FastAPI(title="Báo An", openapi_url="/api/v1/openapi.json", docs_url=None, redoc_url=None)
    server.mount("/static", StaticFiles(directory=STATIC), "static")
    public_url = app.around.public_url
    visitors = Visitors(
        cookie_key, trial=trial, secure=public_url is not None and public_url.startswith("https:")
    )
    server.include_router(chat_routes(app, channel, visitors, trial=trial, language=language))
    secure = public_url is not None and public_url.startswith("https:")
    server.include_router(picture_routes(app, links))
    server.include_router(plan_routes(app, secure=secure, language=language))
    if trial:
        server.include_router(trial_routes(app, language=language))

    @server.middleware("http")
    async def guard(request: Request, call_next: Next) -> Response:
        response = await call_next(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if not request.url.path.startswith("/static"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    @server.exception_handler(RequestValidationError)
    async def unreadable(_request: Request, _error: Exception) -> JSONResponse:
        return JSONResponse({"problem": text(language, "web-problem-refused", {})}, 422)

    @server.get("/", include_in_schema=False)
    async def home(request: Request) -> HTMLResponse:
        visitor = visitors.of(request)
        return HTMLResponse(
            page("home.html", language=language, office=app.around.office, trial=trial, role=visitor.role)
        )

    _add_keys(server, app)
    _add_health(server, app, live, metrics_token)
    gated = with_gate(server, visitors, Names(http_host, public_url), language)
    return with_webhooks(gated, app.channels, live.names)


def _add_keys(server: FastAPI, app: App) -> None:
    @server.get("/receipt-key", tags=["receipts"])
    @server.get("/.well-known/baoan-receipt-key", include_in_schema=False)
    async def receipt_key() -> dict[str, Any]:
        """Return every public key receipts were ever signed with, and the id of the one in use."""
        return await asyncio.to_thread(app.receipt_keys.published)


class _Probe:
    """Whether anything can be written now, tried once a second at most."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._one = asyncio.Lock()
        self._tried: float | None = None
        self._problem: str | None = None

    async def problem(self) -> str | None:
        """Return the name of what the engine raised, None while it writes."""
        async with self._one:
            if self._tried is None or time.monotonic() - self._tried > PROBE_SECONDS:
                try:
                    await self._store.write(lambda uow: uow.meta.put(PROBED, True))
                    self._problem = None
                except Exception as error:  # noqa: BLE001 - whatever the engine raised, nothing can be stored now
                    self._problem = type(error).__name__
                self._tried = time.monotonic()
            return self._problem


def _add_health(server: FastAPI, app: App, live: Live, metrics_token: str | None) -> None:
    probe = _Probe(app.store)

    @server.get("/healthz", tags=["health"])
    async def alive() -> dict[str, bool]:
        """Answer while the process lives."""
        return {"ok": True}

    @server.get("/readyz", tags=["health"])
    async def ready() -> JSONResponse:
        """Answer 200 while a message can be kept durably and each channel was tried; 503 otherwise.

        A channel that is down stands there with its problem; the others go on.
        """
        if not live.has_tried():
            return JSONResponse({"ok": False, "problem": "channels are being opened"}, 503)
        problem = await probe.problem()
        if problem is not None:
            return JSONResponse({"ok": False, "problem": problem}, 503)
        names = sorted({*app.channels, *live.names})
        channels = {name: _state(live.problem_of(name)) for name in names}
        return JSONResponse({"ok": True, "channels": channels})

    @server.get("/metrics", include_in_schema=False)
    async def figures(request: Request) -> Response:
        if not _may_read_figures(request, metrics_token, proxied=app.around.public_url is not None):
            raise HTTPException(403)
        metrics.WAITING.set(await app.store.read(lambda uow: uow.inbox.count_waiting()))
        metrics.SET_ASIDE.set(await app.store.read(lambda uow: len(uow.inbox.set_aside())))
        return Response(metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")


def _state(problem: ChannelProblemError | None) -> dict[str, bool | str]:
    if problem is None:
        return {"ok": True}
    return {"ok": False, "problem": text("vi", problem.key, problem.params)}


def _may_read_figures(request: Request, token: str | None, *, proxied: bool) -> bool:
    """Whether the token is told, or, without one, this very machine asks and no proxy may stand in between."""
    if token is not None:
        told = request.headers.get("authorization", "")
        return secrets.compare_digest(told.encode(), f"Bearer {token}".encode())
    host = request.client.host if request.client else ""
    return not proxied and is_loopback(host) and "x-forwarded-for" not in request.headers
