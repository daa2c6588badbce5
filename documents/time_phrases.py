"""Where in a sentence a time is named: the stretch of words, as written, that says when."""

import re
from functools import lru_cache

from documents.clause_words import VERB_START
from documents.references import mask_references
from documents.time_atoms import ATOM, EACH, PERIOD
from documents.time_runs import Run, find_runs, says_when
from domain.date_words import DATE_PATTERN

_MORE = re.compile(
    r"(?:\s*(?:,|và)\s*(?:0?6 tháng|quý|(?:cả |hằng |hàng |0?1 )?năm)(?!\s*\d|\w))+", re.IGNORECASE
)
_JOINT = re.compile(r"[\s,()]*(?:(?:và|hoặc|đến|của|các|báo cáo|quý|năm|tháng|1 năm|0?6 tháng)[\s,()]*)*")
OUTLOOK = ("tầm nhìn ", "định hướng ")
"""What a year behind these says is how far a document looks, no time of a task's."""
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
    r"(?P<event>khi\s+(?:phát sinh|cần(?: thiết)?|được giao)(?=[\s.;,]*$)"
    r"|khi\s+(?:có|xảy ra|phát sinh|phát hiện|nhận được|bị|cần|mưa|bão|lũ|độ|mức|lượng|nồng độ|áp suất|chỉ số"
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
    r"(?<!\w)(?<!trước và )(?P<when>(?:trước|trong|vào|nhân|sau|vào dịp|trước và trong)\s+(?:các\s+)?(?:dịp\s+)?"
    r"(?:mùa|tết|rằm|kỳ nghỉ|nghỉ hè|dịp|ngày lễ|hè|kỳ họp|trung thu|cuối năm|đầu năm)(?!\w)[^,;.()]{0,60}"
    r"|(?:ngay\s+)?sau\s+(?:hội nghị|phiên họp|đợt|lễ|diễn tập|thiên tai|cuộc)(?!\w)[^,;.()]{0,60}"
    r"|trong\s+(?:quá trình|thời gian)\s[^,;.()\d]{2,60}|lúc\s+(?:giao|bàn giao|đổi|nhận)\s[^,;.()\d]{1,40}"
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
    rf"|{EACH}\s+\d{{1,2}}\s+{PERIOD}|\d{{1,2}}\s+lần/)",
    re.IGNORECASE,
)
_TIME_TOO = re.compile(
    r"\d\s*(?:[/.,–-]|tháng|quý|năm|tuần|ngày|giờ|lần|h\b)|hằng|hàng|mỗi|từng|tháng|quý|tết|năm|tuần|ngày|cuối|đầu"
    r"|giữa|lần|xong|hoàn|từ|đến|trước|sau|hết|vào|trong|suốt|chậm|muộn|không|đợt|thứ|kỳ|cứ|dịp|thường|liên|ngay|là|khởi"
    r"|\d\s*$"
)
_BY_RULES = re.compile(r"theo quy định$")


def names_time(text: str) -> bool:
    """Tell whether any stretch of the text names a time."""
    return bool(ATOM.search(_small(text)))


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
    for atom in ATOM.finditer(masked):
        event = spans and _EVENT.match(masked, spans[-1][0])
        if spans and not event and _JOINT.fullmatch(masked, spans[-1][1], atom.start()):
            spans[-1] = (spans[-1][0], atom.end())
        else:
            spans.append((atom.start(), atom.end()))
    spans = _with_runs(masked, spans)
    spans = [span for span in spans if not masked.endswith(OUTLOOK, 0, span[0])]
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


def stands_alone(text: str, phrase: str) -> bool:
    """Tell whether a time ends a sentence and no other word before it can belong to a time."""
    said = text.rstrip(" .;,/")
    return said.endswith(phrase) and not _TIME_TOO.search(_small(said), 0, len(said) - len(phrase))


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
    if found and any(VERB_START.match(part) for part in (found["more"] or "").split(", ")[1:]):
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
