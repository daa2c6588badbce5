"""Lists of units taken apart, though names themselves hold commas and "và"."""

import re
import unicodedata
from functools import lru_cache

from domain.letters import compile_letters
from domain.unit_bounds import LEVEL_WORDS, NOUN_WORDS, starts_unit, unit_end
from domain.unit_capitals import taken_down
from domain.unit_spelling import is_sector

__all__ = [
    "CLASS_START",
    "LEVEL_WORDS",
    "NOUN_WORDS",
    "OPEN",
    "split_units",
    "squeeze",
    "starts_unit",
    "unit_end",
]

CLASS_START = re.compile(r"(?:các|những|mọi|toàn thể|tất cả)\b", re.IGNORECASE)
OPEN = re.compile(r"(?:có )?liên quan\b")
BARE_CLASS = re.compile(rf"(?:{NOUN_WORDS})(?:\s*,\s*(?:{NOUN_WORDS}))+(?!\w)", re.IGNORECASE)
_BARE_NOUNS = re.compile(rf"(?:{NOUN_WORDS})(?:\s*,\s*(?:{NOUN_WORDS}))*", re.IGNORECASE)
_HEADED = re.compile(r"(?:Trưởng|trưởng|Thủ trưởng|Giám đốc|Hiệu trưởng|Lãnh đạo|Người đứng đầu)\s+(?=các\b)")
_OFFICE_OF = re.compile(
    r"Văn phòng (?:HĐND|Hội đồng nhân dân|Đoàn ĐBQH|Đoàn đại biểu Quốc hội|Huyện ủy|Tỉnh ủy|Đảng ủy)$"
)
_DISTRIBUTED = compile_letters(r"^(?:[Cc]ác )?([Ss]ở|[Pp]hòng|[Bb]an|[Bb]ộ)\s*:?\s+(?=<A>)")
_NAMED_COMMUNES = compile_letters(
    rf"^(Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Công an|Trạm Y tế) (?:các )?({LEVEL_WORDS})\s*:?\s+(?=<A>)"
)
_COMMITTEE = compile_letters(rf"(Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Công an) (?:{LEVEL_WORDS}) <A>")
_COMMUNE = compile_letters(rf"(?:{LEVEL_WORDS})(?: (?:<A>|\d)[\w']*){{1,5}}")
_PROPER = compile_letters(r"<A>[\w']*(?: (?:<A>|\d)[\w']*){0,4}")
_LIST_SEPARATOR = compile_letters(
    r"\s*;\s*|\s*,\s*(?=[^\W\d_])|\s*,\s+|\s*\n\s*|\s+(?:và|cùng với|cùng)\s+|\s*/\s*(?=<A>)|\s+[-–&]\s+(?=<A>)"
    r"|\s*\+\s*(?=<A>)"
    r"|\s+(?=\d{1,2}[.)]\s+<A>)"
)
_COUNT_BEFORE = re.compile(r"^\d{1,3} (?:đơn vị|cơ quan|sở|phòng|xã|phường|địa phương)\s*:\s*", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(r"^\d{1,2}[.)]\s+")
_AND_SO_ON = re.compile(r"[\s,;]*(?:\.{2,}|…|v\.?v\.?)[\s.;,]*$")
_LEAD_IN = re.compile(
    r"^(?:(?:[-+*•–]\s*)|(?:(?:[Gg]iao(?: cho)?|[Đđ]ề nghị|[Yy]êu cầu|[Pp]hân công|[Tt]ừ|[Dd]o|[Vv]ới"
    r"|[Cc]ho|và|cùng(?: với)?)\s+))+"
)
_JOINTS = re.compile(r"\s*[,;]\s*|\s+và\s+")
_JOINT = re.compile(r"^(?:\s*[,;]\s*(?:và )?|\s+và\s+)")
_SAME_HEAD = re.compile(r"(Sở|Phòng|Ban|Hội|UBND|Ủy ban nhân dân|Trung tâm|Chi cục|Công an)\s")


def squeeze(text: str) -> str:
    """Return the text in NFC with every run of white space as one blank and none at the ends."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


@lru_cache(maxsize=4096)
def split_units(text: str) -> tuple[str, ...]:
    """Return the units of a list, as written; commas and "và" inside names do not split ("Hạ tầng và Đô thị")."""
    text = _AND_SO_ON.sub("", squeeze(text)).strip(" .;,:")
    text = _COUNT_BEFORE.sub("", _LEAD_IN.sub("", text))
    prose = taken_down(text)
    pieces: list[str] = []
    start = depth = scanned = 0
    for separator in _LIST_SEPARATOR.finditer(prose):
        depth += prose.count("(", scanned, separator.start()) - prose.count(")", scanned, separator.start())
        scanned = separator.start()
        left, right = prose[start : separator.start()], prose[separator.end() : separator.end() + 80]
        if depth <= 0 and _splits(left, separator.group(), right):
            pieces.append(text[start : separator.start()])
            start = separator.end()
    pieces.append(text[start:])
    named = [name for piece in pieces for name in _distribute(_NUMBER_BEFORE.sub("", piece).strip(" .;,:"))]
    return tuple(name for name in map(_balanced, named) if name)


def _balanced(name: str) -> str:
    """Return the name without a bracket that was opened or closed outside it."""
    if name.count(")") > name.count("("):
        return name.rstrip(" )")
    return name.rstrip(" /")


def _splits(left: str, separator: str, right: str) -> bool:
    mark = separator.strip()
    if not left.strip():
        return False
    if not mark or ";" in mark:
        return True  # no mark: "1. Sở Y tế 2. Sở Nội vụ"
    if mark == "+":
        return starts_unit(right)
    if mark in {"-", "–", "&"}:
        return _same_head(left, right)
    left = _HEADED.sub("", left)
    if _goes_on(left, right):
        return False
    return bool(CLASS_START.match(right)) or (not _is_one_class(left, right) and starts_unit(right))


def _goes_on(left: str, right: str) -> bool:
    """Tell whether the name itself goes on: "Khu kinh tế và các khu …", "Văn phòng HĐND và UBND"."""
    if left.endswith("Khu kinh tế") and right.startswith("các khu công nghiệp"):
        return True
    if left.endswith("Đảng ủy Mặt trận Tổ quốc") and right.startswith("các đoàn thể"):
        return True
    if left.endswith("Chủ tịch") and right.startswith("các P"):
        return True
    committee = right.startswith(("UBND", "Ủy ban", "Uỷ ban", "HĐND", "Hội đồng"))
    return bool(committee and not CLASS_START.match(right) and _OFFICE_OF.search(left))


def _is_one_class(left: str, right: str) -> bool:
    """Tell whether a class goes on with another of its nouns: "các sở, ban, ngành"."""
    is_class = CLASS_START.match(left) or _BARE_NOUNS.fullmatch(left)
    return bool(is_class) and not OPEN.search(left) and _starts_with_noun(right)


def _same_head(left: str, right: str) -> bool:
    """Tell whether a dash stands between two offices of one kind; "Cục A - Bộ B" is one with that above it."""
    one, other = _SAME_HEAD.match(left), _SAME_HEAD.match(right)
    return bool(one and other and one[1] == other[1])


def _starts_with_noun(right: str) -> bool:
    return bool(
        re.match(rf"(?:{NOUN_WORDS})\b(?! (?:nhân dân|đoàn Lao))", right, re.IGNORECASE)
    ) and not compile_letters(
        r"(?:Sở|Phòng|Ban|Hội|Trường|Bệnh viện|Thành phố|Trung tâm|Chi cục|Công ty|Viện"
        r"|Công đoàn|Tập đoàn|Trạm|Khoa|Phân xưởng|Công trường|Chuyền) (?:<A>|\d)"
    ).match(right)


def _distribute(piece: str) -> list[str]:
    """Take apart "các Sở: Y tế, Nội vụ" and "Ủy ban nhân dân các xã: A, B"."""
    if found := _DISTRIBUTED.match(piece):
        sectors = _sectors(piece[found.end() :])
        if len(sectors) > 1:
            return [f"{found[1].capitalize()} {sector}" for sector in sectors]
    if found := _NAMED_COMMUNES.match(piece):
        names = re.split(r"\s*,\s*|\s+và\s+", piece[found.end() :])
        if len(names) > 1 and all(_PROPER.fullmatch(name) or _COMMUNE.fullmatch(name) for name in names):
            return [f"{found[1]} {'' if _COMMUNE.fullmatch(n) else f'{found[2]} '}{n}" for n in names]
    return _several_communes(piece)


def _several_communes(piece: str) -> list[str]:
    """Take apart "UBND xã A, xã B, phường C"; anything else is one unit."""
    first, *others = re.split(r"\s*,\s*|\s+và\s+", piece)
    head = _COMMITTEE.match(first)
    if head and others and all(_COMMUNE.fullmatch(other) for other in others):
        return [first, *(f"{head[1]} {other}" for other in others)]
    return [piece]


def _sectors(text: str) -> list[str]:
    """Return the known sectors a text is wholly made of, or an empty list."""
    found: list[str] = []
    rest = text.strip()
    while rest:
        taken = _first_sector(rest)
        if not taken:
            return []
        found.append(taken)
        rest = _JOINT.sub("", rest[len(taken) :], count=1)
    return found


def _first_sector(text: str) -> str:
    """Return the longest beginning of a text that is a sector's name or short form."""
    ends = [len(text), *(joint.start() for joint in reversed(list(_JOINTS.finditer(text))[:6]))]
    return next((text[:end] for end in ends if is_sector(text[:end])), "")
