"""A flow is a list of steps in the order they are asked; the engine asks the first one not yet answered.

So several facts in one message fill several steps, going back is forgetting an answer, and a correction
is asking one step again.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from handlers.conversation.answers import Answer, Outcome
from handlers.conversation.session import Session
from messages.envelope import Say


@dataclass(frozen=True, slots=True)
class Turn:
    """What a step may look at: the session, facts loaded for this turn, the one clock reading, the language."""

    session: Session
    facts: Mapping[str, Any]
    now: datetime
    language: str

    def answer(self, step: str, default: Any = None) -> Any:
        """Return what was understood at a step, or `default` where it is not answered (or was skipped)."""
        value = self.session.answers.get(step)
        return default if value is None else value


Condition = Callable[[Turn], bool]


def always(_turn: Turn) -> bool:
    """Hold in every turn."""
    return True


@dataclass(frozen=True, slots=True)
class Ask:
    """A question. `prompt` words it, `read` understands the answer.

    `skippable` lets "bỏ qua" answer it with None. `free_text` marks a question whose answer may be any
    words, so that a command-like sentence in it is an answer and not a command; with `heeds` a short question
    ("tình hình thế nào") is answered there all the same, and the question put again.
    """

    key: str
    prompt: Callable[[Turn], Say]
    read: Callable[[Answer, Turn], Outcome]
    when: Condition = always
    skippable: bool = False
    free_text: bool = False
    heeds: bool = False


@dataclass(frozen=True, slots=True)
class Tell:
    """Something to say, once. `again` has it said anew after going back or a correction (a review's list).

    `mark` is remembered as the step's answer: what it was that was said, where an answer must be to that.
    """

    key: str
    say: Callable[[Turn], Say]
    when: Condition = always
    again: bool = False
    mark: Callable[[Turn], Any] = always


@dataclass(frozen=True, slots=True)
class Do:
    """Something to have done, once: a command for a service. Its result becomes the step's answer."""

    key: str
    command: Callable[[Turn], Any]
    when: Condition = always


Step = Ask | Tell | Do


@dataclass(frozen=True, slots=True)
class Flow:
    """A conversation about one thing.

    `changed` is asked after every understood answer for a command that keeps the new values at once
    (so an answer is durable before it is acknowledged); `left` words what remains when a person stops, `here`
    answers one who calls ("alo?"), before the question is put again; None for the general words.
    """

    name: str
    steps: tuple[Step, ...]
    changed: Callable[[Turn, Mapping[str, Any]], Any | None] = field(default=lambda _turn, _values: None)
    left: Callable[[Turn], Say] = field(default=lambda _turn: Say("flow-left"))
    here: Callable[[Turn], Say] | None = None

    def step(self, key: str | None) -> Step | None:
        """Return the step with this key, or None."""
        return next((s for s in self.steps if s.key == key), None)

    def told_again(self) -> tuple[str, ...]:
        """Return the steps that are said anew once an earlier answer is open again."""
        return tuple(s.key for s in self.steps if isinstance(s, Tell) and s.again)
