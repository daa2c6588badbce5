"""The questions of a progress report: what each asks and how its answer is read. Pure."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from domain.progress import ProgressKind
from domain.vietnamese.fold import fold
from domain.vietnamese.intents import Intent, understand
from domain.vietnamese.moments import read_future_date
from domain.vietnamese.work_words import read_document_no, read_progress_kind, read_share
from handlers.conversation.answers import Answer, Got, Leave, Outcome, Reopen, Retry
from handlers.conversation.flow import Condition, Turn
from handlers.progress_words import duty_options, inside, proof, short_day, taken_say
from handlers.services.progress import BY_UNIT, date_problem
from messages.envelope import InboundKind, Option, Say, Text
from messages.words import clock
from storage.records import OccurrenceRecord

SHOWN = 8
ALL = "code:all"
_ALL_WORDS = frozenset({"ca hai", "tat ca", "tat", "het", "all", "both", "ca", "moi viec"})
FILES = frozenset({InboundKind.PHOTO, InboundKind.FILE})
SKIP = Option("nav:skip", Text("choice-unknown"))


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
    return is_single_under_way(turn) and all(r.due_on is not None for r in _chosen(turn))


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


def _chosen(turn: Turn) -> list[OccurrenceRecord]:
    """Return the duties chosen; one chosen in this very turn is still among the open ones only."""
    known = {r.code: r for r in (*turn.facts["open"], *turn.facts["chosen"])}
    return [known[code] for code in turn.answer("codes", ()) if code in known]


def _one(turn: Turn) -> OccurrenceRecord:
    return _chosen(turn)[0]


# Which answer


def _kind_options(turn: Turn) -> tuple[Option, ...]:
    chosen = _chosen(turn) or turn.facts["open"]
    dated = any(r.due_on is not None for r in chosen)
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
    if not candidates(_chosen(turn) or turn.facts["open"], kind):
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
    if len(fit) == 1:
        return Got({"codes": [fit[0].code], **day_for(fit[0], kind_of(turn), day_of(turn, "said_day"))})
    if not fit:
        return Retry(Say("progress-which-unknown", options=duty_options(records[:SHOWN])))
    return Retry(Say("progress-which-narrowed", {"count": len(fit)}, options=duty_options(fit[:SHOWN])))


def _named(text: str, records: Sequence[OccurrenceRecord]) -> list[OccurrenceRecord]:
    said = fold(text)
    if not said or len(said) > 200:
        return []
    return [r for r in records if said in fold(f"{r.task_ref} {_report_words(r)} {r.task_text} {r.code}")]


def _report_words(record: OccurrenceRecord) -> str:
    if record.task_kind != "report":
        return ""
    yearly = "năm " if "-" not in record.label else ""
    return f"báo cáo {yearly}{record.label}"


# Done


def ask_product(turn: Turn) -> Say:
    """Ask for the proof; a file that could not be fetched is asked for again."""
    if turn.facts["lost"]:
        return Say("progress-ask-product-again", {"duty": inside(_one(turn))})
    return Say("progress-ask-product", {"duty": inside(_one(turn))})


def read_product(answer: Answer, turn: Turn) -> Outcome:
    """Read a document's number, a file, a photo, or a photo with the number under it."""
    found = _proof_in(answer)
    if not found:
        under_way = Option(f"progress:under_way:{_one(turn).code}", Text("choice-under-way"))
        return Retry(Say("progress-product-needed", options=(under_way,)))
    return Got({"product": True, "document_no": None, "attachment": None, **found})


def _proof_in(answer: Answer) -> dict[str, Any]:
    number = read_document_no(answer.text) if answer.text and not answer.picked else None
    found: dict[str, Any] = {} if number is None else {"document_no": number}
    if answer.kind in FILES and answer.attachment is not None:
        found["attachment"] = answer.attachment
    return found


def ask_confirm(turn: Turn) -> Say:
    """Say back what will be recorded."""
    shown = proof(turn.answer("document_no"), turn.answer("attachment"))
    key = "progress-confirm-report" if _one(turn).task_kind == "report" else "progress-confirm-task"
    options = (Option("confirm:yes", Text("choice-yes")), Option("confirm:fix", Text("choice-fix")))
    return Say(key, {"duty": inside(_one(turn)), "proof": shown}, options=options)


def read_confirm(answer: Answer, turn: Turn) -> Outcome:
    """Read yes, a wish to change, or more proof."""
    intent = understand(answer.text).intent if answer.kind is InboundKind.TEXT and not answer.picked else None
    if answer.picked == "confirm:fix" or intent is Intent.NO or turn.facts["lost"]:
        return Reopen(("product", "document_no", "attachment", "confirmed"))
    if answer.picked == "confirm:yes" or intent is Intent.YES:
        return Got({"confirmed": True})
    more = _proof_in(answer)
    return Got(more) if more else Retry(ask_confirm(turn))


# Under way


def ask_percent(turn: Turn) -> Say:
    """Ask how far it is, in percent."""
    return Say("progress-ask-percent", {"duty": inside(_one(turn))}, options=(SKIP,), numeric=True)


def read_percent(answer: Answer, _turn: Turn) -> Outcome:
    """Read a whole number from 0 to 100."""
    share = read_share(answer.text) if answer.kind is InboundKind.TEXT else None
    if share is None or not 0 <= share <= 100:
        return Retry(Say("progress-percent-form", options=(SKIP,), numeric=True))
    return Got({"percent": share})


def ask_promise(_turn: Turn) -> Say:
    """Ask for the day it will be done; it may be left open."""
    return Say("progress-ask-promise", options=(SKIP,), numeric=True)


def read_promise(answer: Answer, turn: Turn) -> Outcome:
    """Read a day to come."""
    day = read_future_date(answer.text, turn.facts["today"]) if answer.kind is InboundKind.TEXT else None
    if day is None:
        return Retry(Say("progress-date-form", options=(SKIP,), numeric=True))
    return Got({"promised_on": day.isoformat()})


# In difficulty, more time


def ask_note(turn: Turn) -> Say:
    """Ask what stands in the way."""
    return Say("progress-ask-note", {"office": turn.facts["office"]})


def ask_reason(_turn: Turn) -> Say:
    """Ask why more time is needed."""
    return Say("progress-ask-reason")


def read_words(step: str) -> Callable[[Answer, Turn], Outcome]:
    """Return the reader of a question that any words answer; a picture goes with words, not in their place."""

    def read(answer: Answer, _turn: Turn) -> Outcome:
        kept = {"attachment": answer.attachment} if answer.kind in FILES and answer.attachment else {}
        if answer.text.strip() and not answer.picked:
            return Got({step: answer.text.strip(), **kept})
        return Got(kept, Say("progress-file-kept")) if kept else Retry(Say("progress-words-needed"))

    return read


def ask_wanted(turn: Turn) -> Say:
    """Ask until when, offering a week and two."""
    due = _one(turn).due_on
    return Say("progress-ask-wanted", {"due": due}, options=_later_days(turn), numeric=True)


def _later_days(turn: Turn) -> tuple[Option, ...]:
    from_day = max(_one(turn).due_on or turn.facts["today"], turn.facts["today"])
    days = [_workday(turn, from_day + timedelta(weeks=n)) for n in (1, 2)]
    return tuple(
        Option(f"until:{d.isoformat()}", Text("progress-until", {"day": short_day(d)})) for d in days
    )


def _workday(turn: Turn, day: date) -> date:
    found: date = turn.facts["calendar"].next_working_day(day)
    return found


def read_wanted(answer: Answer, turn: Turn) -> Outcome:
    """Read a day after the due day, not past."""
    record, today = _one(turn), turn.facts["today"]
    if answer.picked and answer.picked.startswith("until:"):
        day: date | None = date.fromisoformat(answer.picked.removeprefix("until:"))
    else:
        day = read_future_date(answer.text, today) if answer.kind is InboundKind.TEXT else None
    if day is None:
        return Retry(Say("progress-date-form", options=_later_days(turn), numeric=True))
    trouble = date_problem(record, day)
    if trouble is not None:
        return Retry(Say(trouble, options=_later_days(turn), numeric=True))
    return Got({"wanted_on": day.isoformat()}, Say("progress-heard-day", {"day": day}))


# The end


def told(turn: Turn) -> Say:
    """Return what the person hears when it is written down, or that somebody was first."""
    result: Mapping[str, Any] = turn.answer("report")
    if not result["kept"]:
        code, settled = next(iter(result["taken"].items()))
        record = next((r for r in _chosen(turn) if r.code == code), _one(turn))
        return taken_say(record, settled)
    kind = kind_of(turn) or ProgressKind.UNDER_WAY
    params: dict[str, Any] = {
        "at": clock(turn.language, turn.now),
        "office": turn.facts["office"],
        "duty": inside(_one(turn)),
    }
    if len(result["kept"]) > 1:
        return Say("progress-told-several", {**params, "count": len(result["kept"])})
    if kind is ProgressKind.UNDER_WAY:
        return _told_under_way(turn, params)
    if kind is ProgressKind.MORE_TIME:
        params |= {"wanted": day_of(turn, "wanted_on"), "due": _one(turn).due_on}
    return Say(f"progress-told-{kind.value}", params)


def _told_under_way(turn: Turn, params: dict[str, Any]) -> Say:
    record, percent, promised = _one(turn), turn.answer("percent"), day_of(turn, "promised_on")
    if percent == 100:
        finish = Option(f"progress:done:{record.code}", Text("choice-done"))
        return Say("progress-told-full", params, options=(finish,))
    params["state"] = (
        Text("state-under_way") if percent is None else Text("state-under_way-percent", {"percent": percent})
    )
    if promised is None:
        return Say("progress-told-under_way", params)
    if record.due_on is not None and promised > record.due_on:
        ask = Option(f"progress:more_time:{record.code}", Text("choice-more-time"))
        return Say("progress-told-late", {**params, "day": promised, "due": record.due_on}, options=(ask,))
    return Say("progress-told-promise", {**params, "day": promised})
