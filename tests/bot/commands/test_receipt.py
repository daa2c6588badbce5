"""From the chat to `baoan receipt verify`: files that prove what they say, and refuse whatever was tampered with."""

import asyncio
import base64
import json
import random
import shutil
import stat
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import receipt_keys, sample_world
from bot.bootstrap import Parts, build
from bot.clock import StillClock
from bot.receipt_keys import PRIVATE, PUBLIC, ReceiptKeys
from bot.terminal import SCRIPT_START, Terminal
from domain.receipt import canonical
from storage import signing
from storage.tables import inbox, jobs

CODE_LINE = "1 người ngã giàn giáo gãy chân ở xã Tân Lập, gọi 0912345678"


class Listening(Terminal):
    def __init__(self):
        super().__init__(lambda _line: None)
        self.files = []

    def _hear(self, address, message):
        super()._hear(address, message)
        self.files += message.files


async def talk(folder, lines):
    """Play lines in a world kept in `folder`; return the files the reporter got and the code."""
    heard = Listening()
    clock = StillClock(SCRIPT_START)
    data = folder / "data"
    app = build(
        Parts(f"sqlite:///{data / 'baoan.db'}", data, clock, office="Sở Nội vụ"), lambda _: [heard.channel()]
    )
    try:
        world = sample_world.sample("console", "terminal")
        await app.store.write(lambda uow: sample_world.load(uow, world, app.around, clock.now()))
        for line in lines:
            await (heard.do(app, line) if line.startswith("@") else heard.say(app, line))
        code = await app.store.read(lambda uow: uow.accidents.all()[0].code)
        rows = await app.store.read(
            lambda uow: [
                [dict(row._mapping) for row in uow._connection.execute(select(table))]
                for table in (jobs, inbox)
            ]
        )
        kept = []
        for file in heard.files:
            row = await app.store.read(lambda uow, n=file.attachment: uow.attachments.get(n))
            path = folder / file.name
            path.write_bytes(app.files.get(row.path))
            kept.append((path, row.state))
        return kept, code, rows
    finally:
        app.close()


def issue(folder, *more):
    kept, code, rows = asyncio.run(
        talk(folder, [CODE_LINE, "Đồng ý", "@photo " + str(_photo(folder)), *more, "biên nhận"])
    )
    return [path for path, _ in kept], code, rows


def _photo(folder):
    path = folder / "scene.jpg"
    shutil.copy(Path(__file__).parents[2] / "fixtures" / "scene.jpg", path)
    return path


@pytest.fixture
def issued(tmp_path):
    files, code, _ = issue(tmp_path)
    return files, code


def verified(baoan, *arguments):
    code, out, err = baoan("receipt", "verify", *map(str, arguments))
    assert len((out + err).strip().splitlines()) == 1
    assert not (out and err)
    return code, out or err


def test_a_receipt_is_checked_with_no_database_and_no_network(issued, baoan, tmp_path, monkeypatch):
    (receipt, picture, content), code = issued
    assert picture.read_bytes().startswith(b"\x89PNG")
    monkeypatch.setenv("BAOAN_DATABASE_URL", "postgresql+psycopg://nobody@127.0.0.1:1/none")
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("network"))
    exit_code, said = verified(baoan, receipt)
    assert exit_code == 0
    assert code in said
    assert "Sở Nội vụ" in said
    assert "báo lúc 8h50 thứ Ba 24/11/2026" in said
    exit_code, said = verified(baoan, receipt, "--content", content)
    assert (exit_code, "Nội dung khớp" in said) == (0, True)
    public = tmp_path / "public.json"
    public.write_text(baoan("receipt", "key", "--public")[1])
    elsewhere = tmp_path / "elsewhere"
    monkeypatch.setenv("BAOAN_DATA_DIR", str(elsewhere))
    assert verified(baoan, receipt, "--key", public)[0] == 0
    exit_code, said = verified(baoan, receipt)
    assert (exit_code, "không có khóa công khai" in said) == (2, True)
    assert not elsewhere.exists()


def test_the_receipt_holds_no_word_of_the_report_and_the_content_all_of_it(issued):
    (receipt, _, content), _ = issued
    for word in ("giàn giáo", "0912345678", "Tân Lập", "gãy"):
        assert word not in receipt.read_text("utf-8")
        assert word in content.read_text("utf-8")
    shown = json.loads(receipt.read_text("utf-8"))
    assert shown["lines"][0] == "BIÊN NHẬN CỦA Sở Nội vụ"
    told = json.loads(content.read_text("utf-8"))
    (photo,) = told["content"]["facts"]["photos"]
    assert len(photo["sha256"]) == 64
    assert told["salt"] not in receipt.read_text("utf-8")


def test_the_words_of_a_report_stay_in_no_queue(tmp_path):
    _, _, (queued, came) = issue(tmp_path)
    assert [job["body"] for job in queued if job["kind"] == "receipt"] == [{}]
    results = [row["body"] for row in came if "receipt" in json.dumps(row["body"])]
    assert results
    assert "giàn giáo" not in json.dumps(results, ensure_ascii=False)


def test_every_changed_byte_is_noticed(issued, baoan):
    (receipt, *_), _ = issued
    whole = receipt.read_bytes()
    chance = random.Random(1)  # noqa: S311 - the same places each time
    for at in chance.sample(range(len(whole)), 60):
        changed = bytearray(whole)
        changed[at] ^= 1 << chance.randrange(7)
        if _same(bytes(changed), whole):
            continue
        receipt.write_bytes(changed)
        assert verified(baoan, receipt)[0] == 2, (at, changed[at - 5 : at + 5])


def _same(one, other):
    """Whether two files are the same JSON: space between its parts proves nothing and changes nothing."""
    try:
        return json.loads(one) == json.loads(other)
    except ValueError:
        return False


@pytest.mark.parametrize(
    "change", [{"code": "TN-26-0000"}, {"reported_at": "2026-11-20T01:50:00+00:00"}, {"office": "X"}]
)
def test_a_changed_field_is_noticed(issued, baoan, change):
    (receipt, *_), _ = issued
    whole = json.loads(receipt.read_text("utf-8"))
    whole["receipt"] |= change
    receipt.write_text(json.dumps(whole))
    exit_code, said = verified(baoan, receipt)
    assert (exit_code, "chữ ký không khớp" in said) == (2, True)


def test_another_key_is_not_the_offices(issued, baoan, tmp_path):
    (receipt, *_), _ = issued
    forger = ReceiptKeys(tmp_path / "forger").current()
    whole = json.loads(receipt.read_text("utf-8"))
    for key_id in (whole["receipt"]["key"], forger.id):
        forged = {**whole["receipt"], "key": key_id, "office": "Sở Nội vụ"}
        signature = signing.sign(forger.private, canonical(forged))
        receipt.write_text(json.dumps({**whole, "receipt": forged, "signature": signature}))
        assert verified(baoan, receipt)[0] == 2


def test_other_content_is_noticed(issued, baoan, tmp_path):
    (receipt, _, content), _ = issued
    content.write_text(content.read_text("utf-8").replace("giàn giáo", "thang"))
    exit_code, said = verified(baoan, receipt, "--content", content)
    assert (exit_code, "không phải nội dung" in said) == (2, True)
    for bad in ("", "{", "[]", "x" * 5_000_000):
        content.write_text(bad)
        assert verified(baoan, receipt, "--content", content)[0] == 2
    assert verified(baoan, receipt, "--content", tmp_path / "none")[0] == 2


@pytest.mark.parametrize("data", [b"", b"{}", b"\x00\xff", b"[" * 50_000, b"a" * 200_000, b'{"receipt": 1}'])
def test_hostile_files_get_one_line(baoan, tmp_path, data):
    path = tmp_path / "receipt.json"
    path.write_bytes(data)
    assert verified(baoan, path)[0] == 2
    key = tmp_path / "key"
    key.write_bytes(data)
    assert verified(baoan, path, "--key", key)[0] == 2


def test_a_key_file_of_any_form_is_taken_or_refused(issued, baoan, tmp_path):
    (receipt, *_), _ = issued
    raw = json.loads(baoan("receipt", "key", "--public")[1])["keys"][0]["public"]
    der = bytes.fromhex("302a300506032b6570032100") + base64.b64decode(raw)
    pem = f"-----BEGIN PUBLIC KEY-----\n{base64.b64encode(der).decode()}\n-----END PUBLIC KEY-----\n"
    key = tmp_path / "key"
    for text, expected in (
        (pem, 0),
        (pem.replace("MCow", "MCox"), 2),
        ("-----BEGIN PUBLIC KEY-----\nx\n-----END PUBLIC KEY-----", 2),
        (json.dumps({"keys": [{"public": "!!"}]}), 2),
        (json.dumps({"keys": [{"public": "AAAA"}]}), 2),
        (json.dumps({"keys": {}}), 2),
        (json.dumps({"keys": [{"public": raw}]}), 0),
    ):
        key.write_text(text)
        assert verified(baoan, receipt, "--key", key)[0] == expected, text


def test_after_a_rotation_old_receipts_still_hold(issued, baoan, tmp_path):
    (receipt, *_), _ = issued
    before = json.loads(baoan("receipt", "key", "--public")[1])["current"]
    assert baoan("receipt", "key", "--rotate")[0] == 0
    published = json.loads(baoan("receipt", "key", "--public")[1])
    assert published["current"] != before
    assert [key["id"] for key in published["keys"]] == [before, published["current"]]
    assert verified(baoan, receipt)[0] == 0
    assert stat.S_IMODE((tmp_path / "data" / PRIVATE).stat().st_mode) == 0o600
    assert "PRIVATE" not in (tmp_path / "data" / PUBLIC).read_text()


def test_a_key_killed_half_way_leaves_one_that_works(tmp_path, monkeypatch):
    folder = tmp_path / "keys"
    for broken in ("os.link", "bot.receipt_keys._half", "bot.receipt_keys.sync_folder"):
        with monkeypatch.context() as patch:
            patch.setattr(broken, lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                ReceiptKeys(folder).current()
    keys = ReceiptKeys(folder)
    message = b"x"
    keys.current()
    assert signing.is_signed(
        receipt_keys.trusted(folder, None)[keys.current().id],
        message,
        signing.sign(keys.current().private, message),
    )
    first = keys.current().id
    with monkeypatch.context() as patch:
        patch.setattr("pathlib.Path.replace", _once_then_die())
        with pytest.raises(ZeroDivisionError):
            ReceiptKeys(folder).rotate()
    assert ReceiptKeys(folder).current().id == first
    assert ReceiptKeys(folder).rotate().id in receipt_keys.trusted(folder, None)
    assert [path.name for path in folder.iterdir() if path.name.endswith(".tmp")] == []


def _once_then_die():
    replace, seen = Path.replace, []

    def step(self, target):
        if seen:
            raise ZeroDivisionError
        seen.append(target)
        return replace(self, target)

    return step


def test_of_two_that_make_a_key_at_once_both_take_the_first(tmp_path, monkeypatch):
    one, other = ReceiptKeys(tmp_path), ReceiptKeys(tmp_path)
    monkeypatch.setattr(other, "_kept", lambda: None)  # looked before the first one wrote
    assert one.current().id == other.current().id


def test_a_key_from_the_settings_is_used_and_published(baoan, monkeypatch, tmp_path):
    private = signing.new_private()
    (tmp_path / "signing.pem").write_text(private)
    monkeypatch.setenv("BAOAN_RECEIPT_KEY_FILE", str(tmp_path / "signing.pem"))
    published = json.loads(baoan("receipt", "key", "--public")[1])
    assert published["current"] == signing.key_id(signing.public_of(private))
    assert not (tmp_path / "data" / PRIVATE).exists()
    assert baoan("receipt", "key", "--rotate")[0] == 2
    monkeypatch.setenv("BAOAN_RECEIPT_KEY_FILE", str(Path(__file__)))
    assert baoan("receipt", "key")[0] == 2
    assert "PRIVATE" not in repr(ReceiptKeys(tmp_path, private).current())


def test_a_code_tells_a_stranger_when_and_nothing_more(issued, baoan):
    _, code = issued
    exit_code, out, _ = baoan("receipt", "verify", code.lower())
    assert exit_code == 0
    assert json.loads(out) == {"code": code, "reported_at": "2026-11-24T01:50:00+00:00"}
    assert baoan("receipt", "verify", "TN-26-0000")[0] == 2


def test_taking_consent_back_takes_the_content_file_too(tmp_path):
    kept, _, _ = asyncio.run(talk(tmp_path, [CODE_LINE, "Đồng ý", "biên nhận", "tôi rút lại đồng ý"]))
    assert [state for _, state in kept] == ["stored", "stored", "lost"]


def test_a_private_report_gets_a_receipt_without_the_number(tmp_path):
    lines = [CODE_LINE, "Giữ kín tôi là ai", "Đồng ý, giữ kín", "biên nhận"]
    kept, _, _ = asyncio.run(talk(tmp_path, lines))
    assert len(kept) == 3
    assert "0912345678" not in kept[2][0].read_text("utf-8")


def test_the_qr_reads_as_the_same_receipt(issued, baoan, tmp_path):
    """What the picture holds is checked by its text; that segno draws it is segno's matter."""
    (receipt, *_), _ = issued
    whole = json.loads(receipt.read_text("utf-8"))
    scanned = tmp_path / "scanned.txt"
    scanned.write_text(json.dumps({"signature": whole["signature"], "receipt": whole["receipt"]}))
    assert verified(baoan, scanned)[0] == 0


def test_openssl_agrees_with_a_signature(tmp_path):
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not here")
    keys = ReceiptKeys(tmp_path / "keys")
    (tmp_path / "m").write_bytes(b"message")
    (tmp_path / "s").write_bytes(base64.b64decode(signing.sign(keys.current().private, b"message")))
    checked = subprocess.run(
        ["openssl", "pkeyutl", "-verify", "-rawin", "-inkey", tmp_path / "keys" / PRIVATE,
         "-in", tmp_path / "m", "-sigfile", tmp_path / "s"],
        capture_output=True, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stderr
