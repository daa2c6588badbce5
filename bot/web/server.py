"""The web server: pages, the chat, health. Built once; nothing here waits for a network."""

import ipaddress
from collections.abc import Awaitable, Callable

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi.staticfiles import StaticFiles

from bot import metrics
from bot.app import App
from bot.channels.base import ChannelProblemError
from bot.channels.webchat import WebChatChannel
from bot.live import Live
from bot.web.chat import chat_routes
from bot.web.pages import STATIC, page
from bot.web.trial import trial_routes
from bot.web.visitors import visitor_of
from bot.web.webhooks import Asgi, with_webhooks
from messages.render import text

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=()",
}
Next = Callable[[Request], Awaitable[Response]]


def make_server(
    app: App,
    channel: WebChatChannel,
    *,
    live: Live,
    trial: bool,
    language: str,
    metrics_token: str | None,
) -> Asgi:
    """Return the ASGI application over a running App."""
    server = FastAPI(title="Báo An", openapi_url="/api/v1/openapi.json", docs_url=None, redoc_url=None)
    server.mount("/static", StaticFiles(directory=STATIC), "static")
    server.include_router(chat_routes(app, channel, trial=trial, language=language))
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

    @server.get("/", include_in_schema=False)
    async def home(request: Request) -> HTMLResponse:
        visitor = visitor_of(request, trial=trial)
        return HTMLResponse(
            page("home.html", language=language, office=app.around.office, trial=trial, role=visitor.role)
        )

    _add_health(server, app, live, metrics_token)
    return with_webhooks(server, app.channels, live.names)


def _add_health(server: FastAPI, app: App, live: Live, metrics_token: str | None) -> None:
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
        try:
            waiting = await app.store.write(lambda uow: uow.inbox.count_waiting())
        except Exception as error:  # noqa: BLE001 - whatever the engine raised, nothing can be stored now
            return JSONResponse({"ok": False, "problem": type(error).__name__}, 503)
        names = sorted({*app.channels, *live.names})
        channels = {name: _state(live.problem_of(name)) for name in names}
        return JSONResponse({"ok": True, "waiting": waiting, "channels": channels})

    @server.get("/metrics", include_in_schema=False)
    async def figures(request: Request) -> Response:
        if not _may_read_figures(request, metrics_token):
            raise HTTPException(403)
        metrics.WAITING.set(await app.store.read(lambda uow: uow.inbox.count_waiting()))
        metrics.SET_ASIDE.set(await app.store.read(lambda uow: len(uow.inbox.set_aside())))
        return Response(metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")


def _state(problem: ChannelProblemError | None) -> dict[str, bool | str]:
    if problem is None:
        return {"ok": True}
    return {"ok": False, "problem": text("vi", problem.key, problem.params)}


def _may_read_figures(request: Request, token: str | None) -> bool:
    if token is not None:
        return request.headers.get("authorization") == f"Bearer {token}"
    host = request.client.host if request.client else ""
    try:
        return ipaddress.ip_address(host).is_loopback and "x-forwarded-for" not in request.headers
    except ValueError:
        return False
