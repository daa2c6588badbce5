"""What a stranger may send: no more than a message, under its own key, from a browser of its own."""

import asyncio
import http.client
import os
import stat
import subprocess
import sys
import time
from contextlib import closing
from urllib.parse import urlsplit

import httpx
import pytest

from bot.running import refuse_unsafe_trial
from bot.settings import Settings
from bot.web import webhooks
from domain.errors import BadInputError
from storage.database import Database
from tests.bot.web.conftest import running
from tests.conftest import ROOT

PUBLIC = "https://baoan.example.vn"
ZEROS = b"0" * 65_536


@pytest.fixture(scope="module")
def public(tmp_path_factory):
    with running(tmp_path_factory.mktemp("public"), public_url=PUBLIC) as address:
        yield address


def _stream(size, before=b'{"key": "12345678", "kind": "text", "text": "'):
    yield before
    for _ in range(size // len(ZEROS)):
        yield ZEROS


def _part_of_a_form():
    return (
        b'--B\r\nContent-Disposition: form-data; name="key"\r\n\r\nfile-key-1\r\n'
        b'--B\r\nContent-Disposition: form-data; name="kind"\r\n\r\nfile\r\n'
        b'--B\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-'
    )


# Bodies


@pytest.mark.parametrize("path", ["/chat/messages", "/chat/attachments"])
def test_a_stranger_is_told_so_before_anything_is_read(plain, path):
    address = urlsplit(plain)
    with closing(http.client.HTTPConnection(address.hostname, address.port, timeout=5)) as line:
        line.putrequest("POST", path)
        line.putheader("Content-Type", "application/json")
        line.putheader("Content-Length", "20000")
        line.endheaders()
        assert line.getresponse().status == 401


@pytest.mark.parametrize(
    ("path", "kind", "before"),
    [
        ("/chat/messages", "application/json", b'{"key": "12345678", "kind": "text", "text": "'),
        ("/chat/attachments", "multipart/form-data; boundary=B", _part_of_a_form()),
        ("/trial/clock", "application/json", b'{"to": "'),
    ],
)
def test_no_body_is_read_beyond_what_a_message_may_have(trial, browse, path, kind, before):
    client = browse(trial).client
    headers = {"Content-Type": kind}
    reply = client.post(path, content=_stream(32 * 1024 * 1024, before), headers=headers)
    assert reply.status_code == 413
    assert reply.json()["problem"].startswith(("Tin", "Tệp"))
    assert "content-security-policy" in reply.headers


def test_a_length_that_is_told_is_believed(plain, browse):
    client = browse(plain).client
    address = urlsplit(plain)
    with closing(http.client.HTTPConnection(address.hostname, address.port, timeout=5)) as line:
        line.putrequest("POST", "/chat/attachments")
        line.putheader("Content-Length", str(10**12))
        line.putheader("Cookie", "; ".join(f"{n}={v}" for n, v in client.cookies.items()))
        line.endheaders()
        assert line.getresponse().status == 413


def test_the_longest_message_of_a_person_is_taken(plain, browse):
    browser = browse(plain)
    assert browser.say("ữ" * 20_000).status_code == 202


def test_what_cannot_be_read_is_not_sent_back(plain, browse):
    client = browse(plain).client
    for body in ({"key": "k", "kind": "text"}, {"key": "secret-0912345678", "kind": "event"}):
        reply = client.post("/chat/messages", json=body)
        assert reply.status_code == 422
        assert list(reply.json()) == ["problem"]
    nan = b'{"key":"aaaaaa12","kind":"location","lat":NaN,"lon":1}'
    assert (
        client.post("/chat/messages", content=nan, headers={"Content-Type": "application/json"}).status_code
        == 422
    )


def test_numbers_no_database_knows_are_refused(plain, browse):
    client = browse(plain).client
    body = {"key": "12345678", "kind": "choice", "choice": "a", "message": 10**30}
    assert client.post("/chat/messages", json=body).status_code == 422
    assert client.get("/chat/messages", params={"after": 10**30}).status_code == 422
    assert client.get(f"/files/{10**30}").status_code in (404, 422)


def test_half_a_character_is_replaced(plain, browse):
    client = browse(plain).client
    body = b'{"key":"\\ud800aaaaaaaaa","kind":"text","text":"xin ch\\u00e0o \\ud800","choice":"\\udc00"}'
    sent = client.post("/chat/messages", content=body, headers={"Content-Type": "application/json"})
    assert sent.status_code == 202
    assert client.get("/chat/messages").json()["messages"][0]["text"] == "xin chào \ufffd"


# Keys


def test_a_key_belongs_to_its_chat(plain, browse):
    one, two = browse(plain), browse(plain)
    for browser in (one, two):
        assert browser.say("xin chào", key="the-same-key").json() == {"key": "the-same-key"}
        assert browser.hear()
        history = browser.client.get("/chat/messages").json()["messages"]
        assert [m["key"] for m in history if m["direction"] == "in"] == ["the-same-key"]


# Cookies


def test_a_cookie_made_elsewhere_is_replaced(plain):
    for forged in ("attackerchosen", "a.b", ".", "x" * 43 + "." + "0" * 64):
        cookies = {"baoan_chat": forged}
        body = {"key": "12345678", "kind": "text", "text": "a"}
        assert httpx.post(f"{plain}/chat/messages", json=body, cookies=cookies).status_code == 401
        page = httpx.get(f"{plain}/chat", cookies=cookies)
        assert page.cookies["baoan_chat"] != forged


def test_a_cookie_of_ours_stays(plain, browse):
    assert "set-cookie" not in browse(plain).client.get("/chat").headers


def test_on_https_the_cookie_belongs_to_the_host_alone(public):
    made = httpx.get(f"{public}/chat").headers["set-cookie"]
    assert made.startswith("__Host-baoan_chat=")
    assert "; Secure" in made
    assert "; Path=/;" in made
    assert "Domain" not in made
    unguarded = {"baoan_chat": made.split("=", 1)[1].split(";")[0]}
    body = {"key": "12345678", "kind": "text", "text": "a"}
    assert httpx.post(f"{public}/chat/messages", json=body, cookies=unguarded).status_code == 401


# Hosts


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8080",
        "127.0.0.1.evil.example",
        "x@127.0.0.1",
        "a b",
        "",
        "[::1",
        "10.1.2.3",
    ],
)
def test_another_name_for_this_machine_is_refused(trial, plain, host):
    for address in (trial, plain):
        for path in ("/chat", "/metrics", "/healthz"):
            reply = httpx.get(address + path, headers={"Host": host})
            assert reply.status_code in (400, 421)
    reply = httpx.post(
        f"{trial}/trial/role", json={"role": "leader"}, headers={"Host": host, "Origin": f"http://{host}"}
    )
    assert reply.status_code in (400, 421)


def test_the_refusal_is_a_sentence(plain):
    assert httpx.get(f"{plain}/chat", headers={"Host": "evil.example"}).json()["problem"]


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("baoan.example.vn", 200),
        ("BaoAn.example.vn:443", 200),
        ("baoan.example.vn:8443", 421),
        ("localhost:9000", 200),
        ("[::1]:80", 200),
        ("example.vn", 421),
    ],
)
def test_the_public_host_and_this_machine_are_answered(public, host, status):
    assert httpx.get(f"{public}/chat", headers={"Host": host}).status_code == status


def test_a_trial_with_a_public_address_is_refused():
    with pytest.raises(BadInputError) as refused:
        refuse_unsafe_trial(Settings(trial=True, public_url=PUBLIC))
    assert refused.value.key == "trial-public-url"
    refuse_unsafe_trial(Settings(trial=True, public_url="http://127.0.0.1:8080"))


def test_behind_a_proxy_the_figures_need_a_token(public, tmp_path):
    assert httpx.get(f"{public}/metrics").status_code == 403
    with running(tmp_path, public_url=PUBLIC, metrics_token="s3cret") as address:
        assert httpx.get(f"{address}/metrics", headers={"Authorization": "Bearer s3cret"}).status_code == 200
        assert httpx.get(f"{address}/metrics", headers={"Authorization": b"Bearer \xff"}).status_code == 403
        assert httpx.get(f"{address}/metrics").status_code == 403


# Health


def test_looking_whether_it_is_ready_costs_a_write_a_second_at_most(tmp_path, monkeypatch):
    commits = []
    transaction = Database.transaction

    def counted(self):
        commits.append(time.monotonic())
        return transaction(self)

    with running(tmp_path) as address, httpx.Client(base_url=address) as client:
        monkeypatch.setattr(Database, "transaction", counted)
        monkeypatch.setattr("bot.dispatcher.Dispatcher.run_batch", lambda _self: 0)
        monkeypatch.setattr("bot.jobs.Jobs.run_waiting", _nothing)
        commits.clear()
        before = time.monotonic()
        for _ in range(50):
            assert "waiting" not in client.get("/readyz").json()
        assert len(commits) <= 8 + (time.monotonic() - before) * 3  # some are those of the ticks at the start


async def _nothing(_self):
    return 0


# Files


def test_nobody_else_on_the_machine_reads_what_is_kept(tmp_path):
    environment = {**os.environ, "BAOAN_DATA_DIR": str(tmp_path / "data")}
    subprocess.run(
        [sys.executable, "-m", "bot.cli", "migrate"],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        umask=0o022,
    )
    for path in (tmp_path / "data", tmp_path / "data" / "baoan.db"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


# Webhooks


async def test_a_body_that_never_ends_is_let_go(monkeypatch):
    monkeypatch.setattr(webhooks, "BODY_SECONDS", 0.05)
    said = []

    class Deaf:
        name, capabilities, limits, problem = "deaf", None, None, None

    for method in ("open", "run", "close", "webhook", "fetch", "send", "check"):
        setattr(Deaf, method, (lambda *_: None))

    async def slow():
        await asyncio.sleep(0.02)
        return {"type": "http.request", "body": b"{", "more_body": True}

    async def say(message):
        said.append(message)

    application = webhooks.with_webhooks(None, {"deaf": Deaf()}, frozenset({"deaf"}))
    scope = {"type": "http", "path": "/webhooks/deaf", "method": "POST", "headers": []}
    async with asyncio.timeout(5):
        await application(scope, slow, say)
    assert said[0]["status"] == 408
