"""How days, times and counts are written for people, per language. Pure; local time is Asia/Ho_Chi_Minh."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.vietnamese.numbers import spell_number

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
_WEEKDAYS = {
    "vi": ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole đồng, as a parameter of a sentence."""

    dong: int


def grouped(language: str, value: int) -> str:
    """Return a number with its thousands set apart: "1.100" in Vietnamese, "1,100" in English."""
    return f"{value:,}".replace(",", ".") if language == "vi" else f"{value:,}"


def day(language: str, value: date) -> str:
    """Return a day as people write it: "thứ Hai 14/12/2026"."""
    return f"{_WEEKDAYS[language][value.weekday()]} {value.day:02d}/{value.month:02d}/{value.year}"


def clock(language: str, value: datetime) -> str:
    """Return a local time of day: "8h05" in Vietnamese, "8:05" in English."""
    at = value.astimezone(LOCAL)
    return f"{at.hour}h{at.minute:02d}" if language == "vi" else f"{at.hour}:{at.minute:02d}"


def moment(language: str, value: datetime) -> str:
    """Return a local time with its day: "8h05 thứ Ba 24/11/2026"."""
    return f"{clock(language, value)} {day(language, value.astimezone(LOCAL).date())}"


def count(language: str, value: int) -> str:
    """Return a small number so that one digit cannot be misread: "2 (hai)"."""
    return f"{value} ({spell_number(value)})" if language == "vi" and 0 <= value <= 99 else str(value)
