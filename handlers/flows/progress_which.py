"""Which answer a unit gives and about which duty: the first two questions of a progress report. Pure."""

from collections.abc import Sequence
from datetime import date

from domain.calendar import WorkingCalendar
from domain.progress import ProgressKind
from domain.vietnamese.fold import fold
from domain.vietnamese.intents import Intent, understand
from domain.vietnamese.work_words import read_progress_kind
from handlers.conversation.answers import Answer, Got, Leave, Outcome, Retry
from handlers.conversation.flow import Condition, Turn
from handlers.duty_words import rule_of
from handlers.flows import progress_names as names
from handlers.progress_words import duty_options, labelled, taken_say
from handlers.services.progress_report import ASKS_ONCE, BY_UNIT, date_problem, later_problem
from messages.envelope import Option, Say, Text
from storage.records import OccurrenceRecord

SHOWN = 6
ALL = "code:all"
OTHER = "code:other"
_ANSWERS = frozenset({Intent.YES, Intent.NO, Intent.SKIP, Intent.CANCEL, Intent.GO_BACK, Intent.GREETING})
_ALL_WORDS = frozenset({"ca hai", "tat ca", "tat", "het", "all", "both", "ca", "moi viec"})


# What the steps look at


def kind_of(turn: Turn) -> ProgressKind | None:
    """Return which of the four answers is being given, None while that is not known."""
    said = turn.answer("kind")
    return None if said is None else ProgressKind(said)


def is_kind(kind: ProgressKind) -> Condition:
    """Return the condition that this answer is being given."""
    return lambda turn: kind_of(turn) is kind


def is_single_under_way(turn: Turn) -> bool:
    """Whether one duty is under way (of several at once no figure is asked)."""
    return kind_of(turn) is ProgressKind.UNDER_WAY and len(turn.answer("codes", ())) == 1


def is_dated_under_way(turn: Turn) -> bool:
    """Whether one duty with a due day is under way, so that a promise means something."""
    return is_single_under_way(turn) and all(r.due_on is not None for r in chosen(turn))


def day_of(turn: Turn, step: str) -> date | None:
    """Return the day understood at a step."""
    said = turn.answer(step)
    return None if said is None else date.fromisoformat(said)


def candidates(records: Sequence[OccurrenceRecord], kind: ProgressKind | None) -> Sequence[OccurrenceRecord]:
    """Return the duties an answer may be about: only what has a due day, not set by law, can be given more time."""
    if kind is not ProgressKind.MORE_TIME:
        return list(records)
    return [r for r in records if r.due_on is not None and rule_of(r) is None]


def day_for(
    record: OccurrenceRecord,
    kind: ProgressKind | None,
    day: date | None,
    today: date,
    calendar: WorkingCalendar,
) -> dict[str, str]:
    """Return a day named in passing as the answer it is for this duty, nothing where it does not fit."""
    if day is None:
        return {}
    if kind is ProgressKind.LATER and later_problem(record, (), day, today, calendar) is None:
        return {"until": calendar.next_working_day(day).isoformat()}
    if kind is ProgressKind.MORE_TIME and date_problem(record, day) is None:
        return {"wanted_on": day.isoformat()}
    if kind is ProgressKind.UNDER_WAY and record.due_on is not None:
        return {"promised_on": day.isoformat()}
    return {}


def chosen(turn: Turn) -> list[OccurrenceRecord]:
    """Return the duties chosen; one chosen in this very turn is still among the open ones only."""
    known = {r.code: r for r in (*turn.facts["open"], *turn.facts["chosen"])}
    return [known[code] for code in turn.answer("codes", ()) if code in known]


def one(turn: Turn) -> OccurrenceRecord:
    """Return the duty chosen; raises IndexError where none is yet."""
    return chosen(turn)[0]


# Which answer


def _kind_options(turn: Turn) -> tuple[Option, ...]:
    meant = chosen(turn) or turn.facts["open"]
    dated = any(r.due_on is not None for r in meant)
    kinds = [k for k in BY_UNIT if dated or k is not ProgressKind.MORE_TIME]
    return tuple(Option(f"kind:{k.value}", Text(f"choice-{k.value.replace('_', '-')}")) for k in kinds)


def ask_kind(turn: Turn) -> Say:
    """Ask which of the four."""
    return Say("progress-ask-kind", options=_kind_options(turn))


def read_kind(answer: Answer, turn: Turn) -> Outcome:
    """Read a button or words such as "đang làm"."""
    if answer.picked and answer.picked.startswith("kind:"):
        kind: ProgressKind | None = ProgressKind(answer.picked.removeprefix("kind:"))
    else:
        kind = read_progress_kind(answer.text)
    if kind is None:
        return Retry(Say("choose-one", options=_kind_options(turn)))
    if not candidates(chosen(turn) or turn.facts["open"], kind):
        return Retry(Say("progress-no-due", options=_kind_options(turn)))
    named = [] if turn.answer("codes") else names.named_in(answer.text, candidates(turn.facts["open"], kind))
    codes = {"codes": [named[0].code]} if len(named) == 1 and not answer.picked else {}
    picked = chosen(turn)
    if kind is ProgressKind.LATER and picked and (trouble := turn.facts["put_off"].get(picked[0].code)):
        return Retry(Say(trouble, options=_kind_options(turn)))
    return Got({"kind": kind.value, **codes, **({} if answer.picked else names.said_too(answer.text, kind))})


# Which duty


def _among(turn: Turn) -> list[OccurrenceRecord]:
    among = turn.answer("among")
    return [r for r in candidates(turn.facts["open"], kind_of(turn)) if among is None or r.code in among]


def _all_option(turn: Turn, records: Sequence[OccurrenceRecord]) -> tuple[Option, ...]:
    undated = [r for r in records if r.due_on is None]
    if kind_of(turn) is not ProgressKind.UNDER_WAY or len(undated) < 2:
        return ()
    if len(undated) == len(records) == 2:
        return (Option(ALL, Text("choice-both")),)
    key = "choice-all" if len(undated) == len(records) else "choice-all-check-ins"
    return (Option(ALL, Text(key, {"count": len(undated)})),)


def _shown(turn: Turn) -> list[OccurrenceRecord]:
    """Return what may be meant, what the latest notice asked about first, what was passed over last."""
    records = _among(turn)
    first, passed = turn.answer("asked", ()), turn.answer("passed", ())
    fresh = [r for r in records if r.code not in passed]
    return sorted(fresh or records, key=lambda r: first.index(r.code) if r.code in first else len(first))


def _guess(turn: Turn) -> OccurrenceRecord | None:
    """Return the one duty the latest notice asked about, until it is passed over."""
    asked = turn.answer("asked", ())
    shown = _shown(turn)
    return shown[0] if len(asked) == 1 and shown and shown[0].code == asked[0] else None


def _options(turn: Turn, records: Sequence[OccurrenceRecord]) -> tuple[Option, ...]:
    more = len(records) > SHOWN or len(records) < len(_among(turn))
    other = (Option(OTHER, Text("choice-other-task")),) if more else ()
    return (*duty_options(records[:SHOWN]), *other)


def ask_which(turn: Turn) -> Say:
    """Ask which duty: the one just reminded of alone, else six at a time; any is found by a part of its name."""
    guess = _guess(turn)
    if guess is not None:
        options = (Option(f"code:{guess.code}", Text("choice-yes")), Option(OTHER, Text("choice-other-task")))
        return Say("progress-guess", {"duty": labelled(guess)}, options=options)
    records = _among(turn)
    kind = kind_of(turn)
    key = f"progress-ask-which-{kind.value if kind else 'any'}"
    if len(records) > SHOWN:
        key = "progress-ask-which-many"
    shown = (*_options(turn, _shown(turn)), *_all_option(turn, records))
    return Say(key, {"count": len(records)}, options=shown)


def read_which(answer: Answer, turn: Turn) -> Outcome:
    """Read a button, "tất cả", or a part of a duty's name; never guess between two."""
    records, kind = _among(turn), kind_of(turn)
    if not records:
        return Leave(Say("progress-nothing-open"))
    text = "" if answer.picked else answer.text
    intent = understand(text).intent if text else None
    if answer.picked == ALL or _means_all(text, turn):
        return _all(turn, records)
    if answer.picked == OTHER or (intent is Intent.NO and _guess(turn) is not None):
        return Got({"passed": _passed(turn)})
    fit = _meant(answer.picked, text, intent, turn)
    if len(fit) == 1:
        return _chosen(fit[0], text, turn)
    number = names.number_beside(text) if kind is ProgressKind.DONE else None
    if number and not fit:
        return Got({"product": True, "document_no": number}, Say("progress-kept-number", {"number": number}))
    if not fit:
        return Retry(Say("progress-which-unknown", options=_options(turn, _shown(turn))))
    return Retry(Say("progress-which-narrowed", {"count": len(fit)}, options=duty_options(fit[:SHOWN])))


def _meant(picked: str | None, text: str, intent: Intent | None, turn: Turn) -> list[OccurrenceRecord]:
    records, guess = _among(turn), _guess(turn)
    if guess is not None and intent is Intent.YES:
        return [guess]
    if picked is not None:
        return [r for r in records if f"code:{r.code}" == picked]
    return [] if intent in _ANSWERS else names.named_in(text, records) or names.part_of(text, records)


def _chosen(record: OccurrenceRecord, text: str, turn: Turn) -> Outcome:
    kind = kind_of(turn)
    if kind in ASKS_ONCE and record.code in turn.facts["asked"][kind]:
        return Leave(taken_say(record, turn.facts["asked"][kind][record.code]))
    if kind is ProgressKind.LATER and (trouble := turn.facts["put_off"].get(record.code)):
        return Leave(Say(trouble))
    known = names.said_too(text, kind) if text else {}
    today, calendar = turn.facts["today"], turn.facts["calendar"]
    day = day_for(record, kind, day_of(turn, "said_day"), today, calendar)
    return Got({"codes": [record.code], **known, **day})


def _all(turn: Turn, records: Sequence[OccurrenceRecord]) -> Outcome:
    undated = [r.code for r in records if r.due_on is None]
    if kind_of(turn) is not ProgressKind.UNDER_WAY or not undated:
        return Retry(Say("progress-one-at-a-time", options=_options(turn, _shown(turn))))
    return Got({"codes": undated})


def _means_all(text: str, turn: Turn) -> bool:
    said = fold(text).strip(" .!")
    all_under_way = kind_of(turn) is ProgressKind.UNDER_WAY and names.ALL_UNDER_WAY.fullmatch(said)
    return said in _ALL_WORDS or bool(all_under_way)


def _passed(turn: Turn) -> list[str]:
    """Return the duties passed over with those shown now; none once all have been, so that it goes round."""
    now = [_guess(turn)] if _guess(turn) else _shown(turn)[:SHOWN]
    passed = [*turn.answer("passed", ()), *(r.code for r in now if r is not None)]
    return passed if any(r.code not in passed for r in _among(turn)) else []
