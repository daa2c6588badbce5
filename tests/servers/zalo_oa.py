"""A strict stand-in for Zalo: OAuth, the Official Account and business hosts, and its webhooks.

Nobody else offers one, and there is no sandbox (reference/messaging-apis.md 0.6). What the real service
refuses this refuses; what is in CONFLICT is a switch. By hand: `python -m tests.servers.zalo_oa --port 8200`.
"""

import argparse
import asyncio
import hashlib
import json
import threading
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import aiohttp
from aiohttp import web

from tests.servers import zalo_oa_checks as checks
from tests.servers.zalo_oa_checks import Refusal, milliseconds

DAY = timedelta(days=1)
ACCESS_LIFE = timedelta(hours=25)
WINDOW, FREE = 7 * DAY, timedelta(hours=48)
RETRIES = ("30", "300", "900", "1800", "3600")


@dataclass
class Application:
    """One application's side of OAuth: the pair that counts now, and how often it rotated."""

    secret: str
    refresh: str
    access: str = ""
    expires_at: datetime | None = None
    spent: set = field(default_factory=set)
    dead: set = field(default_factory=set)
    rotations: int = 0
    refused: int = 0


@dataclass
class User:
    """Somebody on Zalo."""

    last_interaction: datetime | None = None
    follows: bool = True


@dataclass
class Fault:
    """What goes wrong with the next calls to a path: a code, a status, a pause, or a dropped connection."""

    path: str
    times: int = 1
    code: int | None = None
    status: int | None = None
    body: str | None = None
    slow: float = 0.0
    hold: float = 0.0  # a pause after it had its effect
    drop: str = ""  # "before" or "after" it had its effect
    headers: dict = field(default_factory=dict)


class FakeZalo:
    """The state of the platform; `now` is its clock."""

    def __init__(self, now=lambda: datetime.now(UTC)):
        self.now = now
        self.app_id, self.oa_id, self.oa_secret = "360846524940903967", "388613280878808645", "oa-secret-key"
        self.apps = {self.app_id: Application("app-secret", "refresh-0")}
        self.users = {}
        self.anonymous = {}
        self.assets = {}
        self.templates = {}
        self.prices = {}
        self.faults = []
        self.calls = []
        self.sent = []
        self.billed = 0
        self.tracking = []
        self.media = {}
        self.button_shape = "plain"
        self.rate = 4000
        self.night_closed = False
        self.info = {
            "oa_id": self.oa_id,
            "name": "Báo An",
            "is_verified": True,
            "oa_type": 2,
            "package_name": "Tăng trưởng",
        }
        self.echo_to = None
        self.webhook_on = True
        self.base = ""
        self.throttled = 0
        self._minute = []
        self._count = 0

    # What a test asks for

    def fail(self, path, **how):
        self.faults.append(Fault(path, **how))

    def new_token(self, token, app_id=None):
        """Hand out a refresh token in the console, as the API Explorer does."""
        app = self.apps[app_id or self.app_id]
        app.spent.add(app.refresh)
        app.refresh = token

    def expire_access(self):
        self.app.expires_at = self.now() - timedelta(seconds=1)

    @property
    def app(self):
        return self.apps[self.app_id]

    def in_the_last_minute(self):
        """Return how many calls were taken within the minute that ends now."""
        now = self.now()
        self._minute = [at for at in self._minute if now - at < timedelta(minutes=1)]
        return len(self._minute)

    def texts(self, user=None):
        return [m["message"].get("text", "") for who, m in self.sent if user in (None, who)]

    # Events

    def event(self, name, user="246845883529197922", message=None, **more):
        """Return the body of an event and let it count as an interaction where it is one."""
        now = self.now()
        event = {"app_id": self.app_id, "event_name": name, "timestamp": milliseconds(now), **more}
        known = self.users.setdefault(user, User())
        if name in ("follow", "unfollow"):
            known.follows = name == "follow"
            event |= {"oa_id": self.oa_id, "follower": {"id": user}, "user_id_by_app": f"app-{user}"}
        elif name.startswith(("oa_send", "user_received", "user_seen")):
            event |= {"sender": {"id": self.oa_id}, "recipient": {"id": user}}
        else:
            event |= {"sender": {"id": user}, "recipient": {"id": self.oa_id}}
        if name.startswith("user_send") or name in ("follow", "user_submit_info"):
            known.last_interaction = now
        if message is not None:
            event["message"] = {"msg_id": self._name("msg"), **message}
        return event

    def signed(self, event, *, variant="body-time/oa-secret/app-id", prefix="mac=", header_time=None):
        """Return headers and body of a webhook, signed in one of the ways that are in CONFLICT."""
        body = event if isinstance(event, bytes) else json.dumps(event, ensure_ascii=False).encode()
        time_of, secret_of, first_of = variant.split("/")
        stamp = header_time or milliseconds(self.now() + timedelta(milliseconds=7))
        when = json.loads(body)["timestamp"] if time_of == "body-time" else stamp
        secret = self.oa_secret if secret_of == "oa-secret" else self.app.secret
        first = self.app_id if first_of == "app-id" else self.oa_id
        mac = hashlib.sha256(first.encode() + body + str(when).encode() + secret.encode()).hexdigest()
        return {"X-ZEvent-Signature": prefix + mac, "X-ZEvent-Timestamp": stamp}, body

    async def deliver(self, post, event, **how):
        """Post an event, and again with num_retry while it is not taken; returns the statuses."""
        headers, body = self.signed(event, **how)
        statuses = []
        for retry in ("", *RETRIES):
            more = {"num_retry": str(len(statuses))} if retry else {}
            statuses.append(await post({**headers, **more}, body))
            if statuses[-1] == 401:
                self.webhook_on = False  # the console shows that the webhook cannot be reached
                break
            if statuses[-1] == 200:
                break
        return statuses

    # The hosts

    def application(self):
        app = web.Application(client_max_size=30 * 1024 * 1024)
        oa = {
            ("POST", "/v3.0/oa/message/cs"): self._cs,
            ("POST", "/v2.0/oa/message"): self._v2,
            ("POST", "/v3.0/oa/message/template"): self._template_uid,
            ("POST", "/message/template"): self._template_phone,
            ("GET", "/template/info/v2"): self._template_info,
            ("POST", "/v2.0/oa/upload/{kind}"): self._upload,
            ("GET", "/v2.0/oa/getoa"): self._getoa,
            ("POST", "/v3.0/oa/quota/message"): self._quota,
            ("GET", "/v3.0/oa/user/detail"): self._detail,
        }
        for (method, path), handler in oa.items():
            app.router.add_route(method, path, self._guarded(handler))
        app.router.add_post("/v4/oa/access_token", self._token)
        app.router.add_post("/console/{app_id}", self._console)
        app.router.add_get("/media/{name:.*}", self._media)
        return app

    @asynccontextmanager
    async def serving(self):
        """Serve on loopback in this loop and give the base."""
        runner = web.AppRunner(self.application(), access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield self.base
        finally:
            await runner.cleanup()

    @contextmanager
    def in_a_thread(self):
        """Serve on loopback in a thread, for clients in other processes."""
        loop = asyncio.new_event_loop()
        ready, over = threading.Event(), asyncio.Event()

        async def live():
            async with self.serving():
                ready.set()
                await over.wait()

        thread = threading.Thread(target=loop.run_until_complete, args=(live(),), daemon=True)
        thread.start()
        ready.wait(5)
        try:
            yield self.base
        finally:
            loop.call_soon_threadsafe(over.set)
            thread.join(5)
            loop.close()

    def _fault(self, path):
        for fault in self.faults:
            if path.endswith(fault.path) and fault.times > 0:
                fault.times -= 1
                return fault
        return Fault(path)

    def _guarded(self, handler):
        async def answer(request):
            fault = self._fault(request.path)
            self.calls.append((request.path, dict(request.headers)))
            await asyncio.sleep(fault.slow)
            if fault.drop == "before":
                request.transport.abort()
                return web.Response()
            if fault.status is not None:
                return web.Response(status=fault.status, text=fault.body or "", headers=fault.headers)
            try:
                self._admit(request)
                data = await (_refuse(fault.code) if fault.code is not None else handler(request))
            except Refusal as refusal:
                return web.json_response({"error": refusal.code, "message": refusal.message})
            await asyncio.sleep(fault.hold)
            if fault.drop == "after":
                request.transport.abort()
            return web.json_response({"data": data, "error": 0, "message": "Success"})

        return answer

    def _admit(self, request):
        now = self.now()
        if self.in_the_last_minute() >= self.rate:
            self.throttled += 1
            raise Refusal(-32, "too many")
        self._minute.append(now)
        token = request.headers.get("access_token", "")
        holder = next((a for a in self.apps.values() if a.access and a.access == token), None)
        if any(token in a.dead for a in self.apps.values()):
            raise Refusal(-220, "Access token is expired or removed")
        if holder is None:
            raise Refusal(-216, "Access token is invalid")
        if holder.expires_at <= now:
            raise Refusal(-220, "Access token is expired or removed")

    async def _token(self, request):
        fault = self._fault(request.path)
        form = await request.post()
        self.calls.append((request.path, dict(request.headers)))
        await asyncio.sleep(fault.slow)
        if fault.drop == "before":
            request.transport.abort()
            return web.Response()
        if fault.status is not None or fault.body is not None:
            return web.Response(status=fault.status or 200, text=fault.body or "")
        problem = self._wrong(request, form)
        app = self.apps.get(form.get("app_id", ""))
        if problem:
            if app is not None:
                app.refused += 1
            said = {"error_name": problem, "error_reason": problem, "error_description": "see the docs"}
            return web.json_response(said)
        app.spent.add(app.refresh)
        app.dead |= {app.access} - {""}  # the old access token dies with the new one
        app.rotations += 1
        app.refresh, app.access = self._name("refresh"), self._name("access")
        app.expires_at = self.now() + ACCESS_LIFE
        await asyncio.sleep(fault.hold)
        if fault.drop == "after":
            request.transport.abort()
        pair = {"access_token": app.access, "refresh_token": app.refresh, "expires_in": "90000"}
        return web.json_response(pair)

    def _wrong(self, request, form):
        if request.content_type != "application/x-www-form-urlencoded":
            return "Invalid content type"
        if set(form) != {"refresh_token", "app_id", "grant_type"} or form["grant_type"] != "refresh_token":
            return "Invalid parameter"
        app = self.apps.get(form["app_id"])
        if app is None or request.headers.get("secret_key") != app.secret:
            return "Invalid secret key"
        return "" if form["refresh_token"] == app.refresh else "Invalid refresh token"

    async def _json(self, request):
        if request.content_type != "application/json":
            raise Refusal(-201, "content type")
        return await request.json()

    async def _cs(self, request):
        body = await self._json(request)
        checks.only(body, ["recipient", "message"])
        checks.only(body["recipient"], ["user_id"])
        user = self.users.get(body["recipient"]["user_id"])
        if user is None:
            raise Refusal(-201, "user_id")
        silent = self.now() - (user.last_interaction or datetime.fromtimestamp(0, UTC))
        if silent > WINDOW:
            raise Refusal(-230, "no interaction in 7 days")
        if not user.follows:
            raise Refusal(-213, "not followed")
        checks.cs_message(body["message"], self._fresh_assets(), button_shape=self.button_shape)
        self.billed += silent > FREE
        return await self._accept(body["recipient"]["user_id"], body)

    async def _v2(self, request):
        body = await self._json(request)
        recipient = body.get("recipient", {})
        if "anonymous_id" not in recipient:
            raise Refusal(-240, "MessageV2 API has been shut down")
        checks.only(recipient, ["anonymous_id", "conversation_id"])
        checks.only(body["message"], ["text"])
        checks.word(body["message"]["text"], 2000)
        return await self._accept(recipient["anonymous_id"], body)

    async def _accept(self, user, body):
        name = self._name("sent")
        self.sent.append((user, body))
        if self.echo_to is not None:
            event = self.event("oa_send_text", user, {"msg_id": name, **body["message"]})
            await self.deliver(self.echo_to, event)
        return {"message_id": name, "user_id": user, "sent_time": milliseconds(self.now()), "quota": {}}

    def _fresh_assets(self):
        week = self.now() - WINDOW
        return {name: (kind, "expired" if at < week else "") for name, (kind, at) in self.assets.items()}

    async def _upload(self, request):
        kind = request.match_info["kind"]
        if request.content_type != "multipart/form-data":
            raise Refusal(-201, "content type")
        form = await request.post()
        if set(form) != {"file"} or not isinstance(form["file"], web.FileField):
            raise Refusal(-201, "file")
        checks.upload(kind, form["file"].file.read(), form["file"].filename)
        name = self._name(kind)
        self.assets[name] = (kind, self.now())
        return {"attachment_id" if kind == "image" else "token": name}

    async def _getoa(self, _request):
        return self.info

    async def _detail(self, request):
        user = checks.query(request).get("user_id")
        if user not in self.users:
            raise Refusal(-201, "user_id")
        return {"user_id": user, "user_is_follower": self.users[user].follows}

    async def _quota(self, request):
        body = await self._json(request)
        checks.only(body, ["user_id"])
        last = self.users[body["user_id"]].last_interaction
        return {"last_interaction": milliseconds(last) if last else "0"}

    async def _template_uid(self, request):
        body = await self._json(request)
        checks.template(body, self.templates, by_phone=False)
        if body["user_id"] not in self.users:
            raise Refusal(-119, "user_id")
        return await self._accept_template(body["user_id"], body, "message_id")

    async def _template_phone(self, request):
        body = await self._json(request)
        checks.template(body, self.templates, by_phone=True)
        self.tracking.append(body["tracking_id"])
        return await self._accept_template(body["phone"], body, "msg_id")

    async def _accept_template(self, to, body, name):
        if self.night_closed:
            checks.night(self.now())
        self.sent.append((to, {"message": {}, **body}))
        quota = {"dailyQuota": "500", "remainingQuota": "499"}
        return {name: self._name("zbs"), "sent_time": milliseconds(self.now()), "quota": quota}

    async def _template_info(self, request):
        limits = self.templates.get(request.query.get("template_id", ""))
        if limits is None:
            raise Refusal(-109, "template_id")
        listed = [
            {"name": name, "require": True, "type": "STRING", "maxLength": limit, "minLength": 1}
            for name, limit in limits.items()
        ]
        number = request.query["template_id"]
        prices = self.prices.get(number, {})
        return {"templateId": number, "status": "ENABLE", "listParams": listed, **prices}

    async def _console(self, request):
        """Hand out a refresh token to who clicks in the console (no part of the API)."""
        app_id = request.match_info["app_id"]
        self.new_token(self._name("console"), app_id)
        return web.Response(text=self.apps[app_id].refresh)

    async def _media(self, request):
        found = self.media.get(request.match_info["name"])
        if found is None:
            return web.Response(status=404)
        if isinstance(found, str):
            return web.Response(status=302, headers={"Location": found})
        return web.Response(body=found)

    def _name(self, kind):
        self._count += 1
        return f"{kind}-{self._count}-{hashlib.sha256(f'{kind}{self._count}'.encode()).hexdigest()[:16]}"


async def _refuse(code):
    raise Refusal(code)


def to_url(url):
    """Return a poster of webhooks to an address."""

    async def post(headers, body):
        try:
            async with (
                aiohttp.ClientSession() as session,
                session.post(
                    url, data=body, headers={**headers, "Content-Type": "application/json"}
                ) as response,
            ):
                return response.status
        except aiohttp.ClientError:
            return 0

    return post


def main():
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--port", type=int, default=8200)
    web.run_app(FakeZalo().application(), host="127.0.0.1", port=parser.parse_args().port)


if __name__ == "__main__":
    main()
