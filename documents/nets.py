"""What a row's words still say that nobody read: a time, partners, a name too long to be one. It becomes a doubt."""

import re
from dataclasses import replace

from documents.clause_words import VERB_START
from documents.references import mask_citations
from documents.rows import LONGEST_PARAGRAPH, Draft, Note
from domain.deadline import DeadlineKind
from domain.letters import compile_letters
from domain.unit_tails import is_short_verb, may_go_on

_MONTH_WORD = r"\btháng (?:giêng|hai|ba|tư|sáu|bảy|tám|chín|mười|chạp)\b(?! (?:lần|lớp|cuộc|buổi|bài))"
_TIME = re.compile(
    r"(?<![\d/.])\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d{2}\b|\bngày\s+\d{1,2}\s*/\s*\d{1,2}\b"
    r"|\b(?:trước|trong|từ|đến|hết|cuối|đầu|vào)\s+(?:ngày|tháng|quý|năm|tuần)\s+(?:\d|[ivx]+\b)"
    r"|\bgiai đoạn\s+(?:19|20)\d{2}|\b(?:hằng|hàng|mỗi|từng)\s+(?:tháng|quý|năm|tuần|ngày)\b"
    r"|\b(?:chậm|muộn) nhất\b|\bthường xuyên\b|\btrong vòng\s+\d|\b\d+\s*(?:/\s*)?(?:lần|đợt|cuộc)\s*/\s*\w+"
    r"|\bkhi (?:xảy ra|có|phát hiện|phát sinh)\b|\bsau (?:mỗi|khi)\b|\b(?:ngay|vào) (?:sau|khi|tuần|cuối|đầu)\b"
    r"|\b(?:trong|sau)\s+\d{1,3}\s+(?:ngày|giờ|tháng)\b"
    r"|\b(?:vào|trong)\s+(?:những|các)\s+(?:ngày|giờ|tháng|tuần|đêm|buổi)\b|\bcứ\s+(?:\w+\s+){0,2}(?:ngày|tuần"
    r"|tháng|quý)\b"
    r"|\bnửa (?:tháng|năm)\b|\b(?:cuối|đầu|giữa)\s+(?:mỗi\s+)?(?:tuần|tháng|quý|ca|giờ|vụ)\b"
    r"|\bngày làm việc (?:cuối|đầu)"
    r"|(?<!từ )\bngay\b(?! (?:từ|tại|cả|trước|trên|bên|cạnh|thẳng|ngắn|đầu))|\d\s*phút\b|\btheo (?:lịch|mùa)\b"
    r"|\bsau\s+[^,;.()\d]{2,40}\s\d{1,3}\s+(?:ngày|giờ)\b|\b(?:quanh|suốt|cả)\s+(?:năm|tháng|mùa|vụ)\b"
    rf"|{_MONTH_WORD}"
    r"|\b(?:đầu|giữa|cuối|hết|trong)\s+năm\W*$|^(?:đầu|giữa|cuối)\s+năm\b"
    r"|\btrước (?:thời điểm|thời gian|lúc)\b|\bkỳ họp (?:thường lệ|cuối|giữa|chuyên đề)\b|\bđến khi\b"
    r"|\bnhân (?:tháng|tuần|ngày|dịp)\b|\btrong (?:tháng|tuần) (?:hành động|lễ|công nhân|cao điểm)\b",
)
# A year at the end, perhaps when: but the year of a budget or of a figure compared with is none.
_YEAR = re.compile(r"(?:\b(?:năm|đến)\s+|(?<![\d/.,-]\b)\b)20\d\d(?:\s*[-–,]\s*20\d\d)?\W*$")
_OF_YEAR = re.compile(
    r"(?:so với|cùng kỳ|dự toán|kế hoạch|chương trình|ngân sách|kinh phí|doanh thu|của|số liệu|theo|từ|kết quả"
    r"|(?:tầm nhìn|định hướng)(?: đến)?|giai đoạn|nhiệm kỳ|khóa|năm|năm học|công tác|tháng|quý|ngày)\s+$"
)
# Where a time was read these are still another one.
_SECOND = re.compile(
    r"(?<![\d/.])\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d{2}\b|\bngày\s+\d{1,2}\s*/\s*\d{1,2}\b"
    r"|\b(?:trước|chậm nhất|muộn nhất|đến hết|không quá|xong)\s+(?:là\s+|vào\s+)?(?:ngày|tháng|quý|năm)\s+(?:\d"
    r"|[ivx]+\b)"
    r"|\bvào (?:ngày|buổi|đêm|sáng|chiều)? ?(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)\b"
    r"|\b\d{1,3}\s*phút (?:sau|trước|kể)\b",
)
_NAMES_SECOND = ("/", ".20", "ngày", "tháng", "quý", "năm ", "phút", "vào ")
_WITH = re.compile(
    r"\bphối hợp (?:chặt chẽ |đồng bộ )?(?:với|cùng)\s+(?:các\s+)?[\wÀ-ỹ]+(?:\s[\wÀ-ỹ]+){0,6}", re.IGNORECASE
)
_BEFORE_VERB = re.compile(
    r"(?:(?:cùng|cũng|đồng|sẽ|tự|trực tiếp|nhanh chóng|luân phiên|có trách nhiệm)\s+){1,2}"
)
_SHORTENED = re.compile(
    r"(?:[^:]{0,40}\s)?[Cc]ác\s+(?:[Ss]ở|[Bb]an|[Pp]hòng|[Nn]gành|[Tt]rường)\s*:"
)  # "Các Sở: Y tế, …"
_NO_NAME = re.compile(
    r"\d\s(?!tỉnh|xã|phường|thành phố|huyện|quận|thị)[a-zà-ỹđ]+$"
    r"|[+=%]|\bxong\b|\d+\s*/\s*\d+|\b(?:tỉnh|huyện)(?:\s[a-zà-ỹđ]+){2}"
    r"|\b(?:xã|phường)(?!\s(?:trên|thuộc|trong|có|hội|vùng|miền|biên giới|khu))(?:\s[a-zà-ỹđ]+){3}"
)

# Behind the last name: a comma, or a word that is a verb elsewhere, and another name.
_ANOTHER = compile_letters(
    r"(?:,\s+(?:và\s+)?|\s+và\s+|\s+[-–]\s+|\s+(?!(?:giao|mời|gửi|trình|thăm|gặp|thông|báo|với|cho|là|do|ở|từ)\s)<a>+\s+)"
    r"(?P<name><A>[^\W\d_]+(?=\s+\w))"
)

# Behind the last name's comma: small words that are no verb, perhaps its rest: "các khoa lâm sàng, cận lâm sàng".
_SMALL_ON = compile_letters(
    r",\s+(?P<on>(?!(?:theo|trong|trên|từ|trước|sau|khi|với|do|để|nhằm|định kỳ|hằng|hàng|mỗi|chậm|cùng|tùy|vào|ngày"
    r"|tháng|quý|năm|tuần|đến|hết|căn cứ|ngay|nếu|có|là|thì|phải|cần|riêng|và|tự|xong|mà|tại)\s)"
    r"(?P<word><a>+)\s+(?P<next>\w+)[^;.]{0,40})"
)


def with_doubts(draft: Draft) -> Draft:
    """Return the row with a doubt on each field that its own words speak of and nothing was read for."""
    if len(draft.text) > LONGEST_PARAGRAPH:
        return draft
    line = draft.lines[0]
    notes = [*_time_left(draft, line), *_partners_left(draft, line)]
    if unknown := _unknown_verb(draft):
        notes.append(Note(line, "unit-strange", unknown, "lead_units"))
    if following := _another_unit(draft):
        notes.append(Note(line, "unit-list-unclear", following, "lead_units"))
    if found := _SHORTENED.match(draft.text):
        notes.append(Note(line, "unit-strange", found.group(), "lead_units"))
    for field, names in (
        ("lead_units", draft.assigned.leads),
        ("coordinating_units", draft.assigned.coordinating),
    ):
        notes.extend(Note(line, "unit-strange", name[:120], field) for name in names if _NO_NAME.search(name))
    return replace(draft, notes=(*draft.notes, *notes)) if notes else draft


def _unknown_verb(draft: Draft) -> str:
    """Return the words behind the last unit charged where they begin with no verb that is known; else nothing."""
    name = draft.assigned.leads[-1] if draft.assigned.leads else ""
    at = draft.text.find(name) if name else -1
    behind = draft.text[at + len(name) : at + len(name) + 60].lstrip() if at >= 0 else ""
    if not behind[:1].islower() or draft.text[at + len(name) : at + len(name) + 1] != " ":
        return ""
    word, _, following = behind.partition(" ")
    known = VERB_START.match(_BEFORE_VERB.sub("", behind)) or is_short_verb(
        word, "", following.partition(" ")[0]
    )
    return "" if known or may_go_on(word.strip(",.;:")) else f"{name} {behind}"[:120]


def _another_unit(draft: Draft) -> str:
    """Return the words where behind the last unit charged another name seems to stand: "Sở Nội vụ, EVN rà soát"."""
    name = draft.assigned.leads[-1] if draft.assigned.leads else ""
    at = draft.text.find(name) if name else -1
    if at < 0:
        return ""
    end = at + len(name)
    small = _SMALL_ON.match(draft.text, end)
    if small and not (
        VERB_START.match(_BEFORE_VERB.sub("", small["on"])) or is_short_verb(small["word"], "", small["next"])
    ):
        return draft.text[at : small.end()][:120]
    found = _ANOTHER.match(draft.text, end)
    if found is None:
        return ""
    words = draft.text[at : found.end()]
    taken = (*draft.assigned.coordinating, *(other for other, _ in draft.assigned.others))
    return "" if any(unit.startswith(found["name"]) for unit in taken) else words[:120]


def _time_left(draft: Draft, line: int) -> list[Note]:
    words = _small(mask_citations(draft.text))
    if draft.deadline.kind is DeadlineKind.NONE and not draft.deadline_text:
        found = _TIME.search(words) or _year_left(words)
    else:
        said = (draft.deadline_text or "").lower()
        rest = _without(words, said)
        others = _SECOND.finditer(rest) if any(word in rest for word in _NAMES_SECOND) else ()
        found = next((other for other in others if other.group() not in said), None)
    return (
        [Note(line, "deadline-unread", draft.text[found.start() : found.end()], "deadline")] if found else []
    )


def _year_left(words: str) -> re.Match[str] | None:
    found = _YEAR.search(words)
    return None if found and _OF_YEAR.search(words, 0, found.start()) else found


def _small(text: str) -> str:
    """Return the text in small letters, letter for letter: a text that would change its length stays as it is."""
    small = text.lower()
    return small if len(small) == len(text) else text


def _without(text: str, said: str) -> str:
    """Return the text with the words a deadline was read from blotted out."""
    for part in (said, *said.split("; ")):
        text = text.replace(part, "·" * len(part)) if part.strip() else text
    return text


def _partners_left(draft: Draft, line: int) -> list[Note]:
    if draft.assigned.coordinating:
        return []
    found = _WITH.search(draft.text)
    return [Note(line, "partners-unread", found.group(), "coordinating_units")] if found else []
