"""A receipt is read strictly: what is not exactly one is refused, whatever bytes come."""

import json
import unicodedata
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain import receipt
from domain.errors import BadInputError

AT = datetime(2026, 11, 24, 1, 50, tzinfo=UTC)
LINES = ["BIÊN NHẬN", "Mã vụ: TN-26-7K3F"]
SALT = "ab" * receipt.SALT_BYTES
CONTENT = {"code": "TN-26-7K3F", "facts": {"what": "ngã giàn giáo", "place": {"lat": 21.59}}}


def made(**changed):
    digest = receipt.digest_of(SALT, CONTENT)
    whole = receipt.unsigned(
        code="TN-26-7K3F", office="Sở", reported_at=AT, issued_at=AT, digest=digest, lines=LINES
    )
    return {**whole, "key": "k1", **changed}


def filed(whole=None, lines=LINES):
    return receipt.as_file(whole or made(), "c2ln", lines).encode()


def test_a_file_and_its_qr_are_the_same_receipt():
    whole = made()
    from_file, from_qr = receipt.read(filed(whole)), receipt.read(receipt.as_qr(whole, "c2ln").encode())
    assert from_file == from_qr
    assert from_file.signed == receipt.canonical(whole)
    assert (from_file.reported_at, from_file.code) == (AT, "TN-26-7K3F")
    assert receipt.read(b"\xef\xbb\xbf" + filed(whole)) == from_file


def test_a_receipt_tells_nothing_of_the_content():
    assert "giàn giáo" not in filed().decode()
    assert SALT not in filed().decode()
    assert receipt.digest_of(SALT, CONTENT) != receipt.digest_of("cd" * receipt.SALT_BYTES, CONTENT)


def test_the_content_fits_however_it_is_laid_out():
    found = receipt.read(filed())
    for text in (
        json.dumps({"salt": SALT, "content": CONTENT}),
        json.dumps({"content": CONTENT, "salt": SALT.upper()}, ensure_ascii=False, indent=3, sort_keys=True),
        unicodedata.normalize("NFD", json.dumps({"content": CONTENT, "salt": SALT}, ensure_ascii=False)),
    ):
        assert receipt.holds(found, text.encode())
    other = {**CONTENT, "facts": {"what": "ngã thang"}}
    assert not receipt.holds(found, json.dumps({"content": other, "salt": SALT}).encode())
    assert not receipt.holds(found, json.dumps({"content": CONTENT, "salt": "00" * 32}).encode())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b'{"salt": 5, "content": {}}',
        b'{"salt": "zz", "content": {}}',
        b'{"salt": "ab", "content": {}}',
        b'{"salt": "' + b"ab" * 32 + b'", "content": []}',
        b"[" * 100_000,
        b" " * (receipt.LONGEST_CONTENT + 1),
    ],
)
def test_what_is_no_content_is_said_to_be_none(content):
    with pytest.raises(BadInputError, match="receipt-content-unreadable"):
        receipt.holds(receipt.read(filed()), content)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"{" * 100_000,
        b'{"receipt": {}, "signature": "x"}',
        b'{"receipt": null, "signature": "x"}',
        b'{"receipt": NaN, "signature": "x"}',
        b"\xff\xfe\x00",
        b'{"signature": "\\ud800", "receipt": {}}',
        b'{"receipt": {"v": 1e999}, "signature": "x"}',
        b" " * (receipt.LONGEST + 1),
        filed()[:-20],
        filed(made(v=2)),
        filed(made(code=None)),
        filed(made(reported_at="yesterday")),
        filed(made(reported_at="2026-11-24T08:00:00")),
        filed(made(more="x")),
        filed().replace(b'"signature": "c2ln"', b'"signature": 7'),
        filed().replace(b'"signature"', b'"signature": "x", "signature"'),
        filed().replace(b'"signature"', b'"extra": 1, "signature"'),
    ],
    ids=range(21),
)
def test_what_is_no_receipt_is_refused(data):
    with pytest.raises(BadInputError, match="receipt-unreadable"):
        receipt.read(data)


@pytest.mark.parametrize("lines", [["BIÊN NHẬN", "Mã vụ: TN-26-0000"], [], [1], "BIÊN NHẬN"])
def test_changed_words_are_noticed(lines):
    with pytest.raises(BadInputError, match="receipt-lines-wrong"):
        receipt.read(json.dumps({**json.loads(filed()), "lines": lines}).encode())


@given(st.binary(max_size=300))
@settings(max_examples=200)
def test_any_bytes_are_read_or_refused(data):
    with pytest.raises(BadInputError):
        receipt.read(data)


def test_what_is_signed_has_one_form():
    assert receipt.canonical({"b": "ế", "a": [1, 2.5]}) == '{"a":[1,2.5],"b":"ế"}'.encode()
    assert receipt.canonical({"b": unicodedata.normalize("NFD", "ế"), "a": 1}) == '{"a":1,"b":"ế"}'.encode()
    with pytest.raises(ValueError, match="JSON"):
        receipt.canonical(float("nan"))
