"""The conversation engine: pure functions from (flow, session, answer) to a Sprint. It sends nothing.

A sprint ends at a question, at a command somebody must carry out (then `resume`), or at the flow's end.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from handlers.conversation.answers import Answer, Got, Leave, Reopen, Retry
from handlers.conversation.flow import Ask, Do, Flow, Step, Tell, Turn
from handlers.conversation.session import Session
from messages.envelope import Say

STEP_CAP = 60


class RunawayFlowError(RuntimeError):
    """A flow took more steps in one sprint than any flow may: a defect of the flow."""


@dataclass(frozen=True, slots=True)
class Sprint:
    """What one answer brought about.

    `commands` must be carried out in order; the result of the last goes back through `resume` where
    `waits_for_result`. `understood` is False where the answer did not fit. `reason` says why in a word.
    """

    session: Session | None
    says: tuple[Say, ...]
    commands: tuple[Any, ...]
    reason: str
    understood: bool = True
    waits_for_result: bool = False


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a sprint is played in: facts loaded for it, the clock reading, the language."""

    facts: Mapping[str, Any]
    now: datetime
    language: str = "vi"

    def turn(self, session: Session) -> Turn:
        """Return the turn a step looks at."""
        return Turn(session, self.facts, self.now, self.language)


def start(flow: Flow, session: Session, around: Circumstances) -> Sprint:
    """Begin a flow, perhaps with answers already known."""
    return _proceed(flow, session, (), (), around, "started")


def advance(flow: Flow, session: Session, answer: Answer, around: Circumstances) -> Sprint:
    """Give the flow an answer to the question it waits at."""
    step = flow.step(session.at)
    if not isinstance(step, Ask):
        return _proceed(flow, session, (), (), around, "nothing_was_asked")
    outcome = step.read(answer, around.turn(session))
    match outcome:
        case Got(values, echo, again):
            return _got(flow, session.forget(*again), step, values, echo, around)
        case Retry(say):
            return Sprint(session, (say,), (), "not_understood", understood=False)
        case Reopen(steps):
            return _proceed(flow, session.forget(*steps, *flow.told_again()), (), (), around, "reopened")
        case Leave(say):
            return Sprint(None, (say,) if say else (), (), "left")


def resume(flow: Flow, session: Session, result: Any, around: Circumstances) -> Sprint:
    """Give the flow the result of the command it waits for."""
    step = flow.step(session.at)
    if not isinstance(step, Do):
        raise RunawayFlowError(f"{flow.name} does not wait for a result at {session.at}")
    told = session.answer({step.key: result if result is not None else True})
    return _proceed(flow, told, (), (), around, "resumed")


def ask_again(flow: Flow, session: Session, around: Circumstances) -> tuple[Say, ...]:
    """Return the question the flow waits at, to be put once more."""
    step = flow.step(session.at)
    return (step.prompt(around.turn(session)),) if isinstance(step, Ask) else ()


def was(step: str) -> str:
    """Return the name under which the answer is held that going back opened again."""
    return f"was:{step}"


def go_back(flow: Flow, session: Session, around: Circumstances) -> Sprint:
    """Ask the question before this one again; at the first question, that one."""
    if not session.history:
        return Sprint(session, ask_again(flow, session, around), (), "at_the_beginning")
    last = session.history[-1]
    forgotten = [last] if session.at is None else [last, session.at]
    held = {was(last): session.answers[last]} if session.answers.get(last) is not None else {}
    back = session.forget(*forgotten, *flow.told_again()).answer(held)
    return _proceed(flow, back, (), (), around, "went_back")


def skip(flow: Flow, session: Session, around: Circumstances) -> Sprint:
    """Leave the question open where that is allowed."""
    step = flow.step(session.at)
    if not isinstance(step, Ask) or not step.skippable:
        return Sprint(
            session, (Say("flow-cannot-skip"), *ask_again(flow, session, around)), (), "must_be_answered"
        )
    return _got(flow, session, step, {step.key: None}, None, around)


def cancel(flow: Flow, session: Session, around: Circumstances) -> Sprint:
    """Stop here; what was kept so far is named."""
    return Sprint(None, (flow.left(around.turn(session)),), (), "cancelled")


def _got(
    flow: Flow,
    session: Session,
    step: Ask,
    values: Mapping[str, Any],
    echo: Say | None,
    around: Circumstances,
) -> Sprint:
    answered = session.forget(*map(was, values)).answer(values)
    if step.key in values:
        history = (*(s for s in session.history if s != step.key), step.key)
        answered = answered.evolve(history=history)
    changed = flow.changed(around.turn(answered), values)
    says = (echo,) if echo else ()
    return _proceed(flow, answered, says, () if changed is None else (changed,), around, "understood")


def _proceed(
    flow: Flow,
    session: Session,
    says: tuple[Say, ...],
    commands: tuple[Any, ...],
    around: Circumstances,
    reason: str,
) -> Sprint:
    for _ in range(STEP_CAP):
        turn = around.turn(session)
        step = _next_step(flow, turn)
        if step is None:
            return Sprint(None, says, commands, "finished")
        if isinstance(step, Tell):
            says = (*says, step.say(turn))
            session = session.answer({step.key: step.mark(turn)})
        elif isinstance(step, Do):
            waiting = session.evolve(at=step.key)
            return Sprint(
                waiting, says, (*commands, step.command(turn)), "needs_doing", waits_for_result=True
            )
        else:
            return Sprint(session.evolve(at=step.key), (*says, step.prompt(turn)), commands, reason)
    raise RunawayFlowError(flow.name)


def _next_step(flow: Flow, turn: Turn) -> Step | None:
    """Return the first step that applies and is not answered yet."""
    return next((s for s in flow.steps if s.key not in turn.session.answers and s.when(turn)), None)
