"""What each of a unit's four answers needs to know: what is asked and how it is read. Pure."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from domain.duty_kinds import looks_back
from domain.law.periodic import Periodic, next_due
from domain.progress import ProgressKind
from domain.vietnamese.intents import Intent, understand
from domain.vietnamese.moment import MomentType
from domain.vietnamese.moments import read_future_date, read_moment
from domain.vietnamese.work_words import read_document_no, read_progress_kind, read_share, says_zero
from handlers.conversation.answers import Answer, Got, Outcome, Reopen, Retry
from handlers.conversation.flow import Turn
from handlers.duty_words import rule_of, short_name, shorten
from handlers.flows import progress_names as names
from handlers.flows import progress_other as other
from handlers.flows.progress_which import chosen, day_of, kind_of, one
from handlers.progress_words import inside, proof, short_day, taken_say
from handlers.services.progress_report import date_problem
from messages.envelope import InboundKind, Option, Say, Text
from messages.words import clock

_REPORTS = ("report", "request")
FILES = frozenset({InboundKind.PHOTO, InboundKind.FILE})
SHORT_ANSWER = 30  # characters of an answer that is no account of anything
PRODUCT = 60  # characters of what the plan wants to see
TODAY = Option("done-on:today", Text("choice-today"))
_SCAN = 200
ZERO = Option("product:zero", Text("choice-zero"))
SKIP = Option("nav:skip", Text("choice-unknown"))
_SURE = (Option("confirm:yes", Text("choice-yes")), Option("confirm:fix", Text("choice-fix")))


# Done


def ask_product(turn: Turn) -> Say:
    """Ask for the proof; a file that could not be fetched is asked for again."""
    params = {"duty": inside(one(turn))}
    if turn.facts["lost"]:
        return Say("progress-ask-product-again", params)
    if _may_be_zero(turn):
        return Say("progress-ask-product-zero", params, options=(ZERO,))
    planned = one(turn).product
    if planned:
        return Say("progress-ask-product-planned", {**params, "product": shorten(planned, PRODUCT)})
    kind = "report" if one(turn).task_kind in _REPORTS else "task"
    if one(turn).task_kind == "request":
        kind = "request"
    if kind == "task" and (looking := looks_back(one(turn).task_text)) is not None:
        kind = looking.value
    return Say(f"progress-ask-product-{kind}", params)


def read_source(answer: Answer, _turn: Turn) -> Outcome:
    """Read the document a figure comes from."""
    found = _proof_in(answer)
    return (
        Got({"source": True, **found})
        if found
        else Retry(Say("progress-source-form", options=(other.NO_DOCUMENT,)))
    )


def read_product(answer: Answer, turn: Turn) -> Outcome:
    """Read a document's number, a file, a photo, or a photo with the number under it."""
    found = _proof_in(answer)
    if not found and one(turn).task_kind == "request" and answer.text.strip() and not answer.picked:
        return Got({"product": True, "document_no": None, "attachment": None, "reply": answer.text.strip()})
    if not found and _may_be_zero(turn) and _says_none(answer):
        return Got({"product": True, "document_no": None, "attachment": None, "zero": True})
    if not found:
        under_way = Option(f"progress:under_way:{one(turn).code}", Text("choice-under-way"))
        return Retry(Say("progress-product-needed", options=(under_way,)))
    return Got({"product": True, "document_no": None, "attachment": None, "zero": False, **found})


def _may_be_zero(turn: Turn) -> bool:
    rule = rule_of(one(turn))
    return rule is not None and rule.zero


def _says_none(answer: Answer) -> bool:
    return answer.picked == ZERO.payload or (answer.kind is InboundKind.TEXT and says_zero(answer.text))


def _proof_in(answer: Answer) -> dict[str, Any]:
    number = read_document_no(answer.text) if answer.text and not answer.picked else None
    found: dict[str, Any] = {} if number is None else {"document_no": number}
    if answer.kind in FILES and answer.attachment is not None:
        found["attachment"] = answer.attachment
    return found


def is_at_intervals(turn: Turn) -> bool:
    """Whether what is done comes again so many months after the day it was done."""
    if kind_of(turn) is not ProgressKind.DONE or len(turn.answer("codes", ())) != 1:
        return False
    rule = rule_of(one(turn))
    return rule is not None and rule.months is not None


def ask_done_on(turn: Turn) -> Say:
    """Ask on which day it was done: the next one counts from there."""
    return Say("progress-ask-done-on", {"duty": inside(one(turn))}, options=(TODAY,), numeric=True)


def read_done_on(answer: Answer, turn: Turn) -> Outcome:
    """Read a day that is not to come."""
    if answer.picked == TODAY.payload:
        return Got({"done_on": turn.facts["today"].isoformat()})
    found = read_moment(answer.text[:_SCAN], turn.now) if answer.kind is InboundKind.TEXT else None
    if found is None or found.value is None or found.type is MomentType.INTERVAL:
        return Retry(Say("progress-done-on-form", options=(TODAY,), numeric=True))
    return Got({"done_on": found.value[:10]})


def ask_confirm(turn: Turn) -> Say:
    """Say back what will be recorded."""
    if other.is_target(turn):
        return other.ask_confirm_figure(turn, _SURE)
    shown = proof(turn.answer("document_no"), turn.answer("attachment"), turn.answer("reply"))
    key = "progress-confirm-report" if one(turn).task_kind in _REPORTS else "progress-confirm-task"
    return Say(key, {"duty": inside(one(turn)), "proof": shown}, options=_SURE)


def read_confirm(answer: Answer, turn: Turn) -> Outcome:
    """Read yes, a wish to change, or more proof."""
    intent = understand(answer.text).intent if answer.kind is InboundKind.TEXT and not answer.picked else None
    if answer.picked == "confirm:fix" or intent is Intent.NO or turn.facts["lost"]:
        return Reopen(
            (
                "figure",
                "source",
                "product",
                "reply",
                "document_no",
                "attachment",
                "zero",
                "done_on",
                "confirmed",
            )
        )
    if answer.picked == "confirm:yes" or intent is Intent.YES:
        return Got({"confirmed": True})
    more = _proof_in(answer)
    return Got(more) if more else Retry(ask_confirm(turn))


# Under way


def ask_percent(turn: Turn) -> Say:
    """Ask how far it is, in percent."""
    return Say("progress-ask-percent", {"duty": short_name(one(turn))}, options=(SKIP,), numeric=True)


def read_percent(answer: Answer, turn: Turn) -> Outcome:
    """Read a whole number from 0 to 100."""
    named = names.named_in(answer.text, turn.facts["open"])  # its place in the plan has figures too
    share = read_share(answer.text) if answer.kind is InboundKind.TEXT and not named else None
    if share is None or not 0 <= share <= 100:
        return Retry(Say("progress-percent-form", options=(SKIP,), numeric=True))
    return Got({"percent": share})


def ask_promise(turn: Turn) -> Say:
    """Ask for the day it will be done; it may be left open."""
    return Say("progress-ask-promise", {"duty": short_name(one(turn))}, options=(SKIP,), numeric=True)


def read_promise(answer: Answer, turn: Turn) -> Outcome:
    """Read a day to come."""
    day = read_future_date(answer.text, turn.facts["today"]) if answer.kind is InboundKind.TEXT else None
    if day is None:
        return Retry(Say("progress-date-form", options=(SKIP,), numeric=True))
    return Got({"promised_on": day.isoformat()})


# In difficulty, more time


def ask_note(turn: Turn) -> Say:
    """Ask what stands in the way."""
    return Say("progress-ask-note", {"duty": short_name(one(turn)), "office": turn.facts["office"]})


def ask_reason(turn: Turn) -> Say:
    """Ask why more time is needed."""
    return Say("progress-ask-reason", {"duty": short_name(one(turn))})


def read_note(answer: Answer, turn: Turn) -> Outcome:
    """Read what stands in the way; "mai nhắc lại" in its place is no obstacle but another answer."""
    short = len(answer.text) <= SHORT_ANSWER and not answer.picked
    if short and read_progress_kind(answer.text) is ProgressKind.LATER:
        return Got({"kind": ProgressKind.LATER.value})
    return read_words("note")(answer, turn)


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
    params = {"duty": short_name(one(turn)), "due": one(turn).due_on}
    return Say("progress-ask-wanted", params, options=_later_days(turn), numeric=True)


def _later_days(turn: Turn) -> tuple[Option, ...]:
    from_day = max(one(turn).due_on or turn.facts["today"], turn.facts["today"])
    days = [_workday(turn, from_day + timedelta(weeks=n)) for n in (1, 2)]
    return tuple(
        Option(f"until:{d.isoformat()}", Text("progress-until", {"day": short_day(d)})) for d in days
    )


def _workday(turn: Turn, day: date) -> date:
    found: date = turn.facts["calendar"].next_working_day(day)
    return found


def read_wanted(answer: Answer, turn: Turn) -> Outcome:
    """Read a day after the due day, not past."""
    record, today = one(turn), turn.facts["today"]
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
        record = next((r for r in chosen(turn) if r.code == code), one(turn))
        return taken_say(record, settled)
    kind = kind_of(turn) or ProgressKind.UNDER_WAY
    params: dict[str, Any] = {
        "at": clock(turn.language, turn.now),
        "office": turn.facts["office"],
        "duty": inside(one(turn)),
    }
    if len(result["kept"]) > 1:
        return Say("progress-told-several", {**params, "count": len(result["kept"])})
    if kind is ProgressKind.UNDER_WAY:
        return _told_under_way(turn, params)
    if kind is ProgressKind.LATER:
        return other.told_later(turn)
    if kind is ProgressKind.NOT_OURS:
        return other.told_not_ours(turn, turn.facts["office"])
    rule = rule_of(one(turn)) if kind is ProgressKind.DONE else None
    if rule is not None:
        return _told_by_law(turn, rule, params)
    if kind is ProgressKind.MORE_TIME:
        params |= {"wanted": day_of(turn, "wanted_on"), "due": one(turn).due_on}
    return Say(f"progress-told-{kind.value}", params)


def _told_by_law(turn: Turn, rule: Periodic, params: dict[str, Any]) -> Say:
    """Return that it is noted, and when what is done at intervals is due again."""
    done_on = day_of(turn, "done_on")
    if rule.months is None or done_on is None:
        return Say("progress-told-law", params)
    return Say("progress-told-law-again", {**params, "next": next_due(rule, done_on)})


def _told_under_way(turn: Turn, params: dict[str, Any]) -> Say:
    record, percent, promised = one(turn), turn.answer("percent"), day_of(turn, "promised_on")
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
