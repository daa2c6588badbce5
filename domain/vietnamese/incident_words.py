"""Whether words tell of a fire, a blast, a leak or a collapse: broken out, or about to."""

import re

from domain.vietnamese.aligned import aligned

SCAN = 500
_FAULT = ("sự cố", "cháy", "nổ", "rò rỉ", "sập", "đứt", "chập điện", "leak", "fire")
_SOON = ("sắp đổ", "sắp sập", "sắp nổ", "sắp cháy", "sắp rơi", "sắp gãy")

_RUNS = re.compile(r"\bchay (?:au|nhanh|qua|lui|xe|may|tron|ra|vao|theo|toi|thu)\b", re.IGNORECASE)
"""Typed without accents: somebody or something runs (chạy), and nothing burns."""


def has_broken_out(text: str) -> bool:
    """Whether something is told of that is happening or has happened; what may only come is a danger."""
    said = aligned(_RUNS.sub(" ", text[:SCAN]))
    return any(said.says(word) for word in _FAULT)


def is_pressing(text: str) -> bool:
    """Whether something has broken out, or is about to."""
    said = aligned(_RUNS.sub(" ", text[:SCAN]))
    return any(said.says(word) for word in (*_FAULT, *_SOON))
