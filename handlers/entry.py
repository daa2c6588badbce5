"""How a flow, its commands, its buttons and its opening sentences are registered: one value a module."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from domain.vietnamese.intents import Intent, Understanding
from handlers.acting import Acting
from handlers.conversation.flow import Flow
from handlers.conversation.session import Session
from messages.envelope import Say
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Begin:
    """Start a flow, with what is known already; `says` come before its first question."""

    flow: str
    answers: Mapping[str, Any] = field(default_factory=dict)
    says: tuple[Say, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """The matter is settled with these words; an open conversation goes on after them.

    `session` is that conversation where settling the matter changed it.
    """

    says: tuple[Say, ...]
    session: Session | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """The matter is settled with these words, and every open conversation with it."""

    says: tuple[Say, ...]


Start = Begin | Answered | Ended
Load = Callable[[UnitOfWork, Acting, Session], Mapping[str, Any]]
Service = Callable[[UnitOfWork, Any, Acting], Any]
OnTap = Callable[[UnitOfWork, Acting, list[str]], Start]
OnResult = Callable[[UnitOfWork, Acting, Mapping[str, Any]], Start]
OnWords = Callable[[UnitOfWork, Acting, str], Start | None]
OnAction = Callable[[Mapping[str, Any]], tuple[Any, Callable[[Any], Say | None]]]
OnIntent = Callable[[UnitOfWork, Acting, Understanding], Start]


def no_facts(_uow: UnitOfWork, _by: Acting, _session: Session) -> Mapping[str, Any]:
    """Load nothing."""
    return {}


@dataclass(frozen=True, slots=True)
class Entry:
    """Everything the router must know of one subject.

    `load` reads what the flow's steps may look at, once a turn. `commands` says which service carries
    out which command. `taps` are button payloads by their first word ("progress:done:…") or first two
    ("status:cases"), alive at any time; `intents` are opening sentences; `results` are outcomes of jobs by
    their kind. `actions` are acts on a page by its name: data in, a command and the words for its outcome out.
    `words` looks in a sentence for what no intent knows (a duty's name) and returns None mostly.
    """

    name: str
    flow: Flow | None = None
    load: Load = no_facts
    commands: Mapping[type, Service] = field(default_factory=dict)
    taps: Mapping[str, OnTap] = field(default_factory=dict)
    intents: Mapping[Intent, OnIntent] = field(default_factory=dict)
    results: Mapping[str, OnResult] = field(default_factory=dict)
    words: OnWords | None = None
    actions: Mapping[str, OnAction] = field(default_factory=dict)
