"""The page on which a plan is reviewed: opened by a link from the chat, everything done there goes by the inbox."""

import asyncio
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from bot.app import App
from bot.web.pages import page
from handlers.pages import plan_forms, plan_page
from handlers.services import plan_links
from messages.envelope import Address, InboundKind, InboundMessage, Text, scrub
from messages.render import label
from storage.unit_of_work import UnitOfWork

COOKIE = "baoan_plans"
FORM_KEY = "n"
OWN_FORMS = {"Referrer-Policy": "same-origin"}
"""Without a referrer a browser sends a form with the origin "null", which is refused like another site's."""

BACK_TO = {
    "check": "#doubts",
    "correct": "#doubts",
    "later": "#doubts",
    "decide": "#phrases",
    "keep": "#changes",
}
PATIENCE, LOOKS_EVERY = 3.0, 0.03
"""Seconds a page waits for its act to be carried out before it is shown again, and how often it looks."""


@dataclass(frozen=True, slots=True)
class _Visit:
    """A person at the page: their language, and the address their acts come from."""

    person_id: int
    language: str
    address: Address
    key: str


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is to be said on the page beside the plan: a problem, and at which doubt or phrase."""

    problem: str = ""
    at: str = ""
    typed: str = ""


def plan_routes(app: App, *, secure: bool, language: str) -> APIRouter:
    """Return the routes of the page."""
    routes = APIRouter(include_in_schema=False)
    desk = _Desk(app, secure=secure, language=language)

    @routes.get("/plans/{code}")
    async def look(request: Request, code: str, k: str = "") -> Response:
        return await desk.enter(code, k) if k else await desk.show(request, code)

    @routes.post("/plans/{code}/acts")
    async def act(request: Request, code: str) -> Response:
        return await desk.act(request, code)

    return routes


class _Desk:
    """Answers what a browser asks of a plan's page."""

    def __init__(self, app: App, *, secure: bool, language: str) -> None:
        self._app = app
        self._secure = secure
        self._language = language

    async def enter(self, code: str, token: str) -> Response:
        """Turn a link into a visit, so that it stands in the address bar no longer than a moment."""
        now = self._app.clock.now()
        until = now + plan_links.VISIT_LASTS

        def visit_token(uow: UnitOfWork) -> str | None:
            key = uow.meta.get(plan_links.KEY)
            link = plan_links.unseal(key, plan_links.LINK, token, now)
            if key is None or link is None or link.code != code:
                return None
            return plan_links.seal(key, plan_links.VISIT, link.person_id, "", until, secrets.token_hex(16))

        sealed = await self._app.store.read(visit_token)
        if sealed is None:
            return self._closed(403)
        response = RedirectResponse(_path(code), 303)
        response.set_cookie(
            COOKIE,
            sealed,
            max_age=int(plan_links.VISIT_LASTS.total_seconds()),
            path="/plans",
            httponly=True,
            samesite="lax",
            secure=self._secure,
        )
        return response

    async def show(self, request: Request, code: str) -> Response:
        """Show the plan to who visits."""
        visit = await self._visit_of(request)
        return self._closed(403) if visit is None else await self._shown(visit, code, _Shown())

    async def act(self, request: Request, code: str) -> Response:
        """Take a form: unclear words are told on the page, an act goes into the inbox and the page is shown anew."""
        visit = await self._visit_of(request)
        form = {name: scrub(str(value)) for name, value in (await request.form()).items()}
        now, nonce = self._app.clock.now(), form.get(FORM_KEY, "")
        mine = plan_links.unseal(visit.key, plan_links.FORM, nonce, now) if visit else None
        if visit is None or mine is None or (mine.person_id, mine.code) != (visit.person_id, code):
            return self._closed(403)

        def read(uow: UnitOfWork) -> plan_forms.Wanted | None:
            plan = plan_page.plan_for(uow, visit.person_id, code)
            return None if plan is None else plan_forms.read_form(uow, plan, form)

        wanted = await self._app.store.read(read)
        if wanted is None:
            return self._closed(404)
        if wanted.todo is None:
            problem = label(visit.language, wanted.problem or Text("choose-one"))
            return await self._shown(visit, code, _Shown(problem, wanted.at, form.get("value", "")), 422)
        await self._carry_out(visit, code, nonce, wanted.todo, now)
        return RedirectResponse(f"{_path(code)}{BACK_TO.get(wanted.todo['what'], '')}", 303)

    async def _visit_of(self, request: Request) -> _Visit | None:
        token, now = request.cookies.get(COOKIE, ""), self._app.clock.now()
        return await self._app.store.read(lambda uow: _visit(uow, token, now))

    async def _shown(self, visit: _Visit, code: str, said: _Shown, status: int = 200) -> Response:
        now = self._app.clock.now()
        found = await self._app.store.read(lambda uow: plan_page.look(uow, visit.person_id, code, now))
        if found is None:
            return self._closed(404)
        html = page(
            "plan.html",
            language=visit.language,
            office=self._app.around.office,
            plan=found,
            said=said,
            nonce=lambda: _seal(visit, code, now),
        )
        return HTMLResponse(html, status, OWN_FORMS)

    def _closed(self, status: int) -> HTMLResponse:
        html = page("plan_closed.html", language=self._language, office=self._app.around.office)
        return HTMLResponse(html, status)

    async def _carry_out(
        self, visit: _Visit, code: str, nonce: str, todo: Mapping[str, Any], now: datetime
    ) -> None:
        """Put the act into the inbox, once for each form shown, and wait a little for it to be dealt with."""
        key = f"plan-act:{nonce.rpartition('.')[2]}"
        data = {"page": "plan", "person": visit.person_id, "code": code, "todo": dict(todo)}
        message = InboundMessage(visit.address, key, InboundKind.ACTION, now, data=data)
        await self._app.intake.receive(message)
        channel, account = visit.address.channel, visit.address.account
        for _ in range(int(PATIENCE / LOOKS_EVERY)):
            if not await self._app.store.read(lambda uow: uow.inbox.is_waiting(channel, account, key)):
                return
            await asyncio.sleep(LOOKS_EVERY)


def _path(code: str) -> str:
    return f"/plans/{quote(code)}"


def _visit(uow: UnitOfWork, token: str, now: datetime) -> _Visit | None:
    """Return who visits, None for a cookie that is not ours or is over, or a person nobody can reach."""
    key = uow.meta.get(plan_links.KEY)
    found = plan_links.unseal(key, plan_links.VISIT, token, now)
    if key is None or found is None:
        return None
    address = uow.people.reach(found.person_id)
    if address is None:
        return None
    person = uow.people.get(found.person_id)
    return _Visit(person.id, person.language, address.address, key)


def _seal(visit: _Visit, code: str, now: datetime) -> str:
    """Return a sealed key for one form: from another site, for another person or plan, or twice it does nothing."""
    until = now + plan_links.VISIT_LASTS
    return plan_links.seal(visit.key, plan_links.FORM, visit.person_id, code, until, secrets.token_hex(16))
