"""The terminal: the real router, engine, database and ticks, talking in lines.

A script's lines that start with "> " are said, lines that start with "@" are done, all others are
ignored; so a transcript is itself a script.
"""

import random
import sys
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bot import sample_world
from bot.app import App
from bot.bootstrap import Parts, build
from bot.channels.console import ConsoleChannel, lines
from bot.clock import LiveClock, StillClock
from domain.errors import BadInputError
from messages.envelope import Address, InboundKind, InboundMessage, OutboundMessage
from messages.render import text as words
from messages.words import LOCAL
from storage.database import MEMORY

ACCOUNT = "terminal"
SCRIPT_START = datetime(2026, 11, 24, 8, 50, tzinfo=LOCAL)
KINDS = {"photo": InboundKind.PHOTO, "file": InboundKind.FILE, "voice": InboundKind.VOICE}

Print = Callable[[str], None]


class Terminal:
    """One terminal at which several people may speak, one after the other."""

    def __init__(self, show: Print) -> None:
        self._show = show
        self._unseen: dict[str, list[OutboundMessage]] = {}
        self._speaker = "worker"
        self._said = 0
        self.unanswered = 0

    def channel(self) -> ConsoleChannel:
        """Return the channel whose messages come to this terminal."""
        return ConsoleChannel(self._hear)

    def _hear(self, address: Address, message: OutboundMessage) -> None:
        self._unseen.setdefault(address.chat, []).append(message)

    async def play(self, app: App, script: Iterable[str]) -> None:
        """Play the lines of a script."""
        for raw in script:
            line = raw.rstrip("\n")
            if line.startswith(">"):
                await self.say(app, line.removeprefix(">").strip())
            elif line.startswith("@"):
                await self.do(app, line)

    async def say(self, app: App, text: str) -> None:
        """Say one line and show what comes back."""
        self._show(f"> {text}")
        await self._send(app, InboundKind.TEXT, text=text)

    async def do(self, app: App, line: str) -> None:
        """Do what an @-line says. Raises BadInputError where it cannot be read."""
        word, _, rest = line.removeprefix("@").partition(" ")
        rest = rest.strip()
        if word == "as":
            self._show(f"@as {rest}")
            self._speaker = rest
            self._flush()
            return
        self._show(line)
        if word == "now":
            await app.travel(_instant(rest))
            self._flush()
        elif word in KINDS:
            await self._send_file(app, KINDS[word], Path(rest))
        elif word == "location":
            await self._send(app, InboundKind.LOCATION, location=_position(rest))
        elif word == "contact":
            await self._send(app, InboundKind.CONTACT, phone=rest)
        else:
            raise BadInputError("chat-line-unknown", line=line)

    async def _send_file(self, app: App, kind: InboundKind, path: Path) -> None:
        if not path.is_file():
            raise BadInputError("chat-no-file", path=str(path))
        address = self._address()
        kept = await app.keep_file(address, path.read_bytes(), kind=kind, name=path.name)
        await self._send(app, kind, attachment=kept)

    async def _send(
        self,
        app: App,
        kind: InboundKind,
        *,
        text: str = "",
        attachment: int | None = None,
        location: tuple[float, float] | None = None,
        phone: str | None = None,
    ) -> None:
        self._said += 1
        key = f"{app.clock.now().timestamp()}-{self._said}"
        message = InboundMessage(
            self._address(),
            key,
            kind,
            app.clock.now(),
            text=text,
            attachment=attachment,
            location=location,
            phone=phone,
        )
        before = self._count()
        await app.intake.receive(message)
        await app.settle()
        carried = self._count() > before  # a word of a dialogue is answered by whoever it went to
        if not self._flush() and not carried:
            self.unanswered += 1

    def _address(self) -> Address:
        return Address("console", ACCOUNT, self._speaker, self._speaker)

    def _count(self) -> int:
        return sum(len(waiting) for waiting in self._unseen.values())

    def _flush(self) -> int:
        waiting = self._unseen.pop(self._speaker, [])
        for message in waiting:
            for line in lines(message):
                self._show(line)
        return len(waiting)


def _position(text: str) -> tuple[float, float]:
    lat, _, lon = text.partition(",")
    try:
        return float(lat), float(lon)
    except ValueError as error:
        raise BadInputError("chat-line-unknown", line=f"@location {text}") from error


def _instant(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadInputError("chat-bad-instant", text=text) from error
    return at if at.tzinfo else at.replace(tzinfo=LOCAL)


async def chat(
    *,
    speaker: str,
    script: Path | None,
    now: str | None,
    units: Path | None,
    database: str | None,
    employers: Path | None = None,
    show: Print = print,
) -> int:
    """Play a chat and return the exit code: 0 when every line got an answer, 1 otherwise."""
    from documents.units_csv import read_units  # noqa: PLC0415
    from handlers.services import employers as registry  # noqa: PLC0415

    said = _lines_of(script) if script else _typed()
    terminal = Terminal(show)
    with TemporaryDirectory() as scratch:
        clock = StillClock(_instant(now)) if now else StillClock(SCRIPT_START) if script else LiveClock()
        token = random.Random(31).randbytes if script else None  # noqa: S311 - a transcript must come out the same
        parts = Parts(
            database or MEMORY, Path(scratch), clock, office=words("vi", "office-sample", {}), hotline=None
        )
        if token is not None:
            parts = Parts(
                parts.database_url, parts.data_dir, clock, office=parts.office, hotline=None, token=token
            )
        app = build(parts, lambda _store: [terminal.channel()])
        try:
            world = sample_world.sample("console", ACCOUNT)
            if units is not None:
                world = sample_world.World("console", ACCOUNT, read_units(units), None)
            if database is None:
                started = app.clock.now()
                await app.store.write(lambda uow: sample_world.load(uow, world, app.around, started))
            if employers is not None:
                await app.store.write(lambda uow: registry.load(uow, employers, app.clock.now()))
            await app.beat()
            if speaker != "worker":
                await terminal.do(app, f"@as {speaker}")
            await terminal.play(app, said)
        finally:
            app.close()
    return 1 if terminal.unanswered else 0


def _lines_of(script: Path) -> list[str]:
    try:
        return script.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError("file-unreadable", path=str(script)) from error


def _typed() -> Iterable[str]:
    """Yield what is typed; a line that is no @-line is said as it is."""
    for line in sys.stdin:
        yield line if line.startswith(("@", ">")) else f"> {line}"
