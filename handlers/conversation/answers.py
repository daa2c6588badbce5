"""What a person just did, as the engine sees it: a normalised answer, and what a step makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from messages.envelope import InboundKind, Say


@dataclass(frozen=True, slots=True)
class Answer:
    """One message, cleaned. `picked` is the payload of a choice, tapped or typed as its mark or label.

    `text` is NFC without control characters; `source` names the inbox row the facts come from.
    """

    kind: InboundKind
    text: str = ""
    picked: str | None = None
    attachment: int | None = None
    location: tuple[float, float] | None = None
    phone: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    source: int = 0


@dataclass(frozen=True, slots=True)
class Got:
    """The answer was understood: values by step (often more than the step asked), and what was understood.

    `echo` says it back before moving on. `again` names steps that are taken anew from here: a flow that
    comes round (one row after the other, back to a list) forgets them together with the answer.
    """

    values: Mapping[str, Any]
    echo: Say | None = None
    again: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Retry:
    """The answer does not fit; `say` tells what to do. Nothing is lost: the question stays open."""

    say: Say


@dataclass(frozen=True, slots=True)
class Reopen:
    """The person wants to change earlier answers: these steps are asked again."""

    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leave:
    """The person is done with this flow before its end; `say` closes it."""

    say: Say | None = None


Outcome = Got | Retry | Reopen | Leave
