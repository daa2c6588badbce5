"""What must hold of any file whatever: a reading whose every line exists, or BadInputError and nothing else."""

import unicodedata
from collections.abc import Callable

from documents.reading import read_plan_bytes, read_plan_text
from domain.errors import BadInputError
from domain.plan import PlanReading
from domain.plan_json import reading_from_json, reading_to_json
from tests.documents.samples import W, bare_docx

_FORMS: dict[int, Callable[[bytes], tuple[bytes, str]]] = {
    0: lambda data: (data, "a.txt"),
    1: lambda data: (data, "a.md"),
    2: lambda data: (b"<html>" + data, "a.html"),
    3: lambda data: (b"%PDF-1.4\n" + data, "a.pdf"),
    4: lambda data: (data, "a"),
    5: lambda data: (bare_docx(_xml(data)), "a.docx"),
    6: lambda data: (bare_docx(_ITEMS, numbering=_part("numbering", data)), "a.docx"),
    7: lambda data: (bare_docx(_ITEMS, styles=_part("styles", data)), "a.docx"),
}
_ITEMS = "".join(
    f'<w:p><w:pPr><w:pStyle w:val="s{i}"/><w:numPr><w:ilvl w:val="{i}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    f"<w:r><w:t>việc {i}</w:t></w:r></w:p>"
    for i in range(3)
)


def check(data: bytes) -> None:
    """Read the bytes as the kind of file that their first byte names, and check the reading."""
    if not data:
        return
    made, name = _FORMS[data[0] % len(_FORMS)](data[1:])
    try:
        reading = read_plan_bytes(made, name)
    except BadInputError:
        return
    check_reading(reading)
    if data[0] % len(_FORMS) == 0:
        check_text(data[1:].decode("utf-8", "ignore"))


def check_text(text: str) -> None:
    """Check that a text reads alike in NFC and NFD and with either line end."""
    text = unicodedata.normalize("NFC", text).replace("\r", "")
    try:
        reading = read_plan_text(text)
    except BadInputError:
        return
    for other in (unicodedata.normalize("NFD", text), text.replace("\n", "\r\n")):
        assert read_plan_text(other) == reading, repr(text)


def check_reading(reading: PlanReading) -> None:
    """Check that every row has its words, a name of its own and lines, and that it survives being kept."""
    assert all(task.lines and task.text and min(task.lines) >= 1 for task in reading.tasks)
    assert all(problem.line >= 1 and problem.message for problem in reading.problems)
    assert len({task.id for task in reading.tasks}) == len(reading.tasks)
    assert reading_from_json(reading_to_json(reading)) == reading


def _xml(data: bytes) -> str:
    return data.decode("utf-8", "ignore")


def _part(name: str, data: bytes) -> str:
    return f'<w:{name} xmlns:w="{W}">{_xml(data)}</w:{name}>'
