"""When a row is due, out of a label's words or out of prose."""

import re

from documents.closing_times import closing_time, time_at_end
from documents.references import mask_citations
from documents.rows import LONGEST_PARAGRAPH, Context, Note
from documents.time_growth import grown
from documents.time_phrases import (
    by_rules,
    goes_on_always,
    left_unread,
    plainly,
    said_at_once,
    season_named,
    stage_named,
    stands_alone,
    time_phrases,
    under_condition,
    with_condition,
)
from documents.whole_times import opening_time
from domain.deadline import Deadline, DeadlineKind
from domain.deadline_words import promptly, read_deadline
from domain.unit_lists import squeeze

When = tuple[str | None, Deadline, tuple[Note, ...]]
"""The words of a time as written (None: none), their reading, and what is doubtful in it."""

_DATED = re.compile(r"\d|\bquý\s+[ivx]+\b", re.IGNORECASE)
_BOUNDED = re.compile(
    r"(?:(?:hoàn thành|hoàn tất|xong|thực hiện|nghiệm thu|dứt điểm)\s+)?(?:trước|chậm nhất|muộn nhất|không"
    r"|trong|đến|hết"
    r"|vào|xong|hạn|thời hạn|đợt|lần|từ)(?!\w)",
    re.IGNORECASE,
)
# Beside a day or a month these say which year's work it is, not when.
_YEAR_ALONE = re.compile(r"(?:của\s+)?(?:dịp\s+)?(?:(?:cuối|đầu)\s+)?năm(?:\s+\d{4})?", re.IGNORECASE)
# Beside a day or a month this only says which round: "tiêm phòng đợt 2 năm 2026, xong trong tháng 11".
_YEAR_ONLY = re.compile(r"(?:đợt|lần)\s+\d\s+năm\s+\d{4}", re.IGNORECASE)
_FINISHED = re.compile(r"(?:hoàn thành|hoàn tất|xong)\s", re.IGNORECASE)
_IN_YEAR = re.compile(r"(?:vào|trong|đến)\s+năm\s+\d{4}", re.IGNORECASE)
_YEARLY = re.compile(r"(?:định kỳ\s+)?(?:hằng|hàng|mỗi)\s+năm", re.IGNORECASE)
_DAY_OF_YEAR = re.compile(
    r"(?:trước|chậm nhất|vào)\s+(?:là\s+)?(?:ngày\s+)?\d{1,2}(?:/|\s+tháng\s+)\d{1,2}", re.IGNORECASE
)
_TIME_BEFORE = re.compile(
    r"(?:\d|[,–/-]|[ivx]|quý|tháng|ngày|tuần|lễ|nghỉ|dịp|xuyên|liên tục|từ|đến|hết|trước|sau|đợt|kỳ|năm|mỗi|lần)\s*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s+(?:cho\s+)?(?:đến|tới)(?!\w)", re.IGNORECASE)
_FIGURES = re.compile(r"(?:số liệu|thống kê|tình hình|số vụ|kết quả)(?!\w)[^,;.]{0,60}$", re.IGNORECASE)
_BRACKET = re.compile(r"\(([^()]{3,60})\)[\s.;/]*$")


def read_when(text: str, context: Context, line: int) -> tuple[str, Deadline, tuple[Note, ...]]:
    """Return a deadline's words with their reading; what is doubtful in it becomes notes about the field."""
    words = squeeze(text)
    reading = read_deadline(
        mask_citations(words),
        year=context.year,
        year_sure=context.year_sure,
        issued=context.issued,
        written=words,
    )
    notes = tuple(
        Note(line, code, text[:120], "deadline", other_years(reading.deadline, code))
        for code in reading.doubts
    )
    return text, reading.deadline, notes


def other_years(deadline: Deadline, code: str) -> tuple[str, ...]:
    """Return the same day a year later and earlier, where only the year was assumed."""
    day = deadline.date or deadline.end
    if code != "deadline-year-assumed" or day is None or (day.month, day.day) == (2, 29):
        return ()
    return tuple(f"{day.day}/{day.month}/{day.year + years}" for years in (1, -1))


def prose_deadline(text: str, context: Context, line: int, *, lone: bool) -> When:
    """When, as a sentence says it; `lone` accepts a bare "hằng năm" in its middle."""
    nothing = (None, Deadline(DeadlineKind.NONE), ())
    if len(text) > LONGEST_PARAGRAPH:
        return nothing
    phrases = time_phrases(text, lone=lone)
    last = _closing(text, phrases)
    if last and all(text.find(phrase) >= text.rfind(last) for phrase in phrases):
        return _unless_over(read_when(plainly(last), context, line), context, line)
    if phrases:
        return _said(text, phrases, context, line)
    return (
        _at_once(text, context, line)
        or _at_the_ends(text, context, line)
        or _implied(text, context, line, lone=lone)
    )


def _closing(text: str, phrases: tuple[str, ...]) -> str:
    """Return the words of time a sentence ends with, where they say more than the time found at that place."""
    if len(phrases) == 1 and stands_alone(text, phrases[0]):
        return ""
    last, tail = closing_time(text), time_at_end(text)
    if last:
        return tail if tail.endswith(last) else last
    closing = next((phrase for phrase in phrases if tail.endswith(phrase)), "")
    return "" if _closes_with(text, phrases) and closing in {"", tail} else tail


def _closes_with(text: str, phrases: tuple[str, ...]) -> bool:
    """Tell whether a time already found ends the sentence, with no other word of time right before it."""
    said = text.rstrip(" .;,/")
    found = next((phrase for phrase in phrases if said.endswith(phrase)), "")
    return bool(found) and not _TIME_BEFORE.search(
        said, max(0, len(said) - len(found) - 20), len(said) - len(found)
    )


def _at_once(text: str, context: Context, line: int) -> When | None:
    if event := said_at_once(text):
        return (event, *read_when(f"ngay {event}", context, line)[1:])
    if found := promptly(with_condition(text)):
        return found[0], found[1], ()
    return None


def _at_the_ends(text: str, context: Context, line: int) -> When | None:
    """When, as a bracket at the end or the words before the first comma say it."""
    if tail := _BRACKET.search(text):
        in_brackets = read_when(grown(text, tail[1]), context, line)
        if in_brackets[1].kind is not DeadlineKind.NONE and not (
            in_brackets[2] or _is_over(in_brackets[1], context)
        ):
            return in_brackets
    first = opening_time(text)
    return read_when(first, context, line) if first else None


def _implied(text: str, context: Context, line: int, *, lone: bool) -> When:
    """When, out of words that only imply it; words of time that nothing understood become a doubt."""
    if lone and by_rules(text):
        return "theo quy định", Deadline(DeadlineKind.NONE), ()
    if stage := stage_named(text) or season_named(text):
        return read_when(stage, context, line)
    event, is_lesson = under_condition(text)
    if event and not is_lesson:
        return read_when(event, context, line)
    if goes_on_always(text):
        return "thường xuyên", Deadline(DeadlineKind.CONTINUOUS), ()
    unread = left_unread(text)
    notes = (Note(line, "deadline-unread", unread, "deadline"),) if unread else ()
    return None, Deadline(DeadlineKind.NONE), notes


def _said(
    text: str, phrases: tuple[str, ...], context: Context, line: int
) -> tuple[str | None, Deadline, tuple[Note, ...]]:
    """Read the phrases of a sentence: bounds said one after the other are all meant, else the first is taken."""
    whole = [grown(text, phrase) for phrase in phrases]
    dated = [phrase for phrase in dict.fromkeys(whole) if _DATED.search(phrase)]
    if len(dated) > 1:
        dated, whole = _meant(dated, whole)
    dated.sort(key=text.find)
    if sure := [phrase for phrase in dated if not _YEAR_ALONE.fullmatch(phrase)]:
        whole = [phrase for phrase in whole if not _YEAR_ALONE.fullmatch(phrase)]
        dated = sure
    is_several = len(dated) > 1 and (whole[0] in dated or all(_BOUNDED.match(one) for one in dated))
    words = "; ".join(dated) if is_several else _each_year(whole) or whole[0]
    _, deadline, notes = read_when(plainly(words), context, line)
    if len(dated) > 1 and not all(_BOUNDED.match(one) for one in dated):
        notes = (*notes, Note(line, "deadline-several", "; ".join(dated)[:200], "deadline"))
    if _is_over(deadline, context) or _is_covered(text, words, deadline):
        notes = (*notes, Note(line, "deadline-vague", words[:120], "deadline"))
    return words, deadline, notes


def _meant(dated: list[str], whole: list[str]) -> tuple[list[str], list[str]]:
    """Return several dated phrases, and all, without those that only say which round or year another is of."""
    dated = [phrase for phrase in dated if not any(_is_within(phrase, other) for other in dated)]
    whole = [phrase for phrase in whole if not any(_is_within(phrase, other) for other in dated)]
    dated = [phrase for phrase in dated if not _YEAR_ONLY.fullmatch(phrase)] or dated
    whole = [phrase for phrase in whole if phrase in dated or not _YEAR_ONLY.fullmatch(phrase)] or whole
    finished = [phrase for phrase in dated if _FINISHED.match(phrase)]
    if finished and all(phrase in finished or _IN_YEAR.fullmatch(phrase) for phrase in dated):
        return finished, finished  # a year beside it says by when something else is reached
    return dated, whole


def _unless_over(when: When, context: Context, line: int) -> When:
    words, deadline, notes = when
    vague = (
        (Note(line, "deadline-vague", (words or "")[:120], "deadline"),)
        if _is_over(deadline, context)
        else ()
    )
    return words, deadline, notes + vague


def _is_over(deadline: Deadline, context: Context) -> bool:
    """Tell whether a day lies before the plan's own year: then it is perhaps that of something else."""
    last = deadline.date or deadline.end
    return bool(last and context.year and last.year < context.year)


def _is_covered(text: str, words: str, deadline: Deadline) -> bool:
    """Tell whether a stretch is perhaps what figures are about ("số liệu tai nạn từ ngày …"), or its end unread."""
    at = text.find(words)
    if deadline.kind is not DeadlineKind.PERIOD or at < 0:
        return False
    return bool(_FIGURES.search(text, 0, at) or _GOES_ON.match(text, at + len(words)))


def _each_year(phrases: list[str]) -> str:
    """Return "trước ngày 30/11 hằng năm" of a rhythm and a day without a year that a sentence says apart."""
    if len(phrases) != 2:
        return ""
    day, rhythm = phrases
    return f"{day} hằng năm" if _YEARLY.fullmatch(rhythm) and _DAY_OF_YEAR.fullmatch(day) else ""


def _is_within(phrase: str, other: str) -> bool:
    return phrase != other and bool(re.search(rf"{re.escape(phrase)}(?!\w)", other))
