"""Sealed identities as officers meet them: handed out, opened in twos, shared anew, drilled; killed anywhere."""

import secrets
import stat
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.commands import share_files
from domain.calendar import vietnam_calendar
from domain.errors import BadInputError
from domain.policy import default_policy
from handlers.acting import Acting, Surroundings
from handlers.services import accidents, openings, seal_keys
from messages.envelope import Address
from storage import sealing
from storage.database import Database
from storage.tables import audit, outbox

PHONE, NAME = "0912345678", "Nguyễn Văn Nam"
WORDS = {"A": "mật khẩu của A rất dài", "B": "mật khẩu của B rất dài", "C": "mật khẩu của C rất dài"}
WHY = "Công an yêu cầu theo công văn 12"


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    monkeypatch.setattr(sealing, "COST", 10)


class Office:
    """The command line, folders for shares, and the database behind it."""

    def __init__(self, baoan, folder):
        self.baoan = baoan
        self.folder = folder
        self.rounds = 0
        baoan("migrate")

    def database(self):
        return Database(f"sqlite:///{self.folder / 'data' / 'baoan.db'}")

    def read(self, look):
        database = self.database()
        try:
            with database.reading() as uow:
                return look(uow)
        finally:
            database.close()

    def places(self, names):
        self.rounds += 1
        found = {name: self.folder / f"usb-{self.rounds}-{name}" for name in names}
        for path in found.values():
            path.mkdir()
        return found

    def hand_out(self, *command, names="ABC"):
        """Run `seal init` or `reshare`; return what the command gave, and each officer's share file."""
        places = self.places(names)
        to = [part for name in names for part in ("--to", str(places[name]))]
        typed = "".join(f"{WORDS[name]}\n{WORDS[name]}\n" for name in names)
        *words, before = command
        given = self.baoan("seal", *words, "--officers", ",".join(names), *to, stdin=before + typed)
        return given, {name: next(iter(path.iterdir()), None) for name, path in places.items()}

    def init(self):
        given, shares = self.hand_out("init", "")
        assert given[0] == 0, given
        return shares

    def reshare(self, shares, names="ABC", by="AB"):
        typed = "".join(f"{WORDS[name]}\n" for name in by)
        options = [part for name in by for part in ("--share", str(shares[name]))]
        return self.hand_out("reshare", *options, typed, names=names)

    def opening(self, code, shares, by="AB", why=WHY):
        options = [part for name in by for part in ("--share", str(shares[name]))]
        reason = ("--reason", why) if why else ()
        typed = "".join(f"{WORDS[name]}\n" for name in by)
        return self.baoan("seal", "open", code, *reason, *options, stdin=typed)

    def drill(self, shares, by):
        options = [part for name in by for part in ("--share", str(shares[name]))]
        return self.baoan("seal", "drill", *options, stdin="".join(f"{WORDS[name]}\n" for name in by))

    def report(self, mode="confidential"):
        """Let somebody report and ask not to be named; returns the code."""
        database = self.database()
        now = datetime.now(UTC)
        around = Surroundings("Sở", None, default_policy(), vietnam_calendar(), secrets.token_bytes)
        address = Address("telegram", "bot", "777001", "777001")
        with database.transaction() as uow:
            known = uow.people.at(address)
            person = known.person_id if known else uow.people.add(NAME, "vi", now)
            if known is None:
                uow.people.touch(uow.people.add_address(person, address), now)
            by = Acting(uow.people.get(person), address, now, around)
            opened = accidents.open_case(
                uow, accidents.OpenCase("accident", {"phone": PHONE, "what": "ngã"}, "yes", mode), by
            )
            accidents.record_facts(uow, accidents.RecordFacts(opened["code"], {"phone": PHONE}), by)
        database.close()
        return opened["code"]


@pytest.fixture
def office(baoan, tmp_path):
    return Office(baoan, tmp_path)


def test_shares_are_handed_out_one_to_a_place_and_none_stays(office):
    shares = office.init()
    assert len({path.parent for path in shares.values()}) == 3
    for name, path in shares.items():
        text = path.read_text("utf-8")
        assert f"Người giữ: {name}" in text
        assert WORDS[name] not in text
        assert "█" in text
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    locked = [sealing.from_text(path.read_text("utf-8")) for path in shares.values()]
    plain = [sealing.unlock_share(one, WORDS[one.officer]).data for one in locked]
    stored = b"".join(p.read_bytes() for p in (office.folder / "data").rglob("*") if p.is_file())
    for one, secret in zip(locked, plain, strict=True):
        assert secret not in stored
        assert one.box not in stored
        assert secret.hex().encode() not in stored


def test_init_refuses_what_would_lie_together(office):
    one = office.folder / "one"
    one.mkdir()
    data = office.folder / "data"
    for to in ([one, one], [data, one], [one], [office.folder / "nowhere", one]):
        options = [part for path in to for part in ("--to", str(path))]
        code, out, err = office.baoan("seal", "init", "--officers", "A,B", *options)
        assert (code, out) == (2, "")
        assert len(err.strip().splitlines()) == 1
    assert list(one.iterdir()) == []


@pytest.mark.parametrize(
    ("officers", "threshold", "typed"),
    [
        ("A,A", "2", ""),
        ("A,", "2", ""),
        ("A", "2", ""),
        ("A,B", "1", ""),
        ("A,B", "3", ""),
        ("A,B", "2", "ngắn\n"),
        ("A,B", "2", "một mật khẩu dài\nmột mật khẩu khác\n"),
        ("A,B", "2", ""),
    ],
)
def test_init_refuses_bad_input_in_one_line(office, officers, threshold, typed):
    code, _, err = office.baoan("seal", "init", "--officers", officers, "--threshold", threshold, stdin=typed)
    assert code == 2
    assert len(err.strip().splitlines()) == 1
    assert office.read(lambda uow: uow.identities.sealing_sets()) == ()


def test_without_places_the_shares_come_on_the_screen_one_by_one(office):
    typed = "".join(f"{WORDS[name]}\n{WORDS[name]}\n" for name in "AB")
    code, out, _ = office.baoan("seal", "init", "--officers", "A,B", stdin=typed)
    assert code == 0
    assert out.count("BEGIN BAOAN SHARE") == 2
    assert office.hand_out("init", "")[0][0] == 0  # nothing was tried or sealed: it makes way
    office.report()
    assert office.hand_out("init", "")[0][0] == 2


def test_two_officers_open_and_the_reporter_and_the_trail_learn_why(office):
    shares = office.init()
    code = office.report()
    given, out, err = office.opening(code, shares, by="AC")
    assert given == 0, err
    for known in (NAME, PHONE, "777001"):
        assert known in out
    trail = office.read(_trail)
    assert {"officers": ["A", "C"], "reason": WHY} in [detail for _, detail in trail]
    assert "identity_opened" in [action for action, _ in trail]
    assert PHONE not in str(trail)
    assert NAME not in str(trail)
    told = office.read(_queued)
    assert told == [f"Danh tính của người báo vụ {code} vừa được hai cán bộ cùng mở. Lý do: {WHY}"]


def _trail(uow):
    return [(row.action, row.detail) for row in uow._connection.execute(select(audit))]


def _queued(uow):
    return [row.body["text"] for row in uow._connection.execute(select(outbox)) if row.lane == "notice"]


def test_two_officers_open_one_after_the_other(office):
    shares = office.init()
    code = office.report()
    given, out, _ = office.opening(code, shares, by="A")
    assert given == 0
    once = out.strip().splitlines()[-1]
    assert len(once.replace("-", "")) == 32
    second = ("seal", "open", code, "--share", str(shares["B"]))
    assert office.baoan(*second, stdin=f"{WORDS['B']}\nAAAA-BBBB\n")[0] == 2
    assert office.baoan(*second, stdin=f"sai mật khẩu rồi nhé\n{once}\n")[0] == 2
    own = ("seal", "open", code, "--share", str(shares["A"]))
    given, _, err = office.baoan(*own, stdin=f"{WORDS['A']}\n{once}\n")
    assert (given, "người thứ hai" in err) == (2, True)
    assert _queued_in(office) == []
    given, out, _ = office.baoan(*second, stdin=f"{WORDS['B']}\n{once.lower()}\n")
    assert given == 0
    assert PHONE in out
    assert office.baoan(*second, stdin=f"{WORDS['B']}\n{once}\n")[0] == 2  # it serves once


def _queued_in(office):
    return office.read(_queued)


def test_a_share_put_in_is_gone_after_a_day(office):
    shares = office.init()
    code = office.report()
    once = office.opening(code, shares, by="A")[1].strip().splitlines()[-1]
    database, now = office.database(), datetime.now(UTC)
    locked, words = sealing.from_text(shares["B"].read_text("utf-8")), WORDS["B"]
    with database.transaction() as uow:
        share = sealing.unlock_share(locked, words)
        put = openings.Put(*seal_keys.recognise(uow, locked, share), share)
        with pytest.raises(BadInputError, match="seal-not-asked"):
            openings.finish(uow, code, put, once, now + timedelta(hours=24, minutes=1))
        due = openings.next_tick(uow, now)
        assert due is not None
        assert openings.tick(uow, None, due) == 1
        assert openings.next_tick(uow, now) is None
    database.close()
    assert office.baoan("seal", "open", code, "--share", str(shares["B"]), stdin=f"{words}\n{once}\n")[0] == 2


def test_an_anonymous_report_seals_the_account_alone(office):
    shares = office.init()
    code = office.report("anonymous")
    out = office.opening(code, shares)[1]
    assert "777001" in out
    assert PHONE not in out
    assert NAME not in out


@pytest.mark.parametrize("why", ["", "vì", "x" * 400])
def test_no_reason_no_opening(office, why):
    shares = office.init()
    code = office.report()
    assert office.opening(code, shares, why=why)[0] == 2
    assert _queued_in(office) == []


def test_a_named_case_and_an_unknown_one_have_nothing_to_open(office):
    shares = office.init()
    code = office.report(None)
    assert office.opening(code, shares)[0] == 2
    assert office.opening("TN-26-XXXX", shares)[0] == 2


def test_old_shares_work_until_each_new_one_was_tried(office):
    old = office.init()
    before = office.report()
    given, new = office.reshare(old, by="AC")
    assert given[0] == 0, given
    between = office.report()
    for code in (before, between):
        assert office.opening(code, old)[0] == 0
    assert office.drill(new, "AB")[0] == 0
    assert office.opening(before, old)[0] == 0
    code, out, _ = office.drill(new, "C")
    assert code == 0
    assert "hết hiệu lực" in out
    for code in (before, between, office.report()):
        assert office.opening(code, new, by="BC")[0] == 0
        given, _, err = office.opening(code, old)
        assert (given, "không còn dùng được" in err) == (2, True)
    assert office.opening(before, {"A": old["A"], "B": new["B"]})[0] == 2
    wraps = office.read(lambda uow: [len(uow.identities.all_for(n)) for n in (1, 2)])
    assert wraps[0] == 0
    assert wraps[1] > 0


def test_a_reshare_given_up_leaves_nothing_behind(office):
    old = office.init()
    code = office.report()
    _, first = office.reshare(old)
    _, second = office.reshare(old, names="AB")
    assert office.drill(first, "ABC")[0] == 2
    assert office.drill(second, "AB")[0] == 0
    assert office.opening(code, second)[0] == 0


STEPS = ("second_file", "before_commit", "first_wrap", "last_share", "after_commit")


@pytest.mark.parametrize("step", STEPS)
def test_killed_while_sharing_anew_the_old_shares_open_everything(office, monkeypatch, step):
    old = office.init()
    codes = [office.report(), office.report()]
    with monkeypatch.context() as broken:
        _break(broken, step)
        with pytest.raises(KeyError):
            office.reshare(old)
    for code in (*codes, office.report()):
        assert office.opening(code, old)[0] == 0
    given, new = office.reshare(old)
    assert given[0] == 0
    assert office.drill(new, "ABC")[0] == 0
    for code in codes:
        assert office.opening(code, new)[0] == 0
        assert office.opening(code, old)[0] == 2


def _break(patch, step):
    """Make the program die at a step, as a killed process would: nothing after it happens."""

    def dies(*_arguments, **_named):
        raise KeyError("killed")

    if step == "second_file":
        write, seen = share_files._write, []

        def once(path, text):
            if seen:
                dies()
            seen.append(path)
            write(path, text)

        patch.setattr(share_files, "_write", once)
    elif step == "before_commit":
        patch.setattr(seal_keys, "adopt_beside", dies)
    elif step == "first_wrap":
        patch.setattr("storage.identities.Identities.add_key", dies)
    elif step == "last_share":
        patch.setattr("storage.audit.AuditTrail.add", dies)
    else:
        patch.setattr("bot.commands.seal.tell", dies)


def test_killed_at_the_last_proof_either_all_of_it_holds_or_nothing(office, monkeypatch):
    old = office.init()
    code = office.report()
    _, new = office.reshare(old)
    office.drill(new, "AB")
    with monkeypatch.context() as broken:
        broken.setattr("storage.identities.Identities._drop_contributions", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            office.drill(new, "C")
    assert office.opening(code, old)[0] == 0
    assert office.drill(new, "C")[0] == 0
    assert office.opening(code, new)[0] == 0


def test_the_recovery_share_replaces_a_lost_one_for_sharing_anew_only(office):
    shares = office.init()
    code = office.report()
    safe = office.folder / "safe"
    safe.mkdir()
    WORDS["safe"] = "mật khẩu phong bì rất dài"
    typed = f"{WORDS['A']}\n{WORDS['B']}\n{WORDS['safe']}\n{WORDS['safe']}\n"
    given = office.baoan(
        "seal",
        "recovery",
        "--share",
        str(shares["A"]),
        "--share",
        str(shares["B"]),
        "--to",
        str(safe),
        stdin=typed,
    )
    assert given[0] == 0, given
    shares["safe"] = next(safe.iterdir())
    code_, _, err = office.baoan(
        "seal", "open", code, "--reason", WHY, "--share", str(shares["C"]), "--share", str(shares["safe"]),
        stdin=f"{WORDS['C']}\n{WORDS['safe']}\n",
    )  # fmt: skip
    assert (code_, "chia lại" in err) == (2, True)
    options = ["--share", str(shares["C"]), "--share", str(shares["safe"])]
    given, new = office.hand_out("reshare", *options, f"{WORDS['C']}\n{WORDS['safe']}\n", names="BC")
    assert given[0] == 0, given
    office.drill(new, "BC")
    assert office.opening(code, new, by="BC")[0] == 0


def test_a_drill_opens_nothing_and_says_what_a_lost_share_would_mean(office):
    assert office.baoan("seal", "drill")[0] == 2
    shares = office.init()
    office.report()
    code, out, _ = office.baoan("seal", "drill")
    assert code == 0
    assert out.count("chưa thử") == 3
    assert "KHÔNG chia lại được" in out
    code, out, _ = office.drill(shares, "AB")
    assert code == 0
    assert "đúng là khóa của cơ quan" in out
    assert "KHÔNG chia lại được" in out
    out = office.drill(shares, "C")[1]
    assert "vẫn chia lại được" in out
    assert PHONE not in out
    assert _queued_in(office) == []
    assert office.baoan("check")[1].count("chưa thử") == 0


def test_damaged_share_files_get_one_line(office):
    shares = office.init()
    text = shares["A"].read_text("utf-8")
    for name, content in {
        "empty": "",
        "cut": text[: text.index("-----END") - 10],
        "huge": text + "x" * 70_000,
        "binary": "\x00" * 100,
    }.items():
        path = office.folder / name
        path.write_text(content)
        code, out, err = office.baoan("seal", "drill", "--share", str(path), stdin=f"{WORDS['A']}\n")
        assert (code, out) == (2, ""), name
        assert len(err.strip().splitlines()) == 1
    assert office.baoan("seal", "drill", "--share", str(office.folder / "none"))[0] == 2
