"""What makes a name read out of a list doubtful: perhaps two names in one, perhaps a short form nobody wrote out."""

import re
from functools import lru_cache

from domain.letters import compile_letters
from domain.unit_lexicon import SECTOR_NAMES
from domain.unit_names import read_unit
from domain.word_trie import alternation

_KNOWN_LISTS = re.compile(
    rf"{alternation(SECTOR_NAMES)}|Báo và (?:Đài )?[Pp]hát thanh,? (?:và )?[Tt]ruyền hình|HĐND và UBND|HĐND&UBND"
    r"|Hội đồng nhân dân và Ủy ban nhân dân|Đoàn (?:ĐBQH|đại biểu Quốc hội) và (?:HĐND|Hội đồng nhân dân)"
    r"|Khu kinh tế và các|Tuyên giáo và Dân vận|Văn hóa, Thể thao và (?:Truyền thông|Truyền thanh|Du lịch)"
    r"|Thể dục, [Tt]hể thao|Phát thanh và Truyền hình|(?:Môi trường|Cấp thoát nước|Công trình) và (?:Đô thị"
    r"|Môi trường|Công trình)"
)
_TWO_NAMES = compile_letters(r"(?:,|\s&|/)\s*(?=<A>)")
_ROLE_WORDS = re.compile(r"\b(?:chủ trì|phối hợp|đầu mối)\b(?! (?:liên ngành|liên kết))")
_SHORT = re.compile(r"^(?:Sở|Phòng|Ban|Trung tâm|Chi cục|Cục|TT|BQL)\s+(?:[A-ZĐ][A-ZĐ&.-]+)(?=\s|$)")
_KNOWN_SHORT = re.compile(
    r"\s(?:HĐND|UBND|MTTQ|ATVSLĐ|PCCC|ATGT|TTĐT|CNTT|TNCS|ATTP|VSATTP|ISO|KHKT|CDC|CNCH|PCTT)\b"
)


@lru_cache(maxsize=8192)
def odd_in(name: str) -> str | None:
    """Return the code of what is doubtful in a unit's name as written, or None."""
    unit = read_unit(name)
    if unit.is_class:
        return None
    bare = _KNOWN_LISTS.sub("·", unit.name)
    if _TWO_NAMES.search(bare):
        return "unit-list-unclear"
    if _ROLE_WORDS.search(bare):
        return "unit-list-unclear"
    if _SHORT.match(unit.name) and not _KNOWN_SHORT.search(unit.name):
        return "unit-short-unknown"
    return None
