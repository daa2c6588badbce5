"""Whether an officer, in a whole short message, takes a case or says that somebody else must."""

import re

from domain.vietnamese.fold import nfc
from domain.vietnamese.words import split

_LONGEST = 80  # characters; a longer message tells more than who takes the case
_ME = r"(?:toi|tôi|em|minh|anh|chi|tui|bon em|chung toi|ben em|ben toi|ben minh|chau|don vi|to)"
_POLITE = (
    r"(?:a|ạ|nhe|nhé|nha|nghe|roi|rồi|luon|ngay|lien|day|đây|cho|nhi|anh|chi|em|sep|bot|ban|bac|oi|ban nhe|giup"
    r"|dong chi|vay|di|đi"
    r"|voi|het|nay|viec nay|vu nay|ca nay|vu do|vu viec nay|viec|vu|ca|vu viec|truong hop nay|cong viec|nhiem vu|do)"
)
_LEAD = (
    r"(?:ok|da|dạ|vang|u|ừ|uh|duoc|duoc rồi|duoc roi|dong y|roi|rồi|de|để|thoi|xin|alo|nhat tri|chao bot|yes)"
)

_TAKES = re.compile(
    rf"^ (?:{_LEAD} )*(?:{_ME} )?(?:(?:de|để|xin|se|sẽ|da|đã|dang|đang|cu|muon) )*(?:{_ME} )?(?:"
    rf"(?:se|sẽ|da|đã|dang|đang) )*(?:"
    r"(?:tiep )?nhan(?: (?:xu ly|viec|vu|ca|trach nhiem|thong tin))?"
    r"|(?:xu ly|giai quyet|phu trach|dam nhan|theo doi|lo|lam|di|den|toi|ra|xuong|qua|chay|len)"
    r"(?: (?:ngay|lien|hien truong|do|day|noi|toi noi|den noi|xem|xu ly|kiem tra|qua|ra|xuong|luon|viec nay"
    r"|vu nay|cho do|den))*"
    r"|(?:tren|dang tren) duong(?: (?:den|di|toi|xuong|ra|qua|toi day|den do|den day))*"
    rf")(?: (?:{_POLITE}))* $"
)
_LET_ME = re.compile(
    rf"^ (?:{_LEAD} )*(?:de|để|cu de|viec nay de|vu nay de) {_ME}(?: (?:{_POLITE}|lo|xu ly|nhan|di|lam|den))* $"
)
# A bare verb that says who does what only with somebody before it ("đi", "làm", "tới").
_BARE = re.compile(
    r"^ (?:di|den|ra|xuong|qua|lam|lo|chay|len|theo doi|lam di|di di|giai quyet|xu ly)(?: (?:di|đi|nhe|a|ạ|ngay))* $"
)
_PRAYER = re.compile(r"^ (?:xu ly|giai quyet|nhan|theo doi|lam|di)\b.* (?:giup|di|đi|voi|ho|gium|dum) ")

_OTHER = (
    r"(?:nguoi khac|anh khac|chi khac|ban khac|em khac|dong chi khac|can bo khac|don vi khac|phong khac|ai khac|ai do"
    r"|nguoi nao khac|bac khac|co khac|chu khac|noi khac|dong nghiep)"
)
_SOMEBODY = r"(?:anh|chi|dong chi|bac|chu) (?!nhe|a |ạ|oi|voi|nay)\w+"
_CANNOT = re.compile(
    r" (?:"
    rf"(?:nho|giao|chuyen|phan cong|cử)(?: (?:cho|sang|giup|lai|qua|viec|nay|vu)){{0,3}} {_SOMEBODY}|"
    rf"(?:nho|giao|chuyen|de|để|goi|phan cong|cu|cử|tim|moi|bao|doi|hoi|lien he|phan)(?: "
    rf"(?:cho|sang|giup|lai|qua|viec|nay|vu))* {_OTHER}"
    r"|(?:toi|em|minh|anh|chi|dang|toi dang|em dang|con|hom nay) (?:dang |con |phai |lai )?(?:ban|mac|vuong|vướng)"
    r"(?: (?:hop|viec|roi|rồi|lam|qua|chut|cong tac|di|con|nha|nha roi))*(?=(?: [,.!]| khong| nho| a| ạ| nhe"
    r"| rồi| roi| mat| mất| $| $))"
    r"|(?:ban|mac) (?:hop|viec|roi|rồi|lam|qua|cong tac|con)"
    r"|(?:dang |phai |toi )?(?:di cong tac|nghi phep|nghi om|om roi|nghi thai san|di vang|khong co mat"
    r"|khong co o)"
    r"|(?:khong|chang) nhan duoc(?= (?:vu|ca|viec|dau|a|ạ|nhe|rồi|roi|[.,!]|$)|$)"
    r"|(?:khong|chang) (?:the )?(?:di|den|xu ly|toi|ra|tham gia|giai quyet)(?: (?:vu nay|ca nay"
    r"|viec nay|ngay|luon))? (?:duoc|noi|kip)"
    r"|(?:khong|chua) the (?:nhan|tiep nhan|di|den|xu ly|lam|ra|tham gia|giai quyet)"
    r"|(?:khong|ko) (?:nhan|tiep nhan)(?: (?:duoc|vu|viec|ca|dau|noi|nay|a|ạ))*(?= $| [.,!])"
    r"|(?:khong|chua) (?:ranh|tien|co mat|phai (?:viec|dia ban|nhiem vu|phan cong|phan|khu vuc|toi|em))"
    r"|(?:toi|em|minh|dang) o xa(?= (?:qua|lam|rồi|roi|[.,!]|$)|$)"
    r"|(?:tu choi|xin tu choi)"
    r"|khong (?:thuoc|nam trong) (?:dia ban|tham quyen|nhiem vu|trach nhiem|khu vuc|phan)"
    r")(?= )"
)
_BUSY = re.compile(
    r"^ (?:(?:da|dạ|xin loi|toi|em|minh|anh|chi|dang|con|hom nay) )*ban(?: (?:roi|rồi|lam|qua|a|ạ|mất|het))* $"
)


def takes_case(text: str) -> bool:
    """Whether a whole short message says that its writer takes the case ("ok nhận", "để tôi", "đang trên đường").

    False where it tells somebody else to ("xử lý đi"), asks, or says that it cannot be done.
    """
    line = _line(text)
    if line is None or cannot_take(text) or _BARE.match(line) or _PRAYER.match(line):
        return False
    return bool(_TAKES.match(line) or _LET_ME.match(line))


def cannot_take(text: str) -> bool:
    """Whether a whole short message says that its writer cannot take the case, or wants another person to."""
    line = _line(text)
    if line is None or line.endswith(" ? "):
        return False
    busy = "bận" in nfc(text).lower() and _BUSY.match(line)  # without accents it is "bạn" (you)
    return bool(busy or _CANNOT.search(line))


def _line(text: str) -> str | None:
    """Return a short message as normal words without signs at its end, None for a long one."""
    if len(text) > _LONGEST:
        return None
    line = split(text).line
    return re.sub(r"(?: [.!,…👍👌✅🙏])+(?= )", "", line)
