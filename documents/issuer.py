"""Who issued a document, out of its head or its preamble, and of which level that body is."""

import re

from documents.problems import describe
from domain.unit_lexicon import LEVELS, SECTOR_NAMES
from domain.unit_names import read_unit, squeeze

_NATION = re.compile(r"CỘNG\s*HÒA|CỘNG\s*HOÀ|Độc lập|ĐỘC LẬP|ĐẢNG CỘNG SẢN", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"(?:ỦY BAN|UỶ BAN|UBND|SỞ|PHÒNG|BAN|BỘ|HỘI ĐỒNG|HĐND|VĂN PHÒNG|CỤC|CHI CỤC|HUYỆN ỦY|TỈNH ỦY|LIÊN ĐOÀN|CÔNG ĐOÀN"
    r"|CÔNG AN|TRƯỜNG|TRUNG TÂM|BỆNH VIỆN|CÔNG TY|BẢO HIỂM|HỘI|ĐOÀN|TỈNH ĐOÀN|ĐẢNG ỦY|THÀNH ỦY|TRẠM|BQL|BCH)\b"
)
_MIXED = {"liên đoàn lao động": "Liên đoàn Lao động", "ủy ban mttq": "Ủy ban MTTQ", "mttq": "MTTQ"}
_ISSUES = re.compile(
    r"((?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Sở|Phòng|Ban|Hội đồng nhân dân"
    r"|Bộ)(?:\s[^,.;:()\s]{1,20}){0,12}?)\s+(?:ban hành|xây dựng|đề ra|triển khai)"
)
_LEVEL = re.compile(rf"\b({'|'.join(sorted(LEVELS, key=len, reverse=True))})\b(?:\s+(\S+))?", re.IGNORECASE)
_BY_LENGTH = sorted(SECTOR_NAMES, key=len, reverse=True)


def level_of(name: str) -> str | None:
    """Return the level a name speaks of: its own word, or what its kind of office implies."""
    if found := _LEVEL.search(name):
        return found[1].lower()
    return (
        "tỉnh"
        if name.startswith(("Sở", "Tỉnh"))
        else "huyện"
        if name.startswith(("Phòng", "Huyện"))
        else None
    )


def issuing_authority(head: list[str], preamble: str) -> str:
    """Return the issuer as a unit's name, out of the document's head or else of its first sentence."""
    return _header_authority(head) or _preamble_authority(preamble)


def _header_authority(head: list[str]) -> str:
    head = [squeeze(_NATION.split(part)[0]) for part in head]
    found = [part for part in head if part.isupper() and _AUTHORITY.match(part)]
    if not found:
        return ""
    name = found[-1]
    if len(found) == 1 and (extra := _name_line(head, found[0])):
        name = f"{name} {extra}"
    return sentence_case(name)


def _name_line(head: list[str], authority: str) -> str:
    """Return a place's name on the line under "ỦY BAN NHÂN DÂN": "TỈNH THÁI AN"."""
    texts = [squeeze(part) for part in head]
    at = texts.index(authority)
    for text in texts[at + 1 : at + 3]:
        if text.isupper() and _LEVEL.match(text):
            return text
    return ""


def _preamble_authority(preamble: str) -> str:
    found = _ISSUES.findall(preamble[:6000])
    return read_unit(found[-1]).name if found else ""


def sentence_case(name: str) -> str:
    """Return an authority written in capitals as prose has it: "UBND TỈNH A" is "Ủy ban nhân dân tỉnh A"."""
    lower = squeeze(name).lower()
    office, _, rest = lower.partition(" ")
    sector = next(
        (name for name in _BY_LENGTH if rest == name.lower() or rest.startswith(f"{name.lower()} ")), None
    )
    if office in {"sở", "phòng", "bộ"} and sector:
        lower = f"{office.capitalize()} {sector}{rest[len(sector) :]}"
    if lower.startswith("ubnd"):
        lower = "ủy ban nhân dân" + lower[4:]
    for plain, mixed in _MIXED.items():
        lower = lower.replace(plain, mixed)
    found = _LEVEL.search(lower)
    if not found and not lower.startswith(("ủy ban", "uỷ ban", "hội đồng", "Sở", "Phòng", "Bộ")):
        return squeeze(name)
    if found and found[2]:
        at = found.end(1)
        lower = lower[:at] + " ".join(
            f" {word[:1].upper()}{word[1:]}" for word in lower[at:].split()
        ).replace("  ", " ")
    return read_unit(lower[:1].upper() + lower[1:]).name if lower else ""


def shown_name(authority: str) -> str:
    """Return the issuer as shown: where only the level is said, that the name is missing is said too."""
    if found := re.fullmatch(rf"Ủy ban nhân dân ({'|'.join(LEVELS)})", authority):
        return describe("issuer-unnamed", issuer=authority, level=found[1])
    return authority
