"""Prose taken apart: the duties of a paragraph and who owes each."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from documents.charges import segment
from documents.clause_words import (
    BETWEEN,
    CHARGE,
    COUNTED,
    FINISHING,
    GROUND,
    INNER_VERB,
    INTRO,
    NO_STRANGER,
    PREPARING,
    REPORT_BEGUN,
    REPORTING,
    SEMICOLON,
    SENTENCE,
    STOP,
    STRANGER,
    TIMED,
    TOPIC,
    VERB_START,
    WATCHING,
)
from documents.labels import LabelKind
from documents.time_phrases import names_time, season_named, time_phrase
from documents.whole_times import is_whole_time
from domain.bound_names import is_bound
from domain.letters import compile_letters
from domain.unit_bounds import acts_from
from domain.unit_names import split_units, starts_unit, unit_end
from domain.unit_tails import name_ends


@dataclass(frozen=True, slots=True)
class Clause:
    """One duty of a paragraph: where it stands in the text, its words, and the units it names as its subject."""

    start: int
    end: int
    text: str
    subject: tuple[str, ...]
    verb: str


# "…; việc này xong trước 15/5", "…; chậm nhất 15/9 phải dứt điểm"
_MUST_END = re.compile(
    r"^(?:(?:các )?(?:công )?việc này|tất cả|thời hạn|thời gian|hạn(?: chót| cuối)?)[\s:,]+(?:phải\s+)?"
    r"|[\s,]+(?:thì )?(?:phải |là )?(?:dứt điểm|xong|hoàn thành|hoàn tất|kết thúc)$",
    re.IGNORECASE,
)
_TIMED = re.compile(rf"^{TIMED}", re.IGNORECASE)
_TIME_FIRST = re.compile(
    r"(?:Sáng|Chiều|Tối|Ngày|Quý|Tháng|Năm|Thứ|Chủ nhật|Vào|Cuối|Đầu|Giữa|Mỗi|Cứ|Lúc|Sáu tháng|\d{1,2} (?:giờ"
    r"|tháng)|Ngay|Tuần)\s"
)
_ADVERBS = re.compile(r"(?:(?:cùng|cũng|đồng|tự|sẽ|phải|cần|trực tiếp|nhanh chóng|luân phiên)\s+){1,2}")
# How many there are of them: "Dân quân 45 đồng chí; tổ bảo vệ 8 tổ".
_STRENGTH = re.compile(
    r"\s\d+ (?:đồng chí|người|tổ|cán bộ|chiến sĩ|xe|thành viên|bàn|chiếc|bộ|cái|suất)(?!\w)"
)
_ENDING = " .;,:/"
_PLURAL = re.compile(
    r"(?:các|những|mọi|chỉ huy|lãnh đạo|thủ trưởng|trưởng|đội trưởng|tổ trưởng|người)\s", re.IGNORECASE
)
_LEVELS = (
    " tỉnh",
    " thành phố",
    " huyện",
    " xã",
    " phường",
    " sở",
    " trường",
    " công ty",
    " thôn",
    " ấp",
    " buôn",
)
_ASSISTED = re.compile(
    r"(?:và\s+)?(?:cùng )?phối hợp(?: chặt chẽ| thực hiện)*(?: với| cùng)?[\s:]+", re.IGNORECASE
)
_ASSISTING = re.compile(r"\s+(?:cùng )?(?:phối hợp|tham gia|hỗ trợ)(?: thực hiện)?$", re.IGNORECASE)
_FINISHED = re.compile(
    r"[\s,]*(?:(?:và|khắc phục|xử lý|giải quyết|triển khai|thực hiện|hoàn thành|hoàn tất|làm|phải|cơ bản|toàn bộ|xong"
    r"|dứt điểm|kết thúc|cần)[\s,]*)+",
    re.IGNORECASE,
)
_BY_NAME = compile_letters(
    r"(?:Ủy ban nhân dân|UBND|Công an|Trạm Y tế) (?:các )?(?:xã|phường|huyện|thị trấn)[^:;.]{0,30}:"
    r"\s+<A>\w*(?: <A>\w*){0,3}(?:, | và )<A>\w* <A>"
)
# "…; khi xảy ra tai nạn, báo ngay cho Ủy ban nhân dân xã"
_WHEN_TELLS = re.compile(
    r"(?:nếu|khi|trường hợp) [^,;.]{5,80}, (?:phải |thì |kịp thời )?"
    r"(?:báo|thông báo|gửi|lập|dừng|tạm dừng|xử lý)(?!\w)"
)
_COMMA_NAME = compile_letters(r",\s+(?=<A>)")
# Roles and what is told to somebody tie the units of a sentence together.
_SHARED = re.compile(
    r"phối hợp|chủ trì|tham gia|hỗ trợ|(?<!\w)(?:cùng|gồm|gửi|báo cáo|trình|giao|đề nghị|yêu cầu|mời|qua|của|cho|với"
    r"|theo|về|từ|tại|căn cứ|là)(?!\w)|[(\"“]",
    re.IGNORECASE,
)
_NO_VERB = re.compile(
    r"(?:đợt|lần|kỳ|giai đoạn|quý|tháng|năm|riêng|trong|cụ thể|các|những|số|thời|hạn|từ|\W|\d)", re.IGNORECASE
)
# What says of the units before it only that the work is theirs: "Rà soát cơ sở; Sở Y tế chủ trì; …"
_LEADS = re.compile(
    r"(?:chủ trì|thực hiện|đảm nhiệm|phụ trách|chịu trách nhiệm)(?:[\s,]+(?:chủ trì|thực hiện|triển khai))*",
    re.IGNORECASE,
)
_FAR = 300
_HEADING = 200


@lru_cache(maxsize=512)
def split_clauses(text: str) -> tuple[Clause, ...]:
    """Return the duties of a paragraph: its sentences, and their parts that begin with a verb or a new subject."""
    clauses: list[Clause] = []
    for start, end in _pieces(text):
        body = text[start:end]
        begin, subject, verb_at = find_subject(body)
        words = body[begin:].strip(_ENDING)
        if words and clauses and ((not subject and _only_times(words)) or _only_partners(words)):
            last = clauses[-1]
            said = text[last.start : end].strip(_ENDING)
            clauses[-1] = replace(last, end=end, text=said, verb=f"{last.verb}; {words}")
        elif (
            subject
            and clauses
            and not clauses[-1].subject
            and _LEADS.fullmatch(body[verb_at:].strip(_ENDING))
        ):
            last = clauses[-1]
            said = text[last.start : end].strip(_ENDING)
            clauses[-1] = replace(last, end=end, text=said, subject=subject)
        elif words and clauses and not clauses[-1].subject and (charged := _charged(words))[0]:
            last = clauses[-1]
            said, helped = text[last.start : end].strip(_ENDING), f"{last.verb}; {charged[1]}".strip("; ")
            clauses[-1] = replace(last, end=end, text=said, verb=helped, subject=charged[0])
        elif words:
            clauses.append(Clause(start + begin, end, words, subject, body[verb_at:].strip(_ENDING)))
    return tuple(clauses)


def _only_times(words: str) -> bool:
    """Tell whether a piece says nothing but when: "hoàn thành trước ngày …", "thực hiện thường xuyên"."""
    if _WHEN_TELLS.match(words):
        return False
    bare = _MUST_END.sub("", words)
    when = time_phrase(bare, lone=True) or ""
    return (
        is_whole_time(words)
        or bare in {when, season_named(bare)}
        or bool(when and _FINISHED.fullmatch(bare.replace(when, "", 1)))
        or (bool(FINISHING.match(words)) and names_time(words))
    )


def _only_partners(words: str) -> bool:
    """Tell whether a piece says nothing but who assists: "phối hợp với Sở Y tế", "Công an xã phối hợp"."""
    if found := _ASSISTED.match(words):
        named = words[found.end() :]
        return starts_unit(named[:80]) and unit_end(named) == len(named)
    found = _ASSISTING.search(words)
    return found is not None and starts_unit(words[:80]) and unit_end(words[: found.start()]) == found.start()


def _charged(words: str) -> tuple[tuple[str, ...], str]:
    """Return who a piece charges with what was said before, and who assists: "do Sở Y tế đảm nhiệm"; else nothing."""
    found = segment(words.partition(";")[0]) if words.startswith(("do ", "giao ")) else []
    leads = [units for kind, units in found if kind is LabelKind.LEAD]
    helps = [f"phối hợp với {units}" for kind, units in found if kind is LabelKind.COORDINATING]
    return (
        (tuple(name for units in leads for name in split_units(units)), "; ".join(helps))
        if leads
        else ((), "")
    )


def _pieces(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = 0
    for stop in [*filter(_ends_sentence, SENTENCE.finditer(text) if STOP.search(text) else ()), None]:
        end = stop.start() if stop else len(text)
        for part in _parts(text, start, end):
            found.extend(_before_reports(text, *part))
        start = stop.end() if stop else end
    return found


def _ends_sentence(stop: re.Match[str]) -> bool:
    """Tell whether a stop ends a sentence rather than numbering what follows: "… lần 2. Ghi kết quả"."""
    text, at = stop.string, stop.start()
    return not COUNTED.search(text, max(0, at - 12), at) or starts_unit(text[stop.end() : stop.end() + 80])


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a sentence at semicolons; a part that begins with neither verb nor subject belongs to the one before."""
    cuts = [start]
    ends: list[int] = []
    for found in SEMICOLON.finditer(text, start, end):
        behind = text[found.end() : found.end() + _FAR]
        named = text[cuts[-1] : found.start()].strip(" ,")
        if _ends_in_units(named):
            continue
        inside = text.count("(", cuts[-1], found.start()) > text.count(")", cuts[-1], found.start())
        acts = (
            behind.startswith("do ")
            or _WHEN_TELLS.match(behind)
            or VERB_START.match(_TIMED.sub("", behind, count=1))
            or (starts_unit(behind[:80]) and _acts(behind))
        )
        if not inside and (acts or _both_timed(text[cuts[-1] : found.start()], behind)):
            ends.append(found.start())
            cuts.append(found.end())
    pieces = list(zip(cuts, [*ends, end], strict=True))
    return [part for piece in pieces for part in _at_new_subject(text, *piece)]


def _at_new_subject(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a part at a comma behind which another unit does something else: "A mua bao cát, B kiểm tra loa"."""
    for comma in _COMMA_NAME.finditer(text, start, min(end, start + _FAR * 2)):
        head, behind = text[start : comma.start()], text[comma.end() : end]
        if not starts_unit(behind[:80]) or _SHARED.search(head) or _SHARED.search(behind):
            continue
        _, subject, verb_at = find_subject(head)
        said = head[verb_at:] if subject else ""
        if len(said.split()) < 3 or not _acts(behind) or _names_unit_last(said):
            continue
        return [(start, comma.start()), *_at_new_subject(text, comma.end(), end)]
    return [(start, end)]


def _names_unit_last(said: str) -> bool:
    """Tell whether words end in a unit's name, so that a comma behind them may go on with a list."""
    words = list(re.finditer(r"\S+", said))[-9:]
    return any(
        starts_unit(said[word.start() : word.start() + 80]) and unit_end(said, word.start()) == len(said)
        for word in words
    )


def _ends_in_units(named: str) -> bool:
    """Tell whether a part is a list of units that may go on: "Căn cứ Kế hoạch này, các sở, ban, ngành"."""
    named = CHARGE.sub("", named, count=1)
    starts = [0, *(comma.end() for comma in re.finditer(r",\s+", named))] if INTRO.match(named) else [0]
    return any(starts_unit(named[at : at + 80]) and unit_end(named, at) == len(named) for at in starts[:6])


def _both_timed(head: str, behind: str) -> bool:
    """Tell whether two parts each say when, so that the second is a duty though its verb is unknown."""
    part = behind.partition(";")[0]
    if _NO_VERB.match(part) or not names_time(part) or not names_time(head):
        return False
    return not _only_times(part.strip(_ENDING)) and not _only_partners(part.strip(_ENDING))


def _before_reports(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut off a report that is owed on top of a duty: "xây dựng kế hoạch, gửi báo cáo về Sở X trước ngày …"."""
    for found in REPORTING.finditer(text, start, end) if "áo cáo" in text else ():
        head, report = text[start : found.start()], text[found.end() : end]
        if found.group().strip() == "và" and not (names_time(head) and REPORT_BEGUN.search(head)):
            continue
        if _both_due(head) or (
            _stands_alone(head, report) and names_time(report) and head.count("(") == head.count(")")
        ):
            return [(start, found.start()), (found.end(), end)]
    return [(start, end)]


def _both_due(head: str) -> bool:
    """Tell whether two reports are owed, each at its time: "báo cáo A hằng tháng và báo cáo B hằng quý"."""
    return (
        bool(REPORT_BEGUN.search(head)) and names_time(head) and time_phrase(head, lone=True) != head.strip()
    )


def _stands_alone(head: str, report: str) -> bool:
    """Tell whether what comes before a report is a duty of its own, not the work of reporting."""
    if len(head) > _FAR * 3 or time_phrase(head, lone=True) == head.strip():
        return False
    _, subject, verb_at = find_subject(head)
    verb = head[verb_at:]
    if watching := WATCHING.fullmatch(verb.strip(" ,")):
        sums_up = bool(watching["more"]) and report.lower().startswith("tổng hợp")
        return sums_up or bool(_TIMED.match(report))
    last = verb.rsplit(", ", 1)[-1]
    if re.search(r"\bđể [^,;]{0,40}$", head) or (not subject and INTRO.match(head)):
        return False
    said = len(last.split()) >= 3 or report.lower().startswith("định kỳ")
    return bool(VERB_START.match(verb)) and said and not PREPARING.match(last)


def _acts(text: str) -> bool:
    """Whether a verb follows the units the text begins with, before the next semicolon."""
    return _verb_behind(text, _names_end(text, 0)) is not None


def _names_end(text: str, at: int) -> int:
    """Where the units that begin at `at` end; a heading's colon ends them whatever follows."""
    colon = text.find(":", at, at + _HEADING)
    if colon > at and unit_end(text[: colon + 1], at) == len(text[:colon].rstrip()):
        further = unit_end(text, at)  # "Ủy ban nhân dân các xã: Tân Lập, An Bình rà soát"
        return name_ends(text, at, further) if further > colon and _BY_NAME.match(text, at) else colon
    end = unit_end(text, at)
    for verb in INNER_VERB.finditer(text, at, end):
        named = text[at : verb.start()].strip()
        if _is_named(named) and unit_end(named) == len(named):
            return name_ends(text, at, verb.start())
    return name_ends(text, at, end)


def _is_named(named: str) -> bool:
    """Tell whether words are a unit's whole name: they hold a proper name or the level it belongs to."""
    return is_bound(named) or any(word[:1].isupper() for word in named.split()[1:]) or named.endswith(_LEVELS)


def _verb_behind(text: str, end: int) -> int | None:
    """Where the verb of the units that end at `end` stands, past "theo chức năng, nhiệm vụ" and the like."""
    rest = text[end : end + _FAR].lstrip(" ,:")
    at = end + len(text[end : end + _FAR]) - len(rest)
    if (
        VERB_START.match(_ADVERBS.sub("", rest, count=1))
        or (rest and text[end : end + 1] == ":")
        or acts_from(text, at)
    ):
        return at
    between = BETWEEN.match(rest)
    return at if between else None


def find_subject(sentence: str) -> tuple[int, tuple[str, ...], int]:
    """`(begin, units, verb)`: where the duty's words begin, the units charged, where their verb stands."""
    begin = 0
    topic = TOPIC.match(sentence)
    if topic and not starts_unit(sentence[: topic.end()]) and not CHARGE.match(sentence):
        at, subject, verb_at = find_subject(sentence[topic.end() :])
        if subject:
            return topic.end() + at, subject, topic.end() + verb_at
    if INTRO.match(sentence) or _TIME_FIRST.match(sentence):
        for comma in re.finditer(r"[,;:]\s+", sentence[:_FAR]):
            rest = CHARGE.sub("", sentence[comma.end() : comma.end() + _FAR], count=1)
            if starts_unit(rest[:80]) and _acts(rest):
                ground = GROUND.match(sentence) and not names_time(sentence[: comma.start()])
                begin = comma.end() if ground else 0
                return _subject_at(sentence, comma.end(), begin)
    return _subject_at(sentence, 0, begin)


def stranger_subject(sentence: str) -> str:
    """Return who a sentence charges where that is no unit known by its name: "Nhân viên y tế tổng hợp …"."""
    if INTRO.match(sentence) and ", " in sentence[:_FAR]:
        who = sentence[sentence.index(", ") + 2 :]
        found = _PLURAL.match(who) and STRANGER.match(who[:1].upper() + who[1:])
        return who[: found.end("who")].strip(" ,") if found else ""
    if charge := CHARGE.match(sentence):
        found = STRANGER.match(sentence[charge.end() :])
        return found["who"].strip(" ,") if found else ""
    found = STRANGER.match(sentence)
    return found["who"].strip(" ,") if found and not NO_STRANGER.match(sentence) else ""


def _subject_at(sentence: str, at: int, begin: int) -> tuple[int, tuple[str, ...], int]:
    charge = CHARGE.match(sentence, at)
    names_at = charge.end() if charge else at
    if not starts_unit(sentence[names_at : names_at + 80]):
        return begin, (), at
    end = _names_end(sentence, names_at)
    verb_at = _verb_behind(sentence, end)
    if verb_at is None and charge and sentence[end:].strip(" ,:"):
        verb_at = len(sentence) - len(sentence[end:].lstrip(" ,:"))
    if verb_at is None:
        return begin, (), at
    if not charge and CHARGE.match(sentence, verb_at):
        _, others, further = _subject_at(sentence, verb_at, begin)
        if others:
            return begin, others, further
    if _STRENGTH.search(sentence, names_at, end):
        return begin, (), at
    return begin, split_units(sentence[names_at:end]), verb_at
