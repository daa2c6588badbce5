"""Questions shared by reports that are no cry for help: a disease, a machine. All are skippable. Pure."""

from collections.abc import Callable, Mapping

from domain import diseases
from domain.vietnamese.fold import fold
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Ask, Condition, Turn
from handlers.flows import accident_first, accident_place, consent_steps
from handlers.flows import accident_reading as reading
from handlers.flows import accident_words as words
from handlers.flows.accident_place import NOT_CLEAR
from messages.envelope import Option, Say, Text

MOST = 500
DONE = Option("media:done", Text("accident-media-done"))
ACCIDENT = Option("report:accident", Text("menu-report-accident"))
_DONE = ("xong", "het roi", "khong", "done", "no")
_NOTHING = frozenset({"khong", "khong co", "ko", "k", "chua", "chua biet", "no", "none"})


def by_name(turn: Turn) -> bool:
    """Whether what lets the reporter be guessed may be asked."""
    return consent_steps.agreed(turn) and not reading.keeps_private(turn)


def choice(
    key: str, values: Mapping[str, tuple[str, ...]], label: str, when: Condition = consent_steps.agreed
) -> Ask:
    """Return a question with fixed answers, tapped or said; `label` begins the keys of their words.

    What was said is looked for from the last value on, so that "không có" is no "có".
    """
    options = (
        *(Option(f"{key}:{value}", Text(f"{label}-{value.replace('_', '-')}")) for value in values),
        NOT_CLEAR,
    )
    prompt = Say(f"kind-ask-{key.replace('_', '-')}", options=options)

    def read(answer: Answer, turn: Turn) -> Outcome:
        picked = (answer.picked or "").removeprefix(f"{key}:")
        if answer.picked is not None and picked in values:
            return Got({key: picked})
        came = reading.keep_what_came(answer, turn) or reading.no_words(answer, prompt)
        came = came or reading.unsure(answer, key)
        if came is not None:
            return came
        padded = f" {fold(answer.text)[:120]} "
        found = next(
            (v for v, heard in reversed(list(values.items())) if any(f" {w} " in padded for w in heard)), None
        )
        return Got({key: found}) if found else Retry(Say("choose-one", options=options))

    return Ask(key, lambda _turn: prompt, read, when=when, skippable=True)


def line(
    key: str, when: Condition = consent_steps.agreed, *, needed: bool = False, ask: str | None = None
) -> Ask:
    """Return a question whose answer is kept as it was told; without a `needed` one nothing can be kept."""
    prompt = Say(ask or f"kind-ask-{key.replace('_', '-')}", options=() if needed else (NOT_CLEAR,))

    def read(answer: Answer, turn: Turn) -> Outcome:
        came = reading.keep_what_came(answer, turn) or reading.no_words(answer, prompt)
        came = came or (None if needed else reading.unsure(answer, key))
        if came is not None:
            return came
        if diseases.sounds_sudden(answer.text):
            return Retry(Say("kind-sudden", options=(ACCIDENT, NOT_CLEAR), urgent=True))
        if fold(answer.text).strip(" .!") in _NOTHING:
            return Retry(prompt) if needed else Got({key: None})
        told = " ".join(answer.text.split())[:MOST]
        return Got({key: told}, words.noted([Text("accident-dot", {"what": words.shortened(told)})]))

    return Ask(key, lambda _turn: prompt, read, when=when, skippable=not needed, free_text=True)


def place(key: str) -> Ask:
    """Return the question for the commune, asked in the words of `key`."""

    def prompt(turn: Turn) -> Say:
        return Say(key, options=accident_place.ask_commune(turn).options)

    return Ask("place", prompt, accident_place.read_place, when=consent_steps.agreed, skippable=True)


def phone() -> Ask:
    """Return the question for a number to ring."""

    def prompt(turn: Turn) -> Say:
        return Say("hazard-ask-phone", options=accident_first.ask_phone(turn).options, numeric=True)

    return Ask("phone", prompt, accident_first.read_phone_answer, when=by_name, skippable=True)


def media(key: str) -> Ask:
    """Return the question for pictures and files, asked in the words of `key`."""

    def prompt(turn: Turn) -> Say:
        came = turn.answer("photos") or turn.answer("files")
        return Say("accident-ask-media-more" if came else key, options=(DONE,))

    def read(answer: Answer, turn: Turn) -> Outcome:
        if answer.picked == DONE.payload or fold(answer.text).startswith(_DONE):
            return Got({"media": True})
        hint = Say("accident-media-how", options=(DONE,))
        came = reading.keep_what_came(answer, turn) or reading.no_words(answer, hint)
        return came or reading.remark(answer, turn, Say("accident-remark-kept"))

    return Ask("media", prompt, read, when=consent_steps.agreed, skippable=True)


def candidate(
    key: str, offered: Callable[[str, Turn], tuple[tuple[str, str], ...]], said: str, other: str
) -> Ask:
    """Return the question which line of a list is meant by what was told at `said`; `other` labels "none"."""

    def options(text: str, turn: Turn) -> tuple[Option, ...]:
        lines = tuple(Option(f"{key}:{code}", name) for code, name in offered(text, turn))
        return (*lines, Option(f"{key}:other", Text(other)), NOT_CLEAR)

    def prompt(turn: Turn) -> Say:
        return Say(f"kind-ask-{key.replace('_', '-')}", options=options(turn.answer(said, ""), turn))

    def read(answer: Answer, turn: Turn) -> Outcome:
        picked = (answer.picked or "").removeprefix(f"{key}:")
        if picked == "other" or fold(answer.text).strip(" .!") in ("khac", "benh khac", "loai khac", "other"):
            return Got({key: None})
        known = dict(offered(turn.answer(said, ""), turn))
        if answer.picked is not None and picked in known:
            return Got({key: picked}, words.noted([Text("accident-dot", {"what": known[picked]})]))
        came = reading.keep_what_came(answer, turn) or reading.no_words(answer, prompt(turn))
        came = came or reading.unsure(answer, key)
        if came is not None:
            return came
        told = offered(answer.text, turn)
        if len(told) == 1:
            return Got({key: told[0][0]}, words.noted([Text("accident-dot", {"what": told[0][1]})]))
        return Retry(Say("choose-one", options=options(answer.text if told else turn.answer(said, ""), turn)))

    def applies(turn: Turn) -> bool:
        return consent_steps.agreed(turn) and bool(offered(turn.answer(said, ""), turn))

    return Ask(key, prompt, read, when=applies, skippable=True, free_text=True)
