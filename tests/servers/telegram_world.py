"""The people, chats, files and faults of the loopback Bot API server (tests/servers/telegram.py)."""

import asyncio
import itertools
import time
from dataclasses import dataclass

from tests.servers.telegram_rules import ApiError

TOKEN = "424242:AAloopback-only-token_0123456789"


@dataclass
class Fault:
    """One answer that goes wrong: an error, nonsense, a delay, or none at all."""

    method: str
    error: ApiError | None = None
    raw: tuple[int, str] | None = None
    seconds: float = 0.0
    drop: bool = False  # the call is carried out, its answer is lost


class World:
    """One bot's world: chats with what stands in them, updates that wait, files, and every call made."""

    def __init__(self, token=TOKEN, *, flood=False):
        self.token = token
        self.flood = flood
        self.calls = []  # (method, parameters), refused ones too
        self.came = []  # (instant, method) of every call
        self.refused = []  # (method, description)
        self.sent = []  # messages as they stand in their chats, oldest first
        self.messages = {}
        self.markups = {}  # by chat and message, reply keyboards too
        self.files = {}
        self.faults = []
        self.closed_chats = {}  # chat -> the ApiError that writing there meets
        self.webhook = {}
        self.commands = {}  # the menu of everybody, by language
        self.menus = {}  # by private chat, then by language
        self.allowed = None
        self.updates = []
        self.offsets = []
        self.base = ""
        self._queries = {}
        self._message_ids = itertools.count(1)
        self._update_ids = itertools.count(870_000_001)
        self._news = asyncio.Event()
        self._poll = None
        self._times = []

    def shown(self, chat=7, language="vi"):
        """Return the commands a telephone in this language offers in a private chat: the narrowest menu wins."""
        own = self.menus.get(chat, {})
        narrowest = (own.get(language), own.get(""), self.commands.get(language), self.commands.get(""))
        return [one["command"] for one in next((menu for menu in narrowest if menu), [])]

    # People

    def add(self, kind, body):
        """Let an update happen; returns it. What was not asked for is not kept, as with the real server."""
        update = {"update_id": next(self._update_ids), kind: body}
        if not self.allowed or kind in self.allowed:
            self.updates.append(update)
            self._news.set()
        return update

    def message(self, who=7, chat=None, **body):
        """Let a person write; `chat` below 0 is a group."""
        made = {
            "message_id": next(self._message_ids),
            "date": int(time.time()),
            "chat": self.chat(chat or who),
            "from": self.person(who),
            **body,
        }
        self.messages[made["chat"]["id"], made["message_id"]] = made
        return made

    def says(self, text, who=7, chat=None, **body):
        return self.add("message", self.message(who, chat, text=text, **body))

    def sends(self, who=7, chat=None, **body):
        return self.add("message", self.message(who, chat, **body))

    def taps(self, message, data, who=7, age=0.0):
        """Let a person tap a button under a message that was sent."""
        number = str(next(self._update_ids))
        self._queries[number] = time.monotonic() - age
        query = {
            "id": number, "from": self.person(who), "message": message, "chat_instance": "1", "data": data,
        }  # fmt: skip
        return self.add("callback_query", query)

    def file(self, data, path="documents/file_1", size=None):
        """Keep a file and return its id and size as they stand in a message."""
        number = f"file{len(self.files)}"
        self.files[number] = (path, data)
        return {"file_id": number, "file_unique_id": f"u{number}", "file_size": size or len(data)}

    @staticmethod
    def person(who):
        return {"id": who, "is_bot": False, "first_name": f"Người {who}"}

    @staticmethod
    def chat(number):
        if number < 0:
            return {"id": number, "type": "supergroup", "title": "Tổ 7"}
        return {"id": number, "type": "private", "first_name": f"Người {number}"}

    # Faults

    def fail(self, method, code, description, times=1, **parameters):
        error = ApiError(code, description, **parameters)
        self.faults += [Fault(method, error=error) for _ in range(times)]

    def fault(self, method, **how):
        self.faults.append(Fault(method, **how))
