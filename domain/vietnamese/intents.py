"""What a message outside a flow is about. Rules over normal words; a harm to a person outweighs everything."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, TypeAlias

from domain.machines import wishes_to_declare
from domain.vietnamese import phrases, short_words, slots, spelling, weighing
from domain.vietnamese.filing_words import is_filing_asked
from domain.vietnamese.report_words import is_report_asked
from domain.vietnamese.words import Words, split

_Reading: TypeAlias = tuple["Intent", float]

LEAST_CONFIDENCE = 0.5
REFUSED = 0.1  # what must do nothing: other people's data, changes to everything


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
    document_no, period, reason, state; of a question: topic ("accident": figures of accidents), about
    ("deadline", "recipient", "form"), own (True: the speaker's own case, no code given). Numbers are int,
    `between` a list of two, the rest text. `or_else` is the other reading of a message that has two nearly as
    likely ones: whoever acts on it asks first.
    """

    text: str
    intent: Intent
    confidence: float
    slots: dict[str, Any] = field(default_factory=dict)
    or_else: Intent | None = None


def understand(text: str) -> Understanding:
    """Say what `text` is about; never raises. An accident is preferred wherever a person may be hurt."""
    if is_report_asked(text):  # a wish for figures, whatever its "báo cáo tai nạn" sounds like
        return Understanding(text, Intent.QUERY_STATUS, 0.95, {"topic": "accident"})
    if wishes_to_declare(text):  # a machine, not an accident: "nghiêm ngặt" sounds like somebody who fainted
        return Understanding(text, Intent.UNKNOWN, 0.0)
    if is_filing_asked(text):  # who has not reported accidents is no accident
        return Understanding(text, Intent.QUERY_OVERDUE, 0.95, {"about": "filing"})
    words = split(text)
    mended = spelling.mended(words.line)
    (intent, confidence), or_else = _read(words, mended), None
    if confidence < LEAST_CONFIDENCE:
        intent = Intent.UNKNOWN
    if words.spans and confidence != REFUSED:
        as_written = not mended or intent != Intent.REPORT_ACCIDENT or _decide(words)[0] == intent
        weighed = weighing.weigh(
            next(iter(mended), words.line),
            intent.value,
            confidence,
            as_written=as_written,
            asked=_is_asked(words.line, intent),
        )
        intent, confidence = Intent(weighed.intent), weighed.confidence
        or_else = Intent(weighed.or_else) if weighed.or_else else None
    return Understanding(text, intent, round(confidence, 2), _slots(words, intent), or_else)


def _read(words: Words, mended: tuple[str, ...]) -> _Reading:
    """Read by the grammar, as written and with its slips mended."""
    intent, confidence = _decide(words)
    for line in mended:
        meant, sure = _decide(replace(words, line=line))
        if sure == REFUSED:
            return meant, sure
        if intent == Intent.UNKNOWN or (meant == Intent.REPORT_ACCIDENT and intent != meant):
            intent, confidence = meant, sure * 0.85
    return intent, confidence


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
    harm_line = phrases.FIGURATIVE.without(harm_line)
    harm = phrases.HARM.search(harm_line)
    if harm and phrases.LAW.search(line) and not phrases.OWN.search(line):
        harm_line = phrases.GENERAL.without(harm_line)
        harm = phrases.HARM.search(harm_line)
    if harm and not phrases.PERSON.search(harm_line):
        harm = phrases.HARM.search(phrases.THING.without(harm_line))
    private = phrases.PRIVATE.search(line)
    if phrases.MASS.search(line) or (private and not _is_emergency(harm_line)):
        return Intent.UNKNOWN, REFUSED
    if asked := _figures(line, private=bool(private)):
        return asked
    if harm and (not phrases.ASKED_ABOUT.search(line) or phrases.HAPPENING.search(harm_line)):
        return Intent.REPORT_ACCIDENT, 0.95 if not discussed else 0.75
    talk = _Talk(
        words=words,
        asking=bool(phrases.ASKING.search(line)),
        discussed=bool(discussed),
        unhurt=bool(unhurt) and not discussed,
        incident=bool(phrases.INCIDENT.search(line)) and not discussed,
    )
    reading = _plain_wish(talk) or _question_or_incident(talk) or _progress(talk) or _loose_talk(talk)
    if (
        reading[0] == Intent.UNKNOWN
        and phrases.PERSON.search(harm_line)
        and phrases.SUFFERS.search(harm_line)
    ):
        return Intent.REPORT_ACCIDENT, 0.65  # something befell somebody; the flow asks what
    return reading


def _figures(line: str, *, private: bool) -> _Reading | None:
    """Read a question for numbers of accidents; None wherever somebody may be calling for help."""
    if private or phrases.CRYING.search(line):
        return None
    if phrases.DEADLINE.search(line) and not (phrases.PERSON.search(line) or phrases.EXTEND.search(line)):
        return Intent.QUERY_MY_TASKS, 0.85
    if phrases.FIGURES.search(line):
        return Intent.QUERY_STATUS, 0.85
    return (Intent.QUERY_STATUS, 0.6) if phrases.FIGURES_BARE.is_whole(line) else None


def _is_asked(line: str, intent: Intent) -> bool:
    """Whether figures, a form or an addressee are asked for outright: no guess at an accident counts then."""
    if intent == Intent.HELP:
        return bool(phrases.FORM.search(line) or phrases.TO_WHOM.search(line))
    return intent == Intent.QUERY_STATUS and (
        phrases.FIGURES.search(line) is not None or phrases.FIGURES_BARE.is_whole(line)
    )


def _is_emergency(line: str) -> bool:
    return bool(phrases.EMERGENCY.search(line)) and not phrases.PRIVATE.search(f"{line}cua ")


@dataclass(frozen=True, slots=True)
class _Talk:
    """A message in which nobody is hurt, and what was already noticed about it."""

    words: Words
    asking: bool
    discussed: bool
    unhurt: bool
    incident: bool

    @property
    def line(self) -> str:
        return self.words.line


def _plain_wish(talk: _Talk) -> _Reading | None:
    """Read what is said outright: a person wanted, a code, more time, how to do a thing, a share done."""
    line = talk.line
    if asked := _case_or_person(talk):
        return asked
    if phrases.EXTEND.search(line) and not phrases.HOW.search(line):
        return Intent.REPORT_PROGRESS, 0.88
    if phrases.DEADLINE.search(line):
        return Intent.QUERY_MY_TASKS, 0.85
    if phrases.HOW_TO.search(line) or phrases.TO_WHOM.search(line) or phrases.FORM.search(line):
        return Intent.HELP, 0.85
    if phrases.NOT_OURS.search(line) and not phrases.WHO.search(line):
        return Intent.REPORT_PROGRESS, 0.8
    if not talk.asking and phrases.ASSIGN.search(line):
        return Intent.REPORT_PROGRESS, 0.7
    if not talk.asking and slots.percent(line) is not None:
        return Intent.REPORT_PROGRESS, 0.85
    return None


def _case_or_person(talk: _Talk) -> _Reading | None:
    """Read a question for a case, by its code or as the speaker's own, and the wish for a person."""
    code = slots.case_code(talk.words.raw)
    if not code and phrases.OWN_CASE.search(talk.line):
        return Intent.QUERY_REPORT_BY_CODE, 0.85
    if phrases.HANDOFF.search(talk.line):
        return Intent.HANDOFF_TO_HUMAN, 0.9
    if code or phrases.LOOK_UP.search(talk.line):
        return Intent.QUERY_REPORT_BY_CODE, 0.95 if code else 0.75
    return None


def _question_or_incident(talk: _Talk) -> _Reading | None:
    """Tell a question about the work from a fault or a danger reported."""
    if talk.unhurt and not talk.incident and phrases.PERIOD.search(talk.line):
        return Intent.REPORT_PROGRESS, 0.8  # "quý 3 không xảy ra tai nạn": the figures of a period
    if talk.unhurt:
        return Intent.REPORT_INCIDENT, 0.85
    if asked := _overdue(talk) or _mine_or_status(talk):
        return asked
    if talk.incident:
        return Intent.REPORT_INCIDENT, 0.6 if talk.asking and phrases.HELP.search(talk.line) else 0.85
    return None


def _overdue(talk: _Talk) -> _Reading | None:
    """Read "xã nào chưa nộp", "việc quá hạn": what is late, or not handed in."""
    line = talk.line
    late = phrases.LATE.search(line)
    if not late:
        return None
    done = phrases.DONE.search(line)
    told = (done and done.start() < late.start()) or phrases.EXPLAINS.search(line)
    if phrases.WHO.search(line) and (talk.asking or not phrases.STATUS.search(line)) and not told:
        return Intent.QUERY_OVERDUE, 0.88
    if phrases.PAST_DUE.search(line) and phrases.WORK.search(line) and not phrases.DIFFICULT.search(line):
        return Intent.QUERY_OVERDUE, 0.8
    return None


def _mine_or_status(talk: _Talk) -> _Reading | None:
    line = talk.line
    status = phrases.STATUS.search(line)
    if phrases.MINE.search(line) and not (status and phrases.OTHERS.search(line)):
        return Intent.QUERY_MY_TASKS, 0.85
    if status and (talk.asking or talk.discussed or not phrases.DONE.search(line)):
        return Intent.QUERY_STATUS, 0.85
    return None


def _progress(talk: _Talk) -> _Reading | None:
    for kind, sure in (
        (phrases.DONE, 0.88),
        (phrases.UNDER_WAY, 0.85),
        (phrases.DIFFICULT, 0.8),
        (phrases.ASSIGN, 0.65),
    ):
        if kind.search(talk.line):
            return Intent.REPORT_PROGRESS, sure
    return (Intent.REPORT_PROGRESS, 0.7) if slots.document_no(talk.words.raw) else None


def _loose_talk(talk: _Talk) -> _Reading:
    """Read what is left by single cues."""
    line = talk.line
    if phrases.HELP.search(line):
        return Intent.HELP, 0.8
    if talk.discussed or phrases.STATUS.search(line):
        return Intent.QUERY_STATUS, 0.65
    if phrases.LATE.search(line):
        return Intent.QUERY_OVERDUE, 0.55
    meaning, sure = short_words.opening(line)
    return Intent(meaning), sure


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
    return found | slots.of_question(words, intent.value)
