"""A moment, and which one a time of day is when the day, or the part of the day, is left open.

A clock time with no part of the day, the rule: 13h to 24h, 0h and a leading zero ("08:00") are of the
24-hour day. Otherwise
- on a named earlier day, 6 to 12 are taken as written ("8h30 hôm qua" is 08:30); 1 to 5 ask (2h or 14h);
- today or with no day named, the readings of today that are past count: one → that one; both → ask, unless
  it is an hour from 1 to 5 and its afternoon reading is at most three hours ago; none → yesterday's are offered.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum

from domain.vietnamese import clock
from domain.vietnamese.clock import Clock

ZONE = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")  # no summer time since 1945


class MomentType(StrEnum):
    """What kind of answer a time expression gave; the last three are for asking again."""

    DATETIME = "datetime"
    DATE = "date"
    DATE_PART = "date_part"
    INTERVAL = "interval"
    FUTURE = "FUTURE"
    AMBIGUOUS = "AMBIGUOUS"
    INVALID = "INVALID"


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as understood.

    `value`: ISO with offset for datetime, `2026-11-20` for date, `2026-11-20/afternoon` for date_part,
    `start/end` (two dates or two datetimes) for interval; None for the rest. `candidates` holds the readings
    to offer where it is AMBIGUOUS (perhaps none), and what was understood where it is FUTURE.
    """

    type: MomentType
    value: str | None
    candidates: tuple[str, ...] = ()


INVALID = Moment(MomentType.INVALID, None)
VAGUE = Moment(MomentType.AMBIGUOUS, None)


def offer(choices: list[Moment]) -> Moment:
    """Return the one choice that is past, or offer several; FUTURE where all are to come."""
    past = [choice for choice in choices if choice.type != MomentType.FUTURE]
    values = [value for choice in past for value in ((choice.value,) if choice.value else choice.candidates)]
    unique = tuple(dict.fromkeys(values))
    if not choices:
        return INVALID
    if not past:
        return Moment(MomentType.FUTURE, None)
    if len(unique) == 1 and len(past) == 1:
        return past[0]
    return Moment(MomentType.AMBIGUOUS, None, unique)


def in_part(part: str, day: date | None, now: datetime, *, past: bool) -> Moment:
    """Resolve a part of the day; without a day, the latest one that has begun."""
    today = now.date()
    if day is None:
        started = now.hour >= clock.STARTS[part]
        chosen = today if started else today - timedelta(days=1)
        value = f"{chosen.isoformat()}/{part}"
        return (
            Moment(MomentType.DATE_PART, value)
            if started or past
            else Moment(MomentType.AMBIGUOUS, None, (value,))
        )
    if day == today and now.hour < clock.STARTS[part]:
        if part == "night" and now.hour < 5:
            return Moment(MomentType.DATE_PART, f"{(today - timedelta(days=1)).isoformat()}/night")
        return Moment(MomentType.FUTURE, None, (f"{day.isoformat()}/{part}",))
    return Moment(MomentType.DATE_PART, f"{day.isoformat()}/{part}")


def at(said: Clock, part: str | None, day: date | None, now: datetime) -> Moment:
    """Resolve a clock time; see the rule at the top."""
    today = now.date()
    if part:
        hours = clock.hours_in(part, said.hour)
        if not hours:
            return INVALID
        return _within_part(hours, said, part, day, now)
    hours = ((0, said.hour),) if said.exact or said.hour >= 13 else ((0, said.hour), (0, said.hour % 12 + 12))
    if said.hour == 12 and not said.exact:
        hours = ((0, 12),)
    if day is not None and day != today:
        if len(hours) > 1 and said.hour >= 6:
            hours = hours[:1]
        return offer([_past(_when(day, hour, said), now) for hour in hours])
    todays = [_when(today, hour, said) for hour in hours]
    past = [when for when in todays if when <= now]
    if not past:
        if day is not None:
            return Moment(MomentType.FUTURE, None, tuple(iso(when) for when in todays))
        before = tuple(iso(when - timedelta(days=1)) for when in todays)
        return Moment(MomentType.AMBIGUOUS, None, before)
    near = said.hour <= 5 and now - past[-1] <= timedelta(hours=3)
    if len(past) == 1 and said.hour <= 5 and not said.exact and day is None and past[0].hour <= 5:
        # "3h" said in the morning: before dawn today or yesterday afternoon
        return Moment(MomentType.AMBIGUOUS, None, (iso(past[0]), iso(todays[-1] - timedelta(days=1))))
    if len(past) == 1 or near:
        return Moment(MomentType.DATETIME, iso(past[-1]))
    return Moment(MomentType.AMBIGUOUS, None, tuple(iso(when) for when in past))


def _within_part(
    hours: tuple[tuple[int, int], ...], said: Clock, part: str, day: date | None, now: datetime
) -> Moment:
    today = now.date()
    if day is None:
        whens = [_when(today - timedelta(days=back), hour, said) for back in (0, 1, 2) for hour in hours]
        latest = max(when for when in whens if when <= now)
        if now - latest <= timedelta(hours=18):
            return Moment(MomentType.DATETIME, iso(latest))
        return Moment(MomentType.AMBIGUOUS, None, (iso(latest),))
    if len(hours) > 1 and day >= today - timedelta(days=1):
        # "2h đêm qua" is after midnight, "2h đêm nay" too
        hours = hours[:1] if day == today else hours[1:]
    if day == today and part == "night" and hours[0][0] == 1 and now.hour < 12:
        hours = ((0, hours[0][1]),)  # "12h đêm nay" said in the morning: the night just past
    return offer([_past(_when(day, hour, said), now) for hour in hours])


def _past(when: datetime, now: datetime) -> Moment:
    if when > now:
        return Moment(MomentType.FUTURE, None, (iso(when),))
    return Moment(MomentType.DATETIME, iso(when))


def _when(day: date, hour: tuple[int, int], said: Clock) -> datetime:
    start = datetime.combine(day, time(), ZONE)
    return start + timedelta(days=hour[0], hours=hour[1], minutes=said.minute)


def minute(when: datetime) -> datetime:
    """Return the time without seconds."""
    return when.replace(second=0, microsecond=0)


def iso(when: datetime) -> str:
    """Return the time in ISO form, to the second, with its offset."""
    return when.isoformat(timespec="seconds")
