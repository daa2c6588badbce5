"""`baoan costs`: what messages cost in a month, by channel and way, and what the month will come to."""

import argparse
from datetime import UTC, date, datetime
from typing import Any

from bot.commands.database import opened
from bot.commands.output import emit, line, say, tell
from bot.settings import Settings
from domain.costs import month_of, price_list
from domain.errors import BadInputError
from messages.envelope import Text
from messages.words import grouped
from storage.unit_of_work import UnitOfWork


def add(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the parser."""
    costs = commands.add_parser("costs", help="what messages cost in a month, and will")
    costs.add_argument("--month", metavar="YYYY-MM", help="this month where it is left out")
    costs.add_argument("--json", action="store_true")
    costs.set_defaults(run=_costs)


def checked(settings: Settings, uow: UnitOfWork, now: datetime) -> list[str]:
    """Return the sentence for `baoan check`; none where no channel costs anything and no cap is set."""
    from handlers import costs_words  # noqa: PLC0415
    from handlers.services import costs  # noqa: PLC0415

    if not settings.has_zalo_oa and settings.monthly_spending_cap is None:
        return []
    return [_words(costs_words.check(costs.figures(uow, settings.spending, month_of(now), now)))]


def _costs(arguments: argparse.Namespace) -> int:
    from domain.policy import default_policy  # noqa: PLC0415
    from handlers.services import calendars, costs, policies  # noqa: PLC0415

    now = datetime.now(UTC)
    month = _month(arguments.month) if arguments.month else month_of(now)
    office = Settings.load().spending
    with opened() as database, database.reading() as uow:
        coming = costs.coming(
            uow, policies.office(uow, default_policy()), calendars.adopted(uow), office, month, now
        )
        found = costs.figures(uow, office, month, now, coming)
    if arguments.json:
        emit(_plain(found), indent=True)
    else:
        _show(found)
    return 0


def _month(given: str) -> date:
    try:
        return datetime.strptime(given, "%Y-%m").replace(tzinfo=UTC).date()
    except ValueError as error:
        raise BadInputError("costs-month-form", given=given) from error


def _show(found: Any) -> None:
    from handlers import costs_words  # noqa: PLC0415

    line(_words(costs_words.check(found)))
    rows = [tuple(say(f"costs-head-{name}") for name in ("channel", "way", "messages", "cost", "unknown"))]
    for one in found.lines:
        way = say(f"costs-way-{one.tariff.value if one.tariff else 'unknown'}")
        numbers = (grouped("vi", n) for n in (one.sum.messages, one.sum.cost, one.sum.unknown))
        rows.append((say(f"channel-{one.channel}"), way, *numbers))
    if found.lines:
        for row in rows:
            line("\t".join(row))
    else:
        tell("costs-none")
    if found.withheld:
        tell("costs-withheld", count=found.withheld)
    for words in costs_words.below(found):
        line(_words(words))


def _words(words: Text) -> str:
    return say(words.key, **words.params)


def _plain(found: Any) -> dict[str, Any]:
    """Return the figures as JSON; money in đồng, and every price we know with where it was read."""

    def plain(one: Any) -> dict[str, int]:
        return {"messages": one.messages, "cost": one.cost, "unknown": one.unknown}

    return {
        "month": f"{found.month:%Y-%m}",
        "as_of": found.as_of.isoformat(),
        "lines": [
            {"channel": one.channel, "way": one.tariff and one.tariff.value, **plain(one.sum)}
            for one in found.lines
        ],
        "total": plain(found.total),
        "cap": found.cap,
        "percent": found.percent,
        "state": found.state.value,
        "withheld": found.withheld,
        "forecast": found.forecast and plain(found.forecast),
        "plan": {"name": found.plan, "yearly_fee": found.yearly_fee},
        "prices": [
            {
                "of": list(one.of),
                "cost": one.dong,
                "since": one.since and one.since.isoformat(),
                "until": one.until and one.until.isoformat(),
                "certainty": one.certainty,
                "source": one.source,
            }
            for one in price_list()
        ],
    }
