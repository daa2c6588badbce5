"""Names of units as plans write them: canonical forms, classes against units, lists taken apart.

Pure text in, values out. A canonical name has its office abbreviations written out, its bracketed scope dropped
and plain slips mended; what was mended is told, so that a person can look.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from domain.unit_lexicon import HEADS, INNER, SECTORS, SPELLINGS
from domain.unit_lists import (
    CLASS_START,
    LEVEL_WORDS,
    NOUN_WORDS,
    OPEN,
    split_units,
    squeeze,
    starts_unit,
    unit_end,
)

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
    """Something mended or odd in a name; `code` is stable English, `found` the words, `taken` what they became."""

    code: str  # unit-two-heads | unit-word-mended | unit-level-missing
    found: str
    taken: str = ""


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
_TWO_HEADS = re.compile(r"^(Sở|Phòng|Ban|Chi cục|Cục) (Sở|Phòng|Ban|Chi cục|Cục) (?=[A-ZĐÀ-Ỹ])")
_REDUNDANT_LEVEL = re.compile(r"^(Sở .+?) tỉnh$|^(Phòng .+?) (?:huyện|quận)$")
_BARE_COMMITTEE = re.compile(rf"^Ủy ban nhân dân(?!\s+(?:{LEVEL_WORDS}|các|cấp|thuộc|[A-ZĐÀ-Ỹ]))")
_SQUASH = re.compile(r"[\s\-&,.]|\bvà\b")
_GLUED_NOUNS = re.compile(rf"\b({NOUN_WORDS}) (?=(?:ngành|đoàn thể|sở|ban|đơn vị|địa phương)\b)")
_CLASS_WORD = re.compile(
    r"(?<!thuộc )\b(?:Các|Sở|Phòng|Ban|Ngành|Đoàn thể|Đơn vị|Địa phương|Cơ quan|Hội|Tổ chức|Doanh nghiệp)\b"
)
WORDS_OF_CLASSES = ("chuyên môn", "có liên quan", "liên quan", "địa phương", "đoàn thể", "thị trấn", "đơn vị")


@lru_cache(maxsize=32768)
def read_unit(raw: str) -> UnitPhrase:
    """One unit phrase in its canonical form, read without the rest of the document."""
    text = squeeze(raw).strip(" .;,:")
    scope = _SCOPE.search(text)
    text = squeeze(_SCOPE.sub("", text)).replace("–", "-")
    for other, usual in SPELLINGS:
        text = text.replace(other, usual)
    slips: list[Slip] = []
    if found := _TWO_HEADS.match(text):
        mended = text[len(found[1]) + 1 :]
        slips.append(Slip("unit-two-heads", text, _write_out(mended)))
        text = mended
    is_class = bool(CLASS_START.match(text))
    if is_class:
        text, more = _class_form(text)
        slips.extend(more)
    text = _write_out(text)
    if found := _REDUNDANT_LEVEL.match(text):
        text = found[1] or found[2]
    if _BARE_COMMITTEE.match(text):
        slips.append(Slip("unit-level-missing", text))
    several = is_class or bool(re.search(r"\bcác (?:xã|phường|huyện|sở|phòng|ban|đơn vị|cơ quan)", text))
    scope_text = scope[1].strip() if scope else None
    return UnitPhrase(text, raw, several, bool(OPEN.search(text)) and several, scope_text, tuple(slips))


def _class_form(text: str) -> tuple[str, list[Slip]]:
    """Return a class phrase in small letters, with the commas and the words it should have."""
    text = _CLASS_WORD.sub(lambda m: m.group().lower(), text)
    text = _GLUED_NOUNS.sub(r"\1, ", text)
    slips = []
    for pair in _pairs(text):
        usual = next((w for w in WORDS_OF_CLASSES if w != pair and _one_letter_off(pair, w)), None)
        if usual:
            slips.append(Slip("unit-word-mended", pair, usual))
            text = text.replace(pair, usual)
    return text, slips


def _pairs(text: str) -> list[str]:
    words = re.findall(r"[^\W\d_]+", text)
    return [f"{one} {two}" for one, two in pairwise(words)]


def _one_letter_off(found: str, usual: str) -> bool:
    """Whether one letter was added, left out or changed, both words keeping their first letter."""
    if abs(len(found) - len(usual)) > 1 or found[0] != usual[0]:
        return False
    if len(found) == len(usual):
        return sum(a != b for a, b in zip(found, usual, strict=True)) == 1
    short, long = sorted((found, usual), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _write_out(text: str) -> str:
    """Office abbreviations written out; "HĐND&UBND" is a name and stays."""
    for short, full in HEADS:
        if text == short or text.startswith(short + " "):
            text = full + text[len(short) :]
            break
    if found := re.match(r"(Sở|Phòng|Bộ) (?=\S)", text):
        rest = text[found.end() :]
        head, _, level = rest.partition(" ")
        for short, tail in ((rest, ""), (head, f" {level}" if level else "")):
            sector = SECTORS.get(_SQUASH.sub("", short))
            if sector and short.upper() == short.replace("và", "VÀ"):
                return f"{found[1]} {sector}{tail}"
    for short, full in INNER:
        if short in text:
            text = text.replace(short, full)
    return text


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
