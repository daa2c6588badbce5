"""`baoan run`: intake, dispatch, delivery, ticks and the web in one process, until it is told to stop."""

import asyncio
import signal
import socket
import sys
import threading
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import structlog
import uvicorn
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import metrics, sample_world
from bot.allowances import allowances
from bot.app import App
from bot.bell import wait_for
from bot.bootstrap import Parts, build
from bot.channels.webchat import ACCOUNT, NAME, WebChatChannel
from bot.clock import LiveClock
from bot.live import Live
from bot.live import Parts as LiveParts
from bot.picture_links import PictureLinks
from bot.settings import Settings
from bot.store import Store
from bot.ticks import Tick
from bot.web.gate import is_loopback
from bot.web.server import make_server
from bot.web.visitors import cookie_key
from domain.errors import BadInputError
from handlers.services import outages
from messages.envelope import Address
from messages.render import text
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

OFFSET = "clock_offset_seconds"
LIFE, TRIAL, LIVE = "life", "trial", "live"
IDLE = 5.0
ANSWERS_PER_MINUTE = 20  # of one conversation; in a trial one person plays many, as fast as they like


PARTS = frozenset({"intake", "dispatch", "deliver", "schedule", "web"})


async def run(settings: Settings, only: frozenset[str] = PARTS) -> int:
    """Run the parts in `only` until interrupted; returns the exit code."""
    refuse_unsafe_trial(settings)
    listening = _listen(settings) if only & {"web", "intake"} else None
    try:
        await _run(settings, only, listening)
    finally:
        if listening is not None:
            listening.close()
    log.info("stopped")
    return 0


async def _run(settings: Settings, only: frozenset[str], listening: socket.socket | None) -> None:
    clock = LiveClock()
    web: list[WebChatChannel] = []

    def channels(store: Store) -> list[WebChatChannel]:
        web.append(WebChatChannel(store, clock))
        return web

    parts = Parts(
        settings.url,
        settings.data_dir,
        clock,
        office=settings.office or text("vi", "office-sample" if settings.trial else "office-unnamed", {}),
        hotline=settings.hotline,
        public_url=settings.public_url,
        receipt_key=settings.receipt_key.get_secret_value() if settings.receipt_key else None,
        staging_to=_staging(settings),
        spending=settings.spending,
        answers_per_minute=None if settings.trial else ANSWERS_PER_MINUTE,
        allows=allowances(settings),
    )
    app = build(parts, channels)
    try:
        await _prepare(app, settings, clock)
        key = await app.store.write(cookie_key)
        links = PictureLinks(key, settings.public_url, clock.now)
        channel_parts = LiveParts(settings, app.store, clock, partial(_file, app), links.link)
        live = Live(channel_parts, app.channels, app.intake.receive)
        server = _server(app, web[0], live, settings, key, links)
        serving = partial(_serve_until_told, server, web[0], listening) if listening else _until_told
        await _run_beside(app, serving, live, only, settings)
    finally:
        app.close()


def refuse_unsafe_trial(settings: Settings) -> None:
    """Raise BadInputError where a trial could reach real people: an open host or address, a real channel."""
    if not settings.trial:
        return
    if not is_loopback(settings.http_host):
        raise BadInputError("trial-not-loopback", host=settings.http_host)
    if settings.public_url is not None and not is_loopback(urlsplit(settings.public_url).hostname or ""):
        raise BadInputError("trial-public-url", url=settings.public_url)
    if settings.real_channels:
        raise BadInputError("trial-real-channel", channels=", ".join(settings.real_channels))


async def _prepare(app: App, settings: Settings, clock: LiveClock) -> None:
    """Take up where the last run stopped; a trial's empty database gets the sample world.

    A database is a trial's or a live one for good: sample people never meet a real report, and nobody steps
    into a role where real people are.
    """

    def look(uow: UnitOfWork) -> tuple[str | None, float, bool]:
        empty = not uow.units.all() and uow.inbox.count_all() == 0
        return uow.meta.get(LIFE), float(uow.meta.get(OFFSET, 0.0)), empty

    life, offset, empty = await app.store.read(look)
    if life is not None and life != (TRIAL if settings.trial else LIVE):
        raise BadInputError("trial-was-real" if settings.trial else "trial-data-live")
    await app.store.write(lambda uow: uow.meta.put(LIFE, TRIAL if settings.trial else LIVE))
    if not settings.trial:
        return
    clock.offset = timedelta(seconds=offset)
    app.moved = lambda uow: uow.meta.put(OFFSET, clock.offset.total_seconds())
    if empty:
        now = clock.now()
        world = sample_world.sample(NAME, ACCOUNT)
        await app.store.write(lambda uow: sample_world.load(uow, world, app.around, now))


def _server(
    app: App, channel: WebChatChannel, live: Live, settings: Settings, key: bytes, links: PictureLinks
) -> uvicorn.Server:
    asgi = make_server(
        app,
        channel,
        live=live,
        http_host=settings.http_host,
        cookie_key=key,
        links=links,
        trial=settings.trial,
        language=settings.language,
        metrics_token=settings.metrics_token.get_secret_value() if settings.metrics_token else None,
    )
    config = uvicorn.Config(
        asgi,
        host=settings.http_host,
        port=settings.http_port,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=3,
        server_header=False,
    )
    return _Server(config)


async def _file(app: App, number: int) -> tuple[bytes, str, str]:
    """Return an attachment's bytes, name and type for a channel that sends it."""
    row = await app.store.read(lambda uow: uow.attachments.get(number))
    if row is None:
        raise FileNotFoundError(number)
    return await asyncio.to_thread(app.files.get, row.path), row.name, row.mime


def _staging(settings: Settings) -> Address | None:
    """Return where every message goes while staging ("channel:chat"); raises BadInputError otherwise."""
    if settings.staging_to is None:
        return None
    channel, _, chat = settings.staging_to.partition(":")
    if channel != NAME or not chat:
        raise BadInputError("staging-form", given=settings.staging_to, channels=NAME)
    return Address(channel, ACCOUNT, chat, chat)


async def _run_beside(
    app: App,
    serving: Callable[[], Awaitable[None]],
    live: Live,
    only: frozenset[str],
    settings: Settings,
) -> None:
    """Run until interrupted: what serves, the loops and the ticks, each if it is wanted."""
    work: tuple[tuple[str, str, Callable[[], Awaitable[int]]], ...] = (
        ("dispatch", "dispatch", partial(app.store.run, app.dispatcher.run_batch)),
        ("dispatch", "jobs", app.jobs.run_waiting),
        ("intake", "fetch", app.fetcher.run_waiting),
        ("intake", "drain", app.intake.drain),
    )
    tasks = [asyncio.create_task(_loop(app, name, do), name=name) for part, name, do in work if part in only]
    if only & {"intake", "deliver"}:
        tasks += live.tasks(listen="intake" in only)
    # It comes to its end before the channels it sends through are closed.
    delivers: list[Coroutine[Any, Any, None]] = []
    if "deliver" in only:
        delivers.append(app.delivery.run(app.work.listen()))
        if settings.heartbeat_url is not None:
            from bot.heartbeat import Heartbeat  # noqa: PLC0415 - 12 MB of a web client that few starts need

            delivers.append(Heartbeat(app, settings.heartbeat_url.get_secret_value()).run())
    sending = [asyncio.create_task(work, name="deliver") for work in delivers]
    scheduler = _scheduler(app) if "schedule" in only else None
    if scheduler is not None:
        if not settings.trial:  # a trial's clock jumps; before any tick, for it is they that were away
            await _sign_of_life(app)
            scheduler.add_job(_sign_of_life, "interval", args=(app,), seconds=60, coalesce=True)
        scheduler.start()
    try:
        await serving()
    finally:
        if scheduler is not None:
            scheduler.shutdown(wait=False)
        for some in (sending, tasks):
            for task in some:
                task.cancel()
            await asyncio.gather(*some, return_exceptions=True)


class _Server(uvicorn.Server):
    """A server that leaves signals to us: uvicorn would end the process before anything is put in order."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture nothing."""
        yield


def _on_signals(act: Callable[[], None]) -> None:
    """Call `act` at Ctrl-C or a termination; only the main thread hears signals."""
    if threading.current_thread() is not threading.main_thread():
        return
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, act)


async def _serve_until_told(
    server: uvicorn.Server, channel: WebChatChannel, listening: socket.socket
) -> None:
    """Serve until a signal; pages that wait for news are answered, so that nobody holds up the end."""

    def leave() -> None:
        server.should_exit = True
        channel.wake_all()

    _on_signals(leave)
    announcing = asyncio.create_task(_announce(server, listening))
    await server.serve(sockets=[listening])
    await announcing


def _listen(settings: Settings) -> socket.socket:
    """Take the port before anything else starts; raises BadInputError `port-taken`."""
    family = socket.AF_INET6 if ":" in settings.http_host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.http_host, settings.http_port))
    except OSError as error:
        listening.close()
        raise BadInputError("port-taken", host=settings.http_host, port=settings.http_port) from error
    return listening


async def _until_told() -> None:
    """Wait for a signal; a process without a web server has nobody else to ask it to stop."""
    told = asyncio.Event()
    _on_signals(told.set)
    await told.wait()


async def _loop(app: App, name: str, work: Callable[[], Awaitable[int]]) -> None:
    """Do `work` whenever the bell rings, and every few seconds in any case; an error is logged, never the end."""
    bell = app.work.listen()
    while True:
        bell.clear()
        try:
            while await work():
                app.work.ring()
        except Exception:
            log.exception("loop_failed", loop=name)
            await asyncio.sleep(1)
        await wait_for(bell, IDLE)


def _scheduler(app: App) -> AsyncIOScheduler:
    """Return the ticks, each at its own pace; late or twice does no harm, so nothing is ever misfired."""
    scheduler = AsyncIOScheduler(timezone=UTC)
    for tick in app.ticks:
        scheduler.add_job(
            _run_tick,
            "interval",
            args=(app, tick),
            seconds=tick.every_seconds,
            coalesce=True,
            misfire_grace_time=None,
            max_instances=1,
            next_run_time=datetime.now(UTC),
        )
    return scheduler


async def _sign_of_life(app: App) -> None:
    try:
        now = app.clock.now()
        if await app.store.write(lambda uow: outages.sign_of_life(uow, now)):
            log.warning("was_away", until=now.isoformat())
    except Exception:
        log.exception("tick_failed", tick="sign of life")


async def _run_tick(app: App, tick: Tick) -> None:
    try:
        with metrics.TICK_SECONDS.labels(tick.name).time():
            if await app.run_tick(tick):
                app.work.ring()
    except Exception:
        log.exception("tick_failed", tick=tick.name)


async def _announce(server: uvicorn.Server, listening: socket.socket) -> None:
    while not (server.started or server.should_exit):  # noqa: ASYNC110 - uvicorn has flags for it, and no event
        await asyncio.sleep(0.02)
    host, port = listening.getsockname()[:2]
    address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    sys.stdout.write(text("vi", "run-address", {"address": address}) + "\n")
    sys.stdout.flush()
