"""Whether a position sent can be true: in Vietnam at all, and not far from where its commune's reports came from.

There is no map of provinces or communes here: the table of places has names only. So a commune is known by the
positions sent in its cases before, and where there are few of them nothing is said.
"""

from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt

Position = Sequence[float]
FEWEST = 3
"""So many cases of a commune must have told a position before one is called far."""
FAR = 40.0
"""Kilometres from the nearest of them; wide on purpose, for a merged commune is large and a report may come first."""

_MAINLAND = (8.0, 23.6, 102.0, 110.0)
_SEA = (6.0, 17.6, 107.0, 118.0)  # Hoàng Sa, Trường Sa and the rigs
"""South, north, west, east in degrees. Rough on purpose: a border commune must never be called abroad."""


def in_vietnam(lat: float, lon: float) -> bool:
    """Whether a position lies in or near Vietnam, its islands and its sea; False for what is no position at all."""
    return any(
        south <= lat <= north and west <= lon <= east for south, north, west, east in (_MAINLAND, _SEA)
    )


def kilometres(one: Position, two: Position) -> float:
    """Return how far two positions lie apart on the ground."""
    lat_1, lon_1, lat_2, lon_2 = (radians(value) for value in (*one, *two))
    half = sin((lat_2 - lat_1) / 2) ** 2 + cos(lat_1) * cos(lat_2) * sin((lon_2 - lon_1) / 2) ** 2
    return 2 * 6371 * asin(sqrt(min(half, 1.0)))


def far_off(sent: Sequence[Position], known: Sequence[Position]) -> float | None:
    """Return how many kilometres the positions sent lie from the nearest known one, where that is far; else None."""
    here = [place for place in sent if in_vietnam(*place)]
    if not here or len(known) < FEWEST:
        return None
    apart = max(min(kilometres(place, other) for other in known) for place in here)
    return apart if apart > FAR else None
