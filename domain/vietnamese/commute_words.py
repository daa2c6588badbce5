"""Whether words may tell of the way between home and work, which the law counts apart (Law 84/2015, Art. 45)."""

import re

from domain.vietnamese.fold import fold

_ON_THE_WAY = re.compile(
    r"\b(?:tren duong|duong) (?:di lam|toi cho lam|den cho lam|den cong ty|toi cong ty|den xuong|ve nha|di ve|ve)\b"
    r"|\b(?:di lam|tan ca|het ca|xong ca|lam ve|di lam ve)\b.{0,30}\b(?:ve|tren duong|xe|dung|tong|dam|nga xe)\b"
    r"|\btren duong (?:tu )?(?:nha|cong ty|xuong)\b|\bon the way (?:to|from|home)\b|\bcommut"
)
_AT_WORK = re.compile(
    r"\b(?:dang lam(?: viec)?|trong gio lam|trong ca|o cong truong|trong xuong|tai xuong)\b"
)


def may_be_commute(text: str) -> bool:
    """Whether the words suggest it; what they say of being at work speaks against it."""
    plain = fold(text)
    return _ON_THE_WAY.search(plain) is not None and _AT_WORK.search(plain) is None
