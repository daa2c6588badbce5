"""What the Zalo Official Account channel needs to know, and what it allows; secrets stay out of its repr."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time

from bot.settings import Settings
from domain.costs import FREE_FOR, OPEN_FOR, WINDOWED, Spending
from domain.ways import Allows, Topic

NAME = WINDOWED
REMINDER, ACCIDENT, REPORT_STATE = "REMINDER", "ACCIDENT", "REPORT_STATE"
TEMPLATES: Mapping[Topic, str] = {
    Topic.REMINDER: REMINDER,
    Topic.ALARM: ACCIDENT,
    Topic.DECISION: REPORT_STATE,
}
"""Which template stands for a notice, by what it is about."""

ANONYMOUS = "anon:"
"""How the chat of somebody who is not signed in begins: `anon:<conversation>:<id>`."""
API_BASE = "https://openapi.zalo.me"
OAUTH_BASE = "https://oauth.zaloapp.com"
BUSINESS_BASE = "https://business.openapi.zalo.me"


@dataclass(frozen=True, slots=True)
class ZaloSettings:
    """One Official Account and the application that speaks for it.

    `secret_key` is the OA secret key that signs webhooks, `app_secret` the application's; bases are origins.
    `templates` maps REMINDER, ACCIDENT and REPORT_STATE to the ids of approved ZBS templates;
    `template_hours` are local, and templates leave between them only. `spending` is what the office pays.
    """

    app_id: str
    app_secret: str = field(repr=False)
    secret_key: str = field(repr=False)
    oa_id: str
    api_base: str = API_BASE
    oauth_base: str = OAUTH_BASE
    business_base: str = BUSINESS_BASE
    rate_per_minute: int = 100
    templates: Mapping[str, str] = field(default_factory=dict)
    template_hours: tuple[time, time] = (time(7), time(21, 30))
    spending: Spending = field(default_factory=Spending)

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the settings without which nothing works; the OA secret key may be the application's own."""
        needed = {"APP_ID": self.app_id, "APP_SECRET": self.app_secret, "ID": self.oa_id}
        return tuple(f"BAOAN_ZALO_OA_{name}" for name, value in needed.items() if not value)


def templates_in(settings: Settings) -> Mapping[str, str]:
    """Return the ids of the approved templates that are set."""
    return {
        name: found
        for name in TEMPLATES.values()
        if (found := getattr(settings, f"zbs_template_{name.lower()}"))
    }


def allows(templates: Mapping[str, str], per_minute: int) -> Allows:
    """Return what an Official Account allows with these templates and this package."""
    topics = frozenset(topic for topic, name in TEMPLATES.items() if templates.get(name))
    return Allows(
        free=FREE_FOR,
        open=OPEN_FOR,
        templates=topics,
        phones=bool(topics),
        anonymous=ANONYMOUS,
        per_minute=per_minute,
    )
