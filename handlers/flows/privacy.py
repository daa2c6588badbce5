"""Being kept out of one's own report, asked for in plain words at any time; and who knows what, said honestly."""

from collections.abc import Sequence

from handlers.acting import Acting
from handlers.entry import Answered, Entry, Start
from handlers.services import privacy
from messages.envelope import Say, Text
from storage.unit_of_work import UnitOfWork


def platform(channel: str) -> Text:
    """Return what the platform itself knows of whoever writes there."""
    for name in ("zalo", "telegram"):
        if channel.startswith(name):
            return Text(f"privacy-platform-{name}")
    return Text("privacy-platform-web")


def explained(ways: Sequence[str]) -> Text:
    """Return what the ways not to be named mean."""
    return Text("privacy-ways" if privacy.CONFIDENTIAL in ways else "privacy-ways-anonymous")


def _on_tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    knows = platform(by.address.channel)
    match args:
        case ["who"]:
            return Answered((Say("privacy-who-knows", {"platform": knows}),))
        case [mode] if mode in privacy.MODES:
            return Answered((_keep(uow, by, mode), Say("privacy-platform", {"platform": knows})))
    return Answered((Say("button-old"),))


def _keep(uow: UnitOfWork, by: Acting, mode: str) -> Say:
    """Keep the reporter of their newest case out of it, and say how that is done."""
    case = next(iter(uow.accidents.of_reporter(by.person.id)), None)
    if case is None:
        return Say("privacy-first")
    if case.privacy in (mode, privacy.ANONYMOUS):
        return Say("privacy-already", {"code": case.code})
    kept = privacy.keep_private(uow, privacy.KeepPrivate(case.code, mode), by)
    return Say(f"privacy-kept-{kept}")


ENTRY = Entry("privacy", taps={"privacy": _on_tap})
