"""A Bot API server on loopback, as strict as the real one (telegram_rules), with people and faults on demand."""

import asyncio
import json
import time
from contextlib import asynccontextmanager

from aiohttp import ClientSession, web

from tests.servers import telegram_rules as rules
from tests.servers.telegram_rules import ApiError, bad
from tests.servers.telegram_world import TOKEN, World

__all__ = ["BOT", "TOKEN", "TelegramServer", "serving"]

BOT = {"id": 424242, "is_bot": True, "first_name": "Báo An", "username": "baoan_bot"}
FRESH = 15.0


class TelegramServer(World):
    """The methods of the Bot API over a world."""

    # Calls

    async def handle(self, request):
        method = request.match_info["method"]
        if request.match_info["token"] != self.token:
            return _answer(ApiError(401, "Unauthorized"))
        raw = await _parameters(request)
        self.calls.append((method, raw))
        self.came.append((time.monotonic(), method))
        fault = next((f for f in self.faults if f.method in (method, "*")), None)
        if fault is not None:
            self.faults.remove(fault)
            await asyncio.sleep(fault.seconds)
            if fault.raw is not None:
                return web.Response(status=fault.raw[0], text=fault.raw[1])
            if fault.error is not None:
                return _answer(fault.error)
        try:
            result = await getattr(self, f"_{method}", self._unknown)(rules.read(method, raw))
        except ApiError as error:
            self.refused.append((method, error.description))
            return _answer(error)
        if fault is not None and fault.drop:
            request.transport.abort()
        return web.json_response({"ok": True, "result": result})

    async def _unknown(self, _params):
        raise ApiError(404, "Not Found: method not found")

    async def _getMe(self, _params):  # noqa: N802 - the method's own name
        more = {
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
        }
        return BOT | more

    async def _getUpdates(self, params):  # noqa: N802
        if self.webhook.get("url"):
            raise ApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
        self._poll = mine = asyncio.get_running_loop().create_future()
        self.allowed = params.get("allowed_updates", self.allowed)
        offset = params.get("offset", 0)
        self.offsets.append(offset)
        self.updates = [u for u in self.updates[min(offset, 0) :] if u["update_id"] >= offset]
        end = time.monotonic() + params.get("timeout", 0)
        while not self.updates and time.monotonic() < end and not mine.done():
            self._news.clear()
            news = asyncio.ensure_future(self._news.wait())
            await asyncio.wait({news, mine}, timeout=end - time.monotonic(), return_when="FIRST_COMPLETED")
            news.cancel()
        if mine.done():
            raise ApiError(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            )
        mine.set_result(None)
        return self.updates[: params.get("limit", 100)]

    async def _setWebhook(self, params):  # noqa: N802
        self.webhook = params
        self.allowed = params.get("allowed_updates", self.allowed)
        return True

    async def _deleteWebhook(self, _params):  # noqa: N802
        self.webhook = {}
        return True

    async def _getWebhookInfo(self, _params):  # noqa: N802
        info = {"url": "", "has_custom_certificate": False, "pending_update_count": len(self.updates)}
        known = ("url", "max_connections", "allowed_updates", "last_error_date", "last_error_message")
        return info | {key: self.webhook[key] for key in known if key in self.webhook}

    async def _setMyCommands(self, params):  # noqa: N802
        self._menu(params)[params.get("language_code", "")] = params["commands"]
        return True

    async def _getMyCommands(self, params):  # noqa: N802
        return self._menu(params).get(params.get("language_code", ""), [])

    async def _deleteMyCommands(self, params):  # noqa: N802
        self._menu(params).pop(params.get("language_code", ""), None)
        return True

    def _menu(self, params):
        """Return the menus, by language, of the scope a call names: the default, or that of a chat."""
        scope = params.get("scope", {"type": "default"})
        if scope["type"] == "default":
            return self.commands
        if scope["type"] != "chat" or int(scope["chat_id"]) in self.closed_chats:
            raise bad("chat not found")
        return self.menus.setdefault(int(scope["chat_id"]), {})

    async def _sendChatAction(self, _params):  # noqa: N802
        return True

    # Messages

    def _write(self, params, **content):
        """Put a message into a chat; raises what the chat, or the flood control, has against it."""
        chat = params["chat_id"]
        if chat in self.closed_chats:
            raise self.closed_chats[chat]
        if self.flood:
            self._flood_control(chat)
        made = {
            "message_id": next(self._message_ids), "date": int(time.time()), "chat": self.chat(chat),
            "from": BOT, **content,
        }  # fmt: skip
        if "inline_keyboard" in params.get("reply_markup", {}):
            made["reply_markup"] = params["reply_markup"]
        self.messages[chat, made["message_id"]] = made
        self.markups[chat, made["message_id"]] = params.get("reply_markup", {})
        self.sent.append(made)
        return made

    def _flood_control(self, chat):
        """30 a second in all, one a second to a chat, 20 a minute to a group."""
        now = time.monotonic()
        self._times = [(at, to) for at, to in self._times if now - at < 60]
        second = [to for at, to in self._times if now - at < 1]
        crowded = len(second) >= 30 or chat in second
        minute = sum(to == chat for _, to in self._times)
        if crowded or (chat < 0 and minute >= 20):
            wait = 3 if crowded else 30
            raise ApiError(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
        self._times.append((now, chat))

    async def _sendMessage(self, params):  # noqa: N802
        return self._write(params, text=params["text"])

    async def _sendPhoto(self, params):  # noqa: N802
        data, _name = params["photo"]
        if len(data) > rules.PHOTO:
            raise ApiError(413, "Request Entity Too Large")
        if not data.startswith((b"\xff\xd8\xff", b"\x89PNG")):
            raise bad("IMAGE_PROCESS_FAILED")
        size = self.file(data, "photos/file_1.jpg") | {"width": 800, "height": 600}
        return self._write(params, photo=[size], **_caption(params))

    async def _sendDocument(self, params):  # noqa: N802
        data, name = params["document"]
        if len(data) > rules.UPLOAD:
            raise ApiError(413, "Request Entity Too Large")
        return self._write(params, document=self.file(data) | {"file_name": name}, **_caption(params))

    async def _sendVoice(self, params):  # noqa: N802
        data, _name = params["voice"]
        if len(data) > rules.UPLOAD:
            raise ApiError(413, "Request Entity Too Large")
        if not (data.startswith(b"OggS") and b"OpusHead" in data[:64]):
            raise bad("a voice note is OGG with OPUS")
        voice = self.file(data, "voice/file_1.oga") | {"duration": 1, "mime_type": "audio/ogg"}
        return self._write(params, voice=voice, **_caption(params))

    async def _editMessageReplyMarkup(self, params):  # noqa: N802
        found = self.messages.get((params.get("chat_id"), params.get("message_id")))
        if found is None or found["from"] != BOT:
            raise bad("message to edit not found")
        wanted = {"reply_markup": params["reply_markup"]} if params.get("reply_markup") else {}
        if found.get("reply_markup") == wanted.get("reply_markup"):
            raise bad("message is not modified")
        found.pop("reply_markup", None)
        found.update(wanted)
        return found

    async def _editMessageText(self, params):  # noqa: N802
        edited = await self._editMessageReplyMarkup(params | {"reply_markup": params.get("reply_markup")})
        edited["text"] = params["text"]
        return edited

    async def _answerCallbackQuery(self, params):  # noqa: N802
        asked = self._queries.pop(params["callback_query_id"], None)
        if asked is None or time.monotonic() - asked > FRESH:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        return True

    # Files

    async def _getFile(self, params):  # noqa: N802
        if params["file_id"] not in self.files:
            raise bad("invalid file_id")
        path, data = self.files[params["file_id"]]
        if len(data) > rules.DOWNLOAD:
            raise bad("file is too big")
        return {
            "file_id": params["file_id"],
            "file_unique_id": "u",
            "file_size": len(data),
            "file_path": path,
        }

    async def give(self, request):
        fault = next((f for f in self.faults if f.method == "download"), None)
        if fault is not None:
            self.faults.remove(fault)
            return web.Response(status=fault.raw[0], text=fault.raw[1], headers={"Location": "/elsewhere"})
        found = [data for path, data in self.files.values() if path == request.match_info["path"]]
        if request.match_info["token"] != self.token or not found:
            return _answer(ApiError(404, "Not Found"))
        return web.Response(body=found[-1])

    # Webhook

    async def push(self, update, secret=None):
        """Post an update where setWebhook said, and return the status."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret or self.webhook["secret_token"]}
        async with (
            ClientSession() as client,
            client.post(self.webhook["url"], json=update, headers=headers) as response,
        ):
            return response.status


def _caption(params):
    return {"caption": params["caption"]} if "caption" in params else {}


def _answer(error):
    body = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        body["parameters"] = error.parameters
    return web.json_response(body, status=error.code)


async def _parameters(request):
    """Return a call's parameters, from a query, a form or JSON; files as (bytes, name)."""
    if request.content_type == "application/json":
        return dict(request.query) | json.loads(await request.text() or "{}")
    form = dict(request.query) | dict(await request.post())
    files = {
        key: (value.file.read(), value.filename) for key, value in form.items() if hasattr(value, "file")
    }
    read = {}
    for key, value in form.items():
        if isinstance(value, str) and value.startswith("attach://"):
            read[key] = files.pop(value.removeprefix("attach://"))
        elif key in files and key in ("photo", "document", "voice"):
            read[key] = files.pop(key)
        elif isinstance(value, str):
            read[key] = value
    return read


@asynccontextmanager
async def serving(server=None):
    """Serve on a free port of the loopback while the block runs."""
    server = server or TelegramServer()
    application = web.Application(client_max_size=64 * 1024 * 1024)
    application.router.add_route("*", "/bot{token}/{method}", server.handle)
    application.router.add_get("/file/bot{token}/{path:.+}", server.give)
    runner = web.AppRunner(application, handler_cancellation=True, shutdown_timeout=0.2, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield server
    finally:
        await runner.cleanup()
