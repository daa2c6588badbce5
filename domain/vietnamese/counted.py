"""What a number in a sentence counts: people, or something else ("tầng 2", "năm 2026", "không phải 3 người")."""

import re

from domain.vietnamese.numbers import FATHERS, scan_number

PEOPLE = frozenset((
    "nguoi", "cong", "nhan", "tho", "anh", "em", "ban", "dua", "chau", "nan", "lao", "dong", "vien",
    "chi", "ong", "ba", "co", "thanh", "nien", "nu", "bac", "chu", "khach", "vi", "mang", "ca",
    "truong", "hop", "nghiep", "mạng", "cn", "thang", "người",
))  # fmt: skip
_FAMILY = re.compile(
    r"(?:(?:bo|cha|me|ba|ong|chi) (?:con|chau|em)|vo chong|dong nghiep|phu ho|bao ve|nam|nu)(?= |$)"
)
_SURELY = frozenset(("nguoi", "nan", "dua", "mang", "mạng", "tho", "cong"))
DEAD = re.compile(
    r"(?:tu vong|tu nan|qua doi|khong qua khoi|thiet mang|chet|hy sinh|tử vong|tắt thở|tat tho"
    r"|mất(?! (?:tich|dien|mau|nuoc|phanh|an|tay|chan|ngon|ca|mot|hai|ba|\d)))"
)
HURT = re.compile(
    r"(?:bi thuong|chan thuong|trong thuong|thuong|bi nang|nang|bi nhe|nhẹ|nhe|gay|bong|nhap vien|cap cuu"
    r"|di vien|bat tinh|hon me|xay xat|ngat xiu|ngat|nguy kich|tray xuoc|bi dien giat)"
)
_NOT_PEOPLE = frozenset((
    "tuoi", "gio", "h", "g", "phut", "p", "met", "m", "tang", "lau", "ngay", "thang", "nam", "tan",
    "kg", "ta", "tieng", "can", "phan", "%", "cm", "km", "trieu", "nghin",
))  # fmt: skip
# What a number after it names: never people. Bare spellings, then the accented ones.
_NUMBERED = frozenset((
    "tang", "lau", "luc", "so", "thu", "ngay", "hom", "tuoi", "tuổi", "hôm", "thang", "quy", "km", "ql", "tl",
    "dt", "hl", "qlo", "hem", "ngo",
    "ngach", "kiet", "thon", "ap", "xom", "cot", "khoi", "block", "nam", "pho",
    "tầng", "lầu", "lúc", "số", "thứ", "ngày", "tháng", "quý", "hẻm", "ngõ", "ngách", "kiệt", "thôn", "ấp", "xóm",
    "cột", "khối", "lô", "lộ", "năm", "phố",
))  # fmt: skip
# The same before a number in words: "tầng ba", "thôn hai".
_SPELLED_NUMBERED = frozenset(
    ("so", "tang", "lau", "thu", "thang", "to", "thon", "quy", "xom", "ap", "tổ", "km", "khu")
)
# What a number names unless people are surely counted after it: "ca 3", but "ca (cả) 3 người".
_MAY_BE_NUMBERED = frozenset((
    "lo", "ham", "khu", "kcn", "duong", "lò", "hầm", "đường", "tuyến", "dãy", "máy", "trụ",
    "to", "ca", "doi", "nha", "xa", "phuong", "quan", "huyen", "p", "q", "xuong", "cau", "cong", "mo", "bai", "tru",
    "tuyen", "doan", "phong", "nhom", "lop", "kho", "gieng", "be", "vi tri", "goi", "gian", "chuyen", "line", "kip",
    "bon", "ho", "giuong", "cang", "cum", "mau", "muc", "diem", "thua", "toa", "nghiep",
    "tổ", "đội", "nhà", "xã", "phường", "quận", "huyện", "xưởng", "cầu", "cổng", "mỏ", "bãi", "đoạn", "phòng", "nhóm",
    "lớp", "giếng", "bể", "gói", "chuyền", "kíp", "bồn", "hồ", "hố", "giường", "cảng", "cụm", "mẫu", "mục", "điểm",
    "thửa", "tòa", "toà",
))  # fmt: skip
_DENIED = re.compile(
    r"(?:^| )(?:khong|dau|deo|chua|chẳng) (?:phai|den|toi)(?: (?:la|co|chi|het|ca|chet|bi|thuong)){0,2}$"
)
_NOT_SO = re.compile(r"(?:nguoi |dua |ca )?(?:dau|đâu)(?= ,)")
_YEAR = re.compile(
    r"(?:nay|ngoai|truoc|sau|toi|kia|qua|vua|2\d{3}|ay|do|roi|rồi|rưỡi|ruoi|\d{2}(?= |$)|ngoái)(?= |$)"
)
_JOINING = frozenset(("-", "–", "/", "den"))
_KIN = frozenset(
    ("anh", "chị", "chi", "chú", "chu", "bác", "bac", "cô", "ông", "ong", "bà", "dì", "cậu", "mợ", "thím")
)
_BEFORE_NONE = frozenset((":", ",", ".", "la", "da", "dạ", "a", "thi"))
_BEFORE_A_YEAR = frozenset(
    ("trong", "hang", "hằng", "moi", "cuoi", "dau", "giua", "ca", "quanh", "hop", "may", "mấy")
)
_SPAN_WORD = re.compile(r"den|tới|hoac|hay")
_CORRECTED = re.compile(
    r"(?:a|à|[,.;]|ua|ủa)(?: (?:em|toi|minh|noi|ghi|bao|nham))*? (?:nham|nhầm|lon|quen|khong(?! phai))(?= |$)"
)
# Numbered behind "ở" even before people: "ở tổ 4 người bị ngã" is asked about rather than taken for four.
_TEAMS = frozenset(("to", "tổ", "phuong", "phường", "quan", "quận"))
# What may stand beside a number that is the whole answer: "dạ khoảng năm ạ".
_FILLER = frozenset((
    "da", "dạ", "vang", "a", "ạ", "u", "ờ", "o", "ừ", "khoang", "chung", "chừng", "tam", "tầm", "do", "co",
    "có", "thoi", "thôi", "la", "tong", "cong", "tat", "ca", "cả", "chac", "hinh", "nhu", "it", "nhat", "duoc", "nhe",
    "nha", "em", "anh", "chi", "minh", "thay", "toi", "dau", "lan", "lận", "cơ", "day", "ha", "hả", "bi", "het",
    "nghe",
    "rồi", "roi", "oi", "ma", "mà", "khong", "phai", "biet", "uoc", "dem", "con", "va", "tai", "cho", "dung", "vay",
))  # fmt: skip


def is_count(words: list[str], plain: list[str], at: int, end: int, *, strict: bool) -> bool:
    """Whether the number at `words[at:end]` counts people; `plain` holds the words meant, side by side.

    A number word ("năm", "ba") needs a counter or a word of harm beside it, or must be the whole answer.
    `strict` asks the same of digits.
    """
    if (
        _is_thing(words, plain, at, end)
        or is_numbered(words, plain, at, end)
        or is_denied(words, plain, at, end)
    ):
        return False
    if _beside(plain, at, end):
        return True
    if strict:
        return False
    return plain[at][0].isdecimal() or _whole_answer(words, plain)


def _is_thing(words: list[str], plain: list[str], at: int, end: int) -> bool:
    """Whether the number counts hours, metres, years or is another word ("ba tôi", "không rõ")."""
    after = plain[end] if end < len(plain) else ""
    if after in _NOT_PEOPLE and not _a_man(words, plain, at, end):
        return True
    if words[at] == "ba" and (after in FATHERS):
        return True
    if (words[at - 1] if at else "") in _KIN and _is_name(words, plain, at, end):
        return True
    if _is_date_or_hours(words, plain, at, end):
        return True
    if plain[at] == "khong":
        asked = at and plain[at - 1] not in _BEFORE_NONE  # "có ai chết không" asks
        return after not in ({"nguoi"} if asked or end < len(plain) - 1 else {"", "co", "nguoi", "ai", "a"})
    if plain[at] != "nam" or end > at + 1:
        return False
    years = (
        at and (scan_number(words, at - 1) or plain[at - 1] in _BEFORE_A_YEAR) and not _counter(plain, end)
    )
    return bool(years or _YEAR.match(" ".join(plain[end : end + 2])))


def _is_name(words: list[str], plain: list[str], at: int, end: int) -> bool:
    """Whether the number is a Southern name: "anh Ba", "chú Tư" (the second, the third child)."""
    after = plain[end] if end < len(plain) else ""
    return (
        end == at + 1 and not words[at][0].isdecimal() and after not in _SURELY and not _FAMILY.match(after)
    )


def _is_date_or_hours(words: list[str], plain: list[str], at: int, end: int) -> bool:
    """Whether the number is one of two that name a day or a time: "20-11", "từ 7 đến 8 giờ"."""
    if end + 1 < len(words) and plain[end] in _JOINING and words[end + 1][0].isdecimal():
        second = scan_number(words, end + 1)
    elif at >= 2 and plain[at - 1] in _JOINING and words[at - 2][0].isdecimal():
        second, at = scan_number(words, at), at - 2
    else:
        return False
    first = scan_number(words, at)
    if first is None or second is None:
        return False
    return first[0] > second[0] or (second[1] < len(plain) and plain[second[1]] in _NOT_PEOPLE)


def is_numbered(words: list[str], plain: list[str], at: int, end: int) -> bool:
    """Whether the number is the name of a place, a shift, a day: "km 12", "tổ 4", "ca 3", "quốc lộ 3"."""
    if not at or (not words[at][0].isdecimal() and plain[at - 1] not in _SPELLED_NUMBERED):
        return False
    if first := _first_of_span(words, plain, at):
        return is_numbered(words, plain, *first)
    before = words[at - 1] if not words[at - 1].isascii() else plain[at - 1]
    if before in _NUMBERED or words[at - 1] in _NUMBERED:
        return True
    if before not in _MAY_BE_NUMBERED:
        return False
    if at > 1 and plain[at - 2] in {"o", "tai"} and before in _TEAMS:
        return True
    after = " ".join(plain[end : end + 3])
    harm = DEAD.match(after) or HURT.match(after)
    return not (
        after.split(" ")[0] in _SURELY or (harm and not any(w[0].isdecimal() for w in plain[end : end + 4]))
    )


def is_denied(words: list[str], plain: list[str], at: int, end: int) -> bool:
    """Whether the number is said not to be right: "không phải 1 người đâu", "đâu phải 2"."""
    if first := _first_of_span(words, plain, at):
        return is_denied(words, plain, *first)
    if _DENIED.search(" ".join(plain[max(at - 4, 0) : at])):
        return True
    after = " ".join(plain[end : end + 4])
    return bool(_NOT_SO.match(after)) and any(scan_number(plain, n) for n in range(end + 1, len(plain)))


def _first_of_span(words: list[str], plain: list[str], at: int) -> tuple[int, int] | None:
    """Return where the number before this one stands, where the two are one expression: "2-3", "19/5"."""
    joined = at >= 2 and plain[at - 1] in {"-", "–", "/", "den", "hoac"} and words[at - 2][0].isdecimal()
    return (at - 2, at - 1) if joined else None


def is_correction(plain: list[str], at: int) -> bool:
    """Whether the speaker takes back what was said ("3 người, à nhầm, 4") and a number follows."""
    found = at and _CORRECTED.match(" ".join(plain[at : at + 5]))
    if not found:
        return False
    after = at + found.group().count(" ") + 1
    return any(
        plain[n] != "khong" and scan_number(plain, n) for n in range(after, min(after + 4, len(plain)))
    )


def counts_people(plain: list[str], at: int, *, strict: bool) -> bool:
    """Whether what stands at `at`, behind a number, lets it count people."""
    if at >= len(plain):
        return not strict
    if plain[at] in _NOT_PEOPLE:
        return False
    return not strict or _counter(plain, at)


def _counter(plain: list[str], at: int) -> bool:
    rest = " ".join(plain[at : at + 3])
    return bool(
        (rest and rest.split(" ")[0] in PEOPLE) or _FAMILY.match(rest) or DEAD.match(rest) or HURT.match(rest)
    )


def _beside(plain: list[str], at: int, end: int) -> bool:
    """Whether a word for people or for harm stands beside the number."""
    previous = " ".join(plain[max(at - 2, 0) : at])
    return _counter(plain, end) or bool(DEAD.search(previous)) or previous.endswith("bi thuong")


def _a_man(words: list[str], plain: list[str], at: int, end: int) -> bool:
    """Whether what stands behind a number is a man, no time: "1 nam 1 nữ", "2 thằng" (written out: no "tháng")."""
    return words[end] == "thằng" or (words[end] == "nam" and "nu" in plain[end:] and words[at][0].isdecimal())


def _whole_answer(words: list[str], plain: list[str]) -> bool:
    """Whether nothing is said but numbers and small words: "dạ khoảng năm ạ"."""
    at = 0
    while at < len(plain):
        number = scan_number(words, at)
        if number and plain[at] != "khong":
            at = number[1]
        elif (
            plain[at] in {"nguoi", "ng"}
            or HURT.match(plain[at])
            or DEAD.match(plain[at])
            or plain[at] in _FILLER
            or not plain[at][0].isalnum()
            or _SPAN_WORD.fullmatch(plain[at])
        ):
            at += 1
        else:
            return False
    return True
