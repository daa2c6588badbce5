"""Times in prose that reach farther than their first words: days that follow, the day before a rhythm, events."""

import re

from domain.date_words import DATE_PATTERN
from domain.deadline import Deadline, DeadlineKind, Offset

_ON = re.compile(
    rf"\s*(?:,|và|hoặc)\s*(?:trước\s+|chậm nhất\s+)?(?:{DATE_PATTERN})(?!\w)"
    r"|\s+(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng)(?!\w)"
    r"|\s*(?:,|và|hoặc)\s*(?:đột xuất\s*\(?)?khi (?:có|được) yêu cầu(?:\s+của [^,;.()]{2,60})?\)?"
    r"|\s*(?:,|và)\s*(?:0?1\s+|hằng\s+|hàng\s+|cả\s+)?năm\s*\((?:trước|chậm nhất)[^()]{3,40}\)",
    re.IGNORECASE,
)
_BACK = re.compile(r"(?:(?:trước|chậm nhất|vào)\s+)?ngày\s+\d{1,2}\s+$", re.IGNORECASE)
_BACK_TO_BOUND = re.compile(r"trước ngày [^,;.()\d]{3,40}\(?$", re.IGNORECASE)
_RHYTHM = re.compile(r"(?:hằng|hàng|mỗi)\s+(?:tháng|quý)", re.IGNORECASE)
_AT_ONCE = re.compile(
    r"(?<!\w)(?P<phrase>ngay(?:\s+(?:với|về|cho|đến|tới)\s[^,;.()]{2,60}?)?\s+"
    r"(?P<event>khi (?:phát hiện|xảy ra|có|nhận|phát sinh|được|kết thúc|hoàn thành)[^;.()]{2,160}))$",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"(?<!\w)((?:sau khi (?:được|có|kết thúc|hoàn thành|ban hành)|trước khi (?:kết thúc|khai giảng|khai mạc"
    r"|thi công|khởi công"
    r"|đưa vào|bàn giao))\s[^,;.()]{2,120})$",
    re.IGNORECASE,
)
_ENDING = " .;,:/"


def grown(text: str, phrase: str) -> str:
    """Return a time found in a text with what belongs to it on both sides, as written."""
    at = text.find(phrase)
    if at < 0:
        return phrase
    start, end = at, at + len(phrase)
    while (more := _ON.match(text, end)) and more.end() > end:
        end = more.end()
    if _RHYTHM.fullmatch(phrase) and (back := _BACK.search(text, 0, at)):
        start = back.start()
    elif phrase[:1].isdigit() and (back := _BACK_TO_BOUND.search(text, 0, at)):
        start = back.start()
        end += text[end : end + 1] == ")"
    return text[start:end].strip(" ,;.")


def at_once(text: str) -> tuple[str, Deadline] | None:
    """Read "báo cáo ngay về Sở Y tế khi phát hiện …": the words and the relative deadline they make."""
    found = _AT_ONCE.search(text.rstrip(_ENDING))
    if not found:
        return None
    return found["phrase"], Deadline(
        DeadlineKind.RELATIVE, event=found["event"].strip(), offset=Offset(0, "immediately")
    )


def event_phrase(text: str) -> str | None:
    """Return the event a sentence ends with and waits for: "… sau khi được phân bổ vốn"."""
    found = _EVENT.search(text.rstrip(_ENDING))
    return found[1] if found else None
