"""Labels nobody foresaw, told by what stands behind them: "Chốt: 30/4/2026" under item after item is a time."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from documents.clause_words import VERB_START
from documents.labels import classify
from documents.source import Block, Line
from domain.deadline import DeadlineKind
from domain.deadline_words import read_deadline
from domain.unit_lists import starts_unit, unit_end

_LABELLED = re.compile(
    r"\s*(?:[-–+•*]\s*)?(?P<label>[A-ZĐÀ-Ỹ][^\W\d_]*(?: [^\W\d_]+){0,5})\s*:\s*(?P<value>\S.{0,200})$"
)
_HELPS = re.compile(r"cùng|phối|hỗ trợ|tham gia|giúp|phụ\b|hợp tác", re.IGNORECASE)
_LEAD, _HELP, _TIME = "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn"


def with_known_labels(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with labels that recur, unknown by their words, put as known ones where values tell."""
    values: dict[str, list[str]] = defaultdict(list)
    known: set[str] = set()
    for _, found in _labelled(blocks):
        words = found["label"].lower()
        if kind := classify(found["label"]):
            known.add(kind)
        else:
            values[words].append(found["value"].strip(" .;"))
    names = {
        words: name for words, said in values.items() if len(said) > 1 and (name := _told(words, said, known))
    }
    if list(names.values()).count(_LEAD) > 1:
        names = {words: name for words, name in names.items() if name != _LEAD}
    return [_renamed(block, names) for block in blocks] if names else list(blocks)


def _labelled(blocks: Iterable[Block]) -> Iterable[tuple[Line, re.Match[str]]]:
    for block in blocks:
        if isinstance(block, Line) and ":" in block.text[:60] and (found := _LABELLED.match(block.text)):
            yield block, found


def _told(words: str, said: list[str], known: set[str]) -> str:
    """Return the known label that these words stand for, told by all their values; or nothing."""
    if starts_unit(words) or VERB_START.match(words):
        return ""
    if all(read_deadline(value, year=2000).deadline.kind is not DeadlineKind.NONE for value in said):
        return _TIME if "deadline" not in known else ""
    if not all(
        value[:1].isupper() and starts_unit(value) and unit_end(value) == len(value) for value in said
    ):
        return ""
    if _HELPS.search(words):
        return _HELP
    return _LEAD if "lead" not in known else ""


def _renamed(block: Block, names: dict[str, str]) -> Block:
    found = _LABELLED.match(block.text) if isinstance(block, Line) and ":" in block.text[:60] else None
    name = names.get(found["label"].lower()) if found else None
    if not isinstance(block, Line) or found is None or name is None:
        return block
    return replace(block, text=block.text[: found.start("label")] + name + block.text[found.end("label") :])
