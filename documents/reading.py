"""One door for plans in any file: bytes, a path or text in, a PlanReading or BadInputError out."""

from collections.abc import Callable
from pathlib import Path

from documents.plan_parser import parse_plan
from documents.reader_docx import read_docx
from documents.reader_pdf import read_pdf
from documents.reader_text import read_html, read_text
from documents.source import Line, Source, source_from_text
from domain.errors import BadInputError
from domain.plan import PlanReading

MAX_FILE = 64 * 1024 * 1024
_READERS: dict[str, Callable[[bytes], Source]] = {
    ".docx": read_docx,
    ".docm": read_docx,
    ".pdf": read_pdf,
    ".txt": read_text,
    ".md": read_text,
    ".markdown": read_text,
    ".html": read_html,
    ".htm": read_html,
}
_OLD_OFFICE = (b"\xd0\xcf\x11\xe0", b"{\\rtf")
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*", b"GIF8", b"RIFF")


def read_plan_file(path: Path) -> PlanReading:
    """Read the plan in a file. BadInputError: plan-file-empty, -unreadable, -scanned, -type or -too-large."""
    try:
        if path.stat().st_size > MAX_FILE:
            raise BadInputError("plan-file-too-large")
        data = path.read_bytes()
    except OSError as error:
        raise BadInputError("plan-file-unreadable") from error
    return read_plan_bytes(data, path.name)


def read_plan_bytes(data: bytes, name: str) -> PlanReading:
    """Read the plan in a file's bytes; the bytes' own marks count for more than the name's ending."""
    return _parse(read_source_bytes(data, name))


def read_source_bytes(data: bytes, name: str) -> Source:
    """Return the lines and rows of a file before anything is made of them; raises as `read_plan_bytes` does."""
    if not data.strip():
        raise BadInputError("plan-file-empty")
    if len(data) > MAX_FILE:
        raise BadInputError("plan-file-too-large")
    return _reader(data, name)(data)


def read_plan_text(text: str) -> PlanReading:
    """Read a plan given as text. BadInputError `plan-file-empty` where there are no words."""
    return _parse(source_from_text(text))


def read_plan_source(source: Source) -> PlanReading:
    """Read the plan in lines and rows that were read before. BadInputError `plan-file-empty` without words."""
    return _parse(source)


def _parse(source: Source) -> PlanReading:
    texts = (
        b.text if isinstance(b, Line) else "".join(x.text for cell in b.cells for x in cell)
        for b in source.blocks
    )
    if not any(letter.isalnum() for text in texts for letter in text):
        raise BadInputError("plan-file-empty")
    return parse_plan(source)


def _reader(data: bytes, name: str) -> Callable[[bytes], Source]:
    suffix = Path(name).suffix.lower()
    if data.startswith(b"%PDF"):
        return read_pdf
    if data.startswith(b"PK\x03\x04"):
        if suffix in {".docx", ".docm", ""}:
            return read_docx
        raise BadInputError("plan-file-type")
    if data.startswith(_PICTURES):
        raise BadInputError("plan-file-scanned")
    if data.startswith(_OLD_OFFICE) or suffix not in {*_READERS, ""}:
        raise BadInputError("plan-file-type")
    if suffix in {".docx", ".docm", ".pdf"}:
        raise BadInputError("plan-file-unreadable")
    head = data[:512].lstrip().lower()
    if not suffix and head.startswith((b"<!doctype html", b"<html")):
        return read_html
    return _READERS.get(suffix, read_text)
