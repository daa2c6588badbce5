"""A bell that wakes every loop waiting for work; nobody who listens misses a ring."""

import asyncio


class Bell:
    """Rung when something was stored that somebody may act on."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Event] = set()

    def listen(self) -> asyncio.Event:
        """Return an event of one's own that every ring sets."""
        event = asyncio.Event()
        self._listeners.add(event)
        return event

    def ring(self) -> None:
        """Wake everybody."""
        for event in self._listeners:
            event.set()


async def wait_for(event: asyncio.Event, seconds: float) -> None:
    """Return when the event is set, or after some seconds.

    Not by `asyncio.wait_for`: before Python 3.12 that swallows a cancellation which comes just as the event was set,
    and the loop that was told to end goes on for ever.
    """
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return
