"""Which answer a unit gives and about which duty: the first two questions of a progress report. Pure."""

from collections.abc import Sequence
from datetime import date

from domain.progress import ProgressKind
from domain.vietnamese.fold import fold
from domain.vietnamese.work_words import read_progress_kind
from handlers.conversation.answers import Answer, Got, Leave, Outcome, Retry
from handlers.conversation.flow import Condition, Turn
from handlers.progress_words import duty_options, taken_say
from handlers.services.progress import BY_UNIT, date_problem
from messages.envelope import Option, Say, Text
from storage.records import OccurrenceRecord

SHOWN = 8
ALL = "code:all"
LONGEST_NAME = 200
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
    """Return the duties an answer may be about: only what has a due day can be given more time."""
    return [r for r in records if kind is not ProgressKind.MORE_TIME or r.due_on is not None]


def day_for(record: OccurrenceRecord, kind: ProgressKind | None, day: date | None) -> dict[str, str]:
    """Return a day named in passing as the answer it is for this duty, nothing where it does not fit."""
    if day is None:
        return {}
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
    return Got({"kind": kind.value})


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


def ask_which(turn: Turn) -> Say:
    """Ask which duty; the first eight are shown, any other is found by a part of its name."""
    records = _among(turn)
    kind = kind_of(turn)
    key = f"progress-ask-which-{kind.value if kind else 'any'}"
    if len(records) > SHOWN:
        key = "progress-ask-which-many"
    options = (*duty_options(records[:SHOWN]), *_all_option(turn, records))
    return Say(key, {"count": len(records)}, options=options)


def read_which(answer: Answer, turn: Turn) -> Outcome:
    """Read a button, "tất cả", or a part of a duty's name; never guess between two."""
    records = _among(turn)
    if not records:
        return Leave(Say("progress-nothing-open"))
    if answer.picked == ALL or fold(answer.text) in _ALL_WORDS:
        undated = [r.code for r in records if r.due_on is None]
        if kind_of(turn) is not ProgressKind.UNDER_WAY or not undated:
            return Retry(Say("progress-one-at-a-time", options=duty_options(records[:SHOWN])))
        return Got({"codes": undated})
    if answer.picked and answer.picked.startswith("code:"):
        fit = [r for r in records if r.code == answer.picked.removeprefix("code:")]
    else:
        fit = _named(answer.text, records)
    if len(fit) == 1 and kind_of(turn) is ProgressKind.MORE_TIME and fit[0].code in turn.facts["asked"]:
        return Leave(taken_say(fit[0], turn.facts["asked"][fit[0].code]))
    if len(fit) == 1:
        return Got({"codes": [fit[0].code], **day_for(fit[0], kind_of(turn), day_of(turn, "said_day"))})
    if not fit:
        return Retry(Say("progress-which-unknown", options=duty_options(records[:SHOWN])))
    return Retry(Say("progress-which-narrowed", {"count": len(fit)}, options=duty_options(fit[:SHOWN])))


def _named(text: str, records: Sequence[OccurrenceRecord]) -> list[OccurrenceRecord]:
    said = fold(text)
    if not said or len(said) > LONGEST_NAME:
        return []
    return [r for r in records if said in fold(f"{r.task_ref} {_report_words(r)} {r.task_text} {r.code}")]


def named_in(text: str, records: Sequence[OccurrenceRecord]) -> list[OccurrenceRecord]:
    """Return the duties a whole sentence names outright: "báo cáo năm", or a place in the plan ("III.1.c")."""
    said = f" {fold(text[:LONGEST_NAME])} "
    yearly = " bao cao nam " in said
    return [
        r
        for r in records
        if f" {fold(r.task_ref)} " in said or (yearly and r.task_kind == "report" and "-" not in r.label)
    ]


def _report_words(record: OccurrenceRecord) -> str:
    if record.task_kind != "report":
        return ""
    yearly = "năm " if "-" not in record.label else ""
    return f"báo cáo {yearly}{record.label}"
