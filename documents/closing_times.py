"""The time a sentence closes with, as wide as its commas make it: "…, hoàn thành đợt I tháng 3, đợt II tháng 9"."""

import re

from documents.references import mask_citations
from documents.time_phrases import OUTLOOK
from documents.time_runs import is_past
from documents.whole_times import is_whole_time, may_end_in_time
from domain.deadline import Deadline, DeadlineKind
from domain.deadline_words import read_deadline

_LONGEST = 140
_CUT = re.compile(
    r"[,;:]\s+|\s(?:→|=>)\s+|(?<![\dIVX])\s[-–]\s+|\s(?=(?:hoàn thành|hoàn tất|xong)\s)", re.IGNORECASE
)
_BEGIN = (
    r"(?:(?:và\s+)?(?:phải\s+|cần\s+)?(?:hoàn thành|hoàn tất|xong|thực hiện|tổ chức|triển khai|kết thúc"
    r"|thời (?:gian|hạn)|dự kiến|duy trì)(?:\s+(?:xong|thực hiện|hoàn thành|dứt điểm))*\s+)?"
    r"(?:trước|sau|trong|từ|đến|hết|vào|chậm nhất|muộn nhất|không (?:quá|muộn|để|chậm)|ngày|tháng|quý|qúy|q\."
    r"|t\d|năm|tuần|hằng|hàng|mỗi|định kỳ|thường xuyên|liên tục|lâu dài|ngay|rằm|mùng|mồng|dịp|nhân dịp|giai đoạn|đợt"
    r"|học kỳ|nửa"
    r"|đầu|giữa|cuối|\d|một|hai|ba|sáu|tối thiểu|ít nhất|suốt|cả năm|cứ|chiều|sáng|thứ|đúng|hk|quí|cho đến|kể từ"
    r"|khởi công|bắt đầu|theo (?:quý|tháng|tuần)|mỗi|khi có yêu cầu|đột xuất|dứt điểm|q|trước hoặc)(?!\w)|\d|t\d"
)
_BEGINS = re.compile(_BEGIN, re.IGNORECASE)
_LONGEST_RUN = 110
_COUNTED = ("ngày ", "tháng ", "quý ", "năm ", "thứ ", "lần ", "đợt ")
_BEGUN = re.compile(rf"(?<=\s)(?={_BEGIN})", re.IGNORECASE)
_YEAR_ONLY = re.compile(
    r"(?:(?:của|cho|cả)\s+)*(?:năm\s*)?(?:học\s+)?(?:\d{4}(?:\s*[-–,]\s*\d{4})?)?|\d{1,3}",
    re.IGNORECASE,
)
# What a stage is that of is told elsewhere: "Chương trình … giai đoạn 2026-2030".
# "… phòng dịch năm 2026, chậm nhất ngày 10/3": the year says what it is about
_YEAR_BEFORE = re.compile(
    r"(?:trong\s+)?giai đoạn|(?:dịp\s+)?(?:(?:cuối|đầu|vào|trong|đến)\s+)?năm(?:\s+\d{4})?(?:\s*[,;])?\s+[^\W\d]"
    r"|(?:kỳ\s+)?\d{4}\s*[-–]\s*\d{4}\s*[,;]",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:kết quả|báo cáo|kế hoạch|chương trình|tình hình|công tác|nhiệm vụ|hoạt động|số liệu|dự toán|kinh phí|sơ kết"
    r"|(?<!\w)chi|giáo dục|đào tạo|tổng kết|thi đua|giao ban|phong trào|năm học|khóa|đợt|lần thứ|so với|vụ"
    r"|cùng kỳ)\s+$",
    re.IGNORECASE,
)
_COUNTS_FROM = re.compile(r"(?:sau|ngay|trước|trong|chậm|ít|tối|không|\d|kể)", re.IGNORECASE)
_DONE = re.compile(
    r"^(?:và\s+)?(?:phải\s+|cần\s+)?(?:thời (?:gian|hạn)|tổ chức|triển khai)\s+(?:thực hiện\s+)?",
    re.IGNORECASE,
)
_READ = frozenset(
    {DeadlineKind.ONE_OFF, DeadlineKind.RECURRING, DeadlineKind.PERIOD, DeadlineKind.CONTINUOUS}
)


def closing_time(text: str) -> str:
    """Return the last part of a sentence where that, read whole, says when; or nothing."""
    said = text.rstrip(" .;,/")
    cuts = [
        cut.end()
        for cut in _CUT.finditer(said, max(0, len(said) - _LONGEST))
        if _is_outside(said, cut.start())
    ]
    best = ""
    for start in reversed(cuts):
        words = said[start:]
        if reads_as_time(words) and (not best or is_whole_time(words[: len(words) - len(best)])):
            best = words
    return _DONE.sub("", best)


def time_at_end(text: str) -> str:
    """Return the longest run of words at a sentence's end that are a time and nothing else; or nothing.

    A bare year says what the work is about, and so does a time behind words such as "kết quả", "kế hoạch".
    """
    said = mask_citations(text).rstrip(" .;,/")
    begin = max(0, len(said) - _LONGEST_RUN)
    if not may_end_in_time(said, begin):
        return ""
    for word in _BEGUN.finditer(said, begin):
        words = said[word.start() :]
        if words[0].isdigit() and said.endswith(_COUNTED, 0, word.start()):
            continue
        if said.endswith(OUTLOOK, 0, word.start()):
            return ""
        if not _YEAR_BEFORE.match(words) and is_whole_time(words):
            subject = _YEAR_ONLY.fullmatch(words) or _ABOUT.search(
                said, max(0, word.start() - 30), word.start()
            )
            is_about = bool(subject) or is_past(said, word.start())
            return "" if is_about or not reads_as_time(words) else text[word.start() : len(said)]
    return ""


def _is_outside(text: str, at: int) -> bool:
    return text.count("(", 0, at) == text.count(")", 0, at)


def reads_as_time(words: str) -> bool:
    """Tell whether words that begin like a time are one when read whole, and no doubtful one."""
    if not _BEGINS.match(words) or words.isdigit():
        return False
    reading = read_deadline(mask_citations(words), year=2000)
    if any(code in {"deadline-vague", "deadline-unread", "deadline-elsewhere"} for code in reading.doubts):
        return False
    return reading.deadline.kind in _READ or (
        _is_counted(reading.deadline) and bool(_COUNTS_FROM.match(words))
    )


def _is_counted(deadline: Deadline) -> bool:
    return deadline.kind is DeadlineKind.RELATIVE and deadline.offset is not None and bool(deadline.event)
