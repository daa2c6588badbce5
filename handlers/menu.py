"""What a person is shown who has not said what they want: by role, most needed first."""

import re

from domain.vietnamese.fold import fold
from handlers.acting import Acting
from handlers.conversation.answers import Answer
from handlers.entry import Answered, Begin, Start
from messages.envelope import Choice, InboundKind, Option, Say, Text
from messages.render import label
from storage.records import Person

_CODE = re.compile(r"\b(MOI|NOI)[- ]?([A-Z0-9]{5})[- ]?([A-Z0-9]{5})\b")

REPORT = Option("report:accident", Text("menu-report-accident"))
HAZARD = Option("report:hazard", Text("menu-report-hazard"))
DISEASE = Option("report:disease", Text("menu-report-disease"))
EQUIPMENT = Option("report:equipment", Text("menu-report-equipment"))
MY_CASES = Option("status:cases", Text("menu-my-cases"))
MY_TASKS = Option("status:tasks", Text("menu-my-tasks"))
ALL_TASKS = Option("status:tasks", Text("choice-all-tasks"))
PROGRESS = Option("progress:start", Text("menu-progress"))
OVERVIEW = Option("status:overview", Text("menu-overview"))
MISSING = Option("status:missing", Text("menu-missing"))
WAITING = Option("review:waiting", Text("menu-waiting"))
LAID_BEFORE = Option("review:waiting", Text("menu-laid-before"))
PLANS = Option("plan:list", Text("menu-plans"))
REQUESTS = Option("request:list", Text("menu-requests"))
INVITE = Option("invite:start", Text("menu-invite"))
HANDOFF = Option("handoff:start", Text("menu-handoff"))
LANGUAGE = Option("settings:language", Text("menu-language"))
MENU = Option("nav:menu", Text("menu-open"))
HELP = Option("nav:help", Text("menu-help"))
_MARK = re.compile(r"^[\W_]+")


def options_for(by: Acting) -> tuple[Option, ...]:
    """Return what the person's roles let them do, most needed first."""
    return _options_of(by.person)


def shortcuts(person: Person) -> tuple[Choice, ...]:
    """Return what a platform may always offer a person beside the talk: their menu, in plain words."""
    return tuple(
        Choice(option.payload, plain_label(option, person.language))
        for option in (*_options_of(person), MENU, HELP)
    )


def shortcuts_of_strangers(language: str) -> tuple[Choice, ...]:
    """Return the shortcuts of whoever holds no role."""
    return shortcuts(Person(0, None, language))


def plain_label(option: Option, language: str) -> str:
    """Return what an option is called, without the mark before it."""
    return _MARK.sub("", label(language, option.label))


def _options_of(person: Person) -> tuple[Option, ...]:
    if person.has_role("coordinator", "admin"):
        return (WAITING, OVERVIEW, MISSING, PLANS, REQUESTS, INVITE, REPORT, LANGUAGE)
    if person.has_role("leader"):
        return (LAID_BEFORE, OVERVIEW, MISSING, REPORT, LANGUAGE)
    if person.has_role("focal", "deputy", "head"):
        return (PROGRESS, MY_TASKS, OVERVIEW, REPORT, MY_CASES, LANGUAGE)
    if person.employers:
        return (PROGRESS, MY_TASKS, REPORT, HAZARD, DISEASE, EQUIPMENT, MY_CASES, HANDOFF, LANGUAGE)
    if person.has_role("employer"):
        return (REPORT, HAZARD, DISEASE, EQUIPMENT, MY_CASES, HANDOFF, LANGUAGE)
    return (REPORT, HAZARD, DISEASE, MY_CASES, HANDOFF, LANGUAGE)


def menu(by: Acting) -> Say:
    """Return the menu."""
    return Say("menu", {"office": by.around.office}, options=options_for(by))


def named(by: Acting, said: str) -> str | None:
    """Return the payload of the menu entry whose label was typed, shown or not; None where none was."""
    wanted = _bare(said)
    entries = options_for(by)
    if MY_TASKS in entries:
        entries = (*entries, ALL_TASKS)
    return next((o.payload for o in entries if _bare(label(by.person.language, o.label)) == wanted), None)


def _bare(words: str) -> str:
    return "".join(c for c in fold(words) if c.isalnum() or c == " ").strip()


def help_text(by: Acting) -> Say:
    """Return what the bot can do and how to reach a person."""
    hotline = Text("hotline", {"number": by.around.hotline}) if by.around.hotline else Text("hotline-none")
    return Say("help", {"hotline": hotline}, options=(HANDOFF,))


def not_understood(by: Acting, answer: Answer) -> Say:
    """Return the menu under an honest sentence; a long text is not thrown away, it stays in the inbox."""
    key = "not-understood-long" if len(answer.text) > 300 else "not-understood"
    return Say(key, options=options_for(by))


def invitation_code(text: str) -> str | None:
    """Return the code in a message (also after /start) that invites or joins two apps, or None."""
    found = _CODE.search(fold(text).upper())
    return f"{found[1]}-{found[2]}-{found[3]}" if found else None


def unexpected(by: Acting, answer: Answer) -> Start:
    """Ask what a picture, file, place or card that came out of the blue belongs to; it is kept meanwhile."""
    if answer.kind is InboundKind.FILE and by.person.has_role("coordinator", "admin"):
        return Begin("review_plan", {"file": answer.attachment})
    key = {
        InboundKind.PHOTO: "unexpected-photo",
        InboundKind.VOICE: "unexpected-voice",
        InboundKind.FILE: "unexpected-file",
        InboundKind.LOCATION: "unexpected-location",
    }.get(answer.kind, "unexpected-other")
    return Answered((Say(key, options=options_for(by)),))
