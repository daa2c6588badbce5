"""A free question about how things stand, turned into a typed query; what is not surely one stays unread."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.vietnamese.fold import fold
from domain.vietnamese.spans import Span, add_months, full_year, make_date
from domain.vietnamese.work_words import unit_kind_meant

_LONGEST = 160


class Subject(StrEnum):
    """What is asked about: work in plans, accident cases, or reports owed by plans."""

    DUTIES = "duties"
    CASES = "cases"
    REPORTS = "reports"


class State(StrEnum):
    """In which state; of duties the first six, of cases the last three."""

    OVERDUE = "overdue"
    SOON = "soon"
    DIFFICULTY = "difficulty"
    DONE = "done"
    UNDER_WAY = "under_way"
    OPEN = "open"
    UNTAKEN = "untaken"
    UNFINISHED = "unfinished"
    CLOSED = "closed"


class Rank(StrEnum):
    """Who is asked for: the units that stand worst, or best."""

    WORST = "worst"
    BEST = "best"


@dataclass(frozen=True, slots=True)
class Query:
    """What was understood; a unit named in the question is found by whoever knows the registry.

    `dead`: only people who died are asked for. `row` is the number of a plan's row as written ("III.2.b").
    """

    subject: Subject
    state: State | None = None
    rank: Rank | None = None
    kind: str | None = None
    period: Span | None = None
    row: str | None = None
    dead: bool = False


_COUNTS = re.compile(
    r"(?<!the )\bnao\b|\b(?:may|bao nhieu|danh sach|liet ke|nhat)\b|^(?:co )?(?:nhung )?ai\b|\?"
    r"|\bcho (?:toi |em |minh |xin |anh |chi )*(?:xem|biet)\b"
)
_ASKS = re.compile(
    rf"{_COUNTS.pattern}|\b(?:the nao|ra sao|sao roi|toi dau|den dau|tinh hinh)\b"
    r"|\b(?:chua|khong)(?: (?:a|vay|nhi|ha|the|em|anh|chi))*[ .?]*$"
)
"""A question at all; with `_COUNTS` one that asks who, which or how many, which no report of one's own work does."""

_ELSE = re.compile(
    r"\bbenh nghe nghiep\b|\b(?:suyt|suit|nguy hiem|nguy co|thiet bi|kiem dinh|huan luyen|kham suc khoe|quan trac)\b"
    r"|\b(?:khong|ko|chang) (?:co|xay ra|phat sinh) (?:vu|ca|tai nan|ai|nguoi)\b(?!.*(?:\?|\bkhong\b *$))"
)
"""What is counted or listed elsewhere, and "there was none", which answers a question."""

_CASES = re.compile(
    r"(?<!noi )(?<!nhiem )(?<!chuc )(?<!phuc )(?<!dich )(?<!nghiep )\b(?:vu|ca)\b(?! phuc| trach| nhan)"
    r"(?: tai nan| viec| o| hom| nao| chua| dang| tai| tuan| thang| nay| nam| su co| moi)"
    r"|\btai nan(?: lao dong)? .{0,40}\b(?:may|bao nhieu|nao|the nao|toi dau|den dau|ra sao|chua)\b"
    r"|\b(?:may|bao nhieu|nhung|co) (?:vu|ca|tai nan|nguoi (?:chet|tu vong|bi nan|bi thuong|mat))\b"
    r"|\bho so tai nan\b"
)
_DEAD = re.compile(r"\b(?:chet|tu vong|thiet mang)\b")
_DUTIES = re.compile(
    r"\b(?:viec|nhiem vu|cong viec|tien do|ke hoach|muc)\b"
    r"|\b(?:cham|tre|qua han|den han|gap kho|vuong mac|hoan thanh)\b"
)
_REPORTS = re.compile(r"\bbao cao\b(?! (?:tai nan|su co|vu|gap|nhanh))")
_HANDED_IN = re.compile(
    r"\b(?:nop|gui|bao cao)\b.{0,40}\bchua\b|\b(?:chua|da|ai|nao|may|bao nhieu)\b.{0,40}\b(?:nop|gui|bao cao)\b"
)

_DUTY_STATES: tuple[tuple[State, re.Pattern[str]], ...] = (
    (
        State.SOON,
        re.compile(
            r"\b(?:sap|gan|chuan bi) (?:den|toi|het) han\b"
            r"|\b(?:den|toi|het) han (?:trong |tuan|thang|hom|ngay|quy)"
        ),
    ),
    (State.OVERDUE, re.compile(r"\b(?:qua han|tre han|tre|cham tre|cham|lo han|no viec)\b")),
    (State.DIFFICULTY, re.compile(r"\b(?:gap kho|kho khan|vuong mac|vuong)\b")),
    (State.UNDER_WAY, re.compile(r"\bdang (?:lam|thuc hien|trien khai)\b")),
    (
        State.OPEN,
        re.compile(
            r"\b(?:chua (?:xong|lam|hoan thanh|thuc hien|bao|trien khai)|con (?:lai|mo|phai lam))\b"
        ),
    ),
    (State.DONE, re.compile(r"\b(?:xong|hoan thanh|da lam|da thuc hien)\b")),
)  # fmt: skip
_CASE_STATES: tuple[tuple[State, re.Pattern[str]], ...] = (
    (State.UNTAKEN, re.compile(r"\bchua (?:co )?(?:ai |nguoi |can bo )?(?:duoc )?(?:tiep )?nhan\b|\bchua ai\b")),
    (
        State.UNFINISHED,
        re.compile(
            r"\bchua (?:xong|dong|giai quyet|xu ly)|\bdang (?:xu ly|giai quyet|mo)\b|\bcon (?:mo|ton|dang do)\b"
        ),
    ),
    (State.CLOSED, re.compile(r"\bda (?:xong|dong|giai quyet|xu ly xong)\b")),
)  # fmt: skip
_WORST = re.compile(
    r"\b(?:cham|tre|kem|te|yeu|qua han)\b.{0,12} nhat\b|\bnhieu viec (?:tre|qua han|cham).{0,6} nhat\b"
)
_BEST = re.compile(r"\b(?:tot|nhanh|som|gioi|xong nhieu|day du)\b.{0,12} nhat\b")
_ROW = re.compile(r"(?<![\w.])([ivx]{1,5}(?:\.\d{1,2})?(?:\.[a-zđ]{1,4})?)(?![\w.])", re.IGNORECASE)


def read_query(text: str, today: date) -> Query | None:
    """Return what a question asks for, None where it is no question of these kinds or not surely one."""
    said = fold(text)
    if len(text) > _LONGEST or not _ASKS.search(said) or _ELSE.search(said):
        return None
    period, rest = _period(said, today)
    if _CASES.search(said):
        state = _state(rest, _CASE_STATES)
        return Query(Subject.CASES, state, period=period, dead=bool(_DEAD.search(said)))
    row = _row(text)
    if row is not None and _DUTIES.search(said):
        return Query(Subject.DUTIES, row=row)
    if not _COUNTS.search(said):
        return None
    if _REPORTS.search(said) and _HANDED_IN.search(said):
        return Query(Subject.REPORTS, kind=unit_kind_meant(text), period=period)
    rank = Rank.WORST if _WORST.search(said) else Rank.BEST if _BEST.search(said) else None
    state = (
        State.OVERDUE
        if rank is Rank.WORST
        else State.DONE
        if rank is Rank.BEST
        else _state(rest, _DUTY_STATES)
    )
    if state is None or (not _DUTIES.search(said) and rank is None):
        return None
    return Query(Subject.DUTIES, state, rank, unit_kind_meant(text), period)


def _state(said: str, states: tuple[tuple[State, re.Pattern[str]], ...]) -> State | None:
    return next((state for state, pattern in states if pattern.search(said)), None)


def _row(text: str) -> str | None:
    found = next((m[1] for m in _ROW.finditer(text) if "." in m[1]), None)
    if found is None:
        return None
    head, _, tail = found.partition(".")
    return f"{head.upper()}.{tail.lower()}"


# Periods


def _month(year: int, month: int) -> Span | None:
    return (
        Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        if 1 <= month <= 12
        else None
    )


def _months(year: int, first: int, count: int) -> Span:
    start = date(year, first, 1)
    return Span(start, add_months(start, count) - timedelta(days=1))


def _week(today: date, weeks: int) -> Span:
    start = today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)
    return Span(start, start + timedelta(days=6))


_OFF = {"nay": 0, "truoc": -1, "vua roi": -1, "vua qua": -1, "qua": -1, "sau": 1, "toi": 1, "ngoai": -1}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_Reader = Callable[[re.Match[str], date], Span | None]


def _of_month(found: re.Match[str], today: date) -> Span | None:
    return _month(full_year(found[2]) if found[2] else today.year, int(found[1]))


def _of_off_month(found: re.Match[str], today: date) -> Span | None:
    there = add_months(today.replace(day=1), _OFF[found[1]])
    return _month(there.year, there.month)


def _of_quarter(found: re.Match[str], today: date) -> Span | None:
    return _months(full_year(found[2]) if found[2] else today.year, _QUARTERS[found[1]] * 3 - 2, 3)


def _of_half(found: re.Match[str], today: date) -> Span | None:
    return _months(int(found[2]) if found[2] else today.year, 1 if found[1] == "dau" else 7, 6)


def _of_day(found: re.Match[str], today: date) -> Span | None:
    day = make_date(full_year(found[3]) if found[3] else today.year, int(found[2]), int(found[1]))
    return Span(day, day) if day else None


_PERIODS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (re.compile(r"\b(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?\b"), _of_day),
    (re.compile(r"\b(?:6|sau) thang (dau|cuoi)(?: nam(?: (20\d\d))?)?\b"), _of_half),
    (re.compile(r"\bthang (\d{1,2})(?:(?:/| nam )(\d{4}|\d{2}))?\b"), _of_month),
    (re.compile(r"\bthang (nay|truoc|vua roi|vua qua|sau|toi|qua)\b"), _of_off_month),
    (re.compile(r"\bquy (i{1,3}|iv|[1-4])(?:(?:/| nam )(\d{4}|\d{2}))?\b"), _of_quarter),
    (
        re.compile(r"\btuan (nay|truoc|vua roi|vua qua|sau|toi|qua)\b"),
        lambda m, today: _week(today, _OFF[m[1]]),
    ),
    (re.compile(r"\bhom nay\b"), lambda _m, today: Span(today, today)),
    (re.compile(r"\b(?:hom qua|toi qua|chieu qua|dem qua|bua qua)\b"), lambda _m, today: _back(today, 1)),
    (re.compile(r"\b(?:hom kia|bua kia)\b"), lambda _m, today: _back(today, 2)),
    (re.compile(r"\bnam (nay|ngoai|truoc)\b"), lambda m, today: _months(today.year + _OFF[m[1]], 1, 12)),
    (re.compile(r"\bnam (20\d\d)\b"), lambda m, _today: _months(int(m[1]), 1, 12)),
)


def _back(today: date, days: int) -> Span:
    day = today - timedelta(days=days)
    return Span(day, day)


def _period(said: str, today: date) -> tuple[Span | None, str]:
    """Return the stretch of days a question names, and the question without those words."""
    for pattern, read in _PERIODS:
        if found := pattern.search(said):
            return read(found, today), f"{said[: found.start()]} {said[found.end() :]}"
    return None, said
