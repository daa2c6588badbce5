"""Words by which somebody asks for a human being, and those that end a talk with one. Whole messages only."""

import re

from domain.vietnamese.fold import fold

LONGEST = 80  # characters; a longer message tells something too, and is heard for that
_ME = r"toi|em|minh|chau|con|tui|to"
_BEFORE = (
    rf"(?:(?:{_ME}|anh|chi|ban|oi|alo|cho|xin|xin phep|muon|can|duoc|de|hay|lam on|vui long|giup|nho|bao an|bot"
    r"|thoi|phai|gap),? )*"
)
_MEET = (
    r"(?:gap|noi chuyen(?: truc tiep)?(?: voi)?|trao doi(?: truc tiep)?(?: voi)?|noi voi|chat(?: voi)?"
    r"|lien he(?: (?:voi|toi|den))?|lien lac(?: voi)?|ket noi(?: (?:voi|toi|den))?|noi may(?: (?:voi|toi|den|cho))?"
    r"|goi|chuyen(?: (?:may|cho|sang|toi|den|qua))*|hoi(?: truc tiep)?)"
)
_STAFF = (
    r"(?:(?:mot|1|cac|anh|chi|ai la) )*(?:nguoi(?: (?:truc|that|phu trach|co trach nhiem|ho tro|tu van))?"
    r"|can bo(?: (?:truc|phu trach|xa|phuong|so|so noi vu|ho tro))*|nhan vien(?: (?:ho tro|tu van|truc))?"
    r"|truc ban|chuyen vien|tu van vien|tong dai vien|ai do)"
)
_AFTER = (
    rf"(?:,? (?:{_ME}|di|voi|nhe|nha|nhen|a|duoc|duoc khong|khong|ko|hong|ngay|luon|gap|giup|anh|chi|bot|bao an"
    r"|truc tiep|oi|lien|truc|nao|do|day|bay gio))*"
)
_ASKS = re.compile(
    rf"{_BEFORE}(?:{_MEET}(?: (?:cho|voi|{_ME}|duoc|truc tiep))* {_STAFF}"
    rf"|nguoi (?:truc|that|tu van|ho tro)|can bo truc|truc ban){_AFTER}"
    rf"|{_BEFORE}co {_STAFF} nao(?: (?:o do|truc|dang truc|do|day|tra loi|ho tro|giup))?(?: khong| ko)?{_AFTER}"
    rf"|{_BEFORE}co ai (?:o do|truc|dang truc|do|day|tra loi|ho tro)(?: khong| ko)?{_AFTER}"
    rf"|(?:toi |em |minh )?khong (?:muon )?(?:noi|chat)(?: chuyen)? voi (?:bot|may|robot)(?: nua)?{_AFTER}"
    r"|(?:please )?(?:(?:i )?(?:want|need|would like) to |can i |let me )?"
    r"(?:talk|speak|chat) (?:to|with) (?:an? |the )?(?:real )?(?:person|human|someone|somebody|officer|agent"
    r"|duty officer|officer on duty)(?: please)?"
    r"|(?:real )?(?:human|agent)(?: please)?"
)
_ENDS = re.compile(
    rf"(?:(?:{_ME}|cho|xin|xin phep|thoi|da|vang|ok|cam on|muon),? )*"
    r"(?:ket thuc|(?:dung|ngung|tat|ket thuc|thoi)(?: cuoc)? (?:tro chuyen|noi chuyen|trao doi|doi thoai|chat))"
    r"(?:,? (?:cuoc|tro chuyen|noi chuyen|trao doi|doi thoai|chat|o day|tai day|nhe|nha|a|di|roi|thoi|duoc roi"
    r"|cam on|voi can bo|anh|chi|em))*"
    r"|/?end(?: (?:the )?(?:chat|talk|conversation))?"
)
_NUMBER = re.compile(
    r"\b(?:so dien thoai|sdt|dien thoai|hotline|duong day nong|tong dai|goi lai|goi dien|phone|number)\b"
)


def asks_person(text: str) -> bool:
    """Whether a short message asks as a whole for a human being ("gặp người trực")."""
    return _whole(_ASKS, text)


def ends_talk(text: str) -> bool:
    """Whether a short message as a whole ends a talk with one ("kết thúc")."""
    return _whole(_ENDS, text)


def wants_number(text: str) -> bool:
    """Whether it is a telephone number or a call that is wanted, and not a talk here."""
    return _NUMBER.search(fold(text)) is not None


def _whole(pattern: re.Pattern[str], text: str) -> bool:
    return len(text) <= LONGEST and pattern.fullmatch(fold(text).strip(" .!?")) is not None
