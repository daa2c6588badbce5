"""What is asked after consent, one question a message, everything skippable; then the review. Pure."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from domain.calendar import local
from domain.vietnamese.commute_words import may_be_commute
from domain.vietnamese.fold import fold
from domain.vietnamese.jest import is_doubtful
from domain.vietnamese.moments import Moment, MomentType, read_moment
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Ask, Condition, Tell, Turn
from handlers.flows import accident_aside as aside
from handlers.flows import accident_besides as besides
from handlers.flows import accident_codes, accident_victims
from handlers.flows import accident_reading as reading
from handlers.flows import accident_words as words
from handlers.flows.accident_first import held
from handlers.flows.accident_place import NOT_CLEAR, SKIP, ask_commune, read_place
from handlers.flows.consent_steps import agreed, said_before
from handlers.services import case_facts
from handlers.services.case_facts import INJURIES
from messages.envelope import Option, Say, Text

LATER = Option(SKIP, Text("accident-later"))
PASS = Option(SKIP, Text("choice-skip"))
ROLES = ("victim", "colleague", "relative", "passer_by", "employer", "officer")
_ROLE_WORDS = {
    "victim": ("nan nhan", "toi bi", "chinh toi", "victim"),
    "colleague": ("dong nghiep", "lam cung", "cong nhan", "colleague"),
    "relative": ("nguoi nha", "nguoi than", "vo", "chong", "bo", "me", "con", "anh em", "relative"),
    "passer_by": ("nguoi di duong", "di qua", "nguoi dan", "hang xom", "passer-by"),
    "employer": ("chu", "giam doc", "quan ly", "doanh nghiep", "cong ty", "an toan", "employer"),
    "officer": ("can bo", "cong chuc", "officer"),
}
CONTRACTS = ("yes", "no", "unknown")
_CONTRACT_WORDS = {
    "unknown": ("khong ro", "khong biet", "chua ro", "not known"),
    "no": ("khong", "tu do", "khoan", "thoi vu", "no"),
    "yes": ("co", "hop dong", "yes"),
}
MOST_OFFERED = 4
_PARTS = ("dawn", "morning", "noon", "afternoon", "evening", "night")


def _agreed_by_name(turn: Turn) -> bool:
    """Whether what lets the reporter be guessed may be asked: who they are in it, what the victim is called."""
    return agreed(turn) and not reading.keeps_private(turn)


def choice(
    key: str,
    values: tuple[str, ...],
    said: Mapping[str, tuple[str, ...]],
    also: Option,
    when: Condition = agreed,
) -> Ask:
    """Return a question with fixed answers, tapped or said in one's own words."""
    options = (*(Option(f"{key}:{v}", Text(f"accident-{key}-{v.replace('_', '-')}")) for v in values), also)

    def read(answer: Answer, turn: Turn) -> Outcome:
        if answer.picked is not None and answer.picked.removeprefix(f"{key}:") in values:
            return Got({key: answer.picked.removeprefix(f"{key}:")})
        hint = Say("choose-one", options=options)
        came = aside.of_words(answer, turn, key) or aside.employer(answer)
        came = came or reading.keep_what_came(answer, turn) or reading.no_words(answer, hint)
        if came is not None:
            return came
        taken = besides.taken(answer, turn) or _fact(answer.text, turn)
        if taken is not None:
            return taken
        padded = f" {fold(answer.text)[:80]} "
        found = next((v for v, heard in said.items() if any(f" {w} " in padded for w in heard)), None)
        return Got({key: found}) if found else Retry(hint)

    prompt = Say(f"accident-ask-{key}", options=options)
    return held(Ask(key, lambda _turn: prompt, read, when=when, skippable=True))


def _fact(text: str, turn: Turn) -> Got | None:
    """Take a fact that stands in the words and was not asked for; None where there is none."""
    told = reading.harm_in(text, turn)
    told = told if told.values else reading.place_said(text, turn)
    return Got(told.values, words.noted(told.lines)) if told.values else None


def free_words(key: str, prompt: Callable[[Turn], Say], when: Condition = agreed) -> Ask:
    """Return a question whose answer may be any words."""

    def read(answer: Answer, turn: Turn) -> Outcome:
        hint = Say("accident-words-how", options=(PASS,))
        came = (
            aside.of_words(answer, turn, key)
            or reading.keep_what_came(answer, turn)
            or reading.no_words(answer, hint)
        )
        if came is not None:
            return came
        if key != "what":
            return besides.taken(answer, turn) or Got({key: answer.text})
        if said_before(answer):
            return Got({}, Say("accident-button-used"))
        told = reading.facts_in(answer.text, turn, fields=("happened",))
        known = besides.victims(answer.text, turn)
        echo = words.noted((*told.lines, *known.lines)) or Say("accident-words-kept")
        doubt = {"doubtful": True} if is_doubtful(answer.text) else {}
        return Got({**told.values, **known.values, **doubt, key: answer.text}, echo)

    return held(Ask(key, prompt, read, when=when, skippable=True, free_text=True, heeds=True))


# When


def _ask_happened(_turn: Turn) -> Say:
    return Say("accident-ask-happened", options=(Option("when:now", Text("accident-just-now")), NOT_CLEAR))


def _read_happened(answer: Answer, turn: Turn) -> Outcome:
    hint = Say("accident-when-how", options=(NOT_CLEAR,))
    if answer.picked is not None and answer.picked.startswith("when:"):
        return _picked_when(answer.picked.removeprefix("when:"), turn)
    came = aside.steered(answer, turn) or aside.asked(answer) or aside.employer(answer)
    came = came or aside.corrected(answer, turn)
    came = came or reading.keep_what_came(answer, turn) or reading.no_words(answer, hint)
    came = came or reading.unsure(answer, "happened")
    if came is not None:
        return came
    when = read_moment(answer.text[: reading.SCAN], turn.now)
    if when.type == MomentType.FUTURE:
        return Retry(Say("accident-when-future", options=(NOT_CLEAR,)))
    if when.type == MomentType.AMBIGUOUS and when.candidates:
        return Retry(Say("accident-when-which", options=_candidates(when)))
    taken = besides.taken(answer, turn)
    if when.value is None:
        return taken or _fact(answer.text, turn) or Retry(hint)
    happened = _happened(reading.moment_value(when))
    return happened if taken is None else Got({**taken.values, **happened.values}, taken.echo)


def _candidates(when: Moment) -> tuple[Option, ...]:
    offered = when.candidates[:MOST_OFFERED]
    return (*(Option(f"when:{told}", words.moment(_value_of(told))) for told in offered), NOT_CLEAR)


def _value_of(told: str) -> dict[str, Any]:
    """Return a candidate in the form that is kept: its shape says what it is."""
    first, _, last = told.partition("/")
    if not last:
        return {"type": "datetime" if len(first) > 10 else "date", "value": told}
    return {"type": "interval" if last[:1].isdigit() else "date_part", "value": told}


def _picked_when(told: str, turn: Turn) -> Outcome:
    if told == "now":
        at = turn.now.replace(second=0, microsecond=0)
        return _happened({"type": "datetime", "value": at.isoformat()})
    if not _may_have_been(told, turn.now):
        return Got({}, Say("accident-button-used"))
    return _happened(_value_of(told))


def _may_have_been(told: str, now: datetime) -> bool:
    """Whether the payload of a time is one this flow may have offered: well formed, and begun by now."""
    first, _, last = told.partition("/")
    begun = _begun(first, now)
    if begun is None or not begun:
        return False
    return not last or last in _PARTS or (last[:1].isdigit() and _begun(last, now) is not None)


def _begun(told: str, now: datetime) -> bool | None:
    """Whether a date or an instant with its offset has come; None where it is neither."""
    try:
        if len(told) == 10:
            return date.fromisoformat(told) <= local(now).date()
        at = datetime.fromisoformat(told)
    except ValueError:
        return None
    return None if at.tzinfo is None else at <= now


def _happened(value: dict[str, Any]) -> Got:
    return Got({"happened": value}, words.noted([Text("accident-dot", {"what": words.moment(value)})]))


# Pictures


def _ask_media(turn: Turn) -> Say:
    key = "accident-ask-media-more" if turn.answer("photos") else "accident-ask-media"
    return Say(key, options=(Option("media:done", Text("accident-media-done")),))


def _read_media(answer: Answer, turn: Turn) -> Outcome:
    if answer.picked == "media:done" or fold(answer.text).startswith(("xong", "het roi", "done")):
        return Got({"media": True})
    hint = Say("accident-media-how", options=(Option("media:done", Text("accident-media-done")),))
    came = (
        aside.of_words(answer, turn, "media")
        or reading.keep_what_came(answer, turn)
        or reading.no_words(answer, hint)
    )
    came = came or besides.taken(answer, turn)
    if came is not None:
        return came
    return reading.remark(answer, turn, Say("accident-remark-kept"))


# Review

REVIEWED = (
    "people",
    "place",
    "phone",
    "what",
    "role",
    "contract",
    "during",
    "happened",
    "workplace",
    "victims",
    "factor",
    "cause",
)
SHOWN = (*REVIEWED, *INJURIES, "names", "photos", "locations", "remarks")


def _summary(turn: Turn) -> Say:
    told = turn.session.answers
    told = case_facts.without_identity(told) if reading.keeps_private(turn) else told
    found = words.lines(told, SHOWN, turn.language, 60)
    return Say("accident-review", {"lines": found or [Text("accident-review-nothing")]})


def _ask_review(_turn: Turn) -> Say:
    options = (Option("look:ok", Text("accident-review-ok")), Option("look:fix", Text("choice-fix")))
    return Say("accident-ask-review", options=options)


def _read_review(answer: Answer, turn: Turn) -> Outcome:
    said = fold(answer.text).strip(" .!") if answer.picked is None else ""
    if answer.picked == "look:ok" or said in ("dung", "dung roi", "ok", "gui", "gui di", "yes", "right"):
        return Got({"review": True})
    if answer.picked == "look:fix" or said in ("sai", "sai roi", "chua dung", "no", "fix"):
        return Retry(aside.ask_what_to_fix(turn))
    came = aside.steered(answer, turn) or aside.asked(answer) or aside.corrected(answer, turn)
    came = came or reading.keep_what_came(answer, turn) or reading.no_words(answer, _ask_review(turn))
    came = came or besides.taken(answer, turn)
    if came is not None:
        return came
    told = reading.facts_in(answer.text, turn, corrects=True)
    return Got(told.values, words.noted(told.lines)) if told.values else _remark(answer, turn)


def _remark(answer: Answer, turn: Turn) -> Outcome:
    return reading.remark(answer, turn, Say("accident-words-added"))


WHERE = ("commuting", "work", "unknown")
_WHERE_WORDS = {
    "unknown": ("khong ro", "khong biet", "chua ro", "not known"),
    "commuting": ("tren duong", "duong di lam", "di lam", "di ve", "tan ca", "ve nha", "way"),
    "work": ("dang lam", "trong ca", "luc lam", "lam viec", "work"),
}


def _may_be_commute(turn: Turn) -> bool:
    return agreed(turn) and may_be_commute(accident_codes.description(turn))


def _wants_commune(turn: Turn) -> bool:
    """Whether a place was told, in words or by a position, and no commune: who said "chưa rõ" is not asked again."""
    told = turn.answer("place", {}) or turn.answer("locations")
    return (
        agreed(turn)
        and bool(told)
        and "unit" not in turn.answer("place", {})
        and bool(turn.facts["communes"])
    )


STEPS: tuple[Ask | Tell, ...] = (
    free_words("what", lambda _turn: Say("accident-ask-what", options=(LATER,))),
    Ask(
        "commune",
        ask_commune,
        lambda answer, turn: read_place(answer, turn, "commune"),
        when=_wants_commune,
        skippable=True,
    ),
    choice("role", ROLES, _ROLE_WORDS, PASS, _agreed_by_name),
    choice("contract", CONTRACTS, _CONTRACT_WORDS, PASS),
    choice("during", WHERE, _WHERE_WORDS, PASS, _may_be_commute),
    held(Ask("happened", _ask_happened, _read_happened, when=agreed, skippable=True)),
    free_words("workplace", lambda _turn: Say("accident-ask-workplace", options=(NOT_CLEAR,))),
    *accident_victims.STEPS,
    *accident_codes.STEPS,
    Ask("media", _ask_media, _read_media, when=agreed, skippable=True),
    Tell("summary", _summary, when=agreed, again=True),
    Ask("review", _ask_review, _read_review, when=agreed, skippable=True),
)
