"""What comes from Telegram: polled or posted, kept first, confirmed after; a tap is answered politely."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from random import SystemRandom
from typing import Any

import structlog
from aiogram.methods import AnswerCallbackQuery, EditMessageReplyMarkup, GetUpdates, TelegramMethod
from aiogram.types import CallbackQuery, Message

from bot import metrics
from bot.channels.base import ChannelProblemError, Receive
from bot.channels.telegram import incoming, outgoing
from bot.channels.telegram.api import CALL_SECONDS, Api, Failure, problem_of
from bot.clock import Clock

log = structlog.get_logger(__name__)

POLL_SECONDS = 25
IDLE_RESET = 24 * 3600.0
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
LONG_SILENCE = 60.0  # a pause the server asks for is told from here on: nobody is heard meanwhile

Tell = Callable[[ChannelProblemError | None], None]


class Listener:
    """Hands updates to the intake; `tell` hears what is wrong, None once it is right again."""

    def __init__(self, api: Api, me: incoming.Me, receive: Receive, clock: Clock, tell: Tell) -> None:
        self.me = me
        self._api = api
        self._receive = receive
        self._clock = clock
        self._tell = tell
        self._pause = FIRST_PAUSE
        self._offset: int | None = None
        self._heard_at = 0.0
        self._courtesies: set[asyncio.Task[None]] = set()

    async def poll(self) -> None:
        """Poll until cancelled."""
        self._heard_at = _time()
        while True:
            method = GetUpdates(
                offset=self._offset, timeout=POLL_SECONDS, allowed_updates=incoming.ALLOWED_UPDATES
            )
            try:
                updates = await self._api.call(method, seconds=POLL_SECONDS + CALL_SECONDS)
            except Failure as failure:
                await self._wait_out(failure)
                continue
            if not _are_updates(updates):
                await self._wait_out(Failure("not a list of updates"))
            elif await self._take_batch(updates):
                self._pause = FIRST_PAUSE
                self._tell(None)

    async def _wait_out(self, failure: Failure) -> None:
        """Say what is wrong and wait, a little longer each time; a 429 says itself how long."""
        _count(failure)
        if failure.retry_after is not None:
            if failure.retry_after >= LONG_SILENCE:
                self._tell(problem_of(failure))
            await asyncio.sleep(failure.retry_after)
            return
        log.error("telegram_poll_failed", code=failure.code, problem=failure.description)
        self._tell(problem_of(failure))
        await self._wait()

    async def _wait(self) -> None:
        await asyncio.sleep(self._pause * SystemRandom().uniform(0.75, 1.25))
        self._pause = min(self._pause * 2, LONGEST_PAUSE)

    async def _take_batch(self, updates: list[dict[str, Any]]) -> bool:
        """Keep a batch; only when all of it is kept may the next poll confirm it. False where it was not."""
        if not updates:
            if _time() - self._heard_at > IDLE_RESET:
                self._offset = None  # after a week without updates the ids may start anywhere
            return True
        self._heard_at = _time()
        # Side by side, in order, so that they share one commit.
        kept = await asyncio.gather(*(self.take(raw) for raw in updates), return_exceptions=True)
        failed = [outcome for outcome in kept if isinstance(outcome, Exception)]
        if failed:
            problem = type(failed[0]).__name__
            log.error("telegram_not_kept", updates=len(failed), problem=problem)
            self._tell(ChannelProblemError("channel-failed", problem=problem))
            await self._wait()
            return False
        self._offset = max(raw["update_id"] for raw in updates) + 1
        return True

    async def take(self, raw: Mapping[str, Any]) -> None:
        """Return once an update is kept; raises what the intake raises."""
        try:
            messages = incoming.inbound(raw, self.me, self._clock.now())
        except (ValueError, TypeError, LookupError, ArithmeticError) as error:
            # It would come again for ever and hold up the others: the operator is told instead.
            problem = type(error).__name__  # its text holds a person's words
            log.error("telegram_update_unreadable", update=raw.get("update_id"), problem=problem)  # noqa: TRY400 - as above
            return
        for message in messages:
            await self._receive(message)
        if "callback_query" in raw:
            self._be_polite(self._after_tap(CallbackQuery.model_validate(raw["callback_query"])))

    # Courtesies: nothing depends on them, so they never fail and never wait before a shut door

    def _be_polite(self, courtesy: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(courtesy)
        self._courtesies.add(task)
        task.add_done_callback(self._courtesies.discard)

    async def _after_tap(self, query: CallbackQuery) -> None:
        """Let the button stop turning, and show in place which answer was chosen."""
        await attempt(self._api, AnswerCallbackQuery(callback_query_id=query.id))
        message = query.message
        if not isinstance(message, Message) or message.reply_markup is None or not query.data:
            return
        if message.chat.type != "private":
            return  # a bystander's tap must not take the buttons away from whom they are for
        left = outgoing.after_tap(message.reply_markup, query.data)
        if left is not None:
            edit = EditMessageReplyMarkup(
                chat_id=message.chat.id, message_id=message.message_id, reply_markup=left
            )
            await attempt(self._api, edit)

    async def close(self) -> None:
        """Give courtesies under way a second to end."""
        if self._courtesies:
            await asyncio.wait(self._courtesies, timeout=1)
        for task in list(self._courtesies):
            task.cancel()
        await asyncio.gather(*self._courtesies, return_exceptions=True)


async def attempt(api: Api, method: TelegramMethod[Any]) -> bool:
    """Call a method whose failure changes nothing ("query is too old"); whether it worked."""
    try:
        await api.call(method)
    except Failure as failure:
        _count(failure)
        log.info("telegram_courtesy_failed", method=method.__api_method__, code=failure.code)
        return False
    return True


def _count(failure: Failure) -> None:
    """Count what the platform refused beside messages: those delivery counts."""
    if failure.code:
        metrics.REFUSED.labels(incoming.NAME, str(failure.code)).inc()


def _are_updates(found: Any) -> bool:
    """Whether an answer is a list of updates, each with the number by which it is confirmed."""
    return isinstance(found, list) and all(
        isinstance(one, dict) and type(one.get("update_id")) is int for one in found
    )


def _time() -> float:
    return asyncio.get_running_loop().time()
