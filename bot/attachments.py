"""What a file really is, before it is kept: the type from its bytes, pictures without their metadata.

A photo's EXIF names the place, the time and the phone; it is dropped by drawing the picture anew, turned
upright first. That costs four bytes a point: the points are counted before, and pictures drawn one at a time.
"""

import asyncio
import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.errors import BadInputError

if TYPE_CHECKING:
    from PIL import Image

LIMIT = 20 * 1024 * 1024
PIXELS = 25_000_000
JPEG_PIXELS = 65_000_000
"""A phone's large photo is drawn at half its size while it is decoded, which costs no more than a small one."""

_MAGIC = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"%PDF-", "application/pdf"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"\xd0\xcf\x11\xe0", "application/msword"),
)
_ZIPPED = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_TEXT = (".txt", ".md", ".csv", ".html", ".htm")
PICTURES = ("image/jpeg", "image/png", "image/webp")


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it is kept."""

    data: bytes
    mime: str


def clean(data: bytes, name: str) -> Kept:
    """Return the file as it may be kept.

    Raises BadInputError `file-empty`, `file-too-large`, `file-type` or `file-broken`.
    """
    if not data:
        raise BadInputError("file-empty")
    if len(data) > LIMIT:
        raise BadInputError("file-too-large")
    mime = sniff(data, name)
    if mime is None:
        raise BadInputError("file-type")
    return Kept(_redrawn(data), mime) if mime in PICTURES else Kept(data, mime)


_ONE_AT_A_TIME = ThreadPoolExecutor(1, "pictures")


async def clean_aside(data: bytes, name: str) -> Kept:
    """Return what `clean` returns, made in the one thread that draws pictures."""
    return await asyncio.get_running_loop().run_in_executor(_ONE_AT_A_TIME, clean, data, name)


def sniff(data: bytes, name: str) -> str | None:
    """Return the MIME type the bytes show, None for one that is not taken. A name alone proves nothing."""
    for magic, mime in _MAGIC:
        if data.startswith(magic):
            return mime
    if data[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(data[8:12])
    if data[4:8] == b"ftyp":
        return "audio/mp4"
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    if data.startswith(b"PK\x03\x04"):
        return _ZIPPED.get(ending)
    if data.startswith((b"\xff\xe0", b"\xff\xe1", b"\xff\xf1", b"\xff\xfb", b"\xff\xf3")):
        return "audio/mpeg"
    if ending in _TEXT and (b"\x00" not in data[:4096] or data.startswith((b"\xff\xfe", b"\xfe\xff"))):
        return "text/plain"
    return None


def _redrawn(data: bytes) -> bytes:
    from PIL import Image  # noqa: PLC0415 - only when a picture comes

    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as picture:
            return _drawn(picture)
    except BadInputError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadInputError("file-too-large") from error
    except Exception as error:  # decoders raise what they like over broken bytes
        raise BadInputError("file-broken") from error


def _drawn(picture: "Image.Image") -> bytes:
    """Return the picture alone, upright, drawn in place: a second copy would cost as much again."""
    from PIL import ImageOps  # noqa: PLC0415 - as above

    kind = "JPEG" if picture.format == "MPO" else picture.format or "PNG"
    points = picture.width * picture.height
    in_parts = kind == "JPEG" and "progressive" not in picture.info
    if points > (JPEG_PIXELS if in_parts else PIXELS):
        raise BadInputError("file-too-large")
    if points > PIXELS:
        picture.draft(None, (picture.width // 2, picture.height // 2))
    ImageOps.exif_transpose(picture, in_place=True)
    picture.info = {name: value for name, value in picture.info.items() if name == "transparency"}
    out = io.BytesIO()
    picture.save(out, kind, **({"quality": 88} if kind in ("JPEG", "WEBP") else {}))
    return out.getvalue()
