"""A month's costs in words: the same lines in the chat and on the command line."""

from collections.abc import Sequence

from domain.costs import CapState, Sum, Tariff
from handlers.services.costs import Line, Month, month_words
from messages.envelope import Text
from messages.words import Money


def total(found: Month) -> Text:
    """Return what a month has cost, and what part of the cap that is."""
    sums = found.total
    return Text("costs-total", {"spent": Money(sums.cost), "unknown": _unknown(sums), "share": _share(found)})


def lines(found: Month) -> list[Text]:
    """Return a line for each channel and way, then what was kept back."""
    shown = [_line(line) for line in found.lines] or [Text("costs-none")]
    return [*shown, Text("costs-withheld", {"count": found.withheld})] if found.withheld else shown


def below(found: Month) -> Sequence[Text]:
    """Return what stands under the lines: the forecast, the plan's fee, where the figures come from."""
    shown = [Text("costs-over")]
    if found.forecast is not None:
        sums = found.forecast
        params = {"count": sums.messages, "spent": Money(sums.cost), "unknown": _unknown(sums)}
        shown = [Text("costs-forecast", params)]
    if found.plan is not None:
        plan = Text(f"costs-plan-{found.plan}")
        known = found.yearly_fee
        shown.append(
            Text("costs-plan-unknown", {"plan": plan})
            if known is None
            else Text("costs-plan", {"plan": plan, "fee": Money(known)})
        )
    return [*shown, Text("costs-source")]


def check(found: Month) -> Text:
    """Return the one sentence for `baoan check`."""
    what = Text("costs-check", {"month": month_words(found.month), "total": total(found)})
    if found.state in (CapState.NEAR, CapState.REACHED):
        return Text(f"costs-check-{found.state.value}", {"what": what})
    return what


def _line(line: Line) -> Text:
    channel = Text(f"channel-{line.channel}")
    if line.tariff is Tariff.FREE and not line.sum.unknown:
        return Text("costs-line-free", {"channel": channel, "count": line.sum.messages})
    way = Text(f"costs-way-{line.tariff.value if line.tariff else 'unknown'}")
    params = {"channel": channel, "way": way, "count": line.sum.messages, "cost": _cost(line.sum)}
    return Text("costs-line", params)


def _cost(sums: Sum) -> Text:
    if sums.unknown == sums.messages:
        return Text("costs-cost-unknown")
    return Text("costs-cost", {"spent": Money(sums.cost), "unknown": _unknown(sums)})


def _unknown(sums: Sum) -> Text:
    return Text("costs-unknown-some", {"count": sums.unknown}) if sums.unknown else Text("costs-unknown-none")


def _share(found: Month) -> Text:
    if found.cap is None:
        return Text("costs-share-none")
    if found.percent is None:
        return Text("costs-share-zero", {"cap": Money(found.cap)})
    return Text("costs-share", {"percent": found.percent, "cap": Money(found.cap)})
