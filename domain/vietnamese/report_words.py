"""A wish for figures: "báo cáo phụ lục XIV 6 tháng đầu năm 2026", "sổ thống kê tai nạn", "biên bản nhắc việc"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from domain.vietnamese.fold import fold

_READ = 160
_ANNEXES = {"xii": "XII", "12": "XII", "xiv": "XIV", "14": "XIV", "xv": "XV", "15": "XV"}
REGISTER, REMINDING = "register", "reminding"
_POLITE = r"(?:(?:cho|gui|nho|xin|em|e|mk|toi|minh|giup|oi|lam|lap|xuat|tao|in|lay|xem|muon|can|hay|de) )*"
_ABOUT = r"(?:(?:tong hop|tinh hinh|thong ke|so lieu|tai nan|lao dong|tnld|ve|theo|mau) )*"
_ANNEX = rf"(?:bao cao )?{_ABOUT}(?:phu luc|pl) (?P<annex>xii|xiv|xv|12|14|15)"
_BOOK = r"so (?:thong ke|theo doi|dang ky)(?: tai nan)?(?: lao dong)?"
_FILLER = r"(?: (?:ky|cua|cho|tai|trong|giai doan|nghi dinh 39|nd 39|tai nan|lao dong|tnld|khong|co|hop dong|nguoi))*"
_PERIODS = (
    r"(?P<half>(?:6|sau) thang (?P<which>dau|cuoi)(?: nam)?|nua (?P<part>dau|cuoi) nam)"
    r"|(?:quy|q) ?(?P<quarter>[1-4]|iv|i{1,3})"
    r"|thang (?P<month>1[0-2]|0?[1-9])"
    r"|tu (?:ngay )?(?P<first>[\d/.-]+) (?:den|toi)(?: ngay)? (?P<last>[\d/.-]+)"
    r"|(?:ca )?nam"
)
_YEAR = r"(?P<year>20\d\d)|(?P<said>nam nay|nay|nam ngoai|nam truoc|ngoai|truoc)"
_ASKED = re.compile(
    rf"{_POLITE}(?:{_ANNEX}|(?P<book>{_BOOK})){_FILLER}(?: (?P<place>(?:xa|phuong|thi tran|dac khu) .+?))?"
    rf"(?:[ ,]+(?:{_PERIODS}))?(?:[ /,]*(?:nam )?(?:{_YEAR}))?(?: (?:nhe|nha|a|di|giup|voi|duoc khong))*"
)
_REMINDED = re.compile(
    rf"{_POLITE}(?:bien ban|so|nhat ky|lich su|ban ghi) (?:nhac (?:viec|nho)|don doc)"
    rf"(?: (?:cua|cho|voi|tai|ve|don vi))*(?: (?P<place>(?!(?:tu|thang|quy|nam|ca|6|sau|nua)\b).+?))??"
    rf"(?:[ ,]+(?:{_PERIODS}))?(?:[ /,]*(?:nam )?(?:{_YEAR}))?(?: (?:nhe|nha|a|di|giup|voi|duoc khong))*"
)
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_QUARTERS = {"1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class ReportAsked:
    """What is wanted: the annex ("XIV"), `register` or `reminding`, the days, and the folded words of a place.

    `first` is None where the days named cannot be ("31/02"): to be asked again.
    """

    what: str
    first: date | None
    last: date | None
    place: str | None = None


def report_asked(text: str, today: date) -> ReportAsked | None:
    """Read a wish for figures; None for any other message. Without a period it is this year so far named."""
    found = _match(text)
    if found is None:
        return None
    what = _what(found)
    first, last = _days(found, today)
    return ReportAsked(what, first, last, found["place"])


def is_report_asked(text: str) -> bool:
    """Whether a whole message is a wish for figures, so that "báo cáo" in it reports no accident."""
    return _match(text) is not None


def _match(text: str) -> re.Match[str] | None:
    if len(text) > _READ:
        return None
    said = " ".join(re.sub(r"[?!:;]", " ", fold(text)).split()).strip(" .,")
    return _ASKED.fullmatch(said) or _REMINDED.fullmatch(said)


def _what(found: re.Match[str]) -> str:
    if found.re is _REMINDED:
        return REMINDING
    return REGISTER if found["book"] else _ANNEXES[found["annex"]]


def _days(found: re.Match[str], today: date) -> tuple[date | None, date | None]:
    if found["first"]:
        first, last = _day(found["first"]), _day(found["last"])
        return (first, last) if first and last and first <= last else (None, None)
    year = _year(found, today)
    if half := found["which"] or found["part"]:
        return _months(year, 1, 6) if half == "dau" else _months(year, 7, 12)
    if found["quarter"]:
        end = 3 * _QUARTERS[found["quarter"]]
        return _months(year, end - 2, end)
    if found["month"]:
        return _months(year, int(found["month"]), int(found["month"]))
    return _months(year, 1, 12)


def _year(found: re.Match[str], today: date) -> int:
    if found["year"]:
        return int(found["year"])
    return today.year - int((found["said"] or "").endswith(("ngoai", "truoc")))


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    after = date(year + 1, 1, 1) if last == 12 else date(year, last + 1, 1)
    return date(year, first, 1), after - timedelta(days=1)


def _day(words: str) -> date | None:
    found = _DAY.fullmatch(words)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None
