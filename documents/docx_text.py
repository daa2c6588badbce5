"""The words of one paragraph of a Word file: what stands on the page once changes are accepted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from documents.docx_styles import Styles, W, font_in, hidden_in, value_of
from documents.legacy_letters import Letters, convert, letters_of_font

MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_WORDS: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
BOX: Final = f"{W}txbxContent"
_DROPPED: Final = frozenset(
    {
        *(f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}delInstrText", f"{W}rt"),
        *(f"{W}pPr", f"{W}rPr", f"{W}sdtPr"),
    }
)
_LETTERS: Final = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
    f"{W}sym": " ",
}
_UNWRITTEN_FIELDS: Final = ("TOC", "INDEX", "PAGE", "NUMPAGES", "SECTIONPAGES")
_REFERENCES: Final = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_WORDS: Final = frozenset({f"{W}t", _MATH_WORDS})
_YIELDED: Final = frozenset({*_WORDS, BOX, *_LETTERS, *_REFERENCES})


@dataclass(frozen=True, slots=True)
class Look:
    """Which looks matter in a document: whether any text in it is hidden or set in a font from before Unicode."""

    styles: Styles
    hidden: bool = False
    legacy: bool = False

    def of(self, run: etree._Element, paragraph_style: str | None) -> str | None:  # no public name
        """Return how a run is written; "hidden" where it does not show."""
        own = run.find(f"{W}rPr")
        style = value_of(own.find(f"{W}rStyle")) if own is not None else None
        if self.hidden:
            said = hidden_in(own)
            if self.styles.hidden(style, paragraph_style) if said is None else said:
                return "hidden"
        if not self.legacy:
            return None
        found = letters_of_font(font_in(own) or self.styles.font_of(style, paragraph_style))
        return None if found is None else (f"{found[0]}!" if found[1] else found[0])


@dataclass(slots=True)
class Words:
    """A paragraph's own text; beside it the notes it refers to, as (kind, id), and the text boxes anchored in it."""

    text: str = ""
    references: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


def words_of(paragraph: etree._Element, look: Look) -> Words:  # as above
    """Return the visible text: insertions in, deletions out."""
    found = Words()
    pieces: list[tuple[str, str | None]] = []
    careful = look.hidden or look.legacy
    style = value_of(paragraph.find(f"{W}pPr/{W}pStyle")) or look.styles.plain if careful else None
    for element, written in _letters(paragraph, look if careful else None, style):
        tag = element.tag
        if tag in _WORDS:
            pieces.append((element.text or "", written))
        elif tag in _LETTERS:
            pieces.append((_LETTERS[tag], written))
        elif tag == BOX:
            found.boxes.append(element)
        else:
            found.references.append((_REFERENCES[tag], element.get(f"{W}id") or ""))
    found.text = _joined(pieces) if look.legacy else "".join([text for text, _ in pieces])
    return found


def _letters(
    paragraph: etree._Element, look: Look | None, style: str | None
) -> Iterator[tuple[etree._Element, str | None]]:  # as above
    """Yield what makes the text, in order, with how its run is written."""
    stack: list[Iterator[etree._Element]] = [iter(paragraph)]  # as above
    written: str | None = None
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
            continue
        tag = element.tag
        if tag in _YIELDED:
            yield element, written
        elif tag in _DROPPED or not isinstance(tag, str):
            continue
        elif tag == f"{MC}AlternateContent":
            stack.append(alternatives(element))
        else:
            if tag == f"{W}r" and look is not None:
                written = look.of(element, style)
                if written == "hidden":
                    continue
            stack.append(iter(element))


def _joined(pieces: list[tuple[str, str | None]]) -> str:
    """Join the pieces, legacy letters converted over whole stretches: a letter may lie across two runs."""
    found: list[str] = []
    at = 0
    while at < len(pieces):
        written, end = pieces[at][1], at
        while end < len(pieces) and pieces[end][1] == written:
            end += 1
        text = "".join(piece for piece, _ in pieces[at:end])
        if written is not None:
            text = convert(text, Letters(written.rstrip("!")))
            text = text.upper() if written.endswith("!") else text
        found.append(text)
        at = end
    return "".join(found)


def alternatives(element: etree._Element) -> Iterator[etree._Element]:  # as above
    """Yield the contents of the first of several ways to say the same thing; nothing is read twice."""
    chosen = next((child for child in element if child.tag == f"{MC}Choice"), element.find(f"{MC}Fallback"))
    return iter(chosen if chosen is not None else ())


def drop_fields(body: etree._Element) -> None:  # as above
    """Take codes of fields out of the tree, and the results of those that are no text of the document (contents)."""
    open_fields: list[_Field] = []
    for element in list(body.iter(f"{W}fldChar", f"{W}instrText", *_LETTERS, f"{W}t")):
        kind = element.get(f"{W}fldCharType") if element.tag == f"{W}fldChar" else None
        if kind == "begin":
            open_fields.append(_Field([], [], []))
        elif open_fields and kind == "separate":
            open_fields[-1].separated = True
        elif open_fields and kind == "end":
            _close(open_fields)
        elif open_fields and element.tag == f"{W}instrText":
            open_fields[-1].code.append(element.text or "")
        elif open_fields and kind is None:
            inner = open_fields[-1]
            (inner.result if inner.separated else inner.inside).append(element)
    for simple in list(body.iter(f"{W}fldSimple")):
        if _unwritten(simple.get(f"{W}instr") or ""):
            _remove(simple)


@dataclass(slots=True)
class _Field:
    code: list[str]
    inside: list[etree._Element]
    result: list[etree._Element]
    separated: bool = False


def _close(open_fields: list[_Field]) -> None:
    """End the innermost field. A field that never ends is none, so only here anything is dropped."""
    inner = open_fields.pop()
    unwritten = _unwritten("".join(inner.code))
    for element in inner.inside + (inner.result if unwritten else []):
        _remove(element)
    if open_fields and not unwritten:
        outer = open_fields[-1]
        (outer.result if outer.separated else outer.inside).extend(inner.result)


def _unwritten(code: str) -> bool:
    return bool(code.strip()) and code.split(maxsplit=1)[0].upper() in _UNWRITTEN_FIELDS


def _remove(element: etree._Element) -> None:  # as above
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


NOTE_KINDS: Final[Mapping[str, str]] = {"footnotes": f"{W}footnote", "endnotes": f"{W}endnote"}
