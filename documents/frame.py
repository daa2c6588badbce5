"""What stands around a plan's items: heading, title, issuer, number, day of issue, draft mark, "Nơi nhận"."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from documents.markers import read_marker
from documents.problems import describe
from documents.references import mask_references
from documents.source import Block, Line, Row
from domain.date_words import scan
from domain.plan import PlanDocument, Recipient
from domain.unit_lexicon import LEVELS, SECTOR_NAMES
from domain.unit_names import read_unit, squeeze


@dataclass(frozen=True, slots=True)
class Frame:
    """The document's own facts and the blocks of its body. `level` is the issuer's (tỉnh, huyện, xã), if known.

    `authority` is the issuer as a unit's name; `year` serves dates without one, surely if the title names it.
    """

    document: PlanDocument
    body: tuple[Block, ...]
    recipients: tuple[Recipient, ...]
    authority: str
    level: str | None
    year: int | None
    year_sure: bool


_TYPES = (
    r"KẾ HOẠCH(?: HÀNH ĐỘNG| TRIỂN KHAI| THỰC HIỆN)?|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG| CÔNG TÁC)?|QUYẾT ĐỊNH"
    r"|CHỈ THỊ|ĐỀ ÁN|PHƯƠNG ÁN|HƯỚNG DẪN"
    r"|THÔNG BÁO|KẾT LUẬN|CÔNG VĂN"
)
_TYPE = re.compile(rf"(?:\W{{0,3}}DỰ THẢO\W{{0,3}})?({_TYPES})(?=\s|$|[:.])\s*", re.IGNORECASE)
_RULE = re.compile(r"[-_*=~\s.]{3,}")
_NATION = re.compile(r"CỘNG\s*HÒA|CỘNG\s*HOÀ|Độc lập|ĐỘC LẬP|ĐẢNG CỘNG SẢN", re.IGNORECASE)
_NUMBER = re.compile(r"Số\s*:?\s*(\d[\w.-]*\s*[/-]\s*[A-ZĐ][\wĐ&/-]*)")
_PLACE_DAY = re.compile(r"(?:^|,\s*)ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})\s*$", re.IGNORECASE)
_BLANK_DAY = re.compile(r",\s*ngày.{0,25}tháng.{0,25}năm\s*(\d{4})", re.IGNORECASE)
_DRAFT = re.compile(r"\W{0,4}(?:bản\s+)?dự thảo\b.{0,40}", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"(?:ỦY BAN|UỶ BAN|UBND|SỞ|PHÒNG|BAN|BỘ|HỘI ĐỒNG|HĐND|VĂN PHÒNG|CỤC|CHI CỤC|HUYỆN ỦY|TỈNH ỦY)\b"
)
_ISSUES = re.compile(
    r"((?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Sở|Phòng|Ban|Hội đồng nhân dân"
    r"|Bộ)(?:\s[^,.;:()\s]{1,20}){0,12}?)\s+(?:ban hành|xây dựng|đề ra|triển khai)"
)
_PREAMBLE = re.compile(r"(?:Căn cứ|Thực hiện|Nhằm|Để|Triển khai|Ngày|Ủy ban|Uỷ ban|UBND|Sở|Trên cơ sở)\b")
_TO = re.compile(r"[\W_]*nơi nhận\s*:?", re.IGNORECASE)
_ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục)\b")
_SIGNED = re.compile(
    r"(?:TM\.|KT\.|TL\.|TUQ\.|Q\.)\s?.*|(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG PHÒNG|BÍ THƯ|TRƯỞNG BAN)"
    r"|\((?:đã )?ký.*\)",
    re.IGNORECASE,
)
_FORMULA = re.compile(
    rf"{_SIGNED.pattern}|Trên đây là (?:(?!yêu cầu|đề nghị|giao|báo cáo|phản ánh).)*", re.IGNORECASE
)
_MARK = re.compile(
    r"\(\s*((?:để\s+)?(?:b/c|p/h|đ/b|t/h|th/h|k/t|báo cáo|phối hợp|thực hiện|biết)[^()]{0,20})\)",
    re.IGNORECASE,
)
_LEVEL = re.compile(rf"\b({'|'.join(sorted(LEVELS, key=len, reverse=True))})\b(?:\s+(\S+))?", re.IGNORECASE)
_HEADING_LINES = 120
_BY_LENGTH = sorted(SECTOR_NAMES, key=len, reverse=True)


def read_frame(blocks: Sequence[Block]) -> Frame:
    """Take the body out of its frame and read what the frame says."""
    lines = [_plain(block) for block in blocks]
    top, kind, rest = _find_type(lines)
    title, after = _title(lines, top, rest)
    start = next((i for i in range(after, len(lines)) if _opens_body(lines[i])), after)
    end = next((i for i in range(start, len(lines)) if _TO.match(lines[i])), len(lines))
    head = [part for line in lines[: max(top, 0)] for part in re.split(r"\t+|\s{3,}", line)]
    preamble = " ".join(lines[after:start]) or " ".join(lines[after : after + 3])
    authority = _header_authority(head) or _preamble_authority(preamble)
    issued = _issued_on(head)
    year, sure = _year(title, issued, head)
    recipients, rest_at = _recipients(blocks, lines, end)
    body = (*blocks[start:end], *blocks[rest_at:])
    document = PlanDocument(
        type=kind,
        number=next((squeeze(m[1]) for line in head if (m := _NUMBER.search(line))), None),
        issuer=_named(authority),
        title=title,
        issued_on=issued,
        status="Dự thảo"
        if any(_DRAFT.fullmatch(line.strip()) for line in [*head, *lines[top : top + 1]])
        else None,
    )
    kept = tuple(b for b in body if isinstance(b, Row) or not _FORMULA.fullmatch(squeeze(b.text)))
    return Frame(document, kept, recipients, authority, level_of(authority), year, sure)


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


def _plain(block: Block) -> str:
    if isinstance(block, Row):
        return ""
    return re.sub(r"^#{1,6}\s+|\*\*|__", "", block.text)


def _find_type(lines: list[str]) -> tuple[int, str, str]:
    """`(index, type, words behind it)` of the line that names the kind of document; index -1 without one."""
    for i, line in enumerate(lines[:_HEADING_LINES]):
        text = squeeze(line)
        found = _TYPE.match(text)
        if not found or len(text) > 300:
            continue
        rest = text[found.end() :].strip(" :.")
        if rest and not text.isupper():
            continue
        words = found[1] if not rest else re.match(r"\w+ \w+", found[1])[0]  # type: ignore[index]  # two words always match
        rest = text[len(text) - len(rest) :] if rest else ""
        extra = found[1][len(words) :].strip() if rest else ""
        return i, words.capitalize(), squeeze(f"{extra} {rest}")
    return -1, "Văn bản", ""


def _title(lines: list[str], top: int, rest: str) -> tuple[str, int]:
    """Return the title and the index of the line behind it."""
    if top < 0:
        return "", 0
    parts = [rest] if rest else []
    at = top + 1
    while at < len(lines) and at < top + 15:
        text = squeeze(lines[at])
        if not text or _RULE.fullmatch(text):
            if parts:
                break
        elif _opens_body(text) or (parts and _is_preamble(text, lines[at + 1 : at + 12])):
            break
        else:
            parts.append(text)
        at += 1
    return " ".join(parts), at


def _is_preamble(text: str, behind: list[str]) -> bool:
    """Tell whether the title is over: grounds are given, in this line or (hard-wrapped) up to the next blank one."""
    if not _PREAMBLE.match(text):
        return False
    rest = [text]
    for line in behind:
        if not line.strip() or _opens_body(line):
            break
        rest.append(squeeze(line))
    told = " ".join(rest)
    return "như sau" in told or "ban hành" in told or text.endswith((".", ";", ":")) or len(text) > 150


def _opens_body(line: str) -> bool:
    style, name, rest = read_marker(squeeze(line))
    if style in {"part", "annex"}:
        return True
    return bool(rest) and (
        style in {"roman", "upper"} or (name == "1" and style in {"number.", "number)", "named"})
    )


def _header_authority(head: list[str]) -> str:
    found = [
        squeeze(part)
        for part in head
        if part.isupper() and _AUTHORITY.match(squeeze(part)) and not _NATION.search(part)
    ]
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
        if text.isupper() and _LEVEL.match(text) and not _NATION.search(text):
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
    found = _LEVEL.search(lower)
    if found and found[2]:
        at = found.end(1)
        lower = lower[:at] + " ".join(
            f" {word[:1].upper()}{word[1:]}" for word in lower[at:].split()
        ).replace("  ", " ")
    return read_unit(lower[:1].upper() + lower[1:]).name if lower else ""


def _named(authority: str) -> str:
    """Return the issuer as shown: where only the level is said, that the name is missing is said too."""
    if found := re.fullmatch(rf"Ủy ban nhân dân ({'|'.join(LEVELS)})", authority):
        return describe("issuer-unnamed", issuer=authority, level=found[1])
    return authority


def _issued_on(head: list[str]) -> dt.date | None:
    for line in head:
        if found := _PLACE_DAY.search(squeeze(line)):
            try:
                return dt.date(int(found[3]), int(found[2]), int(found[1]))
            except ValueError:
                return None
    return None


def _year(title: str, issued: dt.date | None, head: list[str]) -> tuple[int | None, bool]:
    named = {p.year for p in scan(mask_references(title)) if p.unit == "year" and p.year}
    if len(named) == 1:
        return named.pop(), True
    if issued:
        return issued.year, False
    blank = next((int(m[1]) for line in head if (m := _BLANK_DAY.search(line))), None)
    return blank, False


def _recipients(blocks: Sequence[Block], lines: list[str], at: int) -> tuple[tuple[Recipient, ...], int]:
    """Return the lines of "Nơi nhận", and the index where an annex (or nothing) follows."""
    found: list[tuple[str, Line]] = []
    i = at
    while i < len(lines):
        text = squeeze(re.split(r"\t|\s{3,}", lines[i].strip())[0])
        if i > at and _ANNEX.match(text):
            break
        block = blocks[i]
        if isinstance(block, Row):
            break
        if i == at:
            text = _TO.sub("", text, count=1).strip()
        if block.joined and found:
            found[-1] = (f"{found[-1][0]} {text}", found[-1][1])
        elif text.startswith(("-", "–", "+", "•", "*")) or (i == at and text):
            found.append((text, block))
        i += 1
    parts = ((part, line) for text, line in found for part in text.split(";") if part.strip(" -–+•*.;"))
    return tuple(_recipient(part, line) for part, line in parts), i


def _recipient(part: str, line: Line) -> Recipient:
    text = squeeze(part).strip(" -–+•*.;,")
    if re.match(r"Lưu\b", text):
        return Recipient(text, "Lưu", line.number)
    mark = _MARK.search(text)
    name = squeeze(_MARK.sub("", text)).strip(" .;,")
    return Recipient(name, mark[1].strip() if mark else None, line.number)
