"""Units' names that a document itself shows to be names, as they stand alone in it: bound wherever else they stand.

"Nơi nhận", lines of labels and columns of units hold names and nothing else; a name that only this document knows,
and that its words alone would not tell, is learned there and read in the sentences too.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from documents.columns import NOTHING, cell_text, find_head
from documents.labels import LONGEST, LabelKind, classify
from documents.rows import ROLES, Draft
from documents.source import Block, Line, Row
from domain.bound_names import bound, names_pattern, unbound
from domain.deadline import Deadline
from domain.letters import compile_letters
from domain.unit_bounds import starts_unit, unit_end
from domain.unit_lexicon import NAME_HEADS
from domain.unit_lists import split_units, squeeze
from domain.unit_names import Slip
from domain.unit_spelling import is_sector
from domain.unit_tails import name_ends
from domain.word_trie import alternation

_MOST, _MOST_LEARNED = 600, 60  # names of one document: more are not looked at
_MARK = re.compile(r"^\s*(?:[-–+•*]|\w{1,4}[.)])\s*")
_NAME = compile_letters(r"<A>[\w&]*(?:(?:,? | [-–] )[\w&]+){1,9}")
_NO_NAME = re.compile(
    r"(?:như|lưu|các|những|toàn|tất cả|thường trực|không|theo|chủ trì|phối hợp|trước|sau|tháng|quý|năm|ngày|từ|đến"
    r"|ông|bà|đồng chí|công tác|mọi|đại diện)(?!\w)"
    r"|.*(?<!\w)(?:chủ trì|phối hợp|thực hiện|theo dõi|tham mưu|báo cáo|có liên quan|liên quan|hoàn thành)(?!\w)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[;\n]\s*")
_PIECES = re.compile(r"\s*[;,\n]\s*|\s+và\s+")
_BEFORE = re.compile(
    r"(?:^\s*(?:[-–+•*]|\d+(?:\.\d+)*[.)]?|[a-zđ][.)])\s+|[:;.(]\s*|(?<!\w)(?:giao|mời|đề nghị|yêu cầu|với|do)\s+)$",
    re.IGNORECASE,
)
_HEADED = re.compile(rf"(?<!\w)(?:{alternation(NAME_HEADS)})\s$")
_LONGEST_VALUE = 400


@dataclass(slots=True)
class _Seen:
    """Names that stood alone, with how often, and those that stood in a list, with what stood before them there."""

    alone: Counter[str] = field(default_factory=Counter)
    listed: dict[str, set[str]] = field(default_factory=dict)
    outside: Counter[str] = field(
        default_factory=Counter
    )  # of `alone`, those behind the body of the document

    def value(self, text: str) -> None:
        """Note what a value that names nothing but units shows."""
        text = squeeze(text).strip(" .;,")
        if not text or len(text) > _LONGEST_VALUE or NOTHING.fullmatch(text):
            return
        parts = [part for part in _PARTS.split(text) if part]
        self.alone.update(part for part in parts if "," not in part and " và " not in part)
        for part in parts:
            pieces = [piece for piece in _PIECES.split(part) if piece]
            for before, piece in zip(["", *pieces], pieces, strict=False) if len(pieces) > 1 else ():
                self.listed.setdefault(piece, set()).add(before)


def bind_names(blocks: Sequence[Block], recipients: Iterable[str]) -> tuple[Block, ...]:
    """Return the blocks with the names learned from them bound; as they are where they teach none."""
    names = _learned(blocks, recipients)
    if not names:
        return tuple(blocks)
    pattern = names_pattern(names)

    def bind(line: Line) -> Line:
        text = pattern.sub(lambda found: bound(found.group()), line.text)
        return line if text == line.text else replace(line, text=text)

    return tuple(
        bind(block)
        if isinstance(block, Line)
        else replace(block, cells=tuple(tuple(map(bind, cell)) for cell in block.cells))
        for block in blocks
    )


def _learned(blocks: Sequence[Block], recipients: Iterable[str]) -> list[str]:
    seen = _Seen()
    for name in recipients:
        seen.value(name)
    seen.outside.update(seen.alone)
    for line in blocks:
        if isinstance(line, Line) and ":" in line.text[:LONGEST]:
            label, _, value = line.text.partition(":")
            if classify(_MARK.sub("", label)) in ROLES:
                seen.value(value)
    for _, rows in groupby((b for b in blocks if isinstance(b, Row)), key=lambda row: row.table):
        _cells(list(rows), seen)
    candidates = [name for name in (*seen.alone, *seen.listed) if _may_be_name(name)]
    unsafe = [name for name in list(dict.fromkeys(candidates))[:_MOST] if not _is_plain(name)]
    return [name for name in unsafe[:_MOST_LEARNED] if _stands(name, seen, blocks)]


def _cells(rows: list[Row], seen: _Seen) -> None:
    head = find_head(rows)
    if head is None or head.guessed:
        return
    columns = [j for j, kind in head.columns.items() if kind in ROLES and kind is not LabelKind.RECIPIENT]
    for row in rows[head.first :]:
        texts = [cell_text(cell) for cell in row.cells]
        for j in columns:
            if j < len(texts) and texts.count(texts[j]) == 1:  # else a heading across the table
                seen.value(texts[j])


def _may_be_name(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and len(name) < 80 and not _NO_NAME.match(name) and not is_sector(name)


def _is_plain(name: str) -> bool:
    """Tell whether a name is read right by its words alone, wherever it stands."""
    return (
        starts_unit(name)
        and unit_end(f"{name} thực hiện việc này") == len(name)
        and name_ends(f"{name} thực hiện việc này", 0, len(name)) == len(name)
        and split_units(f"Sở Y tế, {name}, Sở Nội vụ") == ("Sở Y tế", name, "Sở Nội vụ")
    )


def _stands(name: str, seen: _Seen, blocks: Sequence[Block]) -> bool:
    """Tell whether a name stands more than once, and somewhere where it can be no end of a longer one."""
    first = seen.alone[name]
    before = seen.listed.get(name, set())
    if not first and "" not in before and len(before) < 2:
        return False  # always behind the same words: perhaps the end of a longer name
    begun, total = 0, seen.outside[name]
    for text in _texts(blocks):
        at = text.find(name)
        while at >= 0:
            if _HEADED.search(text, max(0, at - 30), at):
                return False  # "Nội vụ" of "Sở Nội vụ"
            total += 1
            begun += bool(_BEFORE.search(text[max(0, at - 12) : at]))
            at = text.find(name, at + len(name))
    return total > 1 and (first > 0 or begun > 0)


def _texts(blocks: Sequence[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Line):
            yield block.text
        else:
            yield from (line.text for cell in block.cells for line in cell)


def unbound_draft(draft: Draft) -> Draft:
    """Return a row with its names as they were written."""
    assigned = draft.assigned
    names = (*assigned.leads, *assigned.coordinating, *(name for name, _ in assigned.others))
    if unbound(draft.text) == draft.text and not any(unbound(name) != name for name in names):
        return draft
    return replace(
        draft,
        text=unbound(draft.text),
        deadline_text=unbound(draft.deadline_text) if draft.deadline_text else draft.deadline_text,
        product=unbound(draft.product) if draft.product else draft.product,
        deadline=_unbound_deadline(draft.deadline),
        assigned=replace(
            assigned,
            leads=tuple(map(unbound, assigned.leads)),
            coordinating=tuple(map(unbound, assigned.coordinating)),
            others=tuple((unbound(name), role) for name, role in assigned.others),
            slips=tuple(_unbound_slip(slip) for slip in assigned.slips),
        ),
        notes=tuple(
            replace(note, found=unbound(note.found), alternatives=tuple(map(unbound, note.alternatives)))
            for note in draft.notes
        ),
    )


def _unbound_slip(slip: Slip) -> Slip:
    return replace(
        slip,
        found=unbound(slip.found),
        taken=unbound(slip.taken),
        alternatives=tuple(map(unbound, slip.alternatives)),
    )


def _unbound_deadline(deadline: Deadline) -> Deadline:
    event = unbound(deadline.event) if deadline.event else deadline.event
    return replace(deadline, event=event, also=tuple(map(_unbound_deadline, deadline.also)))
