"""Two readings of a plan laid side by side: what is kept, changed field by field, new and withdrawn. Pure.

Rows are matched by what they say; their number in the document, their units and deadline only lean one way or the
other, since numbers shift when a row is put in between. What is alike in nothing but its place is not matched.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rapidfuzz.distance import Indel

from domain.deadline import Deadline
from domain.plan import ReadTask
from domain.unit_names import unit_key

FIELDS = (
    "kind",
    "text",
    "lead_units",
    "coordinating_units",
    "other_units",
    "by_mandate",
    "deadline",
    "product",
)
SAME_ID, SAME_UNITS, SAME_DEADLINE = 0.12, 0.06, 0.04
ALIKE = 0.66
"""Unrelated sentences of the trade are about 0.35 alike, the same one reworded 0.7; all else the same adds 0.22."""

_COMPARED = 1000  # letters of a text that are compared
_FIRST_LETTER = 0x10000  # behind every letter that is half of another

Pair = tuple[str, str]
"""The id of a row in the old plan, and of the same row in the new one."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a row as it was and as it is."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Match:
    """A row that stands in both plans; without `changes` it says the same, perhaps at another place."""

    old: ReadTask
    new: ReadTask
    changes: tuple[FieldChange, ...]

    @property
    def is_renumbered(self) -> bool:
        """Whether it stands under another number now."""
        return self.old.id != self.new.id

    def change(self, field: str) -> FieldChange | None:
        """Return the change of one field, None where it is as it was."""
        return next((one for one in self.changes if one.field == field), None)


@dataclass(frozen=True, slots=True)
class PlanDiff:
    """Every row of both plans stands here once. `matches` and `new` follow the new plan, `withdrawn` the old."""

    matches: tuple[Match, ...]
    new: tuple[ReadTask, ...]
    withdrawn: tuple[ReadTask, ...]
    order: tuple[str, ...]

    @property
    def kept(self) -> tuple[Match, ...]:
        """Rows that say what they said."""
        return tuple(match for match in self.matches if not match.changes)

    @property
    def changed(self) -> tuple[Match, ...]:
        """Rows of which at least one field is another."""
        return tuple(match for match in self.matches if match.changes)

    @property
    def is_empty(self) -> bool:
        """Whether nothing changes for anybody."""
        return not (self.changed or self.new or self.withdrawn)


def diff(old: Sequence[ReadTask], new: Sequence[ReadTask], pairs: Iterable[Pair] | None = None) -> PlanDiff:
    """Compare two plans; ids are unique in each. `pairs` says which rows are the same, else `pair_up` finds out."""
    of_new = dict(pair_up(old, new) if pairs is None else pairs)
    by_id = {task.id: task for task in new}
    matched = {new_id: task for task in old if (new_id := of_new.get(task.id)) in by_id}
    matches = tuple(
        Match(matched[task.id], task, changes(matched[task.id], task)) for task in new if task.id in matched
    )
    found = {match.old.id for match in matches}
    return PlanDiff(
        matches=matches,
        new=tuple(task for task in new if task.id not in matched),
        withdrawn=tuple(task for task in old if task.id not in found),
        order=tuple(task.id for task in new),
    )


def apply(old: Sequence[ReadTask], change: PlanDiff) -> tuple[ReadTask, ...]:
    """Return the old plan with the change laid over it: the new plan, in its order."""
    kept = {task.id: task for task in old}
    found = {task.id: task for task in change.new}
    for match in change.matches:
        renewed = replace(kept[match.old.id], **{one.field: one.new for one in match.changes})
        found[match.new.id] = _worded_as(renewed, match.new)
    return tuple(found[task_id] for task_id in change.order)


def _worded_as(task: ReadTask, new: ReadTask) -> ReadTask:
    """Take over from the new document what no person would call a change: its numbers, lines and spelling."""
    said = {
        field: getattr(new, field)
        for field in FIELDS
        if same(field, getattr(task, field), getattr(new, field))
    }
    return replace(
        task,
        **said,
        id=new.id,
        lines=new.lines,
        deadline_text=new.deadline_text,
        lead_raw=new.lead_raw,
        coordinating_raw=new.coordinating_raw,
        review=new.review,
    )


def changes(old: ReadTask, new: ReadTask) -> tuple[FieldChange, ...]:
    """Return the fields in which two rows differ for a reader: spelling, order and numbers are no difference."""
    return tuple(
        FieldChange(field, getattr(old, field), getattr(new, field))
        for field in FIELDS
        if not same(field, getattr(old, field), getattr(new, field))
    )


def same(field: str, old: Any, new: Any) -> bool:
    """Whether two values of a field say the same."""
    return bool(_essence(field, old) == _essence(field, new))


def _essence(field: str, value: Any) -> Any:
    match field:
        case "lead_units" | "coordinating_units":
            return frozenset(unit_key(name).casefold() for name in value)
        case "other_units":
            return frozenset((unit_key(one.name).casefold(), one.role) for one in value)
        case "text" | "product":
            return plain(value or "")
        case "deadline":
            return _asks(value)
        case _:
            return value


def _asks(deadline: Deadline) -> Deadline:
    """Return what a deadline asks for, wherever in the document it was said."""
    return replace(deadline, inherited=None, also=tuple(_asks(other) for other in deadline.also))


def plain(text: str) -> str:
    """Return a text without what differs from copy to copy: case, blanks, the stop at its end."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split()).strip(" .;:,–-")


def differing(old: str, new: str, beside: int = 3) -> tuple[str, str]:
    """Return the parts of two texts that differ, with a few words `beside` them and "…" for what is left out."""
    a, b = old.split(), new.split()
    first = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    last = next(
        (n for n, (x, y) in enumerate(zip(reversed(a), reversed(b), strict=False)) if x != y),
        min(len(a), len(b)),
    )
    last = min(last, len(a) - first, len(b) - first)
    start, end = max(first - beside, 0), max(last - beside, 0)

    def part(words: list[str]) -> str:
        shown = " ".join(words[start : len(words) - end])
        return f"{'…' if start else ''}{shown}{'…' if end else ''}"

    return part(a), part(b)


# Which row is which


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    text: str
    words: str  # one letter for each word, the same for the same word: compared many times faster than words
    units: frozenset[str]
    deadline: Deadline


def _row(task: ReadTask, letters: dict[str, str]) -> _Row:
    text = plain(task.text)[:_COMPARED]
    words = "".join(letters.setdefault(word, chr(_FIRST_LETTER + len(letters))) for word in text.split())
    units = frozenset(unit_key(n).casefold() for n in (*task.lead_units, *task.coordinating_units))
    return _Row(task.id, text, words, units, _asks(task.deadline))


def pair_up(old: Sequence[ReadTask], new: Sequence[ReadTask]) -> tuple[Pair, ...]:
    """Return which rows are the same, whatever the order of either plan; turned round it gives the pairs reversed."""
    letters: dict[str, str] = {}
    before, after = [_row(task, letters) for task in old], [_row(task, letters) for task in new]
    found = _identical(before, after)
    taken: tuple[set[str], set[str]] = ({a for a, _ in found}, {b for _, b in found})
    for *_, a, b in sorted(_alike(_without(before, found, 0), _without(after, found, 1))):
        if a not in taken[0] and b not in taken[1]:
            found.append((a, b))
            taken[0].add(a)
            taken[1].add(b)
    return tuple(sorted(found))


def _without(rows: Iterable[_Row], found: Sequence[Pair], side: int) -> list[_Row]:
    taken = {pair[side] for pair in found}
    return [row for row in rows if row.id not in taken]


def _identical(before: Sequence[_Row], after: Sequence[_Row]) -> list[Pair]:
    """Return the rows that say the same at the same place, then those whose words stand once in either plan."""
    at = {(row.id, row.text): row.id for row in after}
    found = [(row.id, row.id) for row in before if (row.id, row.text) in at]
    left, right = _without(before, found, 0), _without(after, found, 1)
    once = {text for text, count in Counter(row.text for row in left).items() if count == 1}
    once &= {text for text, count in Counter(row.text for row in right).items() if count == 1}
    by_text = {row.text: row.id for row in right}
    return [*found, *((row.id, by_text[row.text]) for row in left if row.text in once)]


def _alike(before: Iterable[_Row], after: Sequence[_Row]) -> Iterable[tuple[float, str, str, str, str]]:
    """Yield rows that may be the same, to be sorted: the most alike first, else by ids from either side alike."""
    for a in before:
        for b in after:
            score = likeness(a, b)
            if score >= ALIKE:
                yield -round(score, 9), min(a.id, b.id), max(a.id, b.id), a.id, b.id


def likeness(a: _Row, b: _Row) -> float:
    """Return how alike two rows are: 0 to 1 for their words, and up to 0.22 for all the rest being the same.

    Below ALIKE it may be less than that: letters are not compared where they cannot lift it so far.
    """
    words = Indel.normalized_similarity(a.words, b.words)
    shared = len(a.units & b.units) / len(a.units | b.units) if a.units | b.units else 0.0
    leaning = SAME_ID * (a.id == b.id) + SAME_UNITS * shared + SAME_DEADLINE * (a.deadline == b.deadline)
    needed = 2 * (ALIKE - leaning) - words - 1e-6
    letters = Indel.normalized_similarity(a.text, b.text, score_cutoff=needed) if needed <= 1 else 0.0
    return (letters + words) / 2 + leaning
