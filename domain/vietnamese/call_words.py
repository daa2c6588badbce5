"""Words that only call ("alo", "đang làm gì thế", "?"): is anybody there? Whole messages only."""

import re

from domain.vietnamese.fold import fold

LONGEST = 40
_WHO = r"(?:em|anh|chi|ban|shop|bot|ad|admin|bao an|nay|day|oi)"
_TAIL = r"(?:,? (?:oi|a|ah|ha|the|vay|day|do|nhi|di|em|anh|chi|ban|bot|ad|bao an|roi|nua|co|ai|khong|ko|k))*"
_CALL = re.compile(
    rf"(?:a+l+o+(?:,? ?a*l+o+)*{_TAIL}"
    r"|\?+"
    rf"|{_WHO}(?: {_WHO})* oi|oi"
    rf"|(?:{_WHO} )*(?:dang|con) (?:lam (?:gi|j)|o dau|nghe (?:khong|ko|k)|do (?:khong|ko|k))(?: {_WHO})*{_TAIL}"
    rf"|(?:la )?(?:sao|the nao|cai gi|gi|j)(?: (?:the|vay|day|do|co|a|ha|nay))+"
    r"|(?:hello|hi|hey|hallo|xin chao|chao)(?: (?:em|anh|chi|ban|bot|bao an|ad))*"
    r"|(?:sao )?(?:chua|khong|ko) (?:thay )?(?:tra loi|rep|phan hoi)"
    + _TAIL
    + r"|(?:tra loi|rep) di"
    + _TAIL
    + r")"
)


def calls(text: str) -> bool:
    """Whether a short message says nothing but "are you there", or that it was not clear what is wanted."""
    return len(text) <= LONGEST and _CALL.fullmatch(fold(text).strip(" .!,~")) is not None
