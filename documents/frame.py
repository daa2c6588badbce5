"""What stands around a plan's items: heading, title, issuer, number, day of issue, draft mark, "Nơi nhận"."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from documents.clause_kinds import is_formula
from documents.issuer import issuing_authority, level_of, shown_name
from documents.letters import find_letter, letter_body, letter_title
from documents.markers import read_marker, without_markdown
from documents.plain_heads import begins_items, is_plain_heading, is_shouted
from documents.recipients import opens_recipients, read_recipients
from documents.references import mask_references
from documents.source import Block, Line, Row
from domain.date_words import scan
from domain.plan import PlanDocument, Recipient
from domain.unit_names import squeeze, starts_unit, unit_end


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
    further_plans: tuple[int, ...] = ()


UNTYPED = "Văn bản"  # of a document that does not name its kind
_ASSIGNING = (
    r"KẾ HOẠCH(?: HÀNH ĐỘNG| TRIỂN KHAI| THỰC HIỆN)?|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG| CÔNG TÁC)?|QUYẾT ĐỊNH"
    r"|CHỈ THỊ|ĐỀ ÁN|PHƯƠNG ÁN|HƯỚNG DẪN|NGHỊ QUYẾT|CÔNG ĐIỆN|LỊCH CÔNG TÁC"
    r"|BẢNG (?:PHÂN CÔNG|TỔNG HỢP)(?: NHIỆM VỤ| CÔNG VIỆC)?|DANH MỤC NHIỆM VỤ"
    r"|THÔNG BÁO|KẾT LUẬN|CÔNG VĂN"
)
_TELLING = (
    r"GIẤY MỜI|THƯ MỜI|THƯ (?:NGỎ|CHÚC MỪNG|CẢM ƠN)|TỜ TRÌNH|BIÊN BẢN|BÁO CÁO|GIẤY (?:XÁC NHẬN|GIỚI THIỆU|ỦY QUYỀN)"
    r"|HỢP ĐỒNG|ĐƠN (?:XIN|ĐỀ NGHỊ|KHIẾU NẠI)"
)
_TYPE = re.compile(rf"(?:\W{{0,3}}DỰ THẢO\W{{0,3}})?({_ASSIGNING}|{_TELLING})(?=\s|$|[:.])\s*", re.IGNORECASE)
_TELLS = re.compile(rf"(?:{_TELLING})$", re.IGNORECASE)
_INVITES = re.compile(r"(?:(?:về việc|v/v)\s+)?(?:kính )?(?:mời|chúc mừng|cảm ơn|chia buồn)\b", re.IGNORECASE)
_RULE = re.compile(r"[-_*=~\s.]{3,}")
_NUMBER = re.compile(r"Số\s*:?\s*(\d[\w.-]*\s*[/-]\s*[A-ZĐ][\wĐ&/-]*)")
_NUMBERED = re.compile(r"\W*Số\s*:")
_PLACE_DAY = re.compile(
    r"(?:^|,\s*)ngày\s*(\d{1,2})(?:\s*tháng\s*|\s?[/.-]\s?)(\d{1,2})(?:\s*năm\s*|\s?[/.-]\s?)(\d{4})\s*$",
    re.IGNORECASE,
)
_BLANK_DAY = re.compile(r",\s*ngày.{0,25}tháng.{0,25}năm\s*(\d{4})", re.IGNORECASE)
_DRAFT = re.compile(r"\W{0,4}(?:bản\s+)?dự thảo\b.{0,40}", re.IGNORECASE)
_PREAMBLE = re.compile(r"(?:Căn cứ|Thực hiện|Nhằm|Để|Triển khai|Ngày|Ủy ban|Uỷ ban|UBND|Sở|Trên cơ sở)\b")
_DECIDES = re.compile(
    r"(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|TRƯỞNG PHÒNG|HIỆU TRƯỞNG|ỦY BAN|UỶ BAN|HỘI ĐỒNG|CỤC TRƯỞNG)\b"
)
_LEADS_OVER = re.compile(
    r"(?:yêu cầu|giao|chỉ thị|đề nghị|thông báo|kết luận|chỉ đạo|điện)\b(?! số)"
    r"(?:(?!ban hành|xây dựng|như sau).){0,300}:\s*$",
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|DANH MỤC NHIỆM VỤ|BẢNG PHÂN CÔNG(?: NHIỆM VỤ)?"
)
_CONCLUDES = re.compile(
    r"(?:kết luận|giao nhiệm vụ|giao việc|phân công|chỉ đạo|thống nhất|yêu cầu)\b[^:]{0,200}:\s*$"
    r"|^(?:\W|\d|[IVX]+\.)*"
    r"(?:kết luận|phân công|giao nhiệm vụ)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?:TM\.|T/M|KT\.|K/T|TL\.|T/L|TUQ\.|Q\.)\s?.*"
    r"|(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG PHÒNG|BÍ THƯ|TRƯỞNG BAN|HIỆU TRƯỞNG)"
    r"|\((?:đã )?ký.*\)",
    re.IGNORECASE,
)
_SIGNER = re.compile(r"(?:[A-ZĐÀ-Ỹ][\wÀ-ỹ]*\.?\s*){2,6}")
_FORMULA = re.compile(
    r"Trên đây là (?:(?!yêu cầu|đề nghị|giao|báo cáo|phản ánh).)*|\(?(?:Ban hành )?kèm theo [^.;]*\)?",
    re.IGNORECASE,
)
_ENACTING = frozenset({"Quyết định", "Công văn", "Chỉ thị", "Nghị quyết", "Thông báo"})
_HEADING_LINES = 120
_ANNEX_HEADING = 6


def read_frame(blocks: Sequence[Block]) -> Frame:
    """Take the body out of its frame and read what the frame says."""
    lines = [_plain(block) for block in blocks]
    top, kind, rest = _find_type(lines)
    letter = find_letter(lines, top if top >= 0 else len(lines))
    if letter is not None:
        top, kind = letter, "Công văn"
        title, after = letter_title(lines, letter), letter_body(lines, letter)
        start = after
    else:
        table = next((i for i in range(top + 1, len(blocks)) if isinstance(blocks[i], Row)), len(lines))
        title, after = _title(lines[:table], top, rest)
        start = _body_start(lines, after)
    above = lines[: max(top, 0)] + [line for line in lines[max(top, 0) : start] if _NUMBERED.match(line)]
    head = [part for line in (above if letter is None else lines[:after]) for part in _columns(line)]
    end = next((i for i in range(start, len(lines)) if opens_recipients(lines[i])), len(lines))
    preamble = " ".join(lines[after:start]) or " ".join(lines[after : after + 3])
    authority = issuing_authority(head, preamble)
    issued = _issued_on(head)
    year, sure = _year(title, issued, head)
    recipients, rest_at = read_recipients(blocks, lines, end)
    document = PlanDocument(
        type=kind,
        number=next((squeeze(m[1]) for line in head if (m := _NUMBER.search(line))), None),
        issuer=shown_name(authority),
        title=title,
        issued_on=issued,
        status="Dự thảo" if _is_draft([*head, *lines[top : top + 1]]) else None,
    )
    body = (*blocks[start:end], *blocks[_attached(lines, rest_at) :])
    others = () if kind in _ENACTING or rest_at == len(blocks) else _line_of_plan(blocks, lines, rest_at)
    return Frame(document, tuple(_said(body)), recipients, authority, level_of(authority), year, sure, others)


def assigns_nothing(frame: Frame) -> bool:
    """Tell whether a document of this kind and title gives nobody work: an invitation, minutes, a report.

    Minutes whose chair concludes and hands out work ("kết luận, giao nhiệm vụ:") do.
    """
    document = frame.document
    if document.type == "Biên bản" and any(
        isinstance(block, Line) and _CONCLUDES.search(squeeze(block.text)) for block in frame.body
    ):
        return False
    return bool(_TELLS.match(document.type) or _INVITES.match(document.title))


def _line_of_plan(blocks: Sequence[Block], lines: list[str], at: int) -> tuple[int, ...]:
    block = blocks[at]
    return (block.number,) if isinstance(block, Line) and _TYPE.match(squeeze(lines[at])) else ()


def _columns(line: str) -> list[str]:
    return re.split(r"\t+|\s{3,}", line)


def _is_draft(head: list[str]) -> bool:
    return any(_DRAFT.fullmatch(line.strip()) for line in head)


def _body_start(lines: list[str], after: int) -> int:
    """Where the items begin; the sentence that charges somebody with all of them belongs to them."""
    start = next(
        (i for i in range(after, len(lines)) if _opens_body(lines[i]) or is_plain_heading(squeeze(lines[i]))),
        after,
    )
    lead = next((i for i in range(start - 1, after - 1, -1) if lines[i].strip()), start)
    return lead if lead < start and _LEADS_OVER.search(squeeze(lines[lead])) else start


def _attached(lines: list[str], at: int) -> int:
    """Where the body of what is attached behind "Nơi nhận" begins: an annex, or a plan with a title of its own."""
    if at < len(lines) and _TYPE.match(squeeze(lines[at])):
        return next((i for i in range(at + 1, len(lines)) if _opens_body(lines[i])), at + 1)
    return at


def _said(body: Sequence[Block]) -> list[Block]:
    """Return the blocks without signatures, the names under them and formulas that stand for themselves."""
    kept: list[Block] = []
    signed = titled = False
    for block in body:
        text = "" if isinstance(block, Row) else squeeze(block.text)
        titled = bool(kept and _ATTACHED.fullmatch(text)) or (titled and not _opens_body(text))
        if titled and not isinstance(block, Row):
            continue
        is_signature = bool(_SIGNED.fullmatch(text))
        is_name = signed and bool(_SIGNER.fullmatch(text))
        signed = is_signature or (signed and not text)
        if not (is_signature or is_name or _FORMULA.fullmatch(text) or is_formula(text)):
            kept.append(block)
    return kept


def _plain(block: Block) -> str:
    if isinstance(block, Row):
        return ""
    return without_markdown(block.text)


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
    return -1, UNTYPED, ""


def _title(lines: list[str], top: int, rest: str) -> tuple[str, int]:
    """Return the title and the index of the line behind it."""
    if top < 0:
        return _annex_title(lines), 0
    parts = [rest] if rest else []
    at = top + 1
    while at < len(lines) and at < top + 15:
        text = squeeze(lines[at])
        if not text or _RULE.fullmatch(text):
            if parts:
                break
        elif _NUMBERED.match(text):
            pass
        elif (
            _opens_body(text)
            or (parts and _is_no_title(text, parts[-1]))
            or (parts and _ends_title(text, lines[at + 1 : at + 12]))
            or (parts and _heads_items(text, lines[at + 1 : at + 2]))
        ):
            break
        else:
            parts.append(text)
        at += 1
    return " ".join(parts), at


def _annex_title(lines: list[str]) -> str:
    """Return the heading of an annex that comes without its plan."""
    if not lines or read_marker(squeeze(lines[0]))[0] != "annex":
        return ""
    heading = [squeeze(line) for line in lines[1:_ANNEX_HEADING]]
    return " ".join(takewhile(str.isupper, heading))


def _is_no_title(text: str, above: str) -> bool:
    """Tell whether a line under the title begins what the document says: it is a heading, an item, a sentence."""
    return begins_items(text) or text.endswith((".", ":")) or (is_shouted(text) and not above.isupper())


def _heads_items(text: str, behind: list[str]) -> bool:
    """Tell whether a line under the title names only units, with items of theirs right below."""
    below = bool(behind) and begins_items(squeeze(behind[0]))
    return below and not text.isupper() and starts_unit(text) and unit_end(text) == len(text)


def _ends_title(text: str, behind: list[str]) -> bool:
    """Tell whether the title is over: the body that decides is named, or grounds are given."""
    return (text.isupper() and bool(_DECIDES.match(text))) or _is_preamble(text, behind)


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
        style in {"roman", "upper"}
        or (name == "1" and style in {"number.", "number-", "number)", "named", "article"})
    )


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
