"""Words by which somebody asks for a receipt of what they reported."""

import re

from domain.vietnamese.fold import fold

LONGEST = 80
_ASKS = re.compile(
    r"(?:(?:cho|xin|lay|gui|toi|em|minh|chau|can|muon|co|duoc|nhan|lai|giay|to|ban|phieu|tep|the|please|send|me|my"
    r"|a) )*"
    r"(?:bien nhan|receipt)\b.{0,40}"
)


def asks_receipt(text: str) -> bool:
    """Whether a short message asks for a receipt as a whole."""
    return len(text) <= LONGEST and _ASKS.fullmatch(fold(text).strip(" .!?")) is not None
