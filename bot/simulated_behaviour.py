"""How the units of a simulation behave: CSV `unit,behaviour`, read into values."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from domain.errors import BadInputError
from domain.vietnamese.fold import nfc
from handlers.services.fan_out import key_of

COLUMNS = ("unit", "behaviour")
LONGEST = 3660


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What a unit's people do; all None: nothing, whatever they are told.

    The focal point confirms `confirms_after` calendar days after the first reminder of an occurrence, or
    `late_by` days after its due day; from `blocks_from` on the focal point cannot be reached, and on `moves_on` the
    focal point leaves the unit, with nobody in that place afterwards.
    """

    confirms_after: int | None = None
    late_by: int | None = None
    blocks_from: date | None = None
    moves_on: date | None = None


IGNORES = Behaviour()


def read_behaviours(path: Path, units: Iterable[str]) -> Mapping[str, Behaviour]:
    """Return the behaviour of each unit (by its name among `units`) that the file speaks of.

    Raises BadInputError `simulate-behaviour-…` naming the line to mend.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError("simulate-behaviour-unreadable", name=path.name) from error
    return parse_behaviours(text, units)


def parse_behaviours(text: str, units: Iterable[str]) -> Mapping[str, Behaviour]:
    """Return the behaviours of a CSV text; raises as `read_behaviours`."""
    known = {key_of(name): name for name in units}
    reader = csv.DictReader(io.StringIO(nfc(text)))
    if not set(COLUMNS) <= set(reader.fieldnames or ()):
        raise BadInputError("simulate-behaviour-columns", columns=",".join(COLUMNS))
    found: dict[str, Behaviour] = {}
    for cells in reader:
        line = reader.line_num
        name = (cells["unit"] or "").strip()
        unit = known.get(key_of(name))
        if unit is None:
            raise BadInputError("simulate-behaviour-unit", line=line, unit=name)
        if unit in found:
            raise BadInputError("simulate-behaviour-twice", line=line, unit=name)
        found[unit] = _behaviour((cells["behaviour"] or "").strip(), line)
    return found


def _behaviour(text: str, line: int) -> Behaviour:
    made = IGNORES
    for word in text.split("|"):
        try:
            made = _with(made, word.strip())
        except ValueError as error:
            raise BadInputError("simulate-behaviour-unknown", line=line, behaviour=text) from error
    return made


def _with(made: Behaviour, word: str) -> Behaviour:
    """Return the behaviour with one more word in it; raises ValueError for a word that says nothing."""
    name, _, value = (part.strip() for part in word.partition(":"))
    match name:
        case "ignores" if not value:
            return made
        case "confirms":
            return replace(made, confirms_after=_days(value))
        case "late":
            return replace(made, late_by=_days(value))
        case "blocks":
            return replace(made, blocks_from=date.fromisoformat(value))
        case "moves":
            return replace(made, moves_on=date.fromisoformat(value))
    raise ValueError(word)


def _days(value: str) -> int:
    days = int(value)
    if not 0 <= days <= LONGEST:
        raise ValueError(value)
    return days
