"""A webhook is Zalo's only if it is signed, in whichever of the published ways."""

import itertools

import pytest

from bot.channels.zalo_oa.signature import Keys, matched, sign
from tests.servers.zalo_oa import FakeZalo

BODY = (
    '{"app_id":"360846524940903967","sender":{"id":"246845883529197922"},"recipient":{"id":"388613280878808645"},'
    '"event_name":"user_send_text","message":{"text":"Xin chào","msg_id":"96d3cdf3af150460909"},'
    '"timestamp":"1754390853474"}'
).encode()
MAC = "d693409430c3a36ec088cbd68a5773e7d705bb2fe2a9d35788f10f588972c1aa"
KEYS = Keys("360846524940903967", "388613280878808645", "OA_SECRET_EXAMPLE", "other")
VARIANTS = [
    "/".join(v)
    for v in itertools.product(("body-time", "header-time"), ("oa-secret", "app-secret"), ("app-id", "oa-id"))
]


def test_the_worked_example_of_the_reference():
    assert sign(KEYS.app_id, BODY, "1754390853474", KEYS.oa_secret) == MAC
    for prefix in ("mac=", "sha256=", ""):
        headers = {"x-zevent-signature": prefix + MAC}
        assert matched(headers, BODY, "1754390853474", KEYS) == "body-time/oa-secret/app-id"


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("prefix", ["mac=", "sha256=", ""])
def test_every_way_to_sign_is_recognised_and_named(variant, prefix):
    zalo = FakeZalo()
    event = zalo.event("user_send_text", message={"text": "Xin chào"})
    headers, body = zalo.signed(event, variant=variant, prefix=prefix)
    keys = Keys(zalo.app_id, zalo.oa_id, zalo.oa_secret, zalo.app.secret)
    lower = {name.lower(): value for name, value in headers.items()}
    assert matched(lower, body, event["timestamp"], keys) == variant
    assert matched(lower, body + b" ", event["timestamp"], keys) is None


def test_one_secret_for_both_matches_once():
    keys = Keys("a", "o", "same", "same")
    headers = {"x-zevent-signature": sign("a", b"{}", "1", "same")}
    assert matched(headers, b"{}", "1", keys) == "body-time/oa-secret/app-id"


@pytest.mark.parametrize(
    "keys", [Keys("a", "o", "", ""), Keys("", "", "s", "s"), Keys("a", "", "", "s"), Keys("", "o", "s", "")]
)
def test_an_empty_secret_or_id_opens_nothing(keys):
    for first, secret in itertools.product(("a", "o", ""), ("s", "")):
        if first and secret and first in (keys.app_id, keys.oa_id):
            continue
        headers = {"x-zevent-signature": sign(first, b"{}", "1", secret)}
        assert matched(headers, b"{}", "1", keys) is None


@pytest.mark.parametrize("given", ["", "mac=", "mac=ế", "x" * 64, "mac=" + MAC[:-1]])
def test_anything_else_is_refused(given):
    assert matched({"x-zevent-signature": given}, BODY, "1754390853474", KEYS) is None
    assert matched({}, BODY, "1754390853474", KEYS) is None
