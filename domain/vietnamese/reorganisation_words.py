"""What a coordinator says about units that are merged, split, renamed or ended, and about the decision behind it."""

import re
from dataclasses import dataclass
from datetime import date

from domain.unit_lists import split_units
from domain.vietnamese.aligned import Aligned, aligned

_LONGEST, _SHORT = 600, 60
_RECEIVED = re.compile(
    r"(?:(?:da|vang|ok|toi|chung toi|don vi|phong|ben em|em) )*(?:da |tiep )*nhan (?:du|het|ban giao|day du)\b"
)
_DATE = r"(?:ngay )?(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})"
_IN_WORDS = r"(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})"
_ACT = r"(?:nghi quyet|quyet dinh|nghi dinh|ke hoach|de an|thong bao|nq|qd)"
_NUMBER = re.compile(rf"{_ACT} (?:so )?(\d{{1,5}}/[\w/-]*\w)", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"(?<![\w/])(\d{1,5}/(?:\d{4}/)?[a-z][\w-]*)")
_TAIL = re.compile(
    rf"[,;. ]*(?<!\w)(?:(?:bat dau |ap dung |thuc hien |co hieu luc |hieu luc )?(?:ke tu|tu|vao)(?: ngay)? "
    rf"(?:{_DATE}|{_IN_WORDS})|(?:theo|can cu) (?:tinh than )?{_ACT}(?!\w)|hieu luc ).*$"
)
_HEAD = (
    r"(?:xa (?!hoi)|phuong |thi tran |dac khu |thi xa |thanh pho |huyen |quan |tinh |ubnd |uy ban |so |phong |ban "
    r"|vu |trung tam |chi cuc |cuc |van phong |bao hiem |bhxh |cong an |hoi |doi |tram |truong |benh vien |lien doan "
    r"|cong ty |doan |dang uy |huyen uy |chi nhanh |thanh tra |hat |tong cong ty )"
)
"""What the name of a unit begins with: "thành" before anything else is part of a name ("xã Thanh Sơn")."""

_OLD, _NEW = rf"(?P<before>{_HEAD}.+?)", rf"(?:mot |cac |hai |ba )?(?P<after>{_HEAD}.+)"
_GIVE = r"(?:giao|chuyen|ban giao)(?: (?:lai|toan bo|cac))*"
_WORK = r"(?:viec|cong viec|nhiem vu|chuc nang)"
_ENDS = r"(?:giai the|bai bo|cham dut hoat dong(?: cua)?|ket thuc hoat dong(?: cua)?)"
_SHAPES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(rf"^(?:.{{0,40}}?(?<!\w))??(?:{pattern})$")
    for pattern in (
        rf"(?:sap nhap|hop nhat|nhap|gop) (?:cac )?{_OLD} (?:thanh lap|thanh|vao|ve) {_NEW}",
        rf"doi ten {_OLD} (?:thanh|la) {_NEW}",
        rf"(?:chia tach|chia|tach) {_OLD} (?:thanh|ra) {_NEW}",
        rf"{_ENDS} {_OLD}[,;]? (?:va )?{_GIVE}(?: {_WORK})* (?:cho|ve|sang|toi) {_NEW}",
        rf"{_GIVE} {_WORK}(?:, nhiem vu)? (?:cua )?{_OLD} (?:cho|ve|sang) {_NEW}",
    )
)
_NEXT = re.compile(
    r"(?<!van phong hdnd)(?<!hoi dong nhan dan)(?: ?[,;+] ?| va | voi | cung )(?:va )?"
    rf"(?={_HEAD}\w)"
)
"""Between two units: what follows begins one."""


@dataclass(frozen=True, slots=True)
class ToldChange:
    """What was told: names as written, and of the decision what was said of it."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    number: str | None = None
    dated: date | None = None
    effective: date | None = None


@dataclass(frozen=True, slots=True)
class ToldDecision:
    """The number and the date of a decision, None for what was not said."""

    number: str | None
    dated: date | None


def read_change(text: str) -> ToldChange | None:
    """Return the change a sentence orders ("sáp nhập xã A và xã B thành xã C từ 01/7/2025"), None for any other.

    With or without accents. A question ("… đã sáp nhập chưa?") orders nothing.
    """
    said = aligned(text)
    if len(said.line) > _LONGEST or said.plain.rstrip().endswith("?"):
        return None
    tail = _TAIL.search(said.plain)
    end = tail.start() if tail else len(said.plain)
    head = said.plain[:end].rstrip(" .,;")
    for shape in _SHAPES:
        found = shape.match(head)
        if found is not None:
            decision = read_decision(text)
            return ToldChange(
                _names(_cut(said, found, "before")),
                _names(_cut(said, found, "after")),
                decision.number,
                decision.dated,
                read_effective(text),
            )
    return None


def _cut(said: Aligned, found: re.Match[str], name: str) -> str:
    return said.line[found.start(name) : found.end(name)].strip(" .,;\"'“”")


def _names(text: str) -> tuple[str, ...]:
    """Return the units of a list; communes and offices are told apart without capitals and accents too."""
    return tuple(part for name in split_units(text) for part in _parted(name))


def _parted(name: str) -> list[str]:
    said = aligned(name)
    cuts = [found.span() for found in _NEXT.finditer(said.plain)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(said.line)]
    return [said.line[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def read_decision(text: str) -> ToldDecision:
    """Return the number and the date of the act a text names ("Quyết định 12/QĐ-UBND ngày 20/6/2025")."""
    said = aligned(text)
    number = _NUMBER.search(said.plain) or _BARE_NUMBER.search(said.plain)
    if number is None:
        return ToldDecision(None, None)
    behind = said.plain[number.end() :]
    dated = re.match(rf"[ ,(]*(?:{_DATE}|{_IN_WORDS})", behind)
    written = said.line[number.start(1) : number.end(1)]
    return ToldDecision(_with_capitals(written), _day(dated) if dated else None)


def _with_capitals(number: str) -> str:
    """Return a number typed in small letters as acts write it; "qd" is never anything but "QĐ"."""
    if number != number.lower():
        return number
    return re.sub(r"(?<=/)QD(?=-)", "QĐ", number.upper())


def read_effective(text: str) -> date | None:
    """Return the first day a change holds ("từ 01/7/2025", "có hiệu lực từ ngày 01 tháng 7 năm 2025")."""
    plain = aligned(text).plain
    found = re.search(rf"(?:ke tu|tu|hieu luc|vao)(?: tu)?(?: ngay)? (?:{_DATE}|{_IN_WORDS})", plain)
    return _day(found) if found else None


def read_any_day(text: str) -> date | None:
    """Return the one full date a text names, None for none, for an impossible one, or for several."""
    plain = aligned(text).plain
    days = {_day(found) for found in re.finditer(rf"(?:{_DATE}|{_IN_WORDS})", plain)}
    return days.pop() if len(days) == 1 else None


def _day(found: re.Match[str]) -> date | None:
    day, month, year = (int(group) for group in found.groups()[-6:] if group is not None)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def says_received(text: str) -> bool:
    """Whether a short message says that what was handed over has come ("đã nhận đủ", "phòng đã nhận bàn giao")."""
    return len(text) <= _SHORT and _RECEIVED.match(aligned(text).plain) is not None
