"""The labels of a plan's lines and columns: "Cơ quan chủ trì:", "Thời hạn:", "Sản phẩm:" in their many wordings.

A label is recognised by a small grammar (a noun for who, a verb for what they do), never from a list of lines.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from documents.clause_words import VERB_START
from domain.unit_lists import starts_unit, unit_end


class LabelKind(StrEnum):
    """What a label's value is about."""

    LEAD = "lead"
    COORDINATING = "coordinating"
    DEADLINE = "deadline"
    PRODUCT = "product"
    TASK = "task"
    RECIPIENT = "recipient"
    GUIDANCE = "guidance"
    OVERSIGHT = "oversight"
    NUMBER = "number"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One "label: value" of a text: it begins `at`; the value stands from `start` to `end`."""

    kind: LabelKind
    label: str
    at: int
    start: int
    end: int


_WHO = (
    r"(?:các )?(?:cơ quan|đơn vị|phòng|ban|ngành|tổ chức|cá nhân|bộ phận|địa phương|lực lượng|cán bộ|người|khoa|viện"
    r"|tổ|trạm|trường|sở|đoàn thể|chi nhánh|lãnh đạo|đồng chí|thành phần|đầu mối|cấp|cq|đv|đ/v|chủ thể|bên|đội"
    r"|ai)"
)
_WHOS = rf"{_WHO}(?:(?:\s*[,/&-]\s*|\s+và\s+|\s+)(?:{_WHO}))*"
_PLAN = (
    r"(?: (?:các |những |tất cả các )?(?:nhiệm vụ|công việc|kế hoạch|nội dung|hoạt động)"
    r"(?: (?:số )?\d[\d,. vàđến-]*\b)?)?"
    r"(?: chung)?(?: này| (?:đã )?(?:nêu )?(?:ở )?trên| nói trên| cụ thể)?"
)
_AND = r"(?:,\s*|\s*/\s*|\s+và\s+|\s+-\s+|\s+)"
_LEADS = (
    r"(?:chủ trì|thực hiện|triển khai|chịu trách nhiệm|phụ trách|đầu mối|tham mưu|trách nhiệm|chính|soạn thảo"
    r"|thường trực|được giao|được phân công|đảm nhiệm|đảm trách|nhận việc|thi hành|chịu tr\.? ?nhiệm|làm chính|làm)"
)
_TIME = (
    r"(?:thời (?:gian|hạn|điểm|hiệu)|t\.?\s?(?:gian|hạn)|tiến độ|hạn(?: chót| định)?|mốc(?: thời gian)?|kỳ hạn"
    r"|hoàn thành|hoàn tất|bắt đầu|kết thúc|xong|lộ trình|deadline|khi nào|bao giờ|thời kỳ"
    r"|ngày (?:xong|hoàn thành|hoàn tất|thực hiện|kết thúc|đến hạn))"
)
_TIMED = (
    r"(?:tiến độ|thời (?:gian|hạn)|thực hiện|hoàn thành|triển khai|tổ chức|báo cáo|kết thúc|cuối|xong|dự kiến|gửi"
    r"|trình|ban hành|địa điểm|trước|phải|hoàn tất|nộp|áp dụng|bắt đầu|đến hạn)"
)
_MADE = r"(?:sản phẩm|kết quả|đầu ra|minh chứng|hồ sơ hoàn thành|sp)"
_MADE_MORE = (
    rf"(?:{_MADE}|dự kiến|hoàn thành|(?:đạt được|cần đạt|phải đạt|cần có|phải có|mong đợi)"
    r"|bàn giao|đánh giá|đầu ra|thực hiện|chủ yếu|cụ thể"
    r"|của nhiệm vụ)"
)
_DONE = (
    r"(?:nhiệm vụ|nội dung|hành động|công tác|công việc|hoạt động|giải pháp|đầu việc"
    r"|phần việc|hạng mục|việc|làm gì|biện pháp)"
)
_DONE_MORE = (
    rf"(?:{_DONE}|chủ yếu|cụ thể|thực hiện|triển khai|trọng tâm|chính|cần làm|phải làm|được giao|làm gì)"
)
_KINDS: tuple[tuple[LabelKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (LabelKind.NUMBER, r"(?:tt|stt|số tt|số thứ tự|số|mã(?: số)?)"),
        (LabelKind.GUIDANCE, rf"(?:{_WHOS} )?(?:hướng dẫn|tư vấn)(?: (?:thực hiện|chuyên môn|nghiệp vụ))?"),
        (
            LabelKind.OVERSIGHT,
            (
                rf"(?:{_WHOS} )?(?:theo dõi|giám sát|kiểm tra|kiểm soát|đôn đốc|thẩm định|phê duyệt|chỉ đạo)"
                rf"(?:, \w+ \w+)*{_PLAN}"
            ),
        ),
        (LabelKind.RECIPIENT, rf"(?:{_WHOS} )?(?:nơi nhận(?: báo cáo)?|nhận báo cáo|tiếp nhận)"),
        (
            LabelKind.COORDINATING,
            (
                rf"(?:{_WHOS} )?"
                r"(?:(?:cùng )?(?:phối(?: kết)? hợp|phối thuộc|tham gia|hỗ trợ|hợp tác|liên quan|phụ trợ)"
                r"|cùng (?:thực hiện|làm|triển khai|chịu trách nhiệm|tổ chức))"
                rf"(?: (?:với|thực hiện|tổ chức|triển khai|chính|cùng|phối hợp|tham gia|hỗ trợ))*{_PLAN}"
            ),
        ),
        (
            LabelKind.LEAD,
            (
                rf"(?!tổ chức thực hiện)(?:giao )?(?:{_WHOS} )?{_LEADS}"
                rf"(?:{_AND}(?:{_WHOS} )?(?:{_LEADS}|phối hợp|tổ chức))*{_PLAN}"
            ),
        ),
        (
            LabelKind.LEAD,
            rf"(?:phân công(?: nhiệm vụ| thực hiện| trách nhiệm)?|{_WHOS}|giao(?: việc)?(?: cho)?)",
        ),
        (LabelKind.DEADLINE, rf"(?:dự kiến )?{_TIME}(?:{_AND}(?:{_TIME}|{_TIMED}))*{_PLAN}"),
        (LabelKind.PRODUCT, rf"(?:dự kiến |yêu cầu )?{_MADE}(?:{_AND}{_MADE_MORE})*"),
        (LabelKind.TASK, rf"(?:tên |nhóm |danh mục )?(?:các )?{_DONE}(?:{_AND}{_DONE_MORE})*"),
        (
            LabelKind.OTHER,
            (
                r"(?:kinh phí|nguồn (?:kinh phí|lực|vốn)|dự toán|ghi chú|địa điểm|đối tượng|thành phần|hình thức"
                r"|số lượng|quy mô|căn cứ|cấp trình|đơn vị tính|đvt|yêu cầu|chỉ tiêu|cách (?:làm|thức)|phương thức)"
                r"(?: (?:thực hiện|tổ chức|tham gia|tham dự|dự kiến|áp dụng))*"
            ),
        ),
    )
)
_SHORT_NAMES = re.compile(
    r"\W*(?:các\s+)?(?:sở|ban|ngành|phòng|khoa|trường|trạm)\b", re.IGNORECASE
)  # "Các Sở: Y tế, …"
_BARE_WHO = re.compile(rf"\W*{_WHOS}\W*", re.IGNORECASE)
_CANDIDATE = re.compile(r":")
_BOUNDARY = re.compile(r"[.;(\[]\s+|[.;(\[]|\s[-–+•|]\s+|,\s+")
_STRANGE = re.compile(r"(?:[.;|]|\s[-–|])\s+(?P<label>[A-ZĐÀ-Ỹ][^\W\d_]*(?: [^\W\d_]+){0,4})$")
_UNCOLONED = re.compile(
    r"(?P<label>(?:thời (?:gian|hạn)|tiến độ|hạn)(?: (?:thực hiện|hoàn thành|triển khai))?)\s+"
    r"(?=(?:trước|trong|quý|tháng|từ|chậm|hằng|hàng|thường|đến|xong|\d))",
    re.IGNORECASE,
)
OWNED = frozenset(
    {
        *(LabelKind.LEAD, LabelKind.COORDINATING, LabelKind.DEADLINE, LabelKind.PRODUCT),
        *(LabelKind.RECIPIENT, LabelKind.GUIDANCE, LabelKind.OVERSIGHT, LabelKind.OTHER),
    }
)
LONGEST = 70
LABELS_WITHIN = 20_000
_LONGEST_KEPT = 2_000  # letters: each line is asked for its labels several times, a book is not kept for that


@lru_cache(maxsize=2048)
def classify(label: str) -> LabelKind | None:
    """Return what the words before a colon (or of a column's head) announce; None if they are no label."""
    words = re.sub(r"\s*\([^()]*\)$", "", re.sub(r"\s+", " ", label).strip(" .*_-–+•"))
    words = words.strip(" .*_-–+•()")
    if not words or len(words) > LONGEST:
        return None
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(words)), None)


def find_labels(text: str) -> tuple[Labelled, ...]:
    """Every "label: value" of a text, in order; a value runs up to the next label.

    Labels are looked for in the first 20,000 letters; what follows belongs to the last of them.
    """
    if ":" not in text and not _UNCOLONED.match(text):
        return ()
    return _labels_in(text) if len(text) <= _LONGEST_KEPT else _labels_in.__wrapped__(text)


@lru_cache(maxsize=1024)
def _labels_in(text: str) -> tuple[Labelled, ...]:
    found: list[tuple[LabelKind, int, int, str]] = []
    for colon in _CANDIDATE.finditer(text, 0, LABELS_WITHIN):
        begin = max(found[-1][2] if found else 0, colon.start() - LONGEST - 10)
        for start in _starts(text, begin, colon.start()):
            words = text[start : colon.start()]
            if kind := classify(words):
                found.append((kind, start, colon.end(), words.strip()))
                break
        else:
            if found and (strange := _strange(text, begin, colon.start())):
                found.append((LabelKind.OTHER, strange.start("label"), colon.end(), strange["label"]))
    if not found and (plain := _UNCOLONED.match(text)):
        found.append((LabelKind.DEADLINE, 0, plain.end(), plain["label"]))
    found = [one for one in found if not _heads_duty(one, text)]
    ends = [*(start for _, start, _, _ in found[1:]), len(text)]
    return tuple(
        Labelled(kind, label, at, begin, ends[i]) for i, (kind, at, begin, label) in enumerate(found)
    )


def _strange(text: str, begin: int, end: int) -> re.Match[str] | None:
    """Return words behind a known label's value that look like one more label nobody knows ("… - Máy móc: …")."""
    found = _STRANGE.search(text[:end], begin)
    return None if found is None or starts_unit(found["label"]) else found


def _heads_duty(found: tuple[LabelKind, int, int, str], text: str) -> bool:
    """Tell whether "Các phòng, đơn vị: cử đầu mối" names who does what is said behind, rather than labels it."""
    kind, _, value, words = found
    said = text[value : value + LONGEST * 3].lstrip()
    if kind is LabelKind.OTHER:
        return words.lower() == "yêu cầu" and (starts_unit(said[:80]) or not said)
    if kind in {LabelKind.OVERSIGHT, LabelKind.GUIDANCE} and starts_unit(said[:80]):
        return bool(VERB_START.match(said[unit_end(said) :].lstrip(" ,")))
    if kind is not LabelKind.LEAD or not _BARE_WHO.fullmatch(words):
        return False
    if _SHORT_NAMES.match(words):
        return not starts_unit(said[:80])
    return bool(VERB_START.match(said)) and not starts_unit(said[:80])


def _starts(text: str, begin: int, end: int) -> list[int]:
    """Places where a label may begin, the farthest first: the text's start or behind a boundary."""
    starts = [begin] if begin == 0 or text[begin - 1 : begin] == ":" else []
    return starts + [found.end() for found in _BOUNDARY.finditer(text, begin, end)]
