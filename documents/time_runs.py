"""Runs of words of time in a sentence: a day, a stretch or a rhythm with the bounds before and what goes on behind.

Where a fixed pattern finds only part of what is said ("đến 17/7/2026" of "từ 13 đến 17/7/2026"), the run is the
whole. It is made of neighbouring tokens, so that finding it is linear in the length of the sentence.
"""

import re
from dataclasses import dataclass

from domain.date_words import DATE_PATTERN
from domain.word_trie import alternation

_COUNT = r"(?:\d{1,2}|một|hai|ba|bốn|sáu)"
_PERIOD = r"(?:tuần|tháng|quý|năm)"
_EACH = r"(?:hằng|hàng|mỗi|từng)"
_MONTH_WORD = r"tháng\s+(?:giêng|hai|ba|tư|sáu|bảy|tám|chín|mười hai|mười một|mười|chạp)"
_WORK = r"(?:lần|lớp|cuộc|đợt|bài|buổi|hội nghị|kỳ|lượt)"
_WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?!\w)"
# What makes a run worth reading.
_CORE = (
    rf"(?P<rhythm>{_EACH}\s+(?:{_COUNT}\s+)?(?:ngày|{_PERIOD})(?!\w)(?:\s+(?:0?\d|một|hai)\s+{_WORK}(?!\w))?"
    rf"|{_COUNT}\s+{_PERIOD}\s*(?:/\s*|\s(?:một|1|01)\s+)lần(?!\w)|{_COUNT}\s+lần\s*/\s*(?:\d\s+)?{_PERIOD}(?!\w)"
    r"|tháng\s+(?:cuối|đầu|thứ\s+\w+)\s+(?:của\s+)?(?:mỗi\s+)?quý(?!\w))"
    rf"|(?P<date>\d{{1,2}}\s*(?:[-–]|đến|,|và)\s*\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?(?!\d)|{DATE_PATTERN}"
    r"|t\.?\s?\d{1,2}\s?/\s?\d{4}"
    rf"|q\.?\s?(?:iv|i{{1,3}}|[1-4])(?:\s?/\s?\d{{4}})?(?!\w)|{_MONTH_WORD}(?!\w)(?!\s+{_WORK})"
    r"|(?:\d{1,2}|ba|sáu|chín)\s+tháng\s+(?:đầu|cuối)\s+năm(?:\s+\d{4})?|năm\s+\d{4}"
    r"|tết\s+(?:nguyên đán|dương lịch|trung thu"
    r"|đoan ngọ)(?:\s+(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý)\s+[^\W\d]+)?(?:\s+(?:năm\s+)?\d{4})?"
    r"|cuối\s+năm(?=\s*(?:[,;.()]|$)))"
)
# What only says how the next token is meant.
_HOW = (
    r"(?P<bound>trước|sau|đến|tới|hết|từ|trong|vào|chậm nhất|muộn nhất|không\s+(?:để\s+|được\s+)?(?:quá"
    r"|muộn hơn|chậm hơn"
    r"|trễ hơn|sau)|xong|hoàn thành|hoàn tất|dứt điểm|kết thúc|bắt đầu|khởi công|hạn chót|hạn cuối|thời hạn"
    r"|(?<!trễ )(?<!quá )(?<!hết )(?<!đúng )hạn"
    r"|đúng(?:\s+dịp)?|dịp|nhân dịp|suốt|khoảng|dự kiến|nghiệm thu|đợt\s+\d|lần\s+\d)(?!\w)"
    r"|(?P<part>đầu|giữa|cuối|nửa\s+(?:đầu|cuối)|tuần\s+(?:\d|đầu|cuối|thứ\s+\w+)(?:\s+(?:tiên"
    r"|cùng))?(?:\s+của)?)(?!\w)"
    rf"|(?P<small>(?:phải|cần|cứ|là|lúc|ngày|các|những|của|nay|sáng|chiều|tối|định kỳ|cả|rồi|giờ hành chính)(?!\w)"
    rf"|{_WEEKDAY}"
    r"|\d{1,2}\s*(?:giờ|h)(?:\s*\d{1,2})?(?:\s*phút)?(?!\w))"
)
# What a token begins with: looked for first, since most words of a sentence begin none.
_FIRST = (
    "hằng", "hàng", "mỗi", "từng", "một", "hai", "ba", "bốn", "sáu", "chín", "tháng", "ngày", "các", "quý",
    "năm", "tết", "cuối", "trước", "sau", "đến", "tới", "hết", "từ", "trong", "vào", "chậm", "muộn",
    "không", "xong", "hoàn", "dứt", "kết", "bắt", "khởi", "hạn", "thời hạn", "đúng", "dịp", "nhân", "suốt",
    "khoảng", "dự kiến", "nghiệm", "đợt", "lần", "đầu", "giữa", "nửa", "tuần", "phải", "cần", "cứ", "là", "lúc",
    "giờ", "những", "của", "nay", "sáng", "chiều", "tối", "định kỳ", "cả", "rồi", "thứ", "chủ nhật",
)  # fmt: skip
_TOKEN = re.compile(rf"(?<![\w/])(?=\d|t\.?\s?\d|q\.?\s?[iv\d]|{alternation(_FIRST)})(?:{_CORE}|{_HOW})")
_MAYBE = re.compile(r"\d|hằng|hàng|mỗi|từng|quý|tháng|tết|cuối năm")
_GAP = re.compile(r"\s*(?:[,:;(→–-]\s*)?(?:(?:và|hoặc|tới|đến)\s+)?|\)?\s*", re.IGNORECASE)
_STARTS = re.compile(r"\d|thứ|chủ|sáng|chiều|tối|ngày|lúc|định|cứ", re.IGNORECASE)
# A day of something that has been: "vụ tai nạn ngày 12/3/2026", "Luật … ngày 25/6/2015".
_PAST = re.compile(
    r"(?<!\w)(?:vụ|sự cố|tai nạn|xảy ra|họp|hội nghị|phiên|buổi làm việc|ký(?! cam kết| kết)|ban hành|văn bản"
    r"|tờ trình|đơn(?! vị)|luật"
    r"|nghị quyết|chỉ thị|quyết định|kết luận|thông báo|công điện|công văn|kế hoạch|thành lập|truyền thống"
    r"|kỷ niệm)(?!\w)[^,;.]{0,30}$",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(r"(?:trong\s+)?năm\s+\d{4}", re.IGNORECASE)
_LONG = re.compile(
    r"năm\s+\d{4}|\w+\s+tháng\s+(?:đầu|cuối)\s+năm(?:\s+\d{4})?|(?:quý|tháng)\s+\w+(?:/\d{4})?|cuối\s+năm"
)
_LIMIT = re.compile(r"trước|chậm|muộn|không|xong|hoàn thành|hạn|bắt đầu")
_BEGUN = ("bắt đầu", "khởi công", "từ")
_NTH = re.compile(r"(?:đợt|lần)\s+\d\s+năm\s+\d{4}")
# "được tổ chức ngày 28/4/2026 tại …", "dự họp lúc 8 giờ ngày 12/3/2026"
_HELD = re.compile(r"(?<!\w)(?<!đã )(?:tổ chức|diễn ra|khai mạc|khai giảng|ra quân)$")
_OVERDUE = re.compile(r"(?<!\w)(?:đã|quá hạn|trễ hạn|chậm|từ lúc|xảy ra)[^,;.→]{0,12}$")
_WITH_YEAR = re.compile(r"\d{4}|\d\s?/\s?\d|\d{1,2}\s+tháng\s+\d|tháng cuối", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words of time; `bounded`: it says how its days are meant; `rhythmic`: how often."""

    start: int
    end: int
    bounded: bool
    rhythmic: bool


def find_runs(text: str) -> tuple[Run, ...]:
    """Return the runs of a text in small letters that hold a date or a rhythm, in order."""
    if not _MAYBE.search(text):
        return ()
    runs: list[Run] = []
    group: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        if group:
            gap = token.start() - group[-1].end()
            if gap > 1 and not _GAP.fullmatch(text, group[-1].end(), token.start()):
                runs.extend(_run(text, group))
                group = []
        group.append(token)
    return (*runs, *_run(text, group))


def _run(text: str, group: list[re.Match[str]]) -> list[Run]:
    """Return the run that neighbouring tokens make, none where they hold neither a date nor a rhythm."""
    kinds = [token.lastgroup for token in group]
    while kinds and kinds[-1] not in {"date", "rhythm"}:
        kinds.pop()
    if not kinds:
        return []
    first = 0
    while kinds[first] == "small" and not _STARTS.match(group[first].group()):
        first += 1
    if len(kinds) - first > 2:
        first = _behind_subject(group, kinds, first)
    start, end = group[first].start(), group[len(kinds) - 1].end()
    if text.count("(", start, end) > text.count(")", start, end) and text[end : end + 1] == ")":
        end += 1
    return [Run(start, end, "bound" in kinds[first:], "rhythm" in kinds[first:])]


def _behind_subject(group: list[re.Match[str]], kinds: list[str | None], first: int) -> int:
    """Return the token behind a year or half that another bound follows: "rác năm 2026 chậm nhất …"."""
    words = [token.group() for token in group[: len(kinds)]]
    begun = next((i for i, said in enumerate(words) if said.startswith(_BEGUN)), len(words))
    for i in range(min(begun, len(words) - 1) - 1, first - 1, -1):
        if kinds[i] == "date" and _LIMIT.match(words[i + 1]) and _LONG.fullmatch(words[i]):
            return i + 1
    return first


def says_when(text: str, run: Run) -> bool:
    """Tell whether a run says when the sentence's work is due, by its words or by where it stands."""
    words = text[run.start : run.end]
    overdue = words.startswith(("từ", "ngày")) and _OVERDUE.search(text, max(0, run.start - 30), run.start)
    if _NTH.fullmatch(words) or overdue:
        return False
    if run.bounded or run.rhythmic:
        return True
    before, behind = text[: run.start].rstrip(), text[run.end :].lstrip()
    if not before:
        return not behind or behind[0] == "," or bool(_WITH_YEAR.search(words))
    if _HELD.search(before) and _WITH_YEAR.search(words) and not _YEAR_ALONE.fullmatch(words):
        return True
    if _YEAR_ALONE.fullmatch(words) or not _WITH_YEAR.search(words) or is_past(text, run.start):
        return before.endswith("→")
    return not behind or behind[0] in ",;.)("


def is_past(text: str, at: int) -> bool:
    """Tell whether a time at that place is one of something that has been: "vụ tai nạn ngày 12/3/2026"."""
    return bool(_PAST.search(text, max(0, at - 80), at))
