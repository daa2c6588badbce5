"""What a Word file's styles say of numbering, hidden text and fonts, each looked up along what it is based on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final, TypeVar

from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LONGEST_CHAIN = 12
_FONT_SLOTS = (f"{W}ascii", f"{W}hAnsi", f"{W}cs")
_OFF = frozenset({"0", "false", "off"})
_Said = TypeVar("_Said")


@dataclass(frozen=True, slots=True)
class Style:
    """One style: what it is based on, its list and level, whether its text is hidden, its font; None where unsaid."""

    based: str | None = None
    number: str | None = None
    level: int | None = None
    hidden: bool | None = None
    font: str | None = None


@dataclass(slots=True)
class Styles:
    """The styles of a document by id; `plain` is the style of a paragraph that names none."""

    named: dict[str, Style] = field(default_factory=dict)
    plain: str | None = None
    font: str | None = None

    def chain(self, name: str | None) -> Iterator[tuple[str, Style]]:
        """Yield a style and those it is based on, the nearest first; ends on a loop."""
        for _ in range(_LONGEST_CHAIN):
            style = self.named.get(name or "")
            if style is None:
                return
            yield name or "", style
            name = style.based

    def hidden(self, *names: str | None) -> bool:
        """Tell whether text of these styles (a run's before its paragraph's) is hidden."""
        return self._first(names, lambda style: style.hidden) or False

    def font_of(self, *names: str | None) -> str | None:
        """Return the font of these styles (a run's before its paragraph's), else the document's."""
        return self._first(names, lambda style: style.font) or self.font

    def _first(self, names: tuple[str | None, ...], get: Callable[[Style], _Said | None]) -> _Said | None:
        for name in names:
            for _, style in self.chain(name):
                said = get(style)
                if said is not None:
                    return said
        return None


def read_styles(root: etree._Element | None) -> Styles:  # lxml's element type has no public name
    """Return the styles of styles.xml; none at all without it."""
    found = Styles()
    if root is None:
        return found
    found.font = font_in(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
    for element in root.iter(f"{W}style"):
        number, level = numbering_in(element.find(f"{W}pPr"))
        run = element.find(f"{W}rPr")
        name = element.get(f"{W}styleId") or ""
        found.named[name] = Style(
            value_of(element.find(f"{W}basedOn")), number, level, hidden_in(run), font_in(run)
        )
        if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in {"1", "true", "on"}:
            found.plain = name
    return found


def value_of(element: etree._Element | None, default: str | None = None) -> str | None:  # as above
    """Return an element's `w:val`, or the default where there is no such element."""
    return default if element is None else element.get(f"{W}val", default)


def whole(text: str | None, default: int = 0) -> int:
    """Return a whole number of at most six digits, else the default."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else default


def numbering_in(properties: etree._Element | None) -> tuple[str | None, int | None]:  # as above
    """`(list, level)` that paragraph properties name themselves."""
    element = properties.find(f"{W}numPr") if properties is not None else None
    if element is None:
        return None, None
    level = value_of(element.find(f"{W}ilvl"))
    return value_of(element.find(f"{W}numId")), None if level is None else whole(level)


def hidden_in(properties: etree._Element | None) -> bool | None:  # as above
    """Tell whether run properties hide their text; None where they do not say."""
    element = properties.find(f"{W}vanish") if properties is not None else None
    return None if element is None else value_of(element, "1") not in _OFF


def font_in(properties: etree._Element | None) -> str | None:  # as above
    """Return the font that run properties name; None where they do not say."""
    element = properties.find(f"{W}rFonts") if properties is not None else None
    if element is None:
        return None
    return next((name for slot in _FONT_SLOTS if (name := element.get(slot))), None)
