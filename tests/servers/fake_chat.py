"""A small stand-in for the web server: the pages and the chat protocol, in memory, with faults on demand.

Started by hand it shows the pages to a browser: `python -m tests.servers.fake_chat --port 8123`.
"""

import argparse
import asyncio
import socket
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import uvicorn
from fastapi import Body, FastAPI, Form, Request, Response, UploadFile
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi.staticfiles import StaticFiles
from fluent.runtime import FluentBundle, FluentResource
from jinja2 import Environment, FileSystemLoader, StrictUndefined

ROOT = Path(__file__).parents[2]
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
POLICY = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
ROLES = [
    (key, f"web-role-{key}") for key in ("worker", "employer", "commune", "unit", "coordinator", "leader")
]
EMERGENCY = [(number, f"web-emergency-{number}") for number in ("115", "114", "113")]
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
LARGEST_FILE = 2_000_000

Say = dict[str, Any]


PAGES = Environment(
    loader=FileSystemLoader(ROOT / "bot/web/templates"), autoescape=True, undefined=StrictUndefined
)


def _choices(*labels: str) -> list[dict[str, str]]:
    return [{"payload": f"choice:{number}", "label": label} for number, label in enumerate(labels, 1)]


ACCIDENT: list[list[Say]] = [
    [
        {
            "text": "🔴 Có người nguy kịch thì gọi 115 trước. Báo An vẫn đang ghi tin này.",
            "urgent": True,
        },
        {
            "text": "Mấy người bị thương hoặc đã mất? Nhắn một con số, hoặc:",
            "step": [1, 3],
            "choices": _choices("Chưa rõ"),
            "numbering": "letters",
        },
    ],
    [
        {"text": "Đã ghi: 3 (ba) người bị thương, trong đó 1 (một) người nặng."},
        {
            "text": "Xưởng mộc ở xã nào? Gửi vị trí cũng được.",
            "step": [2, 3],
            "choices": [
                {"payload": "location", "label": "Gửi vị trí"},
                *_choices("Xã Hòa Bình", "Xã khác", "Không rõ"),
            ],
        },
    ],
    [
        {
            "text": "Cán bộ gọi lại cho anh/chị số nào?",
            "step": [3, 3],
            "choices": _choices("Không để lại số"),
            "numbering": "letters",
        },
    ],
    [
        {
            "text": "Đang báo người trực xã Hòa Bình. Mã vụ việc: TN-26-4M8Q.\n"
            "Có người nhận, Báo An nhắn lại ngay."
        },
        {"text": "⏰ Giữ nguyên chỗ xảy ra, chụp ảnh nếu đứng được ở nơi an toàn."},
        {
            "text": "Muốn ghi tiếp, Báo An cần anh/chị cho phép lưu thông tin vụ việc.",
            "choices": _choices("Đồng ý", "Không đồng ý", "Xem kỹ hơn"),
        },
    ],
    [
        {"text": "✅ Người trực xã Hòa Bình đã nhận lúc 9h02."},
        {
            "text": "Sự việc xảy ra thế nào? Kể vài câu, hoặc:",
            "choices": _choices("Để sau"),
        },
    ],
]


@dataclass
class Conversation:
    """One role's messages, oldest first, and how far the script has come."""

    messages: list[Say] = field(default_factory=list)
    turn: int = 0


@dataclass
class FakeChat:
    """What outlives a restart of the fake server, and the faults a test asks for."""

    now: datetime = datetime(2026, 11, 24, 8, 50, tzinfo=VIETNAM)
    role: str = "worker"
    trial: bool = True
    language: str = "vi"
    rooms: dict[str, Conversation] = field(default_factory=dict)
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    posts: dict[str, int] = field(default_factory=dict)
    lose_answers: int = 0
    silent: bool = False  # nothing new is shown while this holds
    stopping: bool = False

    @property
    def room(self) -> Conversation:
        return self.rooms.setdefault(self.role, Conversation())

    def take(self, key: str, kind: str, text: str, attachments: list[dict[str, str]] | None = None) -> bool:
        """Store what the person sent, once a key, and let the script answer; False to lose the answer."""
        self.posts[key] = self.posts.get(key, 0) + 1
        if self.posts[key] == 1:
            self._add("in", {"key": key, "kind": kind, "text": text, "attachments": attachments or []})
            for answer in ACCIDENT[min(self.room.turn, len(ACCIDENT) - 1)]:
                self._add("out", answer)
            self.room.turn += 1
        if self.lose_answers:
            self.lose_answers -= 1
            return False
        return True

    def _add(self, direction: str, part: Say) -> None:
        self.now += timedelta(seconds=20)
        blank: Say = {
            "key": None, "kind": "text", "text": "", "step": None, "urgent": False, "choices": [],
            "numbering": "digits", "attachments": [], "repeated": False,
        }  # fmt: skip
        head = {
            "seq": len(self.room.messages) + 1,
            "direction": direction,
            "at": self.now.isoformat(),
            "day_label": self.label,
        }
        self.room.messages.append(blank | head | part)

    @property
    def label(self) -> str:
        now = self.now
        return f"{WEEKDAYS[now.weekday()]} {now.day}/{now.month}, {now.hour}h{now.minute:02}"


@cache
def _words(language: str) -> Callable[..., str]:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource((ROOT / f"messages/{language}/web.ftl").read_text("utf-8")))

    def t(key: str, **params: str) -> str:
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        text, errors = bundle.format_pattern(pattern, params)
        if errors:
            raise errors[0]
        return str(text)

    return t


def build(state: FakeChat) -> FastAPI:
    """The stand-in's application over a state that may outlive it."""
    app = FastAPI(openapi_url=None)
    app.mount("/static", StaticFiles(directory=ROOT / "bot/web/static"))

    def page(name: str) -> HTMLResponse:
        return HTMLResponse(
            PAGES.get_template(name).render(
                t=_words(state.language),
                lang=state.language,
                office="Sở Nội vụ tỉnh Sơn Khê",
                trial=state.trial,
                role=state.role if state.trial else None,
                roles=ROLES,
                emergency=EMERGENCY,
            )
        )

    @app.middleware("http")
    async def guard(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        response = await call_next(request)
        response.headers["Content-Security-Policy"] = POLICY
        return response

    @app.get("/")
    async def home() -> HTMLResponse:
        return page("home.html")

    @app.get("/chat")
    async def chat() -> HTMLResponse:
        return page("chat.html")

    _add_chat(app, state)
    _add_trial(app, state)
    return app


def _add_chat(app: FastAPI, state: FakeChat) -> None:
    @app.post("/chat/messages")
    async def post_message(body: Annotated[dict[str, Any], Body()]) -> Response:
        text = str(body.get("text", ""))
        if body["kind"] == "choice":
            asked = next(one for one in state.room.messages if one["seq"] == body["message"])
            text = next(one["label"] for one in asked["choices"] if one["payload"] == body["choice"])
        if body["kind"] == "location":
            text = f"{body['lat']:.5f}, {body['lon']:.5f}"
        return _stored(body["key"], state.take(body["key"], body["kind"], text))

    @app.post("/chat/attachments")
    async def post_file(
        key: Annotated[str, Form()], kind: Annotated[str, Form()], file: UploadFile
    ) -> Response:
        content = await file.read()
        if len(content) > LARGEST_FILE:
            return JSONResponse({"problem": "Ảnh lớn quá 2 MB. Anh/chị gửi giúp ảnh nhỏ hơn."}, 413)
        mime = file.content_type or "application/octet-stream"
        state.files[key] = (mime, content)
        kept = {"url": f"/chat/attachments/{key}", "name": file.filename or "tệp", "mime": mime}
        return _stored(key, state.take(key, kind, "", [kept]))

    @app.get("/chat/attachments/{key}")
    async def get_file(key: str) -> Response:
        mime, content = state.files[key]
        return Response(content, media_type=mime)

    @app.get("/chat/messages")
    async def get_messages(after: int, wait: int = 0) -> dict[str, Any]:
        until = time.monotonic() + wait
        # The state outlives event loops, and an asyncio.Event belongs to one.
        while not (found := [] if state.silent else state.room.messages[after:]):
            if state.stopping or time.monotonic() >= until:
                break
            await asyncio.sleep(0.02)
        return {"messages": found, "next": after + len(found)}


def _add_trial(app: FastAPI, state: FakeChat) -> None:
    @app.get("/trial/clock")
    async def get_clock() -> dict[str, str]:
        return {"now": state.now.isoformat(), "label": state.label}

    @app.post("/trial/clock")
    async def move_clock(body: Annotated[dict[str, Any], Body()]) -> dict[str, Any]:
        await asyncio.sleep(0.3)
        if "days" in body:
            state.now += timedelta(days=body["days"])
        else:
            state.now = datetime.fromisoformat(body["to"]).replace(tzinfo=VIETNAM)
        return {"now": state.now.isoformat(), "label": state.label, "messages": 3}

    @app.post("/trial/role")
    async def play_role(body: Annotated[dict[str, str], Body()]) -> Response:
        state.role = body["role"]
        return Response(status_code=204)


def _stored(key: str, answered: bool) -> Response:
    if not answered:
        return JSONResponse({"problem": "Máy chủ đang bận."}, 503)
    return JSONResponse({"key": key}, 202)


def free_port() -> int:
    """A loopback port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(state: FakeChat, port: int) -> Iterator[str]:
    """Serve `state` on loopback in a thread and yield the address; the port may be served again after."""
    state.stopping = False
    config = uvicorn.Config(
        build(state), host="127.0.0.1", port=port, log_level="error", lifespan="off", ws="none"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.005)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        state.stopping = True
        server.should_exit = True
        thread.join(5)


def main() -> None:
    """Serve the pages until interrupted."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--port", type=int, default=8123)
    parser.add_argument("--lang", default="vi", choices=["vi", "en"])
    parser.add_argument("--no-trial", action="store_true")
    options = parser.parse_args()
    state = FakeChat(trial=not options.no_trial, language=options.lang)
    uvicorn.run(build(state), host="127.0.0.1", port=options.port, log_level="warning")


if __name__ == "__main__":
    main()
