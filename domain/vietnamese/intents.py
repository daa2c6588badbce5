"""What a message outside a flow is about. Rules over normal words; a harm to a person outweighs everything."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from domain.vietnamese import phrases, short_words, slots
from domain.vietnamese.words import Words, split

LEAST_CONFIDENCE = 0.5


class Intent(StrEnum):
    """Everything a message can ask of the bot; see `baoan understand` in docs."""

    REPORT_ACCIDENT = "report_accident"
    REPORT_INCIDENT = "report_incident"
    REPORT_PROGRESS = "report_progress"
    QUERY_STATUS = "query_status"
    QUERY_OVERDUE = "query_overdue"
    QUERY_MY_TASKS = "query_my_tasks"
    QUERY_REPORT_BY_CODE = "query_report_by_code"
    HELP = "help"
    CANCEL = "cancel"
    GO_BACK = "go_back"
    YES = "yes"
    NO = "no"
    SKIP = "skip"
    GREETING = "greeting"
    HANDOFF_TO_HUMAN = "handoff_to_human"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Understanding:
    """One reading of a message. `confidence` is 0 to 1; below 0.5 the intent is `unknown`.

    `slots` holds what was found of: case_code, injured, dead, people, between, place, time, percent,
    document_no, period, reason, state. Numbers are int, `between` a list of two, the rest text.
    """

    text: str
    intent: Intent
    confidence: float
    slots: dict[str, Any] = field(default_factory=dict)


def understand(text: str) -> Understanding:
    """Say what `text` is about; never raises. An accident is preferred wherever a person may be hurt."""
    words = split(text)
    intent, confidence = _decide(words)
    found = _slots(words, intent)
    if confidence < LEAST_CONFIDENCE:
        intent = Intent.UNKNOWN
    return Understanding(text, intent, round(confidence, 2), found)


def _decide(words: Words) -> tuple[Intent, float]:
    line = words.line
    if not words.spans:
        return Intent.UNKNOWN, 0.0
    if whole := short_words.meaning(line):
        return Intent(whole), 0.97
    discussed = phrases.DISCUSSED.search(line)
    harm_line = phrases.DISCUSSED.without(line) if discussed else line
    unhurt = phrases.UNHURT.search(harm_line)
    if unhurt:
        harm_line = phrases.UNHURT.without(harm_line)
    harm = phrases.HARM.search(harm_line)
    if harm and not phrases.PERSON.search(harm_line):
        harm = phrases.HARM.search(phrases.THING.without(harm_line))
    private = phrases.PRIVATE.search(line)
    if phrases.MASS.search(line) or (private and not _is_emergency(harm_line)):
        return Intent.UNKNOWN, 0.2
    if harm and not _asks_only(words, harm_line):
        return Intent.REPORT_ACCIDENT, 0.95 if not discussed else 0.75
    reading = _work_or_talk(words, discussed=bool(discussed), unhurt=bool(unhurt))
    if reading[0] == Intent.UNKNOWN and phrases.PERSON.search(harm_line) and _SUFFERS.search(harm_line):
        return Intent.REPORT_ACCIDENT, 0.65  # something befell somebody; the flow asks what
    return reading


_SUFFERS = re.compile(
    r" bi (?!cham|tre|trễ|phat|phạt|no |nợ|thieu|loi|lỗi|tu choi|khoa|nham|sai|tra lai|treo|duoi|quen|mat|mất|cat luong"
    r"|lua|ep|giao|buoc|kiem|ky luat|sa thai|chuyen|dong|huy|tru|xoa|quay|chan|doa|chui|ket qua|dong)\w+"
)
_EMERGENCY = re.compile(
    r" (?:cap cuu|115|bi thuong|bat tinh|nguy kich|cuu voi|chay mau|gay|bi (?!bao|to)\w+|nga tu|te tu|ket|chet(?! ten| la| o)) "
)
_ASKING_ABOUT = re.compile(
    r" (?:(?:tai nan|bao tai nan|khai bao|khai bao tai nan) thi lam (?:the nao|sao)|toi dau|den dau|the nao rồi|the nao roi|ra sao|xu ly chua|xong chua|ket qua|tien do|bao nhieu vu|thong ke|so lieu|bao nhieu nguoi"
    r"|da co ai|giai quyet|boi thuong|che do|tro cap|muc huong|quy dinh|thu tuc|la gi)(?= )"
)


def _is_emergency(line: str) -> bool:
    return bool(_EMERGENCY.search(line)) and not phrases.PRIVATE.search(line + "cua ")


def _asks_only(words: Words, line: str) -> bool:
    """Whether harm is only asked about: a question on a known case, numbers or rules, with no cry for help."""
    return bool(_ASKING_ABOUT.search(words.line)) and not _EMERGENCY_NOW.search(line)


_EMERGENCY_NOW = re.compile(r" (?:vua|dang|cap cuu|115|cuu voi|bat tinh|nguy kich|moi bi|goi (?:giup|ho)) ")


def _work_or_talk(words: Words, *, discussed: bool, unhurt: bool) -> tuple[Intent, float]:
    """Weigh everything that is not an accident; the first that fits best wins."""
    line = words.line
    code = slots.case_code(words.raw)
    asking = bool(phrases.ASKING.search(line))
    late = bool(phrases.LATE.search(line))
    if phrases.HANDOFF.search(line):
        return Intent.HANDOFF_TO_HUMAN, 0.9
    if code or phrases.LOOK_UP.search(line):
        return Intent.QUERY_REPORT_BY_CODE, 0.95 if code else 0.75
    if phrases.EXTEND.search(line) and not _HOW.search(line):
        return Intent.REPORT_PROGRESS, 0.88
    incident = bool(phrases.INCIDENT.search(line))
    if _HOW_TO.search(line):
        return Intent.HELP, 0.85
    if phrases.ASSIGN.search(line) and not phrases.ASKING.search(line):
        return Intent.REPORT_PROGRESS, 0.7
    if slots.percent(line) is not None and not asking:
        return Intent.REPORT_PROGRESS, 0.85
    if unhurt and not discussed and (incident or phrases.UNHURT.search(line)):
        return Intent.REPORT_INCIDENT, 0.85
    asks = _asks(words, asking=asking, late=late, discussed=discussed)
    if asks and not (incident and asks[1] < 0.8):
        return asks
    if incident and not discussed:
        return Intent.REPORT_INCIDENT, 0.6 if asking and phrases.HELP.search(line) else 0.85
    for pattern, weight in _PROGRESS:
        if pattern.search(line):
            return Intent.REPORT_PROGRESS, weight
    if slots.document_no(words.raw):
        return Intent.REPORT_PROGRESS, 0.7
    if phrases.HELP.search(line):
        return Intent.HELP, 0.8
    if phrases.STATUS.search(line) or discussed:
        return Intent.QUERY_STATUS, 0.65
    if late:
        return Intent.QUERY_OVERDUE, 0.55
    talk, sure = short_words.opening(line)
    return Intent(talk), sure


_HOW = re.compile(
    r" (?:lam sao|the nao|cach|huong dan|duoc khong|quy trinh|thu tuc|ai|don vi nao|xa nao|co the)(?= ).*"
)
_HOW_TO = re.compile(
    r" (?:(?:cach|lam sao|huong dan|quy trinh|thu tuc|lam the nao)(?: [^ ]+){0,3} (?:bao|khai|nop|gui|dung|su dung|dang ky)|mau (?:bao cao|don|so|bieu)|bieu mau)(?= )"
)
_PROGRESS = (
    (phrases.DONE, 0.88),
    (phrases.UNDER_WAY, 0.85),
    (phrases.DIFFICULT, 0.8),
    (phrases.ASSIGN, 0.65),
)
_WHO = re.compile(
    r" (?:nao|ai|may (?:don vi|xa|viec|phong|so|nguoi|bao cao)|mấy|bao nhieu|danh sach|liet ke|nhung|cac|list|gi|thong ke|con (?=\d)|dang|nhung|xem|loc)(?= )|\? $"
)
_MY_LATE = re.compile(r" (?:viec|nhiem vu|bao cao|don vi|xa|phong|so|co quan|ke hoach)(?= )")


def _asks(words: Words, *, asking: bool, late: bool, discussed: bool) -> tuple[Intent, float] | None:
    """Read questions about the work: late, mine, status."""
    line = words.line
    status = phrases.STATUS.search(line)
    if late and _WHO.search(line) and not (status and not phrases.ASKING.search(line)):
        first = phrases.LATE.search(line)
        done = phrases.DONE.search(line)
        if first and not (done and done.start() < first.start()) and not _EXPLAINS.search(line):
            return Intent.QUERY_OVERDUE, 0.88
    if (
        late
        and _MY_LATE.search(line)
        and (" qua han " in line or " tre " in line or " trễ " in line)
        and not phrases.DIFFICULT.search(line)
    ):
        return Intent.QUERY_OVERDUE, 0.8
    if phrases.MINE.search(line) and not (status and (_OTHERS.search(line) or _SETTLED.search(line))):
        return Intent.QUERY_MY_TASKS, 0.85
    if status and (asking or discussed or not phrases.DONE.search(line)):
        return Intent.QUERY_STATUS, 0.85
    return None


_EXPLAINS = re.compile(r" (?:(?<!tien )do|(?<!don )vi|vì|tai vi|xin|mong|thong cam|se|sẽ)(?= )")
_SETTLED = re.compile(r" (?:xu ly|giai quyet|duyet|tiep nhan|nhan duoc|ket qua|phan hoi)(?: [^ ]+){0,3} (?:chua|the nao|den dau|toi dau|ra sao)(?= )")
_OTHERS = re.compile(r" (?:vu|xa (?!minh|toi|em)\w+|cac|toan|don vi nao|ke hoach)(?= )")


def _slots(words: Words, intent: Intent) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if code := slots.case_code(words.raw):
        found["case_code"] = code
    if intent in {Intent.REPORT_ACCIDENT, Intent.REPORT_INCIDENT}:
        found |= slots.of_event(words)
    elif intent in {Intent.REPORT_PROGRESS, Intent.QUERY_STATUS, Intent.QUERY_OVERDUE, Intent.QUERY_MY_TASKS}:
        found |= slots.of_work(words)
        if intent != Intent.REPORT_PROGRESS:
            found.pop("reason", None)
            if place := slots.place_words(words):
                found["place"] = place
    return found
