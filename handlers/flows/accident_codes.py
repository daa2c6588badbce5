"""The factor that injured and the main cause, offered from the description: asked of employers and officers. Pure."""

from domain import causes, forms
from domain.vietnamese.fold import fold
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Ask, Turn
from handlers.flows import accident_aside as aside
from handlers.flows import accident_reading as reading
from handlers.flows import accident_words as words
from handlers.flows.accident_first import held
from handlers.flows.accident_place import NOT_CLEAR
from handlers.flows.consent_steps import agreed
from messages.envelope import Option, Say, Text

QUESTIONS = ("factor", "cause")
ASKED_OF = ("employer", "officer")
_OTHER = {"other", "khac", "muc khac", "nguyen nhan khac", "yeu to khac"}


def description(turn: Turn) -> str:
    """Return all that was told of how it happened."""
    told = [turn.answer("opening", ""), turn.answer("what", ""), *turn.answer("remarks", [])]
    return "\n".join(told)


def _options(question: str, found: tuple[causes.CodeCandidate, ...]) -> tuple[Option, ...]:
    return (
        *(Option(f"{question}:{one.code}", one.name) for one in found),
        Option(f"{question}:other", Text("accident-code-other")),
        NOT_CLEAR,
    )


def all_options(question: str) -> tuple[Option, ...]:
    """Return every code of the list as a choice."""
    listed = (Option(f"{question}:{code}", name) for code, name in forms.codes(question).names)
    return (*listed, NOT_CLEAR)


def read_code(question: str, answer: Answer) -> Outcome | None:
    """Understand a code that was picked or told in plain words; None where the words are none."""
    picked = (answer.picked or "").removeprefix(f"{question}:")
    if answer.picked is None and fold(answer.text).strip(" .!") in _OTHER:
        picked = "other"
    if picked == "other":
        return Retry(Say(f"accident-{question}-list", options=all_options(question)))
    if picked in dict(forms.codes(question).names):
        return got(question, picked)
    if answer.picked is not None:
        return None
    found = causes.candidates(question, answer.text)
    if len(found) == 1 or (found and found[0].score > found[1].score):
        return got(question, found[0].code)
    return Retry(Say(f"accident-ask-{question}", options=_options(question, found))) if found else None


def got(question: str, code: str) -> Got:
    """Return the code as an answer that says it back."""
    line = Text(f"accident-heard-{question}", {"what": forms.code_name(question, code)})
    return Got({question: code}, words.noted([line]))


def ask(question: str, turn: Turn) -> Say:
    """Ask for a code, those first that the description suggests; the whole list where it suggests none."""
    found = causes.candidates(question, description(turn))
    if not found:
        return Say(f"accident-{question}-list", options=all_options(question))
    return Say(f"accident-ask-{question}", options=_options(question, found))


def _step(question: str) -> Ask:
    def prompt(turn: Turn) -> Say:
        return ask(question, turn)

    def read(answer: Answer, turn: Turn) -> Outcome:
        outcome = read_code(question, answer)
        came = outcome or aside.of_words(answer, turn, question)
        came = came or reading.keep_what_came(answer, turn) or reading.unsure(answer, question)
        return came or reading.no_words(answer, prompt(turn)) or Retry(prompt(turn))

    def applies(turn: Turn) -> bool:
        if not agreed(turn) or turn.answer("role") not in ASKED_OF:
            return False
        return bool(causes.candidates(question, description(turn)))

    return held(Ask(question, prompt, read, when=applies, skippable=True))


STEPS: tuple[Ask, ...] = tuple(_step(question) for question in QUESTIONS)
