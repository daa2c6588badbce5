"""What a simulation shows: one line a message, as JSON by the contract or as a list by day."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from bot.commands.output import LANGUAGE, say
from messages.words import clock, day

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """One message sent, or tried (`outcome`), at a local instant; `items` say what it is about and why."""

    at: datetime
    unit: str | None
    person: str | None
    items: tuple[Item, ...]
    channel: str
    text: str
    outcome: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the value of `baoan simulate --json`: what is not used is null."""
        items = [_item(about) for about in self.items]
        first = items[0]
        return {
            "at": self.at.isoformat(),
            "unit": self.unit,
            "for_unit": first["for_unit"] if first["for_unit"] != self.unit else None,
            "person": self.person,
            **{key: value for key, value in first.items() if key != "for_unit"},
            "channel": self.channel,
            "text": self.text,
            "items": items if len(items) > 1 else None,
            "outcome": self.outcome,
        }


def _item(about: Item) -> dict[str, Any]:
    return {
        "for_unit": about["for_unit"],
        "duty": about["duty"],
        "task": about["duty"] if about["kind"] == "task" else None,
        "occurrence": about["occurrence"],
        "due": about["due"],
        "reason": about["reason"],
        "step": about["step"],
    }


def by_day(lines: Iterable[Line]) -> Iterator[str]:
    """Yield the lines a person reads: each day, under it each message with whom it is for and why."""
    for today, messages in groupby(lines, key=lambda line: line.at.date()):
        yield day(LANGUAGE, today)
        for message in messages:
            outcome = f" · {say(f'simulate-outcome-{message.outcome}')}" if message.outcome else ""
            yield f"{clock(LANGUAGE, message.at)} · {message.unit or '-'} · {message.person or '-'}{outcome}"
            if len(message.items) == 1:
                yield from (f"    {words}" for words in message.text.split("\n"))
            yield from (f"    {_why(message, about)}" for about in message.items)
        yield ""


def _why(message: Line, about: Item) -> str:
    """Return what one item is about and why it comes now."""
    other = f"{about['for_unit']}: " if about["for_unit"] != message.unit else ""
    due = date.fromisoformat(about["due"]) if about["due"] else None
    until = say("simulate-due", day=due) if due else say("simulate-no-due")
    reason = say(f"simulate-reason-{about['reason']}")
    return f"- {other}{about['duty']} ({about['occurrence']}), {until}: {reason} [{about['step']}]"
