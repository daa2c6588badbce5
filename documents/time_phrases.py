"""Where in a sentence a time is named: the stretch of words, as written, that says when."""

import re
from functools import lru_cache

from documents.clause_words import VERB_START
from documents.references import mask_references
from documents.time_runs import Run, find_runs, says_when
from domain.date_words import DATE_PATTERN
from domain.word_trie import alternation

_HOUR = r"(?:\d{1,2}\s*(?:giờ|h)(?:\s*\d{1,2})?(?:\s*phút)?,?\s+)"
_WEEKDAY = (
    r"(?:(?:sáng|chiều)\s+)?thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])(?!\w)(?:\s+(?:hằng|hàng|mỗi)\s+tuần)?"
)
_DATES = rf"(?:{DATE_PATTERN})(?:\s*(?:,|và|hoặc)\s*(?:trước\s+)?(?:{DATE_PATTERN}))*"
_SCHOOL = rf"(?:ngày\s+)?khai giảng(?:\s+năm học(?:\s+mới)?)?(?:\s*\(?(?:{DATE_PATTERN})\)?)?"
_PERIOD = r"(?:tuần|tháng|quý|năm)"
_EACH = r"(?:hằng|hàng|mỗi)"
_TAIL = r"[^,;.()]{2,120}"
_ATOMS = (
    (
        rf"(?:(?:hoàn thành|xong|thực hiện)\s+)?(?:(?:chậm nhất|muộn nhất)(?:\s+(?:là|vào|đến|trong))*|trước"
        rf"|đến hết|đến|hết|trong|vào)\s+(?:(?:trước|hết)\s+)?{_HOUR}?"
        rf"(?:{_DATES}|{_SCHOOL}|{_WEEKDAY}|{_EACH}\s+ngày)"
    ),
    rf"đợt\s+\d\s*:?\s*(?:{DATE_PATTERN})(?:\s*[,;]\s*đợt\s+\d\s*:?\s*(?:{DATE_PATTERN}))*",
    r"(?:vào|trong)\s+các\s+tháng\s+\d{1,2}(?:\s*(?:,|và)\s*\d{1,2})+",
    r"trong\s+(?:0?[369]|ba|sáu|chín)\s+tháng\s+(?:đầu|cuối)\s+năm(?:\s+\d{4})?",
    rf"{_EACH}\s+(?:\d{{1,2}}|hai|ba|sáu)\s+{_PERIOD}(?!\w)",
    rf"{_EACH}\s+{_PERIOD}\s+(?:(?:ít nhất|tối thiểu)\s+)?(?:\d{{1,2}}|một|hai)\s+\w+",
    (
        rf"(?:(?:định kỳ|chế độ)\s+)?{_EACH}\s+(?:ngày|{_PERIOD})"
        r"(?:\s*,\s*(?:hằng |hàng )?(?:quý|năm|6 tháng))*"
    ),
    (
        r"định kỳ(?:\s+(?:(?:0?\d|sáu|ba)\s+tháng(?:\s+(?:một|1)\s+lần|/lần)?"
        r"(?:\s*(?:,|và)\s*(?:hằng |hàng |cả |0?1 )?năm)?|quý|tháng|năm))?"
    ),
    rf"(?:\d{{1,2}}|một|hai)\s+lần\s*/\s*{_PERIOD}|\d{{1,2}}\s+(?:tuần|tháng)\s*(?:/\s*(?:01\s+)?|một\s+)lần",
    rf"\d{{1,2}}\s+(?:lớp|cuộc|đợt|tin|bài|buổi|hội nghị|kỳ|lượt|số)\s*/\s*{_PERIOD}(?!\w)",
    rf"(?:vào|nhân|trong)\s+dịp\s+(?:ngày\s+)?(?:{DATE_PATTERN})",
    r"(?:vào|trong)\s+nửa\s+(?:đầu|cuối|sau)\s+tháng\s+\d{1,2}(?:/\d{4})?",
    rf"ngày\s+\d{{1,2}}\s+{_EACH}\s+(?:tháng|quý)",
    (
        r"(?:thực hiện|duy trì)\s+(?:thường xuyên|liên tục)"
        r"(?:,?\s+(?:hằng|hàng)\s+(?:ngày|tuần|tháng|quý|năm))?"
    ),
    (
        r"(?<!kiểm tra )(?<!thanh tra )(?<!giám sát )(?<!hậu kiểm )đột xuất|khi (?:có|được) (?:yêu cầu|chỉ đạo)"
        r"(?:\s+của [^,;.()]{2,60})?|theo yêu cầu của [^,;.()]{2,60}"
    ),
    (
        r"(?:trong\s+(?:vòng|thời hạn|thời gian)\s+|chậm nhất(?: là)?\s+|sau\s+)?\d{1,3}\s*(?:\([^()]{1,20}\)\s*)?"
        rf"(?:phút|giờ|ngày làm việc|ngày|tuần)(?:\s+làm việc)?,?\s+(?:kể từ|tính từ|sau khi)\s+{_TAIL}"
    ),
    r"sau\s+(?:khi|mỗi|từng)\s+[^,;.()\d]{2,60}\s+\d{1,2}\s+(?:ngày làm việc|ngày|giờ|tuần)(?!\w)",
    (
        r"(?:chậm nhất(?: là)?\s+)?(?:trong (?:vòng |thời hạn |thời gian )?)?\d{1,3}\s+(?:ngày làm việc|ngày|giờ"
        rf"|tuần|phút)\s+sau\s+(?!khi\s)\w{_TAIL}"
    ),
    (
        r"khi\s+(?:xảy ra|có|phát hiện|phát sinh|nhận)\s[^,;.()\d]{2,60}\s(?:trong|chậm nhất|không quá)\s(?:vòng\s"
        r"|thời hạn\s)?\d{1,3}"
        r"\s+(?:giờ|ngày làm việc|ngày)(?!\w)"
    ),
    r"trước\s+(?:khi\s+)?[^,;.()\d]{2,40}\s+(?:ít nhất\s+)?\d{1,3}\s+(?:phút|giờ|ngày làm việc|ngày)(?=[\s.;,)]*$)",
    (
        r"(?<!chi )(?<!dục )(?<!tạo )(?<!vụ )(?<!động )thường xuyên(?:,?\s+(?:hằng|hàng)\s+(?:năm|quý"
        r"|tháng))?(?=[\s.;,)]*$)"
    ),
    r"(?:quanh|suốt|cả)\s+năm(?=[\s.;,)]*$)",
    r"trong\s+(?:vòng\s+|thời hạn\s+|thời gian\s+)?\d{1,3}\s+(?:ngày làm việc|ngày|giờ|tuần)(?!\w)(?=[\s.;,]*$)",
    r"(?:từ\s+)?năm\s+\d{4}\s+(?:và|đến)\s+(?:các|những)\s+năm\s+(?:tiếp theo|sau|tiếp|kế tiếp)",
    r"từ\s+(?:tháng\s+\d{1,2}(?:/|\s+năm\s+)|năm\s+)\d{4}\s+trở đi",
    r"vào\s+ngày\s+cuối(?:\s+cùng)?(?:\s+(?:của|mỗi|hằng|hàng))*\s+(?:tháng|quý)",
    rf"(?:ngay\s+(?:sau\s+)?|trước\s+|sau\s+)khi\s+{_TAIL}",
    rf"từ\s+(?:{DATE_PATTERN})\s*(?:[-–]|đến)\s*(?:hết\s*)?(?:{DATE_PATTERN})",
    r"quý (?:iv|iii|ii|i)\s*(?:/|năm )\s?\d{4}|tháng \d{1,2}\s*(?:/|năm )\s?\d{4}",
)
# What an atom begins with: looked for first, since most words of a sentence begin none.
_FIRST = (
    "hoàn thành", "xong", "thực hiện", "chậm nhất", "muộn nhất", "trước", "đến", "hết", "trong", "vào", "đợt", "hằng",
    "hàng", "mỗi", "định kỳ", "chế độ", "một", "hai", "ngày", "duy trì", "đột xuất", "khi ", "theo yêu cầu", "sau",
    "ngay", "từ", "quý", "tháng", "năm", "thường xuyên", "quanh", "suốt", "cả",
)  # fmt: skip
_ATOM = re.compile(rf"(?<!\w)(?=\d|{alternation(_FIRST)})(?:{'|'.join(f'(?:{atom})' for atom in _ATOMS)})")
_MORE = re.compile(
    r"(?:\s*(?:,|và)\s*(?:0?6 tháng|quý|(?:cả |hằng |hàng |0?1 )?năm)(?!\s*\d|\w))+", re.IGNORECASE
)
_JOINT = re.compile(r"[\s,()]*(?:(?:và|hoặc|đến|của|các|báo cáo|quý|năm|tháng|1 năm|0?6 tháng)[\s,()]*)*")
_EVENT = re.compile(r"(?:ngay\s+|trước\s+|sau\s+)+khi\b", re.IGNORECASE)
_NAMED_DAY = re.compile(
    rf"(trước|đến|vào)\s+(?:ngày\s+)?khai giảng[^\d()]*\(?({DATE_PATTERN})\)?", re.IGNORECASE
)
_TURNS = re.compile(r"bắt đầu\s*:?\s*(?P<first>[^;]+);\s*kết thúc\s*:?\s*(?P<last>[^;]+)", re.IGNORECASE)
_TROUBLE = re.compile(r"(?<=thực hiện )có (?=khó khăn|vướng mắc)|(?<=triển khai )có (?=khó khăn|vướng mắc)")
_AT_ONCE = re.compile(
    r"\b(?:báo cáo|thông báo|khai báo|báo tin|cấp báo|thông tin|báo|phản ánh)\s+(?:ngay|kịp thời)\b[^.;]{0,80}?\s"
    r"(?P<event>khi (?:phát hiện|xảy ra|có|phát sinh|nhận)\b[^.;,()]{2,100})",
    re.IGNORECASE,
)
_LONE_RHYTHM = re.compile(r"(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)", re.IGNORECASE)
# "viết 04 tin, bài mỗi tháng": so many each month
_COUNT_BEFORE = re.compile(r"(?<!\S)\d{1,3}(?:\s+[^\W\d]+,?){1,4}\s+$")
_CONDITION = re.compile(
    r"(?<!sau )(?<!trước )(?<!ngay )(?<!cho đến )(?<!\w)"
    r"(?P<event>khi\s+(?:có|xảy ra|phát sinh|phát hiện|nhận được|bị|cần|mưa|bão|lũ"
    r"|triều|mực nước|nước|nhiệt độ|gió|sóng|trời|dịch|cháy|đám cháy|bão|lũ)(?!\w)[^,;.()]{1,100}"
    r"(?P<more>(?:,\s(?:[^\s,;.()]+\s){0,7}[^\s,;.()]+){0,3}))[\s.;,]*$"
)
_LESSON = re.compile(
    r"kỹ năng|kiến thức|cách|phương án|quy trình|hướng dẫn|tập huấn|tuyên truyền|diễn tập|biện pháp|kịch bản|thực tập"
    r"|huấn luyện|ý thức|trách nhiệm",
    re.IGNORECASE,
)
_ALWAYS = re.compile(
    r"(?:thường xuyên|liên tục)\s+[^\W\d_]|[^.;:]{0,80}(?<!\w)trực[^.;:]{0,30}\s24/(?:24|7)(?!\d)",
    re.IGNORECASE,
)
_STAGE = re.compile(
    r"(?P<when>(?P<within>trong\s+)?giai đoạn\s+\d{4}\s*[-–]\s*\d{4})[\s.;,]*$", re.IGNORECASE
)
_SEASON = re.compile(
    r"(?<!\w)(?P<when>(?:trước|trong|vào|nhân|sau|vào dịp|trước và trong)\s+(?:các\s+)?(?:dịp\s+)?(?:mùa|tết|rằm"
    r"|kỳ nghỉ|nghỉ hè|dịp|ngày lễ|hè|kỳ họp|trung thu|cuối năm|đầu năm)(?!\w)[^,;.()]{0,60}"
    r"|dịp\s+[^,;.()]{3,60})[\s.;,]*$",
    re.IGNORECASE,
)
_PROGRAMME = re.compile(
    r"(?:chương trình|kế hoạch|đề án|chiến lược|nghị quyết|dự án|quy hoạch|quyết định|phong trào|mục tiêu)\s",
    re.IGNORECASE,
)
_UNREAD = re.compile(
    rf"(?<!\w)(?:(?:trước|chậm nhất|muộn nhất)\s+(?:{DATE_PATTERN})|ngày\s+\d{{1,2}}[/-]\d|quý\s+(?:iv"
    rf"|i{{1,3}})(?!\w)|tháng\s+\d{{1,2}}(?!\w)|trong\s+(?:vòng|thời hạn)\s|(?:chậm nhất|muộn nhất)\s"
    r"|\d{1,2}/\d{1,2}/\d{4}|(?:trước|trong|từ|đến|hết|vào)\s+ngày\s+(?:\d|cuối|đầu|cuối cùng)|trong suốt\s"
    r"|(?:sau|trong|trước)\s+\d{1,3}\s+(?:ngày|giờ|tuần|tháng)(?!\w)|(?:vào|trong|trước|đến)\s+(?:cuối|đầu|giữa)"
    r"\s+(?:tuần|tháng|quý|năm)(?!\w)|trước và sau\s"
    rf"|{_EACH}\s+\d{{1,2}}\s+{_PERIOD}|\d{{1,2}}\s+lần/)",
    re.IGNORECASE,
)
_TIME_TOO = re.compile(
    r"\d\s*(?:[/.,–-]|tháng|quý|năm|tuần|ngày|giờ|lần|h\b)|hằng|hàng|mỗi|từng|tháng|quý|tết|năm|tuần|ngày|cuối|đầu"
    r"|giữa|lần|xong|hoàn|từ|đến|trước|sau|hết|vào|trong|suốt|chậm|muộn|không|đợt|thứ|kỳ|cứ|dịp|thường|liên|ngay|là"
)
_BY_RULES = re.compile(r"theo quy định$")


def names_time(text: str) -> bool:
    """Tell whether any stretch of the text names a time."""
    return bool(_ATOM.search(_small(text)))


def _small(text: str) -> str:
    """Return the text in small letters, letter for letter: a text that would change its length stays as it is."""
    small = text.lower()
    return small if len(small) == len(text) else text


def time_phrase(text: str, *, lone: bool) -> str | None:
    """Return the words of a clause that say when, as written; `lone` accepts a bare "hằng năm" in mid-sentence."""
    phrases = time_phrases(text, lone=lone)
    return phrases[0] if phrases else None


@lru_cache(maxsize=1024)
def time_phrases(text: str, *, lone: bool) -> tuple[str, ...]:
    """Return every such stretch of words, the one that says most first."""
    masked = _small(mask_references(text))
    spans: list[tuple[int, int]] = []
    for atom in _ATOM.finditer(masked):
        event = spans and _EVENT.match(masked, spans[-1][0])
        if spans and not event and _JOINT.fullmatch(masked, spans[-1][1], atom.start()):
            spans[-1] = (spans[-1][0], atom.end())
        else:
            spans.append((atom.start(), atom.end()))
    spans = _with_runs(masked, spans)
    last = len(masked.rstrip(" .;,"))
    if not lone:
        spans = [s for s in spans if s[0] == 0 or s[1] == last or not _is_lone(masked, s)]
    if len(spans) > 1:
        spans.sort(key=lambda span: (_rank(masked[span[0] : span[1]]), span[0] - span[1]))
    return tuple(_phrase(text, masked, span) for span in spans)


def _with_runs(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans, each as wide as the run of words of time it lies in, and the runs that hold none."""
    if (
        len(spans) == 1
        and spans[0][1] == len(text.rstrip(" .;,/"))
        and not _TIME_TOO.search(text, 0, spans[0][0])
    ):
        return spans  # the common sentence: one time at its end, and no other word of time
    runs = find_runs(text)
    if len(runs) == len(spans) == 1 and runs[0].start < spans[0][1] and spans[0][0] < runs[0].end:
        return [_widened(spans[0], runs)]
    wide = [_widened(span, runs) for span in spans]
    free = [
        (run.start, run.end)
        for run in runs
        if not any(run.start < end and start < run.end for start, end in wide) and says_when(text, run)
    ]
    return sorted(dict.fromkeys([*wide, *free]))


def _widened(span: tuple[int, int], runs: tuple[Run, ...]) -> tuple[int, int]:
    touching = [run for run in runs if run.start < span[1] and span[0] < run.end]
    starts, ends = [run.start for run in touching], [run.end for run in touching]
    return min([span[0], *starts]), max([span[1], *ends])


def _rank(phrase: str) -> int:
    """How much a stretch says: what goes on all the time before what has a date, and that before the rest."""
    return 0 if "thường xuyên" in phrase.lower() else 1 if re.search(r"\d", phrase) else 2


def _is_lone(text: str, span: tuple[int, int]) -> bool:
    """Tell whether a stretch is a bare "hằng năm": in mid-sentence it says what kind of thing, not when."""
    words = text[span[0] : span[1]]
    counted = words.lower().startswith("mỗi") and _COUNT_BEFORE.search(text, max(0, span[0] - 40), span[0])
    return bool(_LONE_RHYTHM.fullmatch(words)) and not counted


def _phrase(text: str, masked: str, span: tuple[int, int]) -> str:
    start, end = span
    more = _MORE.match(masked, end)
    end = more.end() if more else end
    opened = text.count("(", start, end) - text.count(")", start, end)
    if opened > 0 and text[end : end + 1] == ")":
        end += 1
    return text[start:end].strip(" ,;.")


def rests_on_event(words: str) -> bool:
    """Tell whether a time is that of an event a sentence happens to name: "… trước khi xả lũ ít nhất 06 giờ"."""
    return bool(_EVENT.match(words)) and not words.lower().startswith("ngay")


def said_at_once(text: str) -> str:
    """Return the event upon which something is to be told at once: "báo cáo ngay … khi phát hiện …"; or nothing."""
    found = _AT_ONCE.search(text)
    return found["event"] if found else ""


def under_condition(text: str) -> tuple[str, bool]:
    """Return the event a sentence ends with ("… khi xảy ra cháy"), and whether it may only tell what is taught."""
    found = _CONDITION.search(text)
    if found and any(VERB_START.match(part) for part in found["more"].split(", ")[1:]):
        return "", False
    return (found["event"], bool(_LESSON.search(text, 0, found.start()))) if found else ("", False)


def goes_on_always(text: str) -> bool:
    """Tell whether a clause says of its own verb that it never ends: "Thường xuyên cập nhật …", "trực 24/24 giờ"."""
    return bool(_ALWAYS.match(text))


def stage_named(text: str) -> str:
    """Return the years that a sentence ends with, where they are no programme's name; or nothing."""
    found = _STAGE.search(text)
    is_name = found and not found["within"] and _PROGRAMME.search(text, 0, found.start())
    return found["when"] if found and not is_name else ""


def season_named(text: str) -> str:
    """Return the season, feast or session that a sentence ends with ("… trước mùa mưa bão"), or nothing."""
    found = _SEASON.search(text)
    return found["when"] if found else ""


def left_unread(text: str) -> str:
    """Return words of time in a text out of which no time was read, or nothing."""
    found = _UNREAD.search(mask_references(text))
    return text[found.start() : found.end() + 40] if found else ""


def with_condition(text: str) -> str:
    """Return a sentence with the "if" it leaves out: "quá trình thực hiện (nếu) có vướng mắc, kịp thời …"."""
    return _TROUBLE.sub("nếu có ", text)


def plainly(words: str) -> str:
    """Return words of time without what only explains them: "khai giảng (05/9)" is that day."""
    if "khai giảng" not in words.lower() and "kết thúc" not in words.lower():
        return words
    return _TURNS.sub(r"từ \g<first> đến \g<last>", _NAMED_DAY.sub(r"\1 \2", words))


def by_rules(text: str) -> bool:
    """Whether a clause about reporting leaves its time to other rules: "… theo quy định"."""
    return bool(_BY_RULES.search(text)) and "báo cáo" in text.lower()
