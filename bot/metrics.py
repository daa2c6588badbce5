"""What an operator's monitoring reads."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

REGISTRY = CollectorRegistry()

RECEIVED = Counter("baoan_received", "Messages kept durably.", ["channel"], registry=REGISTRY)
SETTLED = Counter(
    "baoan_settled", "Outgoing messages by how they ended.", ["channel", "outcome"], registry=REGISTRY
)
REFUSED = Counter(
    "baoan_platform_refused", "Refusals of a platform by its code.", ["channel", "code"], registry=REGISTRY
)
TICK_SECONDS = Histogram("baoan_tick_seconds", "How long a tick took.", ["tick"], registry=REGISTRY)
WAITING = Gauge("baoan_inbox_waiting", "Messages not dealt with yet.", registry=REGISTRY)
SET_ASIDE = Gauge("baoan_inbox_set_aside", "Messages an operator must look at.", registry=REGISTRY)


def text() -> bytes:
    """Return every figure in Prometheus' text form."""
    return generate_latest(REGISTRY)
