"""The list of a reorganisation an office brings: CSV `before,after,rows,kind,class,parent`, read into changes."""

import csv
import io
from pathlib import Path

from domain.errors import BadInputError
from domain.reorganisation import Change, Receiver
from domain.vietnamese.fold import fold, nfc

COLUMNS = ("before", "after", "rows", "kind", "class", "parent")


def read_changes(path: Path) -> tuple[Change, ...]:
    """Return the changes of a file. Raises BadInputError `unit-changes-…` naming what to mend."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError("unit-changes-unreadable", name=path.name) from error
    return parse_changes(text)


def parse_changes(text: str) -> tuple[Change, ...]:
    """Return the changes of a CSV text, in its order.

    `before` names the units that end, `|` between several; a line for each unit that takes over. Lines with the
    same `before` are one change; `rows` (`|` between them) go to that receiver, the line without takes the rest.
    """
    reader = csv.DictReader(io.StringIO(nfc(text)))
    if not {"before", "after"} <= set(reader.fieldnames or ()):
        raise BadInputError("unit-changes-columns", columns=",".join(COLUMNS))
    found: dict[tuple[str, ...], tuple[tuple[str, ...], list[Receiver]]] = {}
    for number, cells in enumerate(reader, start=2):
        before, receiver = _several(cells, "before"), (cells.get("after") or "").strip()
        if not before or not receiver:
            raise BadInputError("unit-changes-half", line=number)
        key = tuple(sorted(map(fold, before)))
        _names, receivers = found.setdefault(key, (before, []))
        if fold(receiver) in (fold(one.name) for one in receivers):
            raise BadInputError("unit-changes-twice", line=number, unit=receiver)
        receivers.append(_receiver(receiver, cells))
    if not found:
        raise BadInputError("unit-changes-empty")
    return tuple(Change(before, tuple(receivers)) for before, receivers in found.values())


def _receiver(name: str, cells: dict[str, str | None]) -> Receiver:
    return Receiver(
        name,
        frozenset(_several(cells, "rows")),
        (cells.get("kind") or "").strip() or None,
        (cells.get("parent") or "").strip() or None,
        _several(cells, "class"),
    )


def _several(cells: dict[str, str | None], column: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in (cells.get(column) or "").split("|") if part.strip())
