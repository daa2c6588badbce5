"""Links that open a talk with the bot and say the first word in it: only the platform knows how they begin."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from messages.envelope import Say, Text
from storage.unit_of_work import UnitOfWork

_NOTED = "start_link|"


@dataclass(frozen=True, slots=True)
class StartLink:
    """An address to open, and the channel it opens."""

    url: str
    channel: str


def note(uow: UnitOfWork, channel: str, begins: str | None) -> None:
    """Remember how a channel's links begin; None where it has none any more."""
    uow.meta.put(_NOTED + channel, begins or "")


def keep_only(uow: UnitOfWork, channels: Collection[str]) -> None:
    """Forget how links of all other channels began: they are no longer used here."""
    for name, begins in uow.meta.starting(_NOTED).items():
        if begins and name.removeprefix(_NOTED) not in channels:
            uow.meta.put(name, "")


def start_link(uow: UnitOfWork, code: str) -> StartLink | None:
    """Return the link that says a code to the bot, None where no channel has such links."""
    for name, begins in sorted(uow.meta.starting(_NOTED).items()):
        if begins:
            return StartLink(begins + code, name.removeprefix(_NOTED))
    return None


def in_answer(link: StartLink | None) -> dict[str, str]:
    """Return a link as the result of a command carries it."""
    return {} if link is None else {"link": link.url, "app": link.channel}


def with_link(say: Say, made: Mapping[str, Any]) -> Say:
    """Return a message with the link of a result (`in_answer`) under it, or as it is where there is none."""
    if "link" not in made:
        return say
    params = {"words": Text(say.key, say.params), "app": Text(f"channel-{made['app']}"), "link": made["link"]}
    return replace(say, key="with-start-link", params=params)
