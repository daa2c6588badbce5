"""What is asked before a reminder is put off, a duty is said to be another's, a target's figure is noted. Pure."""

import re
from datetime import date
from typing import Any

from domain.terms import default_terms, snooze_days
from domain.vietnamese.fold import fold
from domain.vietnamese.moments import read_future_date
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Turn
from handlers.duty_words import duty_name, short_name, shorten
from handlers.flows.progress_which import one
from handlers.flows.unit_asked import read_unit
from handlers.progress_words import decimal, inside, proof, short_day
from handlers.services.progress_report import later_problem
from messages.envelope import InboundKind, Option, Say, Text
from messages.words import clock

SKIP = Option("nav:skip", Text("choice-unknown"))
NO_DOCUMENT = Option("nav:skip", Text("choice-no-document"))
EXCUSES = ("figures", "away", "signature")
_FIGURE = re.compile(r"(?<![\d/.-])(-?\d{1,9}(?:[.,]\d{1,4})?)(?![\d/])")


# Tomorrow


def ask_until(turn: Turn) -> Say:
    """Ask when to remind again, offering the days there are."""
    return Say("progress-ask-until", {"duty": inside(one(turn))}, options=_days(turn), numeric=True)


def _days(turn: Turn) -> tuple[Option, ...]:
    found = snooze_days(one(turn).due_on, turn.facts["today"], turn.facts["calendar"], default_terms())
    return tuple(
        Option(f"later:{day.isoformat()}", Text("progress-later-day", {"day": day})) for day in found
    )


def read_until(answer: Answer, turn: Turn) -> Outcome:
    """Read one of the days, or a day that is among them."""
    if answer.picked and answer.picked.startswith("later:"):
        day: date | None = date.fromisoformat(answer.picked.removeprefix("later:"))
    else:
        day = read_future_date(answer.text, turn.facts["today"]) if answer.kind is InboundKind.TEXT else None
    if day is None:
        return Retry(Say("progress-date-form", options=_days(turn), numeric=True))
    calendar = turn.facts["calendar"]
    trouble = later_problem(one(turn), (), day, turn.facts["today"], calendar)
    if trouble is not None:
        return Retry(Say(trouble, options=_days(turn), numeric=True))
    return Got({"until": calendar.next_working_day(day).isoformat()})


def ask_excuse(turn: Turn) -> Say:
    """Ask why the reminder is put off."""
    options = tuple(Option(f"excuse:{name}", Text(f"excuse-{name}")) for name in EXCUSES)
    params = {"duty": short_name(one(turn)), "day": short_day(date.fromisoformat(turn.answer("until")))}
    return Say("progress-ask-excuse", params, options=options)


def read_excuse(answer: Answer, turn: Turn) -> Outcome:
    """Read one of the reasons, or any words."""
    if answer.picked and answer.picked.startswith("excuse:"):
        return Got({"excuse": answer.picked})
    if answer.picked or not answer.text.strip():
        return Retry(ask_excuse(turn))
    return Got({"excuse": answer.text.strip()})


def told_later(turn: Turn) -> Say:
    """Return what is said when the reminder was put off: until when, and that the due day stays."""
    record = one(turn)
    params: dict[str, Any] = {"duty": inside(record), "day": date.fromisoformat(turn.answer("until"))}
    if record.due_on is None:
        return Say("progress-told-later", params)
    return Say("progress-told-later-dated", {**params, "due": record.due_on})


# Not ours


def ask_not_ours(turn: Turn) -> Say:
    """Ask why it is another's."""
    return Say("progress-ask-not-ours", {"duty": inside(one(turn))})


def ask_receiver(turn: Turn) -> Say:
    """Ask whose it is."""
    return Say("progress-ask-receiver", {"duty": short_name(one(turn))}, options=(SKIP,))


def read_receiver(answer: Answer, turn: Turn) -> Outcome:
    """Read a unit's name, any but the unit's own."""
    found = read_unit(answer, turn.facts["units"], step="receiver")
    if isinstance(found, Got) and found.values["receiver"] == one(turn).unit_id:
        return Retry(Say("progress-receiver-self", options=(SKIP,)))
    return found


def told_not_ours(turn: Turn, office: str) -> Say:
    """Return what is said while it is not settled whose it is."""
    receiver = turn.answer("receiver")
    params: dict[str, Any] = {
        "at": clock(turn.language, turn.now),
        "duty": inside(one(turn)),
        "office": office,
    }
    if receiver is None:
        return Say("progress-told-not_ours", params)
    names = {unit_id: name for name, unit_id in turn.facts["units"].items()}
    return Say("progress-told-not_ours-named", {**params, "receiver": names[receiver]})


# A target's figure


def is_target(turn: Turn) -> bool:
    """Whether the duty chosen is the yearly figure of a target."""
    return one(turn).task_kind == "target"


def ask_figure(turn: Turn) -> Say:
    """Ask for the figure of a target, as the plan words it."""
    return Say(
        "progress-ask-figure", {"duty": duty_name(one(turn)), "text": shorten(one(turn).task_text, 100)}
    )


def read_figure(answer: Answer, _turn: Turn) -> Outcome:
    """Read the one number an answer holds; two numbers are asked about again."""
    figure = figure_in(answer.text) if answer.kind is InboundKind.TEXT and not answer.picked else None
    return Retry(Say("progress-figure-form")) if figure is None else Got({"figure": figure})


def figure_in(text: str) -> float | None:
    """Return the one number in a text ("đạt 4,5%", "giảm 4%": 4.5, 4), None where there is none or more than one."""
    found = _FIGURE.findall(fold(text))
    return float(found[0].replace(",", ".")) if len(found) == 1 else None


def ask_source(turn: Turn) -> Say:
    """Ask for the document the figure comes from; there may be none."""
    return Say("progress-ask-source", {"duty": short_name(one(turn))}, options=(NO_DOCUMENT,))


def ask_confirm_figure(turn: Turn, options: tuple[Option, ...]) -> Say:
    """Say back the figure that will be recorded."""
    params: dict[str, Any] = {"duty": inside(one(turn)), "figure": decimal(turn.answer("figure"))}
    number, file = turn.answer("document_no"), turn.answer("attachment")
    if number is None and file is None:
        return Say("progress-confirm-target", params, options=options)
    return Say("progress-confirm-target-source", {**params, "proof": proof(number, file)}, options=options)
