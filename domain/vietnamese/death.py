"""Whether a message says that somebody died, apart from figures of speech, fears, denials and questions."""

import re

from domain.vietnamese.words import split

_DIED = r"(?:chet|tu vong|tu nan|thiet mang|bo mang|mat mang|mất mang|tử vong|tử nạn)"
_LOST = (
    r"mất(?! (?:tich|mau|dien|nuoc|phanh|lai|an|ve|tay|chan|ngon|mat|mắt|trom|cap|do|tien|vien|viec|xe|may|lien"
    r"|song|mang|dien thoai|kiem soat|ngu|suc|tri|y thuc|thang bang|da|hinh|dau|thoi gian|gi|cong|ma|giay|sdt|mot|hai"
    r"|ba|\d|may|mấy|khoang|nhieu|het|ca|luon|ngon tay|ban tay)(?= ))"
)
_PERSON = (
    r"(?:nguoi|nhan|tho|toi|em|anh|chi|chong|vo|bo|me|con|chau|bac|chu|ong|ba|co|cau|ay|do|nay|no|ho|nguoi ta"
    r"|ban|vien"
    r"|dua|cụ|cu)"
)
_SEPARATOR = r"[.,;:!?+-]"

# Said of machines, animals, feelings and what only nearly happened or may happen: nobody died.
_FALSE = re.compile(
    r" (?:"
    r"(?:suyt|suýt|xuyt|xuýt|xém|tí nua|ti nua|chut nua|tí nữa|sém)(?: [^ ,.;!?]+){0,5}? (?:_DIED_|mất)"
    r"|(?:gan|sắp|xem|so|sợ|lo|met|doi|buon|buồn|cuoi|chan|tuong|tưởng|ngan|muon|song|đau|ngại|bực) chet(?! \d)"
    r"(?: (?:khiep|mất|mat|di|duoc|het|đi|luon|di duoc|đuoi|duoi|nguoi)(?= ))?"
    r"|(?:nguy co|co the|kha nang|de co|dễ|rat dễ|sợ|so bi|so co|lo|kẻo|keo|coi chung|tranh|phong ngua|phong chong"
    r"|ngan ngua|neu|nhỡ|lỡ|lo may|se|sẽ|dung de|đung de)"
    r"(?: (?:bi|co|ai|nguoi|lam|gay|ra|la|xay|tai|nan|thi|ma|se|se co|con|cong|nhan|them|dan|den|den nguoi|cho"
    r"|su)){0,6}"
    r" _DIED_(?: nguoi(?= ))?"
    r"|(?:thi|la|cung) chet(?= (?:day |ca |a |chu |mất |that )?(?:[.,!?] )?$)"
    r"|song chet(?= )"
    r"|(?:khong|chua|chang)(?: (?:phai|bi|he|den noi|den muc|thay|la)){0,2} _DIED_(?= )(?! (?:\d+|mot|hai|ba|bon) )"
    r"|chet (?:may|tiet|dở|khiep|cha|mia|cuoi|ten|danh|lam sang|me no|me rồi|doi|nhat|thật|đói|sung suong|đứng"
    r"|chum)(?= )"
    r"(?! (?:can|cuon|dap|ep|de|nghien|cua|con))"
    r"|chet dien(?= )(?! (?:giat|phong))"
    r"|(?:pin|dien thoai|may tinh|mang|app|bot|web|wifi|server|laptop|dong co|xe|may|cay|ga|heo|lon|trau|tom|vit|muoi"
    r"|chuot|cá|con \w+) (?:bi |da |deu |hang loat )?chet(?= )"
    r")".replace("_DIED_", _DIED)
)
# Denied, or asked.
_DENIED = re.compile(
    r" (?:"
    r"(?:khong|chua|chang|dau|deo|chẳng|0)(?: (?:co|bi|thay|ai|nguoi|nao|cong|nhan|nan|tho|truong|hop|ca|vu|de"
    r"|phai|he"
    r"|den|noi|muc|gay|lam|ra|dau|cho|nay|mot|la|lao|dong|ghi|nhan|phat|sinh|xay|tai|su|con|em|anh|chi|1|da|thuong"
    r"|vong|hay|va|mat|mất)){0,7} (?:_DIED_|mất|mat(?= (?:dau|ma|nhe|$|[.,])))"
    r"|chua qua khoi|_DIED_(?: nguoi)? (?:dau )?(?:la gi|dau ma)"
    r"|(?<!biet )(?:bao nhieu|thong ke|so lieu|so vu|so luong|tong so)(?: [^ ,.;!?]+){0,6} _DIED_"
    r"|(?:bao nhieu|may|mấy) (?:vu|ca|truong hop)(?: [^ ,.;!?]+){0,6} _DIED_"
    r"|(?:_DIED_|mất)(?: (?:nguoi|ai|nao|ca|o|do|day|trong|vu|nay|hay|rồi|roi|that|nam|thang|quy|tuan|hom|\d+)){0,6}"
    r" (?:khong|chua)(?= (?:vay |a |ạ |the |ha |nhi |em |anh |chi |bot )?(?:[?.] ){0,3}$)"
    r"|(?:co )?(?:vu|ca) nao(?: [^ ,.;!?]+){0,5} _DIED_"
    r")(?= )".replace("_DIED_", _DIED)
)
_DEATH = re.compile(
    r" (?:"
    rf"{_DIED}"
    r"|(?:khong|ko) (?:qua|vuot qua) (?:khoi|duoc)|khong cuu (?:duoc|kip|noi)|cuu khong (?:duoc|kip|noi)"
    r"|qua doi|hy sinh|tat tho|tắt thở|dot tu|lia doi|tu thi|thi the|xac (?:nguoi|cong nhan|nan nhan|chet)"
    rf"|(?:da|đã|vua|moi|{_PERSON}) {_LOST}"
    rf"|(?<={_SEPARATOR}) {_LOST}"
    rf"|{_PERSON} (?:da |vua |moi )?mat (?:rồi|roi|hom|luc|tai|o|tren duong|sang nay|chieu|dem)"
    r"|(?<!bong )(?:da|vua|moi) mat (?:hom|luc|tai|sang|trua|chieu nay|tren duong|o benh vien)"
    r"|died|dead|killed"
    r")(?= )"
)
_OPENING = re.compile(
    rf"^ (?:(?:da|dạ|a|thoi|the la|vay la|hinh nhu) )*(?:{_LOST}|mat) (?:rồi|roi|luc|tai|o)(?= )"
    r"|^ (?:da|vua) mat (?:[.!] )*$"
)


def figures_of_speech(line: str) -> tuple[tuple[int, int], ...]:
    """Return where a line of normal words speaks of death though nobody died ("chết máy", "suýt chết")."""
    return tuple(found.span() for found in _FALSE.finditer(line))


def tells_of_death(text: str) -> bool:
    """Whether `text` says that at least one person died, with or without a number.

    False where it is denied ("không ai chết", "chưa chết"), asked ("có ai chết không", "bao nhiêu người chết"),
    feared or nearly happened ("suýt chết"), or a manner of speaking ("chết máy", "sợ chết khiếp").
    """
    return _told(split(text).line)


def _told(line: str) -> bool:
    if _OPENING.match(line):
        return True
    line = _DENIED.sub(" ; ", _FALSE.sub(" ; ", line))
    return bool(_DEATH.search(line))
