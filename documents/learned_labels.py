"""Labels nobody foresaw, told by what stands behind them: "Chốt: 30/4/2026" under item after item is a time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from documents.clause_words import VERB_START
from documents.columns import NOTHING
from documents.labels import LabelKind, classify
from documents.source import Block, Line
from domain.deadline import DeadlineKind
from domain.deadline_words import read_deadline
from domain.unit_lists import starts_unit, unit_end

_LABELLED = re.compile(
    r"\s*(?:[-–+•*]\s*)?(?P<label>[A-ZĐÀ-Ỹ][^\W\d_]*(?: [^\W\d_]+){0,5})\s*:\s*(?P<value>\S.{0,200})$"
)
_HELPS = re.compile(r"cùng|phối|hỗ trợ|tham gia|giúp|phụ\b|hợp tác|với ai", re.IGNORECASE)
_LEAD, _HELP, _TIME, _ASIDE = "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn", "Ghi chú"
GUESSED = " (?)"
"""Ends the name given to a label where its values tell only that it names units, not in which role."""


@dataclass(slots=True)
class _Recurring:
    """A label nobody knows: the values behind it, and how often it stands next to a line with a known one."""

    values: list[str] = field(default_factory=list)
    beside_known: int = 0


def with_known_labels(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with labels that recur, unknown by their words, put as known ones where values tell."""
    found: dict[str, _Recurring] = {}
    known: set[str] = set()
    before = ""
    for block in blocks:
        label = _labelled(block)
        kind = classify(label["label"]) if label else None
        words = label["label"].lower() if label and kind is None else ""
        if label and kind is not None:
            known.add(kind)
            if before in found:
                found[before].beside_known += 1
        elif label and words:
            one = found.setdefault(words, _Recurring())
            one.values.append(label["value"].strip(" .;"))
            one.beside_known += before in known or before in found
        before = kind or words or (before if not _is_filled(block) else "")
    names: dict[str, str] = {}
    for words, one in found.items():
        if name := _told(words, one, known):
            names[words] = name
            known |= {kind} if (kind := classify(name)) else set()
    return [_renamed(block, names) for block in blocks] if names else list(blocks)


def _is_filled(block: Block) -> bool:
    return not isinstance(block, Line) or bool(block.text.strip())


def _labelled(block: Block) -> re.Match[str] | None:
    return _LABELLED.match(block.text) if isinstance(block, Line) and ":" in block.text[:60] else None


def _told(words: str, one: _Recurring, known: set[str]) -> str:
    """Return the known label that these words stand for, told by most of their values; or nothing."""
    said = [value for value in one.values if not NOTHING.fullmatch(value.strip("()"))]
    if len(one.values) < 2 or starts_unit(words):
        return ""
    timed = sum(read_deadline(value, year=2000).deadline.kind is not DeadlineKind.NONE for value in said)
    named = sum(_names_units(value) for value in said)
    if said and timed * 3 >= len(said) * 2 and LabelKind.DEADLINE not in known:
        return _TIME
    if said and named * 3 >= len(said) * 2 and (named == len(said) or not VERB_START.match(words)):
        if _HELPS.search(words):
            return _HELP
        if LabelKind.LEAD not in known:
            return _LEAD
        return f"{_HELP}{GUESSED}" if LabelKind.COORDINATING not in known else _ASIDE
    return _ASIDE if one.beside_known * 3 >= len(one.values) * 2 else ""


def _names_units(value: str) -> bool:
    return (
        (value[:1].isupper() or value.startswith("các "))
        and starts_unit(value)
        and unit_end(value) == len(value)
    )


def _renamed(block: Block, names: dict[str, str]) -> Block:
    found = _labelled(block)
    name = names.get(found["label"].lower()) if found else None
    if not isinstance(block, Line) or found is None or name is None:
        return block
    return replace(block, text=block.text[: found.start("label")] + name + block.text[found.end("label") :])
