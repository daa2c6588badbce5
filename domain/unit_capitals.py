"""Names written in capitals taken down to the letters that prose has: "SỞ Y TẾ" is "Sở Y tế"."""

import re

from domain.unit_lexicon import HEADS, INNER, LEVELS, NAME_HEADS, SECTOR_NAMES, SECTORS
from domain.word_trie import alternation

_ABBREVIATIONS = {word for short, _ in (*HEADS, *INNER) for word in re.findall(r"[^\W\d_]+", short)} | set(
    SECTORS
)
_ABBREVIATIONS |= {"MTTQ", "TNHH", "MTV", "THPT", "THCS", "VNPT", "PCCC", "ATVSLĐ", "TTĐT", "TP", "TX"}
_VOWEL = re.compile(r"[AEIOUYÀ-ỸĂÂÊÔƠƯ]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_HEAD_ANYWHERE = re.compile(
    rf"(?:^|(?<=[,;:/] )|(?<=và ))(?:{alternation([head.lower() for head in NAME_HEADS])})(?!\w)"
)
_PLACE = re.compile(rf"(?<!\w)(?:{alternation(LEVELS)}) ((?:[^\W\d_]+ ?){{1,3}})(?=[,;.]|và |$)")
_HEADS_BY_WORDS = {head.lower(): head for head in NAME_HEADS}
_SECTORS_BY_WORDS = {name.lower(): name for name in SECTOR_NAMES}
_OFFICE_SECTOR = re.compile(
    rf"(?<!\w)(?P<of>[Ss]ở|[Pp]hòng|[Bb]ộ|[Bb]an)(?P<gap>:? )(?P<sector>{alternation(list(_SECTORS_BY_WORDS))})(?!\w)"
)


def taken_down(text: str) -> str:
    """Return a text written in capitals as prose has it, letter for letter; any other text comes back as it is."""
    if not text.isupper() or all(_is_short(word) for word in _WORD.findall(text)):
        return text
    lower = _WORD.sub(lambda m: m.group() if _is_short(m.group()) else m.group().lower(), text)
    lower = _HEAD_ANYWHERE.sub(lambda m: _HEADS_BY_WORDS[m.group()], lower)
    lower = _OFFICE_SECTOR.sub(lambda m: f"{m['of']}{m['gap']}{_SECTORS_BY_WORDS[m['sector']]}", lower)
    return _PLACE.sub(_titled, lower)


def _is_short(word: str) -> bool:
    return word in _ABBREVIATIONS or not _VOWEL.search(word)


def _titled(found: re.Match[str]) -> str:
    at = found.start(1) - found.start()
    whole = found.group()
    if re.match(rf"(?:{'|'.join(LEVELS)})\b", found[1]):
        return whole
    return whole[:at] + _WORD.sub(lambda m: m.group().capitalize(), whole[at:])
