"""Text broken into lines of one width: which lines go on with the one before, told by whether their word had room."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from documents.labels import find_labels
from documents.source import Block, Line
from domain.unit_lexicon import SECTOR_NAMES

ENDED: Final = re.compile(r"[.:!?…]\W{0,3}$")
ITEM: Final = re.compile(
    r"[-–+*•]\s|(?:\(?(?:\d{1,3}|[a-zđ])[.)]|(?:\d{1,2}\.){1,4}\d{0,2}|(?:[IVX]{1,5}|[A-HĐK])[.)])\s"
)
_RULE: Final = re.compile(r"[\W_]+")
_TORN: Final = re.compile(
    r"[-–]\s+(?:[A-ZĐ&]{2}|\d|[a-zđà-ỹ])"
)  # "chính trị" and in the next line "- xã hội"
_DASHED: Final = tuple(
    (left.lower(), right.lower())
    for name in SECTOR_NAMES
    for left, dash, right in [name.partition(" - ")]
    if dash
)
_CLOSES: Final = re.compile(r"\d{1,3}\)")  # "(trước ngày 15 tháng" and in the next line "12)"
_WIDEST = 140
_NARROWEST = 40
_FEWEST = 4  # full lines: fewer may be chance
_SHARE = 0.15


def join_wrapped(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks, in hard-wrapped text the lines that go on with the one before marked as joined."""
    lengths = [len(block.text.rstrip()) for block in blocks if isinstance(block, Line)]
    width = max(lengths, default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return tuple(blocks)
    full = [_is_full(above, below, width) for above, below in pairwise(blocks)]
    if sum(full) < max(_FEWEST, _SHARE * len([length for length in lengths if length])):
        return tuple(blocks)
    return tuple(_joined(blocks, full))


def _joined(blocks: Sequence[Block], full: list[bool]) -> Iterator[Block]:
    yield blocks[0]
    for (above, below), is_full in zip(pairwise(blocks), full, strict=True):
        if (
            is_full
            and isinstance(above, Line)
            and isinstance(below, Line)
            and _goes_on(above.text, below.text)
        ):
            yield replace(below, joined=True)
        else:
            yield below


def _is_full(above: Block, below: Block, width: int) -> bool:
    """Tell whether the next line's first word had no room in this one."""
    if not isinstance(above, Line) or not isinstance(below, Line):
        return False
    word = below.text.split(maxsplit=1)[:1]
    return bool(above.text.strip()) and bool(word) and len(above.text.rstrip()) + 1 + len(word[0]) > width


def _goes_on(above: str, below: str) -> bool:
    below = below.strip()
    if _RULE.fullmatch(above) or _RULE.fullmatch(below) or (above.isupper() and not below.isupper()):
        return False
    labels = find_labels(below)
    if labels and labels[0].at == 0:
        return False
    if not ITEM.match(below) or (above.count("(") > above.count(")") and _CLOSES.match(below)):
        return True
    if ENDED.search(above) or above.rstrip().endswith(";"):
        return False
    return _TORN.match(below) is not None or _is_torn_name(above.rstrip().lower(), below[1:].lstrip().lower())


def _is_torn_name(above: str, below: str) -> bool:
    """Tell whether a name with a dash in it was broken before the dash: "Lao động" / "- Thương binh và Xã hội"."""
    return any(above.endswith(left) and below.startswith(right) for left, right in _DASHED)
