"""Asking for a receipt, by button or in words; the files come when they are signed."""

from collections.abc import Mapping
from typing import Any

from handlers.acting import Acting
from handlers.entry import Answered, Entry, Start
from handlers.services import receipts
from messages.envelope import Option, OutFile, Say, Text
from storage.unit_of_work import UnitOfWork

TYPES = ("application/json", "image/png", "application/json")


def offer(code: str) -> Option:
    """Return the button that asks for a case's receipt."""
    return Option(f"receipt:{code}", Text("receipt-get"))


def _on_tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    """Ask for the receipt of a case named, else of the one reported last."""
    code = args[0].upper() if args else next((c.code for c in uow.accidents.of_reporter(by.person.id)), None)
    if code is None:
        return Answered((Say("case-none"),))
    receipts.ask(uow, receipts.AskReceipt(code), by)
    return Answered((Say("receipt-coming", {"code": code}),))


def _on_result(_uow: UnitOfWork, _by: Acting, data: Mapping[str, Any]) -> Start:
    files = tuple(OutFile(int(number), name, mime) for number, name, mime in data["files"])
    return Answered((Say("receipt-here", {"code": data["code"]}, files=files),))


ENTRY = Entry(
    "receipt",
    taps={"receipt": _on_tap},
    results={receipts.JOB: _on_result},
)
