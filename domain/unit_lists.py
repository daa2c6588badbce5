"""Lists of units in running text: where a name begins, where it ends, and how a list is taken apart."""

import re
from functools import lru_cache

from domain.unit_lexicon import (
    CLASS_NOUNS,
    LEVELS,
    NAME_HEADS,
    SECTOR_NAMES,
    SECTORS,
    STOPS,
    VERB_IN_NAME,
    VERBS,
)
from domain.word_trie import alternation

_HEAD_ALT = alternation(NAME_HEADS)
NOUN_WORDS = alternation(CLASS_NOUNS)
LEVEL_WORDS = alternation(LEVELS)
CLASS_START = re.compile(r"(?:các|những|mọi|toàn thể|tất cả)\b", re.IGNORECASE)
_LOWER_START = re.compile(
    r"(?:các|những|mọi|toàn thể|tất cả|doanh nghiệp|cơ quan|đơn vị|công an|công đoàn|hội(?! (?:nghị|thảo"
    r"|thi|diễn|nhập|họp))"
    r"|trạm y tế|trường(?! hợp)"
    r"|thủ trưởng|người sử dụng lao động|người lao động|chủ đầu tư|cơ sở|địa phương|cấp ủy|chính quyền)\s+\S",
    re.IGNORECASE,
)
_NAME_START = re.compile(
    rf"(?!Trường hợp|Hội nghị|Hội thảo)(?:{_HEAD_ALT})(?:\s+(?!và\b|thể\b)[\w&]|$|\s*[.;])"
)
_NEEDS_CAPITAL = re.compile(
    r"(?:Sở|Phòng|Ban|Bộ|Cục|Hội|Đoàn|Tổ|Đội|Viện|Báo|Trang|Cổng|Vụ|Trưởng|Thanh tra|Thuế"
    r"|Bảo hiểm(?! xã hội))\s+(?=[a-zà-ỹđ])"
    r"(?!cán sự|chỉ đạo|chỉ huy|quản lý|thường vụ|thường trực|nông dân|cựu chiến|liên hiệp|thanh niên|chữ thập"
    r"|công tác|tuyên giáo|tổ chức|dân vận|lao động|giúp việc|điều hành|tham mưu|kiểm tra|giám sát|trực thuộc|phận"
    r"|các|thôn|bản|ban|phòng|đoàn|khu|tỉnh|huyện|thành phố|nhà nước|chuyên ngành|sở|bộ|xã|phường)"
)
_OFFICE_OF = re.compile(
    r"Văn phòng (?:HĐND|Hội đồng nhân dân|Đoàn ĐBQH|Đoàn đại biểu Quốc hội|Huyện ủy|Tỉnh ủy|Đảng ủy)$"
)
OPEN = re.compile(r"(?:có )?liên quan\b")
_DISTRIBUTED = re.compile(r"^(?:[Cc]ác )?([Ss]ở|[Pp]hòng|[Bb]an)\s*:?\s+(?=[A-ZĐÀ-Ỹ])")
_NAMED_COMMUNES = re.compile(
    rf"^(Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Công an|Trạm Y tế) (?:các )?({LEVEL_WORDS})\s*:?\s+(?=[A-ZĐÀ-Ỹ])"
)
_COMMITTEE = re.compile(rf"(Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Công an) (?:{LEVEL_WORDS}) [A-ZĐÀ-Ỹ]")
_COMMUNE = re.compile(rf"(?:{LEVEL_WORDS})(?: [A-ZĐÀ-Ỹ0-9][\wÀ-ỹ']*){{1,5}}")
_PROPER = re.compile(r"[A-ZĐÀ-Ỹ][\wÀ-ỹ']*(?: [A-ZĐÀ-Ỹ0-9][\wÀ-ỹ']*){0,4}")
_LIST_SEPARATOR = re.compile(r"\s*;\s*|\s*,\s+|\s*\n\s*|\s+(?:và|cùng với|cùng)\s+|\s*,(?=[A-ZĐ])")
_VERB = re.compile(rf"(?<![\w])(?:{alternation((*VERBS, *STOPS))})(?![\w])")
_ORGANISATIONS = re.compile(
    r"tổ chức(?:\s*[,;.]|\s+(?:và|chính trị|xã hội|đoàn thể|hội|liên quan|có liên quan|tôn giáo|công đoàn"
    r"|cá nhân|thành viên)|$)"
)
_STOP = re.compile(r"[.:!?](?:\s|$)")
_NAMES_FOLLOW = re.compile(r"[Cc]ác [^:;.]{2,60}:\s$")
_TAIL = re.compile(r"(?:[\s,;]|\s(?:và|cùng|với|do|của))+$")
_LEAD_IN = re.compile(
    r"^(?:(?:[-+*•–]\s*)|(?:(?:[Gg]iao(?: cho)?|[Đđ]ề nghị|[Yy]êu cầu|[Pp]hân công|[Tt]ừ|[Dd]o|[Vv]ới"
    r"|[Cc]ho|và|cùng)\s+))+"
)


def squeeze(text: str) -> str:
    """Return the text with every run of white space as one blank and none at the ends."""
    return " ".join(text.split())


def starts_unit(text: str) -> bool:
    """Whether a unit's or class's name begins here (not merely goes on)."""
    if _LOWER_START.match(text):
        return True
    return bool(_NAME_START.match(text)) and not _NEEDS_CAPITAL.match(text)


def unit_end(text: str, start: int = 0, limit: int = 600) -> int:
    """Where the list of units that begins at `start` ends: at a verb, a full stop or a colon."""
    window = text[start : start + limit]
    stop = _STOP.search(window)
    if stop and _NAMES_FOLLOW.search(window, 0, stop.end()) and window[stop.end() : stop.end() + 1].isupper():
        stop = _STOP.search(window, stop.end())
    end = stop.start() if stop else len(window)
    for found in _VERB.finditer(window, 0, end):
        before = window[: found.start()].rstrip()
        last = before.rsplit(None, 1)[-1].lower() if before else ""
        if found.group() == "tổ chức" and _ORGANISATIONS.match(window, found.start()):
            continue
        if found.group() in VERB_IN_NAME.get(last, ()) and not window[: found.start()].endswith(", "):
            continue
        if window.count("(", 0, found.start()) > window.count(")", 0, found.start()):
            continue
        end = found.start()
        break
    return start + len(_TAIL.sub("", window[:end]))


@lru_cache(maxsize=4096)
def split_units(text: str) -> tuple[str, ...]:
    """Return the units of a list, as written; commas and "và" inside names do not split ("Hạ tầng và Đô thị")."""
    text = squeeze(text).strip(" .;,:")
    text = _LEAD_IN.sub("", text)
    pieces: list[str] = []
    start = depth = scanned = 0
    for separator in _LIST_SEPARATOR.finditer(text):
        depth += text.count("(", scanned, separator.start()) - text.count(")", scanned, separator.start())
        scanned = separator.start()
        left, right = text[start : separator.start()], text[separator.end() : separator.end() + 80]
        if depth <= 0 and _splits(left, separator.group(), right):
            pieces.append(left)
            start = separator.end()
    pieces.append(text[start:])
    named = [name for piece in pieces for name in _distribute(piece.strip(" .;,:"))]
    return tuple(name for name in map(_balanced, named) if name)


def _balanced(name: str) -> str:
    """Return the name without a bracket that was opened or closed outside it."""
    if name.count(")") > name.count("("):
        return name.rstrip(" )")
    return name


def _splits(left: str, separator: str, right: str) -> bool:
    if not left.strip():
        return False
    if ";" in separator:
        return True
    if _class_goes_on(left, right):
        return False
    if left.endswith("Khu kinh tế") and right.startswith("các khu công nghiệp"):
        return False
    if CLASS_START.match(right):
        return True
    if _OFFICE_OF.search(left) and right.startswith(("UBND", "Ủy ban", "Uỷ ban", "HĐND", "Hội đồng")):
        return False
    if CLASS_START.match(left) and not OPEN.search(left) and _starts_with_noun(right):
        return False
    return starts_unit(right)


def _class_goes_on(left: str, right: str) -> bool:
    """Tell whether the office goes on: "các PCT" after "Chủ tịch" is no other unit."""
    return left.endswith("Chủ tịch") and right.startswith("các P")


def _starts_with_noun(right: str) -> bool:
    return bool(
        re.match(rf"(?:{NOUN_WORDS})\b(?! (?:nhân dân|đoàn Lao))", right, re.IGNORECASE)
    ) and not re.match(r"(?:Sở|Phòng|Ban|Hội|Trường|Bệnh viện|Thành phố) [A-ZĐÀ-Ỹ]", right)


def _distribute(piece: str) -> list[str]:
    """Take apart "các Sở: Y tế, Nội vụ" and "Ủy ban nhân dân các xã: A, B"."""
    if found := _DISTRIBUTED.match(piece):
        sectors = _sectors(piece[found.end() :])
        if len(sectors) > 1:
            return [f"{found[1].capitalize()} {sector}" for sector in sectors]
    if found := _NAMED_COMMUNES.match(piece):
        names = re.split(r"\s*,\s*|\s+và\s+", piece[found.end() :])
        if len(names) > 1 and all(_PROPER.fullmatch(name) for name in names):
            return [f"{found[1]} {found[2]} {name}" for name in names]
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
        rest = rest[len(taken) :]
        if rest and not (joint := re.match(r"\s*[,;]\s*(?:và )?|\s+và\s+", rest)):
            return []
        rest = rest[joint.end() :] if rest and joint else ""
    return found


def _first_sector(text: str) -> str:
    for name in sorted((*SECTOR_NAMES, *SECTORS), key=len, reverse=True):
        if text.startswith(name) and not text[len(name) : len(name) + 1].isalnum():
            return name
    return ""
