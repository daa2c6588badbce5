"""One unit asked for by its name, typed as people type it. Pure."""

from collections.abc import Mapping

from domain.vietnamese.places import match_places
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from messages.envelope import Option, Say

SURE = 95.0
SHOWN = 4


def read_unit(answer: Answer, units: Mapping[str, int], *, step: str) -> Outcome:
    """Read a unit's name (`units`: id by name) or a button for one into `step`; what is unclear is asked again."""
    if answer.picked and answer.picked.startswith("unit:"):
        number = answer.picked.removeprefix("unit:")
        known = number.isdecimal() and int(number) in units.values()
        return Got({step: int(number)}) if known else Retry(Say("invite-unit-unknown"))
    found = match_places(answer.text, tuple(units), limit=SHOWN)
    if not found:
        return Retry(Say("invite-unit-unknown"))
    if found[0].score >= SURE and (len(found) == 1 or found[1].score < found[0].score):
        return Got({step: units[found[0].name]}, Say("heard-unit", {"unit": found[0].name}))
    options = tuple(Option(f"unit:{units[match.name]}", match.name) for match in found)
    return Retry(Say("invite-which-unit", options=options))
