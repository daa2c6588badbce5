"""One door for plans in any file: bytes, a path or text in, a PlanReading or BadInputError out."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from documents.file_kinds import Kind, kind_of
from documents.legacy_letters import mend
from documents.lost_accents import lines_without, restored
from documents.plan_parser import parse_plan
from documents.problems import doubt, problem
from documents.reader_docx import read_docx
from documents.reader_html import read_html
from documents.reader_office import read_office
from documents.reader_text import read_markdown, read_text, source_of
from documents.source import Source, changed, lines_of
from documents.wrapping import join_wrapped
from domain.deadline import DeadlineKind
from domain.errors import BadInputError
from domain.plan import PlanReading, ReadTask

MAX_FILE = 64 * 1024 * 1024
MAX_BLOCKS = 50_000  # lines and rows: a thousand pages


def _read_pdf(data: bytes) -> Source:
    from documents.reader_pdf import read_pdf  # noqa: PLC0415  # PDFium is loaded only where a PDF is read

    return read_pdf(data)


def _read_pictures(data: bytes) -> Source:
    from documents.reader_pdf import assemble  # noqa: PLC0415  # as above
    from documents.reader_scan import read_pictures  # noqa: PLC0415  # as above

    return assemble(read_pictures(data))


_READERS: dict[Kind, Callable[[bytes], Source]] = {
    Kind.WORD: read_docx,
    Kind.OLD_WORD: lambda data: read_office(data, ".doc"),
    Kind.RICH_TEXT: lambda data: read_office(data, ".rtf"),
    Kind.OPEN_DOCUMENT: lambda data: read_office(data, ".odt"),
    Kind.PDF: _read_pdf,
    Kind.PICTURE: _read_pictures,
    Kind.HTML: read_html,
    Kind.MARKDOWN: read_markdown,
    Kind.TEXT: read_text,
}


def read_plan_file(path: Path) -> PlanReading:
    """Read the plan in a file. BadInputError with a key `plan-file-…` that says why it cannot be read."""
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
    return _READERS[kind_of(data, name)](data)


def read_plan_text(text: str) -> PlanReading:
    """Read a plan given as text. BadInputError `plan-file-empty` where there are no words, or `-too-large`."""
    return _parse(source_of(mend(text)))


def read_plan_source(source: Source) -> PlanReading:
    """Read the plan in lines and rows that were read before. BadInputError `plan-file-empty` without words."""
    return _parse(source)


def _parse(source: Source) -> PlanReading:
    lines = [line for block in source.blocks for line in lines_of(block)]
    if len(source.blocks) > MAX_BLOCKS:
        raise BadInputError("plan-file-too-large")
    if not any(letter.isalnum() for line in lines for letter in line.text):
        raise BadInputError("plan-file-empty")
    if not any(line.joined for line in lines):
        source = replace(source, blocks=join_wrapped(source.blocks))
    bare = frozenset() if source.scanned else lines_without([line.text for line in lines])
    unsure = source.scanned or frozenset(lines[i].number for i in bare)
    if not unsure:
        return parse_plan(source)
    reading = parse_plan(
        changed(source, lambda line: restored(line.text) if line.number in unsure else line.text)
    )
    return _doubted(reading, unsure, "accents-lost" if bare else "scan-read")


def _doubted(reading: PlanReading, unsure: frozenset[int], why: str) -> PlanReading:
    """Mark whatever was read from a picture or without accents: a person looks at it before it counts."""
    tasks = tuple(_doubted_task(t, why) if unsure.intersection(t.lines) else t for t in reading.tasks)
    return replace(reading, tasks=tasks, problems=(*reading.problems, problem(min(unsure), why)))


def _doubted_task(task: ReadTask, why: str) -> ReadTask:
    held = {
        "text": task.text,
        "lead_units": task.lead_units,
        "coordinating_units": task.coordinating_units,
        "other_units": task.other_units,
        "deadline": task.deadline_text or task.deadline.kind is not DeadlineKind.NONE,
        "product": task.product,
    }
    doubts = tuple(doubt(field, why) for field, value in held.items() if value)
    return replace(task, review=tuple(dict.fromkeys((*task.review, *doubts))))
