"""The web chat: messages in, the history out, files both ways."""

from datetime import UTC, datetime
from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import APIRouter, Form, HTTPException, Path, Query, Request, Response, UploadFile
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import BaseModel, Field, model_validator

from bot.app import App
from bot.bell import wait_for
from bot.channels.webchat import WebChatChannel, page_key
from bot.metrics import RECEIVED
from bot.web.pages import page
from bot.web.visitors import Visitor, Visitors
from domain.errors import BadInputError
from messages.envelope import InboundKind, InboundMessage, scrub
from messages.render import text
from messages.words import LOCAL, clock, day
from storage.unit_of_work import UnitOfWork

LONGEST_TEXT = 20_000
LONGEST_WAIT = 25
LARGEST = 2**53
"""Of the numbers of messages and files; a page counts no further."""
INLINE = ("image/jpeg", "image/png", "image/webp")


class ChatMessage(BaseModel):
    """What the page sends. `key` is made by the page: the same one sent again is kept once."""

    key: str = Field(min_length=8, max_length=64)
    kind: Literal["text", "choice", "location", "contact"]
    text: str = Field("", max_length=LONGEST_TEXT)
    choice: str | None = Field(None, max_length=200)
    message: int | None = Field(None, ge=0, le=LARGEST)
    lat: float | None = Field(None, ge=-90, le=90)
    lon: float | None = Field(None, ge=-180, le=180)
    phone: str | None = Field(None, max_length=40)

    @model_validator(mode="before")
    @classmethod
    def sound_text(cls, values: Any) -> Any:
        """Replace half characters, which no database keeps."""
        return scrub(values)


def chat_routes(
    app: App, channel: WebChatChannel, visitors: Visitors, *, trial: bool, language: str
) -> APIRouter:
    """Return the routes of the chat."""
    routes = APIRouter(include_in_schema=False)

    async def keep(visitor: Visitor, key: str, message: InboundMessage) -> JSONResponse:
        await app.intake.receive(message)
        RECEIVED.labels(visitor.address.channel).inc()
        channel.wake(visitor.chat)
        return JSONResponse({"key": key}, 202)

    @routes.get("/chat")
    async def chat_page(request: Request) -> HTMLResponse:
        visitor = visitors.of(request)
        html = page("chat.html", language=language, office=app.around.office, trial=trial, role=visitor.role)
        response = HTMLResponse(html)
        visitors.remember(response, visitor)
        return response

    @routes.post("/chat/messages")
    async def receive(request: Request, said: ChatMessage) -> JSONResponse:
        visitor = visitors.of(request)
        label = await app.store.read(lambda uow: _label_of(uow, visitor.chat, said))
        return await keep(visitor, said.key, _inbound(visitor, said, label, app.clock.now()))

    @routes.post("/chat/attachments")
    async def receive_file(
        request: Request,
        key: Annotated[str, Form(min_length=8, max_length=64)],
        kind: Annotated[Literal["photo", "file", "voice"], Form()],
        file: UploadFile,
    ) -> JSONResponse:
        visitor = visitors.of(request)
        name = scrub(file.filename or kind)[-120:]
        try:
            kept = await app.keep_file(visitor.address, await file.read(), kind=kind, name=name)
        except BadInputError as error:
            return _problem(413 if error.key == "file-too-large" else 415, language, error.key)
        message = InboundMessage(
            visitor.address,
            page_key(visitor.chat, key),
            InboundKind(kind),
            app.clock.now(),
            attachment=kept,
        )
        return await keep(visitor, key, message)

    @routes.get("/chat/messages")
    async def history(
        request: Request,
        after: Annotated[int, Query(ge=0, le=LARGEST)] = 0,
        wait: Annotated[float, Query(ge=0, le=LONGEST_WAIT)] = 0,
    ) -> JSONResponse:
        visitor = visitors.of(request)
        with channel.news(visitor.chat) as news:
            found = await app.store.read(lambda uow: uow.chat_log.after(visitor.chat, after))
            if not found and wait and not visitor.new_token:
                await wait_for(news, wait)
                found = await app.store.read(lambda uow: uow.chat_log.after(visitor.chat, after))
        shown = [_shown(row, language) for row in found]
        return JSONResponse({"messages": shown, "next": shown[-1]["seq"] if shown else after})

    @routes.get("/files/{number:int}")
    async def file(request: Request, number: Annotated[int, Path(ge=0, le=LARGEST)]) -> Response:
        visitor = visitors.of(request)
        row = await app.store.read(lambda uow: _file_in(uow, visitor.chat, number))
        if row is None:
            raise HTTPException(404)
        path, name, mime = row
        place = "inline" if mime in INLINE else "attachment"
        headers = {"Content-Disposition": f"{place}; filename*=UTF-8''{quote(name)}"}
        return Response(app.files.get(path), media_type=mime, headers=headers)

    return routes


def _problem(status: int, language: str, key: str) -> JSONResponse:
    return JSONResponse({"problem": text(language, key, {})}, status)


def _label_of(uow: UnitOfWork, chat: str, said: ChatMessage) -> str:
    """Return what stood on the button that was tapped, for the history."""
    if said.choice is None or said.message is None:
        return ""
    for _, _, _, body, _ in uow.chat_log.after(chat, said.message - 1, limit=1):
        return next((label for payload, label in body.get("choices", []) if payload == said.choice), "")
    return ""


def _inbound(visitor: Visitor, said: ChatMessage, label: str, now: datetime) -> InboundMessage:
    location = (said.lat, said.lon) if said.lat is not None and said.lon is not None else None
    return InboundMessage(
        visitor.address,
        page_key(visitor.chat, said.key),
        InboundKind(said.kind),
        now,
        text=said.text,
        choice=said.choice,
        location=location,
        phone=said.phone,
        data={"label": label},
    )


def _shown(row: tuple[int, str, str, dict[str, Any], datetime], language: str) -> dict[str, Any]:
    seq, direction, key, body, at = row
    here = at.astimezone(LOCAL)
    label = f"{day(language, here.date())}, {clock(language, at)}"
    return {
        "seq": seq,
        "direction": direction,
        "at": at.astimezone(UTC).isoformat(),
        "day_label": label[0].upper() + label[1:],
        "key": key if direction == "in" else None,
        "kind": body.get("kind", "text"),
        "text": body["text"],
        "step": body.get("step"),
        "urgent": body.get("urgent", False),
        "lasting": body.get("lasting", False),
        "choices": [{"payload": p, "label": label} for p, label in body.get("choices", [])],
        "numbering": "letters" if body.get("letters") else "digits",
        "attachments": [
            {"url": f"/files/{number}", "name": name, "mime": mime}
            for number, name, mime in body.get("files", [])
        ],
        "repeated": body.get("repeated", False),
    }


def _file_in(uow: UnitOfWork, chat: str, number: int) -> tuple[str, str, str] | None:
    """Return (path, name, mime) of a file that was shown in this chat, else None."""
    last = 0
    while page_of := uow.chat_log.after(chat, last):
        for seq, _, _, body, _ in page_of:
            shown = next((name for found, name, _ in body.get("files", []) if found == number), None)
            if shown is not None:
                row = uow.attachments.get(number)
                return (row.path, shown, row.mime) if row and row.state == "stored" else None
            last = seq
    return None
