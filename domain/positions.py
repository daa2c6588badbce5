"""Whether a position sent can be in Vietnam at all. There is no map of provinces here, so no more is told."""

_MAINLAND = (8.0, 23.6, 102.0, 110.0)
_SEA = (6.0, 17.6, 107.0, 118.0)  # Hoàng Sa, Trường Sa and the rigs
"""South, north, west, east in degrees. Rough on purpose: a border commune must never be called abroad."""


def in_vietnam(lat: float, lon: float) -> bool:
    """Whether a position lies in or near Vietnam, its islands and its sea; False for what is no position at all."""
    return any(
        south <= lat <= north and west <= lon <= east for south, north, west, east in (_MAINLAND, _SEA)
    )
