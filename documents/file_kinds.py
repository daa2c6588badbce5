"""What a file is, told by its bytes; its name's ending decides only between kinds of text."""

import io
import zipfile
from enum import StrEnum
from pathlib import PurePath
from typing import Final

from domain.errors import BadInputError


class Kind(StrEnum):
    """The kinds of files plans come in."""

    WORD = "docx"
    OLD_WORD = "doc"
    RICH_TEXT = "rtf"
    OPEN_DOCUMENT = "odt"
    PDF = "pdf"
    PICTURE = "picture"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"


_TEXTS: Final = {
    "": Kind.TEXT,
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
}
_WORDS: Final = frozenset({".docx", ".docm", ".dotx", ".doc", ".dot", ".odt", ".rtf"})
_NEVER_TEXT: Final = _WORDS | {".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".bmp", ".webp"}
_PICTURES: Final = (b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*", b"GIF8", b"BM")
_COMPOUND: Final = b"\xd0\xcf\x11\xe0"
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_PDF_HEAD: Final = 1024  # readers of PDF look for its mark in so many bytes
_ENCRYPTED = 0x01  # of byte 11 of a WordDocument stream: fEncrypted, [MS-DOC] 2.5.2


def kind_of(data: bytes, name: str) -> Kind:
    """Return what the bytes are. BadInputError `plan-file-type`, `plan-file-locked` or `plan-file-unreadable`."""
    suffix = PurePath(name).suffix.lower()
    if data.startswith(_ZIP):
        return _in_zip(data, suffix)
    if data.startswith(_COMPOUND):
        return _in_compound(data)
    if data.startswith(b"{\\rtf"):
        return Kind.RICH_TEXT
    if b"%PDF-" in data[:_PDF_HEAD]:
        return Kind.PDF
    if data.startswith(_PICTURES) or (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        return Kind.PICTURE
    if suffix in _NEVER_TEXT:
        # Word opens a page or a text that is named .doc, and people send such files
        head = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        if suffix in {".doc", ".rtf"} and head.startswith((b"<html", b"<!doctype html")):
            return Kind.HTML
        raise BadInputError("plan-file-unreadable")
    if suffix not in _TEXTS:
        raise BadInputError("plan-file-type")
    if suffix == "" and data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(
        (b"<!doctype html", b"<html")
    ):
        return Kind.HTML
    return _TEXTS[suffix]


def _in_zip(data: bytes, suffix: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.lower() for name in archive.namelist()}
            mark = b""
            if "mimetype" in names:
                with archive.open("mimetype") as stream:
                    mark = stream.read(100)
    except (
        zipfile.BadZipFile,
        OSError,
        RuntimeError,
        NotImplementedError,
        ValueError,
        EOFError,
        KeyError,
    ) as error:
        raise BadInputError("plan-file-unreadable") from error
    if mark.startswith(b"application/vnd.oasis.opendocument.text"):
        return Kind.OPEN_DOCUMENT
    if any(name.startswith("word/") for name in names) or (
        "_rels/.rels" in names and suffix in {".docx", ".docm"}
    ):
        return Kind.WORD
    raise BadInputError("plan-file-type")


def _in_compound(data: bytes) -> Kind:
    """Tell the old .doc from a locked .docx and from other programs' files, by the names of their streams."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise BadInputError("plan-file-locked")
    if "WordDocument".encode("utf-16-le") not in data:
        raise BadInputError("plan-file-type")
    at = data.find(b"\xec\xa5", 512)
    if at == 512 and data[at + 11 : at + 12] and data[at + 11] & _ENCRYPTED:
        raise BadInputError("plan-file-locked")
    return Kind.OLD_WORD
