"""What a file really is, before it is kept: the type from its bytes, pictures without their metadata.

A photo's EXIF names the place, the time and the phone; it is dropped by drawing the picture anew, turned
upright first.
"""

import io
from dataclasses import dataclass

from domain.errors import BadInputError

LIMIT = 20 * 1024 * 1024
PIXELS = 50_000_000

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
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 - only when a picture comes

    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > PIXELS:
                raise BadInputError("file-too-large")
            kind = picture.format or "PNG"
            upright = ImageOps.exif_transpose(picture)
            bare = Image.new(upright.mode, upright.size)
            bare.paste(upright)
            out = io.BytesIO()
            bare.save(out, kind, **({"quality": 88} if kind in ("JPEG", "WEBP") else {}))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise BadInputError("file-broken") from error
    return out.getvalue()
