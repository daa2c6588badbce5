"""The locks: what is sealed opens with the right key and nothing else, whatever was changed on the way."""

import base64
import random
import unicodedata

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import BadInputError
from domain.shamir import Share, split
from storage import sealing

PASSPHRASE = "mật khẩu của chị Hoa"


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    monkeypatch.setattr(sealing, "COST", 10)


@pytest.fixture
def locked():
    share = split(b"k" * 32, 2, 3, random.Random(3).randbytes)[1]  # noqa: S311 - the same each time
    return share, sealing.lock_share(share, PASSPHRASE, key="abc", officer="Chị Hoa", threshold=2)


def test_what_is_sealed_opens_with_the_private_half_only():
    private, public = sealing.new_key()
    other, _ = sealing.new_key()
    assert sealing.public_of(private) == public
    key, box = sealing.seal(b"who it was", b"case 1")
    wrapped = sealing.wrap(key, public, b"case 1")
    assert sealing.unseal(sealing.unwrap(wrapped, private, b"case 1"), box, b"case 1") == b"who it was"
    assert b"who it was" not in box
    for attempt in (
        lambda: sealing.unwrap(wrapped, other, b"case 1"),
        lambda: sealing.unwrap(wrapped, private, b"case 2"),
        lambda: sealing.unseal(key, box, b"case 2"),
        lambda: sealing.unseal(key, box[:-1], b"case 1"),
        lambda: sealing.unwrap(bytes(80), private, b"case 1"),
        lambda: sealing.unwrap(b"", private, b"case 1"),
    ):
        with pytest.raises(BadInputError):
            attempt()


def test_every_identity_has_a_key_of_its_own():
    assert len({sealing.seal(b"same", b"same") for _ in range(20)}) == 20


@given(st.integers(0, 91), st.integers(1, 255))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_one_changed_byte_of_a_wrapped_key_is_noticed(at, change):
    private, public = sealing.new_key()
    wrapped = bytearray(sealing.wrap(b"d" * 32, public, b"x"))
    assert len(wrapped) == 92
    wrapped[at] ^= change
    with pytest.raises(BadInputError):
        sealing.unwrap(bytes(wrapped), private, b"x")


def test_the_ignored_bit_of_a_key_is_bound_all_the_same():
    private, public = sealing.new_key()
    wrapped = bytearray(sealing.wrap(b"d" * 32, public, b"x"))
    wrapped[31] ^= 0x80
    with pytest.raises(BadInputError):
        sealing.unwrap(bytes(wrapped), private, b"x")


def test_a_share_survives_paper_and_needs_its_passphrase(locked):
    share, under_lock = locked
    text = sealing.to_text(under_lock)
    assert PASSPHRASE not in text
    printed = "BÁO AN\r\n\r\n" + text.replace("\n", "  \r\n ") + "\r\n█▀▀"
    read = sealing.from_text(printed)
    assert read == under_lock
    assert sealing.unlock_share(read, PASSPHRASE) == share
    assert sealing.unlock_share(read, f" {unicodedata.normalize('NFD', PASSPHRASE)} ") == share
    with pytest.raises(BadInputError, match="seal-wrong-passphrase"):
        sealing.unlock_share(read, "mat khau cua chi Hoa")


def test_what_is_written_on_a_share_is_bound_to_it(locked):
    _, under_lock = locked
    for changed in ({"officer": "Anh Ba"}, {"index": 3}, {"threshold": 1}, {"key": "abd"}):
        parts = {name: getattr(under_lock, name) for name in ("key", "officer", "index", "threshold", "box")}
        with pytest.raises(BadInputError, match="seal-wrong-passphrase"):
            sealing.unlock_share(sealing.LockedShare(**{**parts, **changed}), PASSPHRASE)


def armoured(value):
    letters = base64.b64encode(orjson.dumps(value)).decode()
    return f"-----BEGIN BAOAN SHARE-----\n{letters}\n-----END BAOAN SHARE-----"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no share at all",
        "-----BEGIN BAOAN SHARE-----",
        "-----BEGIN BAOAN SHARE-----\n!!!\n-----END BAOAN SHARE-----",
        armoured({}),
        armoured([]),
        armoured(["k", "A", 1, 2, "AAAA"]),
        armoured(["k", "A", True, 2, base64.b64encode(bytes(80)).decode()]),
        armoured(["k", "A", 0, 2, base64.b64encode(bytes(80)).decode()]),
        armoured(["k", 7, 1, 2, base64.b64encode(bytes(80)).decode()]),
        armoured(["k", "A", 1, 2, None]),
        armoured("x" * 10),
    ],
)
def test_what_is_no_share_is_refused(text):
    with pytest.raises(BadInputError, match="seal-share-unreadable"):
        sealing.from_text(text)


def test_a_share_that_would_tie_up_the_machine_is_refused():
    greedy = sealing.LockedShare("k", "A", 1, 2, bytes([30]) + bytes(80))
    with pytest.raises(BadInputError, match="seal-share-unreadable"):
        sealing.unlock_share(greedy, PASSPHRASE)


def test_the_server_keeps_nothing_of_a_share_but_a_digest():
    share = Share(1, bytes(range(36)))
    assert share.data.hex() not in sealing.check_of("k", share)
    assert sealing.check_of("k", share) != sealing.check_of("j", share)
    assert len(sealing.check_of("k", share)) == 64
