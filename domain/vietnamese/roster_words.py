"""Words about who is on duty: "ai đang trực?", "phân trực", and spans such as "ban đêm" or "25/11 đến 30/11"."""

import re
from datetime import date, datetime, time, timedelta

from domain.calendar import LOCAL, local
from domain.desk_policy import DeskPolicy
from domain.roster import LONGEST, Span, When
from domain.vietnamese.fold import fold

LONGEST_ASKED = 60
_ASKS = re.compile(
    r"(?:(?:cho (?:toi |em |minh )?hoi|bao an|oi|hien|hom nay|toi nay|dem nay|bay gio)[ ,]*)*"
    r"(?:(?:ai|nguoi nao|dong chi nao|can bo nao)(?: la)?(?: nguoi)? (?:dang |se |phai )?truc(?: ban)?"
    r"|(?:nguoi|can bo) (?:dang )?truc (?:hien nay |hom nay |bay gio )?la ai"
    r"|(?:hom nay|toi nay|dem nay|bay gio) ai truc"
    r"|who(?: is|s|'s)? on duty)"
    r"(?:[ ,]*(?:the|vay|day|a|ha|nhi|o day|hom nay|toi nay|dem nay|bay gio|hien nay|luc nay|o xa"
    r"|now|today|tonight))*"
)
_AT = re.compile(
    r"(?:ai|nguoi nao|can bo nao) (?:dang )?truc(?: ban)? (?:o |tai |cua |ben )?"
    r"(?P<place>(?:xa|phuong|thi tran|so|phong|ubnd|dac khu) .+?)"
    r"(?: (?:the|vay|day|a|ha|nhi|hom nay|toi nay|bay gio))*"
)
_WANTS = re.compile(
    r"(?:(?:toi|em|minh|muon|can|hay|cho|xin) )*"
    r"(?:(?:xem|dat|phan|sua|lap|doi|cap nhat|them|nhap) (?:lai )?)?(?:lich|ca|phan cong|danh sach) truc(?: ban)?"
    r"(?: (?:cua|xa|don vi|minh|toi|em|nhe|nha|a|di|ban))*"
    r"|(?:phan|cu|sap|xep)(?: nguoi| cong)? truc(?: ban)?|(?:duty )?roster"
)
_STANDING = {
    Span.HOURS: ("gio hanh chinh", "hanh chinh", "gio lam viec", "trong gio", "ban ngay", "hours"),
    Span.NIGHTS: ("ban dem", "dem", "buoi toi", "ngoai gio", "nights", "night"),
    Span.DAYS_OFF: (
        *("cuoi tuan", "ngay nghi", "thu bay chu nhat", "thu bay, chu nhat", "ngay le", "le tet"),
        *("weekends", "days_off"),
    ),
}
_DAY = r"(?:(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})|(?P<d2>\d{1,2})[/.-](?P<m2>\d{1,2})(?:[/.-](?P<y2>\d{4}))?)"
_HOUR = r"(?P<{0}>\d{{1,2}})(?:h|:|g)(?P<{1}>\d{{2}})?"
_POINT = re.compile(
    rf"(?:{_HOUR.format('h', 'i')}[ ,]*(?:ngay )?)?{_DAY}(?:[t ,]+(?:luc )?{_HOUR.format('h2', 'i2')})?"
)


def asks_on_duty(text: str) -> bool:
    """Whether a short message asks as a whole who is on duty."""
    return len(text) <= LONGEST_ASKED and _ASKS.fullmatch(fold(text).strip(" .!?")) is not None


def place_asked(text: str) -> str | None:
    """Return the unit a short message asks about ("ai đang trực xã Tân Lập?"), in plain letters; or None."""
    found = _AT.fullmatch(fold(text).strip(" .!?")) if len(text) <= LONGEST_ASKED else None
    return found["place"] if found else None


def wants_roster(text: str) -> bool:
    """Whether a short message asks as a whole to set who is on duty."""
    return len(text) <= LONGEST_ASKED and _WANTS.fullmatch(fold(text).strip(" .!?")) is not None


def read_span(text: str, now: datetime, desk: DeskPolicy) -> When | None:
    """Return the span words mean; None where they mean none, or one that is over, empty or longer than a year."""
    said = " ".join(fold(text).split()).strip(" .!")
    for span, names in _STANDING.items():
        if said in names:
            return When(span)
    found = _of_today(said, local(now), desk) or _by_dates(said, local(now))
    if found is None:
        return None
    starts, ends = found
    fits = starts < ends and ends > now and ends - starts <= LONGEST
    return When(Span.DATED, starts, ends) if fits else None


def _of_today(said: str, here: datetime, desk: DeskPolicy) -> tuple[datetime, datetime] | None:
    today = _midnight(here.date())
    if said in ("toi nay", "dem nay", "tonight"):
        return today + desk.roster_day_ends, today + timedelta(days=1) + desk.roster_day_begins
    if said in ("hom nay", "today"):
        return today, today + timedelta(days=1)
    if said in ("ngay mai", "mai", "tomorrow"):
        return today + timedelta(days=1), today + timedelta(days=2)
    monday = today - timedelta(days=here.weekday())
    if said in ("tuan nay", "this week"):
        return monday, monday + timedelta(days=7)
    if said in ("tuan sau", "tuan toi", "next week"):
        return monday + timedelta(days=7), monday + timedelta(days=14)
    return None


def _by_dates(said: str, here: datetime) -> tuple[datetime, datetime] | None:
    """Read one date, or two; without hours a day is meant whole."""
    points = list(_POINT.finditer(said))
    if not 1 <= len(points) <= 2:
        return None
    days = [_day(point, here.date()) for point in points]
    hours = [_hour(point) for point in points]
    if None in days or None in hours:
        return None
    first, last = days[0], days[-1]
    if first is None or last is None:
        return None
    if last < first and points[-1]["y2"] is None and points[-1]["y"] is None:
        last = last.replace(year=last.year + 1)
    starts = _midnight(first) + (hours[0] or timedelta())
    if len(points) == 1:
        return starts, _midnight(first) + timedelta(days=1)
    whole = timedelta(days=1) if not _says_hour(points[-1]) else timedelta()
    return starts, _midnight(last) + (hours[-1] or timedelta()) + whole


def _day(point: "re.Match[str]", today: date) -> date | None:
    year = point["y"] or point["y2"]
    try:
        found = date(int(year or today.year), int(point["m"] or point["m2"]), int(point["d"] or point["d2"]))
        passed = year is None and found < today - timedelta(days=31)
        return found.replace(year=found.year + 1) if passed else found
    except ValueError:
        return None


def _says_hour(point: "re.Match[str]") -> bool:
    return point["h"] is not None or point["h2"] is not None


def _hour(point: "re.Match[str]") -> timedelta | None:
    hour, minute = int(point["h"] or point["h2"] or 0), int(point["i"] or point["i2"] or 0)
    return timedelta(hours=hour, minutes=minute) if hour <= 24 and minute < 60 else None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=LOCAL)
