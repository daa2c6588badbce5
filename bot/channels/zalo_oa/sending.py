"""Sending one message of ours as the several calls Zalo needs, and going on where a try stopped."""

import asyncio
import io
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import aiohttp
import structlog

from bot.channels.base import Metered, RefusedError, SendError, Sent, Turn, WindowClosedError
from bot.channels.zalo_oa import outgoing as out
from bot.channels.zalo_oa.api import Api
from bot.channels.zalo_oa.quota import REPLIES, metered
from domain.ways import PHONE
from messages.envelope import Address, OutboundMessage, OutFile

log = structlog.get_logger(__name__)

Load = Callable[[int], Awaitable[tuple[bytes, str, str]]]
"""Gives an attachment's bytes, name and MIME type."""

SHAPE_CODES = ("-201", "-233")  # what Zalo says of buttons in a shape it does not take
REMEMBERED = 5000
SIDES = (2048, 1440, 1024, 720, 480)


@dataclass(slots=True)
class _Progress:
    """How much of a message is accepted; a retry after "later" must not repeat it."""

    texts: int = 0
    files: int = 0
    calls: int = 0
    taken: int = 0  # messages Zalo took in this try
    last: str = ""
    quota: tuple[Metered, ...] = ()


class Sender:
    """Sends texts, choices and files of a message; `ours` are the keys Zalo gave to what we sent."""

    def __init__(self, api: Api, api_base: str, load: Load, turn: Turn) -> None:
        self._api = api
        self._base = api_base
        self._load = load
        self._turn = turn
        self._buttons = True
        self._progress: OrderedDict[tuple[str, bool], _Progress] = OrderedDict()
        self.ours: OrderedDict[str, None] = OrderedDict()

    async def send(self, address: Address, message: OutboundMessage, key: str) -> Sent:
        """Send what is not accepted yet of the message; raises SendError."""
        if address.chat.startswith(PHONE):
            raise WindowClosedError("only templates go to a telephone number")
        place = (key, message.repeated)
        progress = self._progress.setdefault(place, _Progress())
        progress.calls = progress.taken = 0
        _trim(self._progress)
        try:
            await self._send_texts(address, message, progress)
            while progress.files < len(message.files):
                await self._send_file(address, message.files[progress.files], progress)
                progress.files += 1
        except SendError as error:
            error.taken = progress.taken
            raise
        self._progress.pop(place, None)
        return Sent(progress.last or key, progress.taken, quota=progress.quota)

    async def _send_texts(self, address: Address, message: OutboundMessage, progress: _Progress) -> None:
        # What stands before the last part is the same with buttons and with lines, so the count holds for both.
        parts = out.bodies(message, buttons=self._buttons and not out.is_anonymous(address.chat))
        doubted = False
        while progress.texts < len(parts):
            body = parts[progress.texts]
            try:
                await self._say(address, body, progress)
            except RefusedError as error:
                if doubted:
                    self._buttons = True  # it was not the buttons
                if "attachment" not in body or error.code not in SHAPE_CODES:
                    raise
                log.warning("zalo_buttons_refused", code=error.code)
                doubted, self._buttons = True, False
                parts = out.bodies(message, buttons=False)
            else:
                progress.texts += 1

    async def _send_file(self, address: Address, file: OutFile, progress: _Progress) -> None:
        try:
            data, kept_name, mime = await self._load(file.attachment)
            name = file.name or kept_name  # what it was called on its sender's telephone may be a name
        except OSError as error:
            log.error("zalo_file_not_read", attachment=file.attachment, problem=type(error).__name__)  # noqa: TRY400 - the type says it
            await self._say(address, out.named(file.name), progress)
            return
        way = out.Way.NAMED if out.is_anonymous(address.chat) else out.way_of(name, mime, len(data))
        if way is out.Way.IMAGE and len(data) > out.IMAGE_BYTES:
            smaller = await asyncio.to_thread(_smaller, data)
            data, name, mime = smaller or b"", f"{name.rsplit('.', 1)[0]}.jpg", "image/jpeg"
        if way is out.Way.NAMED or not data:
            await self._say(address, out.named(file.name), progress)
            return
        found = await self._upload(address, way, (data, name, mime), progress)
        body = out.image(found, name) if way is out.Way.IMAGE else out.document(found)
        await self._say(address, body, progress)

    async def _upload(
        self, address: Address, way: out.Way, file: tuple[bytes, str, str], progress: _Progress
    ) -> str:
        """Hand a file to Zalo and return what it calls it; each try uploads anew, for these names expire."""
        data, name, mime = file

        def form() -> dict[str, aiohttp.FormData]:
            made = aiohttp.FormData()
            made.add_field("file", io.BytesIO(data), filename=name, content_type=mime)
            return {"data": made}

        await self._take_turn(address, progress)
        answer = await self._api.call("POST", f"{self._base}/v2.0/oa/upload/{way.value}", form)
        found = answer.get("attachment_id" if way is out.Way.IMAGE else "token")
        if not isinstance(found, str) or not found:
            raise RefusedError("the upload was answered without a name")
        return found

    async def _say(self, address: Address, body: out.Body, progress: _Progress) -> None:
        await self._take_turn(address, progress)
        path, whole = out.envelope(address.chat, body)
        answer = await self._api.call("POST", self._base + path, lambda: {"json": whole}, sends=True)
        progress.taken += 1
        progress.quota = metered(REPLIES, answer.get("quota")) or progress.quota
        key = str(answer.get("message_id") or "")
        if key:
            progress.last = key
            self.ours[key] = None
            _trim(self.ours)

    async def _take_turn(self, address: Address, progress: _Progress) -> None:
        """Wait for every call but the first, which delivery has waited for."""
        if progress.calls:
            await self._turn(address)
        progress.calls += 1


def _trim(kept: "OrderedDict[tuple[str, bool], _Progress] | OrderedDict[str, None]") -> None:
    while len(kept) > REMEMBERED:
        kept.popitem(last=False)


def _smaller(data: bytes) -> bytes | None:
    """Return a picture as a JPEG Zalo takes, None where it cannot be made small enough."""
    from PIL import Image  # noqa: PLC0415 - only when a picture is too large

    try:
        with Image.open(io.BytesIO(data)) as picture:
            for side in SIDES:
                copy = picture.convert("RGB")
                copy.thumbnail((side, side))
                made = io.BytesIO()
                copy.save(made, "JPEG", quality=80)
                if made.tell() <= out.IMAGE_BYTES:
                    return made.getvalue()
    except Exception as error:  # noqa: BLE001 - decoders raise what they like; a bomb is refused so too
        log.warning("zalo_picture_unreadable", problem=type(error).__name__)
    return None
