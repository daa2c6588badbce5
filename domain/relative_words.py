"""Times counted from an event: "05 ngày làm việc kể từ …", "ngay sau khi …", "khi có yêu cầu"."""

import re

from domain.date_words import scan
from domain.deadline import Deadline, DeadlineKind, Offset
from domain.unit_lists import starts_unit

_NUMBER_WORDS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "mười": 10,
    "mười lăm": 15,
}
_COUNT = r"(?<![\d/])(?P<n>\d{1,3}|mười lăm|một|hai|ba|bốn|năm|sáu|bảy|mười)\s*(?:\([^()]{1,20}\)\s*)?"
_UNIT = r"(?P<unit>giờ|tiếng|ngày làm việc|ngày|tuần|tháng)"
_EVENT = r"(?P<event>(?!(?:ngày\s*|tháng\s*|quý\s*)?\d)[^;()]+)"  # "02 ngày, từ 10 đến 11/3" names days
_AFTER = re.compile(rf"{_COUNT}{_UNIT}(?:\s+làm việc)?\s*,?\s*(?:kể từ|tính từ|sau|từ)\s+(?:khi\s+)?{_EVENT}")
_BEFORE = re.compile(rf"{_COUNT}{_UNIT}\s*,?\s*trước\s+(?:khi\s+)?{_EVENT}")
_BEFORE_BY = re.compile(
    r"^trước\s+(?:khi\s+)?(?P<event>(?!ít nhất|tối thiểu)[^;(),\d]+?)\s+(?:ít nhất\s+)?"
    rf"{_COUNT}{_UNIT}(?:\s+làm việc)?$"
)
_BEFORE_THEN = re.compile(
    rf"^(?:phải )?trước\s+(?:ít nhất\s+)?{_COUNT}{_UNIT}\s*,?\s*(?:so với|tính đến|trước|(?=khi\s))\s*{_EVENT}"
)
_AFTER_BY = re.compile(
    r"^sau\s+(?:khi\s+)?(?P<event>[^;(),\d]+?),?\s+"
    rf"(?:(?:không quá|tối đa|chậm nhất|trong)(?:\s+(?:là|vòng|thời hạn))?\s+)?{_COUNT}{_UNIT}(?:\s+làm việc)?$"
)
_AT_ONCE = re.compile(rf"\bngay\s+(?:(?:sau\s+)?khi|sau)\s+{_EVENT}")
_WHEN_BY = re.compile(
    rf"^(?P<event>khi\s+[^;(),\d]+?),?\s+(?:phải\s+)?(?:trong(?: vòng| thời hạn)?|chậm nhất"
    rf"|không quá)\s+{_COUNT}{_UNIT}$"
)
# Minutes are no unit of a deadline: the event is kept, how long after it is for a person to see.
_MINUTES = re.compile(
    r"(?<![\d/])\d{1,3}\s*phút\s*,?\s*(?P<event>(?:kể từ|tính từ|sau|từ|trước)\s+(?:khi\s+)?[^;()]+)"
    r"|(?P<event_2>(?:sau|trước)\s+[^;(),\d]{2,60}?\s+(?:ít nhất\s+)?\d{1,3}\s*phút)$"
)
_FINISHED = re.compile(r"^(?:phải |cần )?(?:hoàn thành|xong|dứt điểm|thực hiện)\s+(?=(?:trước|sau)\s)")
_VAGUE_EVENT = re.compile(
    r"(?:khi|lúc)\s+(?:điều kiện|thuận lợi|đủ điều kiện|phù hợp|có thể|rảnh|thích hợp|nào)"
)
_WITHIN = re.compile(
    rf"(?:(?:hoàn thành|thực hiện|báo cáo|xong)\s+)?(?:trong(?: (?:vòng|thời hạn|thời gian|khoảng))?|không quá"
    rf"|tối đa|chậm nhất(?: là)?(?: trong)?"
    rf"|sau)\s+(?:không quá\s+)?{_COUNT}{_UNIT}(?:\s+làm việc)?"
)
_WHEN = re.compile(
    r"(?P<event>(?<!\w)(?:khi (?:có|phát sinh|được|xảy ra|nhận|cấp|cần|phát hiện|hoàn thành|kết thúc)|sau khi"
    r"|sau (?:hội nghị|đợt|lễ|tết|rằm|kỳ|cuộc)"
    r"|trước khi|theo yêu cầu)[^;()]*)"
)
_WHENEVER = re.compile(
    r"(?P<event>(?:khi|lúc|(?:tại )?kỳ họp|(?:tại )?phiên họp|sau|trong quá trình|(?:trước|trong|đầu|cuối) mùa"
    r"|trước (?:lễ|dịp|kỳ|đợt|khai giảng|hội nghị|đại hội)) [^;()]+)"
)
_ELSEWHERE = re.compile(
    r"^(?:thực hiện\s+)?theo (?:đúng )?(?:kế hoạch|chương trình|tiến độ|lịch|lộ trình|hướng dẫn|chỉ đạo"
    r"|thông báo|công văn|văn bản|quyết định"
    r"|yêu cầu tiến độ|thời gian|thời hạn|mốc|·)"
)
_UNSTATED = re.compile(
    r"(?:thực hiện\s+)?theo (?:đúng )?(?:quy định[^;]*|(?:kế hoạch|tiến độ|chương trình|lịch)(?: (?:này|đề ra"
    r"|đã đề ra|được duyệt|công tác|chung))*)"
    r"|khi có điều kiện"
)
_SUDDEN = re.compile(r"^đột xuất[\s,(]+(?=khi|theo)")
_AT_ONCE_ALONE = re.compile(r"(?:thực hiện )?ngay(?: lập tức)?|kịp thời|khẩn trương")
_DATED_TAIL = re.compile(r",\s*(?:và\s+)?(?=(?:hoàn thành|xong|chậm nhất|muộn nhất|trước|trong|hết)\b)")
_PROMPTLY = re.compile(
    r"(?:nếu|khi)\s+(?:có|phát sinh|gặp|xảy ra)\s+(?P<event>[^;.()]{2,80}?),?\s+(?:(?:thì|phải|cần)\s+)*"
    r"(?P<phrase>kịp thời|báo cáo ngay|phản ánh ngay|thông báo ngay|báo ngay)",
    re.IGNORECASE,
)

_PROMPTLY_TOLD = re.compile(
    r"(?P<phrase>kịp thời)\s+(?:phản ánh|báo cáo|thông tin)(?:\s+về)?(?:\s+(?:những|các))?\s+"
    r"(?P<event>(?:khó khăn|vướng mắc|phát sinh)(?:,?\s+(?:và\s+)?(?:khó khăn|vướng mắc|phát sinh))*)(?!\w)",
    re.IGNORECASE,
)

Read = tuple[Deadline, tuple[str, ...]]


def counted(text: str) -> Read | None:
    """Read a distance from an event, or "at once" after one; None where the phrase (small letters) has neither."""
    text = _FINISHED.sub("", text)
    if found := _MINUTES.search(text):
        event = (found["event"] or found["event_2"]).strip(" ,.")
        return Deadline(DeadlineKind.RELATIVE, event=event), ("deadline-vague",)
    for pattern, sign in (
        (_AFTER, 1),
        (_BEFORE, -1),
        (_BEFORE_BY, -1),
        (_BEFORE_THEN, -1),
        (_AFTER_BY, 1),
        (_WHEN_BY, 1),
    ):
        if (found := pattern.search(text)) and not (sign < 0 and scan(text[found.start("event") :])):
            return _distance(found, sign, found["event"].strip(" ,."))
    if found := _AT_ONCE.search(text):
        event = found["event"].strip(" ,.")
        return Deadline(DeadlineKind.RELATIVE, event=event, offset=Offset(0, "immediately")), ()
    if found := _WITHIN.fullmatch(text):
        deadline, doubts = _distance(found, 1, None)
        return deadline, (*doubts, "deadline-event-missing")
    return None


def dated_tail(text: str) -> str:
    """Return the part with a date of its own: "ngay sau khi ban hành, hoàn thành trước 30/4" is due on 30/4."""
    for comma in _DATED_TAIL.finditer(text):
        if scan(text[comma.end() :]):
            return text[comma.end() :]
    return ""


def undated(text: str) -> Read:
    """Read a phrase that names no day and no rhythm."""
    text = _SUDDEN.sub("", text)
    if _UNSTATED.fullmatch(text) or not text:
        return Deadline(DeadlineKind.NONE), ()
    if text.startswith("trước và sau "):
        return Deadline(DeadlineKind.RELATIVE, event=text), ("deadline-vague",)
    if found := _WHENEVER.match(text):
        known: object = (
            _WHEN.match(text) or text.startswith(("kỳ", "tại", "phiên")) or re.search(r"\d+ ?\W", text)
        )
        known = known or (text.startswith("khi ") and len(text.split()) > 3 and not _VAGUE_EVENT.match(text))
        return Deadline(DeadlineKind.RELATIVE, event=found["event"].strip(" ,")), () if known else (
            "deadline-vague",
        )
    if found := _WHEN.search(text):
        return Deadline(DeadlineKind.RELATIVE, event=found["event"].strip(" ,")), ()
    if text.startswith("đột xuất"):
        return Deadline(DeadlineKind.RELATIVE, event=text), ()
    if _AT_ONCE_ALONE.match(text):
        return Deadline(DeadlineKind.RELATIVE, event=text, offset=Offset(0, "immediately")), ()
    if _ELSEWHERE.match(text):
        return Deadline(DeadlineKind.RELATIVE, event=text), ("deadline-elsewhere",)
    return Deadline(DeadlineKind.NONE), ("deadline-unread",)


def _distance(found: re.Match[str], sign: int, event: str | None) -> Read:
    count = int(found["n"]) if found["n"].isdigit() else _NUMBER_WORDS[found["n"]]
    unit, times = _unit(found["unit"])
    if found["unit"] == "ngày" and re.search(r"ngày\s+làm việc", found.group()):
        unit = "working_day"
    offset = Offset(sign * count * times, unit)
    doubts = ("deadline-month-as-days",) if found["unit"] == "tháng" else ()
    return Deadline(DeadlineKind.RELATIVE, event=event, offset=offset), doubts


def _unit(unit: str) -> tuple[str, int]:
    if unit in {"giờ", "tiếng"}:
        return "hour", 1
    if unit == "ngày làm việc":
        return "working_day", 1
    return "day", {"ngày": 1, "tuần": 7, "tháng": 30}[unit]


def promptly(sentence: str) -> tuple[str, Deadline] | None:
    """Read "nếu có vướng mắc, kịp thời …": the phrase as written and the relative deadline it makes."""
    found = _PROMPTLY.search(sentence) or _PROMPTLY_TOLD.search(sentence)
    if not found:
        return None
    parts = found["event"].split(", ")
    until = next((i for i, part in enumerate(parts) if i and starts_unit(part)), len(parts))
    event = ", ".join(parts[:until]).strip(" ,")
    return found["phrase"], Deadline(DeadlineKind.RELATIVE, event=event, offset=Offset(0, "immediately"))
