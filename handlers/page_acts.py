"""Acts on our own pages: they come in by the inbox like any message, and change things by the same services."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.errors import BaoAnError
from handlers import flows
from handlers.acting import Acting
from messages.envelope import Say
from storage.unit_of_work import UnitOfWork


def carry_out(uow: UnitOfWork, by: Acting, data: Mapping[str, Any]) -> list[Say]:
    """Carry out an act and return what is said of it in the chat; the open talk and its choices stay as they are.

    A page sends it for one person: from anybody else's address it counts for nothing.
    """
    if data.get("person") != by.person.id:
        return [Say("not-allowed")]
    try:
        command, said = flows.ACTIONS[str(data["page"])](data)
        found = said(flows.COMMANDS[type(command)](uow, command, by))
    except BaoAnError as error:
        return [Say(error.key, error.params)]
    return [replace(found, options=())] if found is not None else []
