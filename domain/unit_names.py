"""Names of units as plans write them: canonical forms, classes against units, lists taken apart.

Pure text in, values out. A canonical name has its office abbreviations written out, its bracketed scope dropped
and plain slips mended; what was mended is told, so that a person can look.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from domain.bound_names import unbound
from domain.letters import compile_letters
from domain.unit_capitals import taken_down
from domain.unit_lexicon import SECTOR_NAMES
from domain.unit_lists import (
    BARE_CLASS,
    CLASS_START,
    LEVEL_WORDS,
    OPEN,
    split_units,
    squeeze,
    starts_unit,
    unit_end,
)
from domain.unit_spelling import class_form, common_spelling, generic_form, write_out
from domain.word_trie import alternation

__all__ = [
    "Slip",
    "UnitPhrase",
    "harmonise",
    "read_unit",
    "split_units",
    "squeeze",
    "starts_unit",
    "unit_end",
    "unit_key",
]


@dataclass(frozen=True, slots=True)
class Slip:
    """Something mended or odd in a name: `code` is stable English, `found` the words, `taken` what they became.

    `alternatives` are other readings a person may choose.
    """

    code: str  # unit-two-heads | unit-word-mended | unit-level-missing
    found: str
    taken: str = ""
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitPhrase:
    """One unit or class as read: canonical `name`, the words as written, and what kind of phrase it is.

    `is_class`: stands for several units ("các …"). `is_open`: who belongs is somebody's choice ("có liên quan").
    """

    name: str
    raw: str
    is_class: bool
    is_open: bool
    scope: str | None = None
    slips: tuple[Slip, ...] = ()


_JOINTS = str.maketrans(",-&", "   ")
_SCOPE = re.compile(r"\s*\(([^()]{0,200})\)")
_TWO_HEADS = compile_letters(r"^(Sở|Phòng|Ban|Chi cục|Cục) (Sở|Phòng|Ban|Chi cục|Cục) (?=<A>)")
_REDUNDANT_LEVEL = re.compile(
    rf"^(Sở (?:{alternation(SECTOR_NAMES)})) tỉnh$|^(Phòng (?:{alternation(SECTOR_NAMES)})) (?:huyện|quận)$"
)
_BARE_COMMITTEE = compile_letters(rf"^Ủy ban nhân dân(?!\s+(?:{LEVEL_WORDS}|các|cấp|thuộc|<A>))")
_SEVERAL = re.compile(
    r"\bcác (?:xã|phường|huyện|quận|sở|phòng|ban|đơn vị|cơ quan|thị trấn|đặc khu|thôn|địa phương|cấp)"
    r"|\bcấp (?:xã|huyện|tỉnh|cơ sở)"
)


@lru_cache(maxsize=32768)
def read_unit(raw: str) -> UnitPhrase:
    """One unit phrase in its canonical form, read without the rest of the document."""
    text = taken_down(squeeze(unbound(raw)).strip(" .;,:"))
    scope = _SCOPE.search(text)
    text = common_spelling(squeeze(_SCOPE.sub("", text)))
    slips: list[Slip] = []
    if found := _TWO_HEADS.match(text):
        mended = text[len(found[1]) + 1 :]
        slips.append(Slip("unit-two-heads", text, write_out(mended)))
        text = mended
    is_class = bool(CLASS_START.match(text) or BARE_CLASS.match(text))
    if is_class:
        text, more = class_form(text)
        slips.extend(Slip("unit-word-mended", found, taken) for found, taken in more)
    text = generic_form(write_out(text))
    if found := _REDUNDANT_LEVEL.match(text):
        text = found[1] or found[2]
    if _BARE_COMMITTEE.match(text):
        slips.append(Slip("unit-level-missing", text))
    several = is_class or bool(_SEVERAL.search(text))
    scope_text = scope[1].strip() if scope else None
    return UnitPhrase(text, raw, several, bool(OPEN.search(text)) and several, scope_text, tuple(slips))


@lru_cache(maxsize=32768)
def unit_key(name: str) -> str:
    """Return what two spellings of one unit share: small letters, no "có" before "liên quan", MTTQ written out."""
    key = read_unit(name).name.lower().replace("có liên quan", "liên quan")
    return squeeze(key.replace("mttq", "mặt trận tổ quốc").translate(_JOINTS))


def harmonise(names: Iterable[str]) -> dict[str, str]:
    """One display form for each unit named in a document: `{unit_key: name}`.

    Of the spellings of a class the commonest wins (the first of equals); a class that another one only
    completes ("… thuộc huyện") takes the fuller form.
    """
    forms: dict[str, Counter[str]] = {}
    for name in names:
        forms.setdefault(unit_key(name), Counter())[read_unit(name).name] += 1
    best = {key: counts.most_common(1)[0][0] for key, counts in forms.items()}
    for key in [k for k in best if k.startswith("các ")]:
        fuller = [k for k in best if k.startswith((f"{key} thuộc ", f"{key} trực thuộc "))]
        if len(fuller) == 1:
            best[key] = best[fuller[0]]
    return best
