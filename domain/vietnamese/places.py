"""Which of the known places or units a person means."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from domain.vietnamese.fold import fold

LEAST_SCORE = 75.0

_WORD = re.compile(r"\w+")
# What stands before a proper name: a class of place or of office, folded, longest first.
_CLASSES = (
    "uy ban mat tran to quoc viet nam", "uy ban nhan dan", "hoi dong nhan dan", "cong an", "ubnd", "hdnd",
    "tram y te", "dac khu", "thi tran", "thi xa", "thanh pho", "phuong", "xa", "huyen", "quan", "tinh",
    "tp", "tt", "tx", "p", "x", "h", "q", "t",
)  # fmt: skip
_CLASS = re.compile(rf"^(?:(?:{'|'.join(_CLASSES)}) )+(?=\w)")
_LEVEL = re.compile(r"\b(xa|phuong|thi tran|dac khu|thi xa|thanh pho|huyen|quan|tinh)\b")


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """A known name and how well it fits, 0 to 100 (100 = its proper name was said in full)."""

    name: str
    score: float


@dataclass(frozen=True, slots=True)
class _Known:
    full: str
    proper: str
    level: str | None


@lru_cache(maxsize=16384)
def _known(name: str) -> _Known:
    full = " ".join(_WORD.findall(fold(name)))
    level = _LEVEL.search(full)
    return _Known(full, _CLASS.sub("", full), level.group() if level else None)


def match_places(text: str, names: Sequence[str], limit: int = 3) -> tuple[PlaceMatch, ...]:
    """Return the known `names` that `text` may mean, best first, at most `limit`; accents do not matter.

    A name said in full, or its proper part ("Tân Lập" of "Ủy ban nhân dân xã Tân Lập") as whole words, scores
    100; near misses score by similarity; below 75 is dropped. Of equal scores the longer proper name comes
    first, then the order of `names`.
    """
    said = " ".join(_WORD.findall(fold(text)))
    if not said:
        return ()
    padded = f" {said} "
    words = said.split()
    ranked: list[tuple[float, int, int]] = []
    for order, name in enumerate(names):
        known = _known(name)
        score = _score(padded, words, known)
        if score >= LEAST_SCORE:
            ranked.append((-score, -len(known.proper), order))
    ranked.sort()
    return tuple(PlaceMatch(names[order], round(-score, 1)) for score, _, order in ranked[:limit])


def _score(padded: str, words: list[str], known: _Known) -> float:
    if not known.proper:
        return 0.0
    if f" {known.full} " in padded:
        return 100.0
    if f" {known.proper} " in padded:
        return _with_level(padded, known)
    return _near(words, known)


def _with_level(padded: str, known: _Known) -> float:
    """Score a proper name said in full: a different class said right before it ("phường …") costs a little."""
    before = padded[: padded.index(f" {known.proper} ")]
    said = re.search(r" (xa|phuong|thi tran|dac khu|thi xa|thanh pho|huyen|quan|tinh)$", before)
    return 90.0 if said and known.level and said.group(1) != known.level else 100.0


def _near(words: list[str], known: _Known) -> float:
    """Compare the proper name with every run of as many words, and with it written as one word."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - costs an import only where a name is looked for

    length = known.proper.count(" ") + 1
    joined = known.proper.replace(" ", "")
    best = 0.0
    for start in range(max(len(words) - length + 1, 1)):
        window = words[start : start + length]
        best = max(best, ratio(" ".join(window), known.proper, score_cutoff=LEAST_SCORE))
    for word in words:
        best = max(best, ratio(word, joined, score_cutoff=LEAST_SCORE))
    return min(best, 99.0)
