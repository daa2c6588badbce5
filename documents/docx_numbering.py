"""Word's automatic numbers, written out as the reader of the page sees them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%(\d)")
_LAST_LEVEL = 8


@dataclass(slots=True)
class Level:
    """One level of a list: how its number looks and where it starts."""

    form: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    overrides: dict[tuple[str, int], int] = field(default_factory=dict)
    styles: dict[str, tuple[str | None, int | None, str | None]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)

    def label(self, paragraph: etree._Element) -> str:  # lxml's element type has no public name
        """Return the number or dash in front of a paragraph, with a blank behind; empty where it has none."""
        number_id, at = self._of(paragraph)
        if number_id in {None, "0"}:
            return ""
        abstract = self.lists.get(number_id or "", "")
        levels = self.levels.get(abstract)
        if not levels or at not in levels:
            return ""
        counts = self.counts.setdefault(abstract, {})
        start = self.overrides.get((number_id or "", at))
        if start is not None and (number_id or "", at) not in self.started:
            self.started.add((number_id or "", at))
            counts[at] = start
        else:
            counts[at] = counts.get(at, levels[at].start - 1) + 1
        for deeper in [level for level in counts if level > at]:
            del counts[deeper]
        return self._show(levels, counts, at)

    def _show(self, levels: dict[int, Level], counts: dict[int, int], at: int) -> str:
        level = levels[at]
        if level.form == "bullet":
            return "- "
        if level.form == "none" or not level.text:
            return ""

        def number(found: re.Match[str]) -> str:
            index = int(found[1]) - 1
            other = levels.get(index, Level())
            return write_number(counts.get(index, other.start), other.form)

        return _PLACE.sub(number, level.text).strip() + " "

    def _of(self, paragraph: etree._Element) -> tuple[str | None, int]:  # as above
        """`(list, level)` of a paragraph, its own or its style's."""
        number_id, level = _num_pr(paragraph.find(f"{W}pPr/{W}numPr"))
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = style.get(f"{W}val") if style is not None else None
        for _ in range(12):
            if number_id is not None or name is None:
                break
            own_id, own_level, name = self.styles.get(name, (None, None, None))
            number_id = own_id
            level = own_level if level is None else level
        return number_id, min(level or 0, _LAST_LEVEL)


def read_numbering(numbering: etree._Element | None, styles: etree._Element | None) -> Numbering:  # as above
    """Return the lists defined in numbering.xml and the styles that use them."""
    found = Numbering()
    if numbering is not None:
        for abstract in numbering.iter(f"{W}abstractNum"):
            found.levels[abstract.get(f"{W}abstractNumId") or ""] = {
                _int(level.get(f"{W}ilvl")): _level(level) for level in abstract.iter(f"{W}lvl")
            }
        for num in numbering.iter(f"{W}num"):
            _read_list(found, num)
    for style in styles.iter(f"{W}style") if styles is not None else ():
        number_id, level = _num_pr(style.find(f"{W}pPr/{W}numPr"))
        based = style.find(f"{W}basedOn")
        name = style.get(f"{W}styleId") or ""
        found.styles[name] = (number_id, level, based.get(f"{W}val") if based is not None else None)
    return found


def _read_list(found: Numbering, num: etree._Element) -> None:  # as above
    number_id = num.get(f"{W}numId") or ""
    abstract = num.find(f"{W}abstractNumId")
    found.lists[number_id] = (abstract.get(f"{W}val") or "") if abstract is not None else ""
    for override in num.iter(f"{W}lvlOverride"):
        start = override.find(f"{W}startOverride")
        if start is not None:
            found.overrides[number_id, _int(override.get(f"{W}ilvl"))] = _int(start.get(f"{W}val"))


def _level(level: etree._Element) -> Level:  # as above
    def value(tag: str, default: str) -> str:
        element = level.find(f"{W}{tag}")
        return (element.get(f"{W}val") or default) if element is not None else default

    return Level(value("numFmt", "decimal"), value("lvlText", ""), _int(value("start", "1")))


def _num_pr(element: etree._Element | None) -> tuple[str | None, int | None]:  # as above
    if element is None:
        return None, None
    number, level = element.find(f"{W}numId"), element.find(f"{W}ilvl")
    return (
        number.get(f"{W}val") if number is not None else None,
        _int(level.get(f"{W}val")) if level is not None else None,
    )


def _int(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 7 else 0


def write_number(number: int, form: str) -> str:
    """Return a number in one of Word's forms; unknown forms are shown as decimals."""
    writers: dict[str, Callable[[int], str]] = {
        "upperRoman": lambda n: _roman(n).upper(),
        "lowerRoman": _roman,
        "upperLetter": lambda n: _letter(n).upper(),
        "lowerLetter": _letter,
        "decimalZero": lambda n: f"{n:02d}",
    }
    return writers.get(form, str)(number)


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9) if number > 0 else "0"


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    found = ""
    for value, letters in (
        *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
        *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
    ):
        while number >= value:
            found += letters
            number -= value
    return found
