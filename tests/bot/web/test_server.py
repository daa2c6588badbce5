"""The running program from outside: the chat, its cookies, files, the trial's clock, health."""

import io
import time

import httpx
import pytest
from PIL import Image

from bot.running import refuse_unsafe_trial
from bot.settings import Settings
from domain.errors import BadInputError
from tests.bot.web.conftest import running


def test_a_stranger_is_answered_without_any_plan_or_unit(plain, browse):
    browser = browse(plain)
    assert browser.say("xin chào").status_code == 202
    [menu] = browser.hear()
    assert "Sở Nội vụ" in menu["text"]
    assert menu["choices"]


def test_all_parts_of_an_answer_come_at_once(plain, browse):
    browser = browse(plain)
    began = time.monotonic()
    browser.say("có tai nạn ở đây, 2 người bị thương")
    assert len(browser.hear(3)) >= 3
    assert time.monotonic() - began < 2.5


def test_the_same_key_is_kept_once(plain, browse):
    browser = browse(plain)
    for _ in range(3):
        assert browser.say("xin chào", key="same-key-1234").status_code == 202
    browser.hear()
    history = browser.client.get("/chat/messages").json()["messages"]
    assert [m["direction"] for m in history] == ["in", "out"]


def test_two_browsers_do_not_see_each_other(plain, browse):
    one, two = browse(plain), browse(plain)
    one.say("xin chào")
    one.hear()
    assert two.client.get("/chat/messages").json()["messages"] == []


def test_a_message_without_a_cookie_is_refused_with_a_sentence(plain):
    reply = httpx.post(f"{plain}/chat/messages", json={"key": "12345678", "kind": "text", "text": "a"})
    assert reply.status_code == 401
    assert reply.json()["problem"]


def test_another_site_cannot_speak_for_a_browser(plain, browse):
    browser = browse(plain)
    headers = {"Origin": "https://evil.example"}
    body = {"key": "12345678", "kind": "text", "text": "a"}
    assert browser.client.post("/chat/messages", json=body, headers=headers).status_code == 403


def _photo():
    picture = Image.new("RGB", (40, 30), "red")
    exif = picture.getexif()
    exif[0x010F] = "PhoneMaker"
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_a_photo_is_kept_without_its_metadata_and_shown_to_its_sender_only(plain, browse):
    browser = browse(plain)
    browser.say("xin chào")
    sent = browser.client.post(
        "/chat/attachments",
        data={"key": "photo-0001", "kind": "photo"},
        files={"file": ("a.jpg", _photo(), "image/jpeg")},
    )
    assert sent.status_code == 202
    browser.hear(2)
    history = browser.client.get("/chat/messages").json()["messages"]
    [attachment] = [m["attachments"][0] for m in history if m["kind"] == "photo"]
    kept = browser.client.get(attachment["url"])
    assert kept.headers["content-type"] == "image/jpeg"
    assert b"PhoneMaker" in _photo()
    assert b"PhoneMaker" not in kept.content
    assert browse(plain).client.get(attachment["url"]).status_code == 404


@pytest.mark.parametrize(
    ("name", "data"), [("a.exe", b"MZ\x90\x00"), ("a.jpg", b"\xff\xd8\xff\xe0rest"), ("a.txt", b"")]
)
def test_a_file_that_cannot_be_kept_gets_a_sentence(plain, name, data, browse):
    browser = browse(plain)
    sent = browser.client.post(
        "/chat/attachments", data={"key": "file-00001", "kind": "file"}, files={"file": (name, data)}
    )
    assert sent.status_code == 415
    assert sent.json()["problem"].startswith(("Tệp", "Báo An", "Ảnh"))


def test_pages_carry_a_strict_policy_and_no_third_party_address(plain):
    for path in ("/", "/chat"):
        reply = httpx.get(plain + path)
        assert "default-src 'self'" in reply.headers["content-security-policy"]
        assert "http://" not in reply.text.replace("http://www.w3.org", "")
        assert "https://" not in reply.text


def test_the_public_half_of_the_receipt_key_is_published(plain):
    published = httpx.get(f"{plain}/receipt-key").json()
    assert published == httpx.get(f"{plain}/.well-known/baoan-receipt-key").json()
    (key,) = published["keys"]
    assert key["id"] == published["current"]
    assert key.keys() == {"id", "algorithm", "public", "since"}


def test_health_and_figures(plain):
    assert httpx.get(f"{plain}/healthz").json() == {"ok": True}
    assert httpx.get(f"{plain}/readyz").json()["ok"]
    assert "baoan_received_total" in httpx.get(f"{plain}/metrics").text
    assert httpx.get(f"{plain}/metrics", headers={"X-Forwarded-For": "1.2.3.4"}).status_code == 403
    assert httpx.get(f"{plain}/api/v1/openapi.json").json()["info"]["title"] == "Báo An"


def test_outside_a_trial_there_is_no_role_and_no_clock(plain):
    assert httpx.get(f"{plain}/trial/clock").status_code == 404
    assert httpx.post(f"{plain}/trial/role", json={"role": "leader"}).status_code in (404, 405)
    forged = httpx.get(f"{plain}/chat", cookies={"baoan_role": "leader"})
    assert "data-role" not in forged.text


def test_a_trial_lets_one_step_into_a_role(trial, browse):
    browser = browse(trial)
    assert browser.client.post("/trial/role", json={"role": "coordinator"}).status_code == 204
    browser.say("menu")
    [menu] = browser.hear()
    assert any(choice["payload"] == "review:waiting" for choice in menu["choices"])
    assert browser.client.post("/trial/role", json={"role": "president"}).status_code == 422


def test_the_trial_clock_moves_forward_only(trial, browse):
    client = browse(trial).client
    before = client.get("/trial/clock").json()
    moved = client.post("/trial/clock", json={"days": 1}).json()
    assert moved["now"] > before["now"]
    assert client.post("/trial/clock", json={"to": before["now"][:16]}).status_code == 422
    assert client.post("/trial/clock", json={}).status_code == 422


def test_a_second_start_goes_on_where_the_first_stopped(tmp_path, browse):
    with running(tmp_path, trial=True) as address:
        browser = browse(address)
        browser.say("xin chào")
        browser.hear()
        moved = httpx.post(f"{address}/trial/clock", json={"days": 3}, timeout=60).json()
        cookies = dict(browser.client.cookies)
    with running(tmp_path, trial=True) as address:
        again = httpx.get(f"{address}/chat/messages", cookies=cookies).json()["messages"]
        assert [m["direction"] for m in again] == ["in", "out"]
        assert httpx.get(f"{address}/trial/clock").json()["now"] >= moved["now"]


@pytest.mark.parametrize(
    ("settings", "key"),
    [
        ({"http_host": "0.0.0.0"}, "trial-not-loopback"),  # noqa: S104 - the very thing that is refused
        ({"telegram_token": "1:a"}, "trial-real-channel"),
    ],
)
def test_an_unsafe_trial_is_refused(settings, key):
    with pytest.raises(BadInputError) as refused:
        refuse_unsafe_trial(Settings(trial=True, **settings))
    assert refused.value.key == key


@pytest.mark.parametrize(("first", "then"), [(False, True), (True, False)])
def test_a_database_is_a_trials_or_a_live_one_for_good(tmp_path, first, then):
    with running(tmp_path, trial=first):
        pass
    with pytest.raises(BadInputError), running(tmp_path, trial=then):
        pass
