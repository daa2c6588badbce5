"""Times in prose that reach farther than their first words: days that follow, the day before a rhythm."""

import re

from domain.date_words import DATE_PATTERN

_FOR = r"(?:\s*\((?:đối với|cho|báo cáo|kỳ)\s[^()]{2,40}\))?"  # "trước ngày 15/6 (đối với báo cáo 6 tháng)"
_ON = re.compile(
    rf"{_FOR}\s*(?:,|và|hoặc)\s*(?:trước\s+|chậm nhất\s+)?(?:{DATE_PATTERN})(?!\w)"
    r"|\s+(?:của\s+)?năm\s+(?:sau|tới|kế tiếp|liền kề)(?!\w)"
    rf"|{_FOR}\s+(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng)(?!\w)"
    r"|\s*(?:,|và|hoặc)\s*(?:đột xuất\s*\(?)?khi (?:có|được) yêu cầu(?:\s+của [^,;.()]{2,60})?\)?"
    r"|\s*(?:,|và)\s*(?:0?1\s+|hằng\s+|hàng\s+|cả\s+)?năm\s*\((?:trước|chậm nhất)[^()]{3,40}\)",
    re.IGNORECASE,
)
_BACK = re.compile(r"(?:(?:trước|chậm nhất|vào)\s+)?ngày\s+\d{1,2}\s+$", re.IGNORECASE)
_BACK_IN_YEAR = re.compile(
    r"(?:(?:trước|chậm nhất|vào|trong|đến|hết)\s+)?(?:(?:ngày\s+)?\d{1,2}(?:/|\s+tháng\s+)\d{1,2}|tháng\s+\d{1,2}"
    r"|quý\s+[IVXivx]+)\s+$",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"(?:hằng|hàng|mỗi)\s+năm", re.IGNORECASE)
_BACK_TO_BOUND = re.compile(r"trước ngày [^,;.()\d]{3,40}\(?$", re.IGNORECASE)
_BACK_TO_DAY = re.compile(r"(?<![\d/.])\d{1,2}\s+$")
_RHYTHM = re.compile(r"(?:hằng|hàng|mỗi)\s+(?:tháng|quý)", re.IGNORECASE)


def grown(text: str, phrase: str) -> str:
    """Return a time found in a text with what belongs to it on both sides, as written."""
    at = text.find(phrase)
    if at < 0:
        return phrase
    start, end = at, at + len(phrase)
    while (more := _ON.match(text, end)) and more.end() > end:
        end = more.end()
    rhythm, yearly = _RHYTHM.fullmatch(phrase), _YEARLY.fullmatch(phrase)
    before = _BACK if rhythm else _BACK_IN_YEAR if yearly else None
    if (before and (back := before.search(text, 0, at))) or (
        phrase.startswith("tháng ") and (back := _BACK_TO_DAY.search(text, 0, at))
    ):
        start = back.start()
    elif phrase[:1].isdigit() and (back := _BACK_TO_BOUND.search(text, 0, at)):
        start = back.start()
        end += text[end : end + 1] == ")"
    return text[start:end].strip(" ,;.")
