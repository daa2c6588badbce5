"""How much two reports look like one accident: time, place, victims, kind and words. Pure, and only a suggestion.

The points are weights of evidence: what speaks for one accident is above zero, what speaks against it below. Only a
person joins reports; a score merely says which are worth putting side by side.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from domain.calendar import local
from domain.likeness_profile import Profile, Span
from domain.positions import kilometres

ALIKE = 2.35
"""From this score on two reports are shown side by side."""
REACH = timedelta(hours=24)
"""Accidents whose times lie further apart than this are not compared."""
NEVER = -6.0
SURE_PLACE, MOST_OF_PLACE = 1.6, 2.4
_NO_ACCIDENT, _NOBODY_HURT = frozenset({"disease", "equipment"}), frozenset({"hazard", "near_miss"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two reports are: the score, and by reason (`time`, `place`, …) what it is made of."""

    score: float
    points: Mapping[str, float] = field(default_factory=dict)

    @property
    def is_alike(self) -> bool:
        """Whether the two are worth a look side by side."""
        return self.score >= ALIKE

    @property
    def reasons(self) -> tuple[str, ...]:
        """Name what speaks for one accident, the strongest first."""
        found = [name for name, points in self.points.items() if points > 0.3]
        return tuple(sorted(found, key=lambda name: -self.points[name]))


def compare(one: Profile, two: Profile) -> Likeness:
    """Weigh two reports against each other; the order of the two changes nothing."""
    points = {
        "time": _time(one.span, two.span),
        **_where(one, two),
        "victims": _victims(one, two),
        "names": _overlap(one.names, two.names, 2.0, -0.5),
        "ages": _births(one.births, two.births),
        "what": _what(one, two),
        "injuries": _overlap(one.parts, two.parts, 0.4, -0.3),
        "kind": _kind(one.kind, two.kind),
    }
    return Likeness(round(sum(points.values()), 3), {name: value for name, value in points.items() if value})


def window(span: Span) -> tuple[datetime, datetime]:
    """Return the instants (UTC) another report's span must touch to be compared with this one."""
    return (span.first - REACH).astimezone(UTC), (span.last + REACH).astimezone(UTC)


def _time(one: Span, two: Span) -> float:
    if one.told and two.told:
        return _both_told(one, two)
    if not one.told and not two.told:  # most reports come within hours
        apart = abs(_hours(one.last, two.last))
        return _step(apart, ((3, 0.9), (8, 0.4), (18, -0.8)), -2.0)
    told, untold = (one, two) if one.told else (two, one)
    before = _hours(untold.last, told.first)
    if before > 0:  # no report comes before its accident, but for a clock read wrongly
        return _step(before, ((1, 0.4), (3, -0.4)), NEVER)
    return _step(_hours(told.last, untold.last), ((3, 0.9), (8, 0.5), (18, -0.6)), -2.3)


def hours_apart(one: Span, two: Span) -> float:
    """Return how many hours lie between two spans, 0 where they touch."""
    return max(_hours(two.last, one.first), _hours(one.last, two.first), 0.0)


def can_be_one(one: Span, two: Span) -> bool:
    """Whether the times alone leave room for one accident: a quick look before words are compared."""
    return _time(one, two) > NEVER


def _both_told(one: Span, two: Span) -> float:
    gap = hours_apart(one, two)
    rough = max(_hours(span.first, span.last) for span in (one, two))
    if gap == 0:
        return _step(rough, ((1, 1.6), (10, 1.2)), 0.8)
    if rough > 10 and local(one.first).date() != local(two.first).date():
        return NEVER  # a day was named, and it is another one
    return _step(gap, ((1, 1.6), (2, 1.1), (4, 0.6), (7, -0.2), (12, -2.0)), NEVER)


def _hours(first: datetime, last: datetime) -> float:
    return (last - first) / timedelta(hours=1)


def _step(value: float, steps: Sequence[tuple[float, float]], beyond: float) -> float:
    """Return the points of the first step that `value` does not pass."""
    return next((points for most, points in steps if value <= most), beyond)


def _where(one: Profile, two: Profile) -> dict[str, float]:
    """Weigh the places; what agrees is one piece of evidence, as a workplace always lies in the same commune."""
    workplace, around = _workplace(one, two), _around(one, two)
    commune = 0.0
    if one.unit is not None and two.unit is not None:
        commune = 0.8 if one.unit == two.unit else -1.3
    if commune < 0 and workplace >= SURE_PLACE:
        commune = -0.2  # near a border people name the commune they know
    place = commune + around
    return {
        "workplace": workplace,
        "place": min(place, MOST_OF_PLACE - workplace) if workplace > 0 < place else place,
    }


def _around(one: Profile, two: Profile) -> float:
    """Weigh positions sent and the words for a spot."""
    found = _overlap(one.place, two.place, 1.0, 0.0)
    if one.at and two.at:
        found += _step(kilometres(one.at, two.at), ((0.5, 1.5), (2, 0.8), (8, 0.0)), -1.5)
    return found


def _workplace(one: Profile, two: Profile) -> float:
    """Compare the workplaces; one told in words of the place or in the story counts too."""
    if one.workplace and two.workplace:
        found = _overlap(one.workplace, two.workplace, 2.0, -2.5)
        other_trade = one.trades and two.trades and not one.trades & two.trades
        return min(found, -1.2) if other_trade else found
    return max(_mentions(one.workplace, two), _mentions(two.workplace, one))


def _mentions(name: frozenset[str], other: Profile) -> float:
    return 1.6 if len(name & other.text) >= max(2, len(name) * 0.6) else 0.0


def _overlap(one: frozenset[str], two: frozenset[str], same: float, other: float) -> float:
    """Return `same` where what one says lies wholly in the other, `other` where nothing does, else between."""
    if not one or not two:
        return 0.0
    share = len(one & two) / min(len(one), len(two))
    return other + (same - other) * share


def _victims(one: Profile, two: Profile) -> float:
    found = 0.0
    if one.total is not None and two.total is not None:
        found += _step(abs(one.total - two.total), ((0, 0.6 if one.total > 1 else 0.2), (1, -0.1)), -0.6)
    if one.dead is not None and two.dead is not None and (one.dead or two.dead):
        # A death may come later, or not be known to one of them.
        found += -0.3 if not (one.dead and two.dead) else 0.5 if one.dead == two.dead else 0.0
    return found


def _births(one: tuple[int, ...], two: tuple[int, ...]) -> float:
    """Weigh the years of birth told: one counted back from an age may be a year off, and people guess ages."""
    if not one or not two:
        return 0.0
    apart = min(abs(a - b) for a in one for b in two)
    return _step(apart, ((1, 0.9), (5, 0.0)), -0.7 if len(one) == len(two) == 1 else 0.0)


def _what(one: Profile, two: Profile) -> float:
    """Weigh the way of being hurt and the thing that did it; words in common stand in where no table knows them."""
    thing = _overlap(one.agents, two.agents, 0.7, -1.2)
    way = _overlap(one.mechanisms, two.mechanisms, 0.9, -1.4)
    return min(max(way + thing, -2.4) + _words(one, two), 1.9)


def _words(one: Profile, two: Profile) -> float:
    """Weigh words in common; two stories of some length that share none, or one, are rather of two accidents."""
    common = len((one.content & two.content) - _named(one) - _named(two))
    told = min(len(one.content), len(two.content))
    if common == 0:
        return -1.0 if told > 2 else 0.0
    return min(0.3 * common, 1.2) - (0.5 if common == 1 and told > 3 else 0.0)


def _named(one: Profile) -> frozenset[str]:
    return one.place | one.workplace


def _kind(one: str, two: str) -> float:
    if one == two:
        return 0.0
    if {one, two} & _NO_ACCIDENT:
        return -8.0
    return -0.8 if {one, two} & _NOBODY_HURT else 0.0
