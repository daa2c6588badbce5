"""What only a trial has: stepping into a role, and moving the clock forward."""

from datetime import datetime, timedelta

from fastapi import APIRouter, HTTPException, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field, model_validator

from bot.app import App
from bot.web.pages import ROLES
from bot.web.visitors import ROLE_COOKIE
from messages.words import LOCAL, moment

FURTHEST = timedelta(days=400)


class Role(BaseModel):
    """A role to step into."""

    role: str


class Move(BaseModel):
    """How far to move the clock: by days, or to a local time."""

    days: int | None = Field(None, ge=1, le=FURTHEST.days)
    to: datetime | None = None

    @model_validator(mode="after")
    def one_of_both(self) -> "Move":
        """Refuse a move that names no goal."""
        if self.days is None and self.to is None:
            raise ValueError("days or to")
        return self


def trial_routes(app: App, *, language: str) -> APIRouter:
    """Return the routes of a trial; the server mounts them in trial mode only."""
    routes = APIRouter(prefix="/trial", include_in_schema=False)

    def reading() -> dict[str, str]:
        now = app.clock.now()
        label = moment(language, now)
        return {"now": now.astimezone(LOCAL).isoformat(timespec="minutes"), "label": label}

    @routes.get("/clock")
    async def clock() -> JSONResponse:
        return JSONResponse(reading())

    @routes.post("/clock")
    async def move(wanted: Move) -> JSONResponse:
        now = app.clock.now()
        to = now + timedelta(days=wanted.days) if wanted.days else wanted.to
        if to is None:
            raise HTTPException(422)
        goal = to if to.tzinfo else to.replace(tzinfo=LOCAL)
        if not now < goal <= now + FURTHEST:
            raise HTTPException(422)
        before = await app.store.read(lambda uow: uow.outbox.count_accepted())
        await app.travel(goal)
        after = await app.store.read(lambda uow: uow.outbox.count_accepted())
        return JSONResponse({**reading(), "messages": after - before})

    @routes.post("/role")
    async def step_into(wanted: Role) -> Response:
        if wanted.role not in {key for key, _ in ROLES}:
            raise HTTPException(422)
        response = Response(status_code=204)
        response.set_cookie(ROLE_COOKIE, wanted.role, httponly=True, samesite="lax")
        return response

    return routes
