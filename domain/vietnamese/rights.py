"""What a person wants done with what is kept of them: consent taken back, erased, silence, a copy, leaving."""

import re
from enum import StrEnum

from domain.vietnamese.words import split

_LONGEST = 120  # characters; a wish is said shortly, a story about data is no wish


class Wish(StrEnum):
    """A person's wish about their own data and messages (Law 91/2025/QH15 on personal data)."""

    WITHDRAW = "withdraw"
    ERASE = "erase"
    STOP = "stop"
    EXPORT = "export"
    LEAVE = "leave"


_ME = r"(?:toi|em|minh|tui|chau|anh|chi|chung toi|bon em)"
_MINE = rf"(?:(?:ca nhan |rieng )?(?:cua {_ME}|{_ME})|ca nhan)"
_DATA = (
    r"(?:du lieu|thong tin|ho so ca nhan|so dien thoai|tai khoan|lich su|tin nhan|data|so lieu ca nhan|can cuoc"
    r"|hinh anh|anh chup)"
)
_REMOVE = r"(?:xoa|xoá|xóa|huy|go|gỡ|go bo|gỡ bo|bo|don|xoa bo|xoa het|delete)"

_CEASE = r"dung|đừng|dừng|ngung|ngừng|thoi|tat|tắt|ngat|bo|stop|huy|hủy|khoi"
_REMIND = (
    r"(?:gui |nhan )?(?:tin nhan|thong bao)|nhac(?: nho| viec| han| tin)?|nhan tin|gui tin|nhan(?= (?:cho |toi "
    r"|em |minh ){0,2}(?:nua|nữa))"
    r"|lam phien|bao nhac"
)

_PATTERNS: tuple[tuple[Wish, re.Pattern[str]], ...] = tuple(
    (wish, re.compile(rf" (?:{pattern})(?= )"))
    for wish, pattern in (
        (
            Wish.ERASE,
            (
                rf"{_REMOVE}(?: (?:giup|cho|het|di|{_ME}|toan bo|tat ca|luon|ngay|cac|moi|bo)){{0,4}} {_DATA}(?: "
                rf"(?:do|nay|da|luu|lien he|ve))* {_MINE}"
                rf"|{_REMOVE}(?: (?:giup|cho|het|toan bo|tat ca|di)){{0,3}} (?:tai khoan|du lieu ca nhan"
                rf"|thong tin ca nhan)(?= (?:(?:di|giup|voi|a|ạ|nhe|toi|em|minh|\.|!) )*$)"
                rf"|(?:khong muon|dung|đừng|khong|ngung|thoi)(?: (?:cho|bot|ai|de|nguoi ta|cac anh))? (?:luu|giu"
                rf"|luu tru|luu giu|dung)(?: lai)? {_DATA}(?: {_MINE})?"
                rf"|{_REMOVE} {_ME} (?:khoi|ra khoi) (?:he thong|danh sach|bot|day)"
            ),
        ),
        (
            Wish.EXPORT,
            (
                rf"(?:ban sao|xem|tai|gui|xuat|lay|cung cap|in|sao chep|cho biet"
                r"|trich xuat|gui lai|tai ve|sao luu|copy)"
                rf"(?: (?:lai|cho|{_ME}|toan bo|tat ca|ban sao|mot ban|ban|het|nhung|cac|ve|file"
                rf"|xem)){{0,4}} {_DATA} {_MINE}"
                rf"|(?:bot |bao an |ben nay |he thong |ban )?(?:dang |da |đang )?(?:luu|giu|biet|thu thap|co)"
                rf"(?: (?:nhung|cac|thong tin|du lieu|gi|dieu|nao)){{1,4}} (?:ve|cua) {_ME}"
                rf"|(?:du lieu|thong tin) (?:gi|nao)(?: cua| ve)? {_ME}"
            ),
        ),
        (
            Wish.WITHDRAW,
            (
                r"(?:rut|rút|thu hoi|huy|huy bo|rut bo|bo)(?: (?:lai|het|bo|su|cai|loi|toan bo))* (?:dong y"
                r"|chap thuan|cho phep|consent)"
                r"|khong (?:con )?dong y (?:nua|nữa|cho|de|viec)(?: (?:luu|dung|su dung|bot|giu|xu ly|cac anh"
                r"|thu thap)(?: [^ ]+){0,5})?"
                r"|khong con dong y|(?:doi y|đổi y)[ ,]{0,3}khong dong y|khong cho phep(?: (?:luu|dung|su dung"
                r"|xu ly|thu thap)(?: [^ ]+){0,4}| nua| nữa)"
            ),
        ),
        (
            Wish.LEAVE,
            (
                rf"(?:{_ME}|dong chi) (?:(?:da|sap|sắp|vua|moi|chuan bi|se|duoc|dc|xin|chinh thuc|hom nay|thang sau"
                rf"|tu mai|khong con|phai) )*"
                r"(?:nghi viec|nghi huu|ve huu|nghi lam|thoi viec|chuyen cong tac|chuyen don vi|chuyen viec"
                r"|chuyen co quan|chuyen cho lam"
                r"|chuyen phong|chuyen sang (?:don vi|co quan|phong|so|xa|noi|cho|huyen|tinh)(?: \w+){0,4}"
                r"|chuyen di noi khac|luan chuyen"
                r"|dieu dong|dieu chuyen|nghi che do|nghi hưu|thoi lam|roi (?:co quan|don vi)"
                r"|doi cong tac|doi don vi)"
                rf"|{_ME} (?:khong con|khong|thoi|het) (?:con )?(?:lam|phu trach|cong tac|o)(?: (?:viec|o|tai"
                rf"|viec nay|mang nay|day|don vi|co quan|dau moi|nhiem vu nay|linh vuc nay|xa|phong"
                rf"|can bo)){{0,3}} (?:nua|nữa|day)"
                rf"|{_ME} khong con (?:lam|phu trach|cong tac)"
            ),
        ),
        (
            Wish.STOP,
            # A plain "không nhận" is an officer's word about a case; "không nhận nữa" is not.
            (
                rf"(?:{_CEASE})(?: (?:co|can|viec|phai|{_ME}|bi|het|cho|lai|gui|muon|bot|di)){{0,4}} (?:{_REMIND})"
                rf"|khong(?: (?:can|muon|phai|co|{_ME})){{0,2}} (?:{_REMIND})(?: (?:cho|{_ME}|viec|tin|gi"
                rf"|them)){{0,3}} (?:nua|nữa)"
                rf"|khong (?:muon|can) (?:{_REMIND})(?: (?:nao|cho|{_ME}|tu bot|tu ben nay)){{0,2}}(?= (?:[.!] |a "
                rf"|ạ )*$)|khong nhac(?= $)"
                r"|(?:tat|tắt) (?:thong bao|nhac|nhac nho)|(?:lam )?phien (?:qua|toi)(?: \w+)? (?:dung|đừng|thoi)"
                r"|unsubscribe|huy dang ky"
            ),
        ),
    )
)
_QUESTION = re.compile(
    r" (?:\?|the nao|lam sao|sao|o dau|khi nao|bao gio|khong|chua|duoc khong|ai|gi) (?:(?:\?|vay|a|ạ|the|ha|nhi) )*$"
)
_OF_OTHERS = re.compile(
    r" (?:cua|ve) (?:(?:cac|nhung|moi|tat ca|toan bo|mot) ){0,2}(?:nguoi|nan nhan|ong|ba|anh (?!a |ạ)\w+ \w"
    r"|cong nhan|don vi|xa|phong|so|he thong|ban|bot)"
)
_OFFICE_WORK = re.compile(
    r" (?:bao cao|so lieu|ke hoach|van ban|nhiem vu|vu tai nan|ca nha|lich nghi|nan nhan"
    r"|bi thuong|tai nan) "
)


def wish(text: str) -> Wish | None:
    """Return what a short message asks for the writer's own data or messages, None where it asks nothing of that.

    What concerns other people's data ("xóa dữ liệu của nạn nhân") is no wish. "đừng nhắn nữa" is STOP. Where several
    are named the first of ERASE, EXPORT, WITHDRAW, LEAVE, STOP counts.
    """
    if len(text) > _LONGEST:
        return None
    line = split(text).line
    if _OF_OTHERS.search(line):
        return None
    for meant, pattern in _PATTERNS:
        found = pattern.search(line)
        if found is not None and _stands(meant, line):
            return meant
    return None


def _stands(meant: Wish, line: str) -> bool:
    """Whether the wish is not merely asked about; a question for one's own data is itself the wish."""
    if meant is Wish.EXPORT:
        return True
    if meant is Wish.LEAVE and _OFFICE_WORK.search(line):
        return False
    return not _QUESTION.search(line)
