"""What makes a name read out of a list doubtful: perhaps two names in one, perhaps a short form nobody wrote out."""

import re
from functools import lru_cache

from domain.letters import compile_letters
from domain.unit_bounds import LEVEL_WORDS
from domain.unit_lexicon import SECTOR_NAMES
from domain.unit_names import read_unit
from domain.word_trie import alternation

_KNOWN_LISTS = re.compile(
    rf"{alternation([name for name in SECTOR_NAMES if ',' in name])}"
    r"|Báo và (?:Đài )?[Pp]hát thanh,? (?:và )?[Tt]ruyền hình|Phòng, chống|Thể dục, [Tt]hể thao|An toàn, [Vv]ệ sinh"
)
_NAMES_BEHIND = compile_letters(r":\s*<A>")
_COMMA = compile_letters(r",\s*(?=<A>)")
# What only the end of a name says: behind it a comma parts two names.
_WHOLE = re.compile(rf"(?:{LEVEL_WORDS}|Công ty|khu vực|Sở (?:{alternation(SECTOR_NAMES)}))$")
_LIST_ENDS = compile_letters(r"\svà\s+<A>")
_ROLE_WORDS = re.compile(r"\b(?:chủ trì|phối hợp|đầu mối)\b(?! (?:liên ngành|liên kết))")
_SHORT = re.compile(r"^(?:Sở|Phòng|Ban|Trung tâm|Chi cục|Cục|TT|BQL)\s+(?:[A-ZĐ][A-ZĐ&.-]+)(?=\s|$)|^TT\s")
_KNOWN_SHORT = re.compile(
    r"\s(?:HĐND|UBND|MTTQ|ATVSLĐ|PCCC|ATGT|TTĐT|CNTT|TNCS|ATTP|VSATTP|ISO|KHKT|CDC|CNCH|PCTT)\b"
)


@lru_cache(maxsize=8192)
def odd_in(name: str) -> str | None:
    """Return the code of what is doubtful in a unit's name as written, or None."""
    unit = read_unit(name)
    if _NAMES_BEHIND.search(unit.name):
        return "unit-list-unclear"
    if unit.is_class:
        return None
    bare = _KNOWN_LISTS.sub("X", unit.name)
    if _two_names(bare) or _ROLE_WORDS.search(bare):
        return "unit-list-unclear"
    if _SHORT.match(unit.name) and not _KNOWN_SHORT.search(unit.name):
        return "unit-short-unknown"
    return None


def _two_names(name: str) -> bool:
    """Tell whether a comma may part two names: "… tỉnh, Viettel"; "Thủy sản, Biển và Kiểm ngư" is one."""
    parts = _COMMA.split(name)
    if len(parts) < 2:
        return False
    if any(_WHOLE.search(part.strip()) for part in parts[:-1]):
        return True
    return not _LIST_ENDS.search(parts[-1]) and len(parts[-1].split()) > 2


def parts_of(name: str) -> tuple[str, ...]:
    """Return the names that a doubtful one may be made of, none where nothing parts it."""
    parts = tuple(part.strip() for part in _COMMA.split(name) if part.strip())
    return parts if len(parts) > 1 else ()
