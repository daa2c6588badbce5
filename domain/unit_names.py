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

from domain.unit_lexicon import (
    CLASS_NOUNS,
    HEADS,
    INNER,
    LEVELS,
    NAME_HEADS,
    SECTOR_NAMES,
    SECTORS,
    SPELLINGS,
    STOPS,
    VERB_IN_NAME,
    VERBS,
)


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


_SPACES = re.compile(r"\s+")
_SCOPE = re.compile(r"\s*\(([^()]{0,200})\)")
_HEAD_ALT = "|".join(sorted(map(re.escape, NAME_HEADS), key=len, reverse=True))
_NOUN_ALT = "|".join(sorted(map(re.escape, CLASS_NOUNS), key=len, reverse=True))
_LEVEL_ALT = "|".join(sorted(map(re.escape, LEVELS), key=len, reverse=True))
_CLASS_START = re.compile(r"(?:các|những|mọi|toàn thể|tất cả)\b", re.IGNORECASE)
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
    r"|thôn|bản|ban|phòng|đoàn|khu|tỉnh|huyện|thành phố|nhà nước|chuyên ngành|sở|bộ|xã|phường)"
)
_OFFICE_OF = re.compile(
    r"Văn phòng (?:HĐND|Hội đồng nhân dân|Đoàn ĐBQH|Đoàn đại biểu Quốc hội|Huyện ủy|Tỉnh ủy|Đảng ủy)$"
)
_OPEN = re.compile(r"(?:có )?liên quan\b")
_TWO_HEADS = re.compile(r"^(Sở|Phòng|Ban|Chi cục|Cục) (Sở|Phòng|Ban|Chi cục|Cục) (?=[A-ZĐÀ-Ỹ])")
_REDUNDANT_LEVEL = re.compile(r"^(Sở .+?) tỉnh$|^(Phòng .+?) (?:huyện|quận)$")
_BARE_COMMITTEE = re.compile(rf"^Ủy ban nhân dân(?!\s+(?:{_LEVEL_ALT}|các|cấp|thuộc|[A-ZĐÀ-Ỹ]))")
_DISTRIBUTED = re.compile(r"^(?:[Cc]ác )?([Ss]ở|[Pp]hòng|[Bb]an)\s*:?\s+(?=[A-ZĐÀ-Ỹ])")
_NAMED_COMMUNES = re.compile(
    rf"^(Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Công an|Trạm Y tế) (?:các )?({_LEVEL_ALT})\s*:?\s+(?=[A-ZĐÀ-Ỹ])"
)
_PROPER = re.compile(r"[A-ZĐÀ-Ỹ][\wÀ-ỹ']*(?: [A-ZĐÀ-Ỹ0-9][\wÀ-ỹ']*){0,4}")
_SQUASH = re.compile(r"[\s\-&,.]|\bvà\b")
_LIST_SEPARATOR = re.compile(r"\s*;\s*|\s*,\s+|\s*\n\s*|\s+(?:và|cùng với|cùng)\s+|\s*,(?=[A-ZĐ])")
_GLUED_NOUNS = re.compile(rf"\b({_NOUN_ALT}) (?=(?:ngành|đoàn thể|sở|ban|đơn vị|địa phương)\b)")
_CLASS_WORD = re.compile(
    r"(?<!thuộc )\b(?:Các|Sở|Phòng|Ban|Ngành|Đoàn thể|Đơn vị|Địa phương|Cơ quan|Hội|Tổ chức|Doanh nghiệp)\b"
)
_VERB = re.compile(
    rf"(?<![\w])(?:{'|'.join(sorted(map(re.escape, (*VERBS, *STOPS)), key=len, reverse=True))})(?![\w])"
)
_ORGANISATIONS = re.compile(
    r"tổ chức(?:\s*[,;.]|\s+(?:và|chính trị|xã hội|đoàn thể|hội|liên quan|có liên quan|tôn giáo|công đoàn"
    r"|cá nhân|thành viên)|$)"
)
_STOP = re.compile(r"[.:!?](?:\s|$)")
_TAIL = re.compile(r"(?:[\s,;]+|\s(?:và|cùng|với|do|của))+$")
_LEAD_IN = re.compile(
    r"^(?:(?:[-+*•–]\s*)|(?:(?:[Gg]iao(?: cho)?|[Đđ]ề nghị|[Yy]êu cầu|[Pp]hân công|[Tt]ừ|[Dd]o|[Vv]ới"
    r"|[Cc]ho|và|cùng)\s+))+"
)
WORDS_OF_CLASSES = ("chuyên môn", "có liên quan", "liên quan", "địa phương", "đoàn thể", "thị trấn", "đơn vị")


def squeeze(text: str) -> str:
    """Return the text with every run of white space as one blank and none at the ends."""
    return _SPACES.sub(" ", text).strip()


def starts_unit(text: str) -> bool:
    """Whether a unit's or class's name begins here (not merely goes on)."""
    if _LOWER_START.match(text):
        return True
    return bool(_NAME_START.match(text)) and not _NEEDS_CAPITAL.match(text)


def unit_end(text: str, start: int = 0, limit: int = 600) -> int:
    """Where the list of units that begins at `start` ends: at a verb, a full stop or a colon."""
    window = text[start : start + limit]
    stop = _STOP.search(window)
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
    if _CLASS_START.match(right):
        return True
    if _OFFICE_OF.search(left) and right.startswith(("UBND", "Ủy ban", "Uỷ ban", "HĐND", "Hội đồng")):
        return False
    if _CLASS_START.match(left) and not _OPEN.search(left) and _starts_with_noun(right):
        return False
    return starts_unit(right)


def _class_goes_on(left: str, right: str) -> bool:
    """Tell whether the office goes on: "các PCT" after "Chủ tịch" is no other unit."""
    return left.endswith("Chủ tịch") and right.startswith("các P")


def _starts_with_noun(right: str) -> bool:
    return bool(
        re.match(rf"(?:{_NOUN_ALT})\b(?! (?:nhân dân|đoàn Lao))", right, re.IGNORECASE)
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


@lru_cache(maxsize=4096)
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
    is_class = bool(_CLASS_START.match(text))
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
    return UnitPhrase(text, raw, several, bool(_OPEN.search(text)) and several, scope_text, tuple(slips))


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


@lru_cache(maxsize=8192)
def unit_key(name: str) -> str:
    """Return what two spellings of one unit share: small letters, no "có" before "liên quan", MTTQ written out."""
    key = read_unit(name).name.lower().replace("có liên quan", "liên quan")
    return squeeze(re.sub(r"[,\-&]", " ", key.replace("mttq", "mặt trận tổ quốc")))


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
