"""Word's automatic numbers, written out as the reader of the page sees them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from documents.docx_styles import Style, Styles, W, numbering_in, value_of, whole

_PLACE = re.compile(r"%(\d)")
_LAST_LEVEL = 8
_LONGEST_TEXT = 60  # letters around and between the numbers of one label
_DASHES = "-+*•"
_BARE = re.compile(r"[\dA-Za-z.]*[\dA-Za-z]")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `restart`: the 1-based level after which it begins anew, 0 never, None any above."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    pattern: str = ""


_MISSING = Level()


@dataclass(frozen=True, slots=True)
class List:
    """One list as paragraphs name it: its family (lists of one family count on together), its levels, its starts."""

    family: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)

    def start(self, level: int) -> int:
        """Return the first number of a level."""
        return self.starts.get(level, self.levels.get(level, _MISSING).start)


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each family has counted."""

    styles: Styles = field(default_factory=Styles)
    lists: dict[str, List] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)

    def label(self, properties: etree._Element | None) -> str:  # lxml's element type has no public name
        """Count one paragraph on; return its number or dash with a blank behind, empty where it has none."""
        if not self.lists:
            return ""
        number_id, at = self._of(properties)
        found = self.lists.get(number_id or "")
        if found is None or at not in found.levels:
            return ""
        counts = self.counts.setdefault(found.family, {})
        if at in found.starts and (number_id or "", at) not in self.started:
            self.started.add((number_id or "", at))
            counts[at] = found.starts[at]
        else:
            counts[at] = counts.get(at, found.start(at) - 1) + 1
        for deeper in [level for level in counts if level > at]:
            restart = found.levels.get(deeper, _MISSING).restart
            if restart is None or at < restart:
                del counts[deeper]
        return _show(found, counts, at)

    def _of(self, properties: etree._Element | None) -> tuple[str | None, int]:  # as above
        """`(list, level)` of a paragraph, its own or its style's."""
        number_id, level = numbering_in(properties)
        if number_id is not None:
            return number_id, min(level or 0, _LAST_LEVEL)
        own = properties.find(f"{W}pStyle") if properties is not None else None
        for name, style in self.styles.chain(value_of(own) or self.styles.plain):
            if style.number is not None:
                return style.number, min(self._level(name, style) if level is None else level, _LAST_LEVEL)
        return None, 0

    def _level(self, name: str, style: Style) -> int:
        """Return the level a style stands for: the one it names, or the one of its list that names it."""
        found = self.lists.get(style.number or "")
        if style.level is not None or found is None:
            return style.level or 0
        return next((at for at, level in found.levels.items() if level.style == name), 0)


def _show(found: List, counts: dict[int, int], at: int) -> str:
    level = found.levels[at]
    if level.form == "bullet":
        return f"{_dash(found.levels, at)} "
    if level.form == "none" or not level.text:
        return ""

    def number(place: re.Match[str]) -> str:
        index = int(place[1]) - 1
        other = found.levels.get(index, _MISSING)
        form = "decimal" if level.legal else other.form
        return write_number(counts.get(index, found.start(index)), form, other.pattern)

    text = _PLACE.sub(number, level.text).strip()
    # "1" set off by a tab is a number on the page; in a line of text only its full stop says so
    return f"{text}. " if _BARE.fullmatch(text) else f"{text} "


def _dash(levels: dict[int, Level], at: int) -> str:
    """Return the dash of a bullet: the one it shows, where it shows one, and another than those above it."""
    taken = ""
    for index in sorted(levels):
        if levels[index].form != "bullet" or index > at:
            continue
        shown = "-" if levels[index].text in {"–", "—"} else levels[index].text
        free = next((dash for dash in _DASHES if dash not in taken), "-")
        taken += shown if len(shown) == 1 and shown in _DASHES and shown not in taken else free
    return taken[-1]


def read_numbering(root: etree._Element | None, styles: Styles) -> Numbering:  # as above
    """Return the lists defined in numbering.xml, with the styles that use them."""
    found = Numbering(styles)
    if root is None:
        return found
    families: dict[str, dict[int, Level]] = {}
    links: dict[str, str] = {}
    for abstract in root.iter(f"{W}abstractNum"):
        name = abstract.get(f"{W}abstractNumId") or ""
        families[name] = _levels(abstract)
        if (link := value_of(abstract.find(f"{W}numStyleLink"))) is not None:
            links[name] = link
    owners = {
        num.get(f"{W}numId") or "": value_of(num.find(f"{W}abstractNumId")) or ""
        for num in root.iter(f"{W}num")
    }
    for num in root.iter(f"{W}num"):
        number_id = num.get(f"{W}numId") or ""
        family = owners[number_id]
        if family in links and (style := styles.named.get(links[family])):
            family = owners.get(style.number or "", family)
        if number_id != "0":
            found.lists[number_id] = _list(num, family, families.get(family, {}))
    return found


def _list(num: etree._Element, family: str, levels: dict[int, Level]) -> List:  # as above
    """Return a list: its family's levels with what the list itself overrides."""
    own, starts = dict(levels), dict[int, int]()
    for override in num.iter(f"{W}lvlOverride"):
        at = whole(override.get(f"{W}ilvl"))
        own |= _levels(override)
        start = value_of(override.find(f"{W}startOverride"))
        if start is not None:
            starts[at] = whole(start)
    return List(family, own, starts)


def _levels(parent: etree._Element) -> dict[int, Level]:  # as above
    return {
        whole(level.get(f"{W}ilvl")): Level(
            form=_form(level),
            text=(value_of(level.find(f"{W}lvlText")) or "")[:_LONGEST_TEXT],
            start=whole(value_of(level.find(f"{W}start"), "1"), 1),
            restart=None if (restart := value_of(level.find(f"{W}lvlRestart"))) is None else whole(restart),
            legal=value_of(level.find(f"{W}isLgl"), "1") == "1" and level.find(f"{W}isLgl") is not None,
            style=value_of(level.find(f"{W}pStyle")),
            pattern=_pattern(level),
        )
        for level in parent.iter(f"{W}lvl")
    }


def _format(level: etree._Element) -> etree._Element | None:  # as above
    """Return the level's numFmt; newer forms stand inside mc:AlternateContent."""
    return next(level.iter(f"{W}numFmt"), None)


def _form(level: etree._Element) -> str:  # as above
    return value_of(_format(level)) or "decimal"


def _pattern(level: etree._Element) -> str:  # as above
    element = _format(level)
    return (element.get(f"{W}format") or "")[:200] if element is not None else ""


def write_number(number: int, form: str, pattern: str = "") -> str:
    """Return a number in one of Word's forms; `pattern` shows how a custom form begins. Unknown forms are decimal."""
    writers: dict[str, Callable[[int], str]] = {
        "upperRoman": lambda n: _roman(n).upper(),
        "lowerRoman": _roman,
        "upperLetter": lambda n: _letter(n).upper(),
        "lowerLetter": _letter,
        "decimalZero": lambda n: f"{n:02d}",
        "decimalEnclosedParen": lambda n: f"({n})",
        "decimalEnclosedFullstop": lambda n: f"{n}.",
        "numberInDash": lambda n: f"- {n} -",
        "custom": lambda n: _custom(n, pattern),
    }
    return writers.get(form, str)(number)


def _custom(number: int, pattern: str) -> str:
    """Return a number in a form shown by example: "001, 002, 003, ..." or "a, b, c, d, đ, ..."."""
    shown = [part.strip() for part in pattern.split(",") if part.strip(" .")]
    if shown and all(part.isdigit() for part in shown):
        return str(number).zfill(len(shown[0]))
    return shown[number - 1] if 0 < number <= len(shown) else str(number)


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
