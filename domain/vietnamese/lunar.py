"""Vietnam's lunar calendar (UTC+7), after the astronomical algorithms of Jean Meeus as published by Hồ Ngọc Đức."""

import math
from datetime import date
from functools import lru_cache

_ZONE = 7 / 24  # days east of Greenwich
_SYNODIC = 29.530588853
_EPOCH = 2415021.076998695  # Julian day of the new moon of 1 January 1900
_ORDINAL_TO_JULIAN = 1721425  # Julian day number minus proleptic ordinal


def _new_moon(k: int) -> int:
    """Return the local Julian day number of the k-th new moon since 1900."""
    t = k / 1236.85
    t2, t3 = t * t, t * t * t
    rad = math.pi / 180
    mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3
    mean += 0.00033 * math.sin((166.56 + 132.87 * t - 0.009173 * t2) * rad)
    m = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * rad
    mpr = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * rad
    f = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * rad
    shift = (
        (0.1734 - 0.000393 * t) * math.sin(m)
        + 0.0021 * math.sin(2 * m)
        - 0.4068 * math.sin(mpr)
        + 0.0161 * math.sin(2 * mpr)
        - 0.0004 * math.sin(3 * mpr)
        + 0.0104 * math.sin(2 * f)
        - 0.0051 * math.sin(m + mpr)
        - 0.0074 * math.sin(m - mpr)
        + 0.0004 * math.sin(2 * f + m)
        - 0.0004 * math.sin(2 * f - m)
        - 0.0006 * math.sin(2 * f + mpr)
        + 0.0010 * math.sin(2 * f - mpr)
        + 0.0005 * math.sin(2 * mpr + m)
    )
    drift = -0.000278 + 0.000265 * t + 0.000262 * t2  # between dynamical and universal time
    return math.floor(mean + shift - drift + 0.5 + _ZONE)


def _sun_sector(day: int) -> int:
    """Return which twelfth of its year's path (0 = from the spring equinox) the sun is in as `day` begins."""
    t = (day - 0.5 - _ZONE - 2451545.0) / 36525
    rad = math.pi / 180
    m = (357.52910 + 35999.05030 * t - 0.0001559 * t * t - 0.00000048 * t * t * t) * rad
    mean = 280.46645 + 36000.76983 * t + 0.0003032 * t * t
    mean += (1.914600 - 0.004817 * t - 0.000014 * t * t) * math.sin(m)
    mean += (0.019993 - 0.000101 * t) * math.sin(2 * m) + 0.000290 * math.sin(3 * m)
    return int((mean % 360) / 30)


@lru_cache(maxsize=64)
def _month_eleven(year: int) -> int:
    """Return the index of the new moon that opens the month of the winter solstice of `year`."""
    solstice_end = date(year, 12, 31).toordinal() + _ORDINAL_TO_JULIAN
    k = int((solstice_end - 2415021) / _SYNODIC)
    return k - 1 if _sun_sector(_new_moon(k)) >= 9 else k


@lru_cache(maxsize=64)
def _leap_offset(year: int) -> int | None:
    """Return how many months after month 11 of `year` - 1 the leap month comes, or None."""
    first, last = _month_eleven(year - 1), _month_eleven(year)
    if last - first == 12:
        return None
    for offset in range(1, 14):
        if _sun_sector(_new_moon(first + offset)) == _sun_sector(_new_moon(first + offset + 1)):
            return offset
    return None


def solar(year: int, month: int, day: int) -> date | None:
    """Return the solar date of a lunar one (`year` as at Tết, never the leap month); None where none exists.

    Day 30 of a month of 29 days does not exist. Years 1900 to 2199.
    """
    if not (1900 <= year < 2200 and 1 <= month <= 12 and 1 <= day <= 30):
        return None
    turn = year if month < 11 else year + 1  # the solar year whose month 11 closes this lunar month's round
    offset = (month - 11) % 12
    leap = _leap_offset(turn)
    if leap is not None and offset >= leap:
        offset += 1
    k = _month_eleven(turn - 1) + offset
    first = _new_moon(k)
    if first + day - 1 >= _new_moon(k + 1):
        return None
    return date.fromordinal(first + day - 1 - _ORDINAL_TO_JULIAN)
