"""The ceilings of Zalo Bot's free plan, counted for the operator. They warn; they never hold anything back."""

from dataclasses import dataclass
from datetime import datetime

from bot.channels.zalo_bot.incoming import NAME
from domain.calendar import local
from messages.envelope import Text
from storage.unit_of_work import UnitOfWork

MESSAGES, USERS, GROUPS = 3000, 50, 3  # a month, a bot, a bot: reference/messaging-apis.md 0.4
WARN_AT = 0.8


@dataclass(frozen=True, slots=True)
class Used:
    """How much of one ceiling is used; `name` is messages, users or groups."""

    name: str
    used: int
    cap: int

    @property
    def share(self) -> float:
        """Return the used part, 1.0 for all of it."""
        return self.used / self.cap

    @property
    def text(self) -> Text:
        """Return the sentence that tells it."""
        return Text(f"zalo-bot-cap-{self.name}", {"used": str(self.used), "cap": str(self.cap)})

    @property
    def warning(self) -> Text | None:
        """Return the warning, None below 80 %."""
        if self.share < WARN_AT:
            return None
        key = "zalo-bot-cap-reached" if self.share >= 1 else "zalo-bot-cap-near"
        return Text(key, {"what": self.text})


def usage(uow: UnitOfWork, now: datetime) -> tuple[Used, ...]:
    """Return what is used of each ceiling of the free plan at `now`; a month is one of Vietnam's."""
    month = local(now).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    chats = uow.usage.chats(NAME)
    return (
        Used("messages", uow.usage.calls_since(NAME, month), MESSAGES),
        Used("users", chats.private, USERS),
        Used("groups", chats.groups, GROUPS),
    )


def warnings(uow: UnitOfWork, now: datetime) -> tuple[Text, ...]:
    """Return a sentence for each ceiling of which at least 80 % is used."""
    return tuple(one.warning for one in usage(uow, now) if one.warning is not None)
