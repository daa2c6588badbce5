"""The channels to platforms outside: made as configured, opened, listened to, and opened again when they fail.

A channel's library is imported in a thread when the channel is configured, so the web answers first and the
channel joins a little later.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from dataclasses import dataclass

import structlog
from pydantic import SecretStr

from bot.channel_notes import ChannelNotes
from bot.channels.base import Channel, ChannelProblemError, LiveChannel, Receive
from bot.clock import Clock
from bot.settings import Settings
from bot.store import Store
from messages.envelope import OutFile

log = structlog.get_logger(__name__)

Load = Callable[[int], Awaitable[tuple[bytes, str, str]]]
"""Gives an attachment's bytes, name and MIME type."""

Picture = Callable[[str, OutFile], str | None]
"""Gives the public address of a picture in the message of this key; None where it has none."""


def no_picture(_key: str, _file: OutFile) -> None:
    """Have no public address."""


FIRST_PAUSE, LONGEST_PAUSE = 2.0, 300.0
WATCH_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Parts:
    """What a channel may need beside its settings."""

    settings: Settings
    store: Store
    clock: Clock
    load: Load
    picture: Picture = no_picture


Factory = Callable[[Parts], LiveChannel]


def factories(settings: Settings) -> Mapping[str, Factory]:
    """Return how to make each configured channel, by name."""
    found: dict[str, Factory] = {}
    if settings.telegram_token:
        found["telegram"] = _telegram
    if settings.has_zalo_oa:
        found["zalo-oa"] = _zalo_oa
    if settings.zalo_bot_token:
        found["zalo-bot"] = _zalo_bot
    return found


def _secret(value: SecretStr | None) -> str:
    return value.get_secret_value() if value else ""


def _webhook_needs(settings: Settings, secret: SecretStr | None) -> None:
    if not settings.public_url or not secret:
        raise ChannelProblemError("channel-webhook-needs")


def _telegram(parts: Parts) -> LiveChannel:
    from bot.channels.telegram.channel import TelegramChannel  # noqa: PLC0415 - aiogram: 3 s and 130 MB

    settings = parts.settings
    if settings.telegram_mode == "webhook":
        _webhook_needs(settings, settings.telegram_webhook_secret)
    return TelegramChannel(
        _secret(settings.telegram_token),
        api_base=settings.telegram_api_base,
        mode=settings.telegram_mode,
        public_url=settings.public_url,
        webhook_secret=_secret(settings.telegram_webhook_secret) or None,
        clock=parts.clock,
        load=parts.load,
    )


def _zalo_bot(parts: Parts) -> LiveChannel:
    from bot.channels.zalo_bot.channel import ZaloBotChannel  # noqa: PLC0415 - aiohttp comes with it

    settings = parts.settings
    if settings.zalo_bot_mode == "webhook":
        _webhook_needs(settings, settings.zalo_bot_webhook_secret)
    return ZaloBotChannel(
        _secret(settings.zalo_bot_token),
        api_base=settings.zalo_bot_api_base,
        mode=settings.zalo_bot_mode,
        public_url=settings.public_url,
        webhook_secret=_secret(settings.zalo_bot_webhook_secret) or None,
        clock=parts.clock,
        picture=parts.picture,
    )


def _zalo_oa(parts: Parts) -> LiveChannel:
    from bot.channels.zalo_oa.channel import make_channel  # noqa: PLC0415 - aiohttp comes with it

    return make_channel(parts.settings, parts.store, parts.clock, parts.load)


class Live:
    """Keeps every configured channel going; `problems` says what is wrong with which."""

    def __init__(self, parts: Parts, channels: MutableMapping[str, Channel], receive: Receive) -> None:
        self._parts = parts
        self._channels = channels
        self._receive = receive
        self._factories = factories(parts.settings)
        self._tried = {name: asyncio.Event() for name in self._factories}
        self.problems: dict[str, ChannelProblemError] = {}

    @property
    def names(self) -> frozenset[str]:
        """The names of the configured channels."""
        return frozenset(self._factories)

    def tasks(self, *, listen: bool) -> list[asyncio.Task[None]]:
        """Start keeping each channel going and return the tasks; without `listen` it only sends.

        Two pollers of one account shut each other out, so only the process that takes messages in listens.
        """
        notes = ChannelNotes(self._parts.store, self._parts.clock, "listen" if listen else "send")
        keeping = [
            asyncio.create_task(self._keep(name, listen=listen), name=f"live-{name}")
            for name in self._factories
        ]
        return [*keeping, asyncio.create_task(self._watch(notes), name="live-watch")]

    async def _watch(self, notes: ChannelNotes) -> None:
        """Note how every channel is, as it changes: what is noted is told to the operator."""
        await notes.keep_only(self.names)
        while True:
            for name in self._factories:
                if self._tried[name].is_set():
                    await notes.note(name, self._channels.get(name), self.problem_of(name))
            await asyncio.sleep(WATCH_SECONDS)

    async def tried(self) -> None:
        """Return once every channel was opened, or failed to open, for the first time."""
        await asyncio.gather(*(event.wait() for event in self._tried.values()))

    def has_tried(self) -> bool:
        """Whether every channel was opened, or failed to open, at least once."""
        return all(event.is_set() for event in self._tried.values())

    def problem_of(self, name: str) -> ChannelProblemError | None:
        """Return why a channel does not work at present, None while it does."""
        channel = self._channels.get(name)
        own = channel.problem if isinstance(channel, LiveChannel) else None
        return self.problems.get(name) or own

    async def _keep(self, name: str, *, listen: bool) -> None:
        pause = FIRST_PAUSE
        while True:
            try:
                channel = await self._made(name)
                await channel.open(self._receive)
                self.problems.pop(name, None)
                self._tried[name].set()
                pause = FIRST_PAUSE
                log.info("channel_open", channel=name)
                if listen:
                    await channel.run()
                await asyncio.Event().wait()  # the platform calls us from here on
            except ChannelProblemError as error:
                self.problems[name] = error
                log.error("channel_problem", channel=name, problem=error.key)  # noqa: TRY400 - a plain sentence says it
            except asyncio.CancelledError:
                await self._close(name)
                raise
            except Exception as error:
                self.problems[name] = ChannelProblemError("channel-failed", problem=type(error).__name__)
                log.exception("channel_failed", channel=name)
            self._tried[name].set()
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    async def _made(self, name: str) -> LiveChannel:
        known = self._channels.get(name)
        if isinstance(known, LiveChannel):
            return known
        made = await asyncio.to_thread(self._factories[name], self._parts)
        self._channels[name] = made
        return made

    async def _close(self, name: str) -> None:
        channel = self._channels.get(name)
        if isinstance(channel, LiveChannel):
            await channel.close()
