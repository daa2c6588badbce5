"""Nothing an officer, an operator or a log ever sees names a reporter who asked not to be named."""

import asyncio
import json
import unicodedata

import pytest
from sqlalchemy import select

from bot import sample_world
from bot.bootstrap import Parts, build
from bot.clock import StillClock
from bot.terminal import SCRIPT_START, Terminal
from messages.envelope import Address
from storage.tables import accident_facts, accidents, audit, consents, dialogue_words, jobs

REPORTER = "zz777001zz"
NAME, PHONE, OTHER_PHONE = "Nguyễn Văn Nam", "0912345678", "0987 654 321"
PLANTED = (NAME, "nguyen van nam", PHONE, "0912 345 678", "0987654321", OTHER_PHONE, REPORTER)


class Heard(Terminal):
    """A terminal that also keeps who was shown what."""

    def __init__(self):
        super().__init__(lambda _line: None)
        self.shown = []

    def _hear(self, address, message):
        super()._hear(address, message)
        self.shown.append((address.chat, json.dumps(message.to_json(), ensure_ascii=False)))


STORY = (
    f"1 người ngã giàn giáo ở xã Tân Lập, gọi {PHONE}",
    "@contact 0987654321",
    "4",
    "MODE",
    f"tôi là {NAME}, thợ hàn, số {OTHER_PHONE}, thấy thang gãy",
    "không rõ",
    f"tên tôi là {NAME}. sáng nay",
    "không rõ",
    f"tôi tên {NAME}, xưởng may Minh Phát",
    "gãy chân",
    f"gọi {OTHER_PHONE} nhé",
    "@file FILE",
    "xong",
    "đúng",
    f"báo thêm: số khác {OTHER_PHONE}",
    "biên nhận",
)
OFFICER = (
    "nhận vụ",
    "@code",
    "Hỏi người báo",
    "Anh/chị còn ở đó không?",
    "@code",
    "đang xử lý",
    "@code",
    "Điều tra",
    "Vật chứng, hiện trường",
    "báo cáo",
    "tình hình",
)
ASKS = ("gặp người trực", f"tôi là {NAME}, số {OTHER_PHONE}, thang còn gãy")
TALKS = ("nhận nói chuyện", "chào anh/chị", "kết thúc")
REPLY = ("Trả lời", f"còn, tôi là {NAME}, gọi {PHONE}", "xong")


async def play(folder, mode, kept):
    heard = Heard()
    parts = Parts(
        f"sqlite:///{folder / 'data' / 'baoan.db'}", folder / "data", StillClock(SCRIPT_START), office="Sở"
    )
    app = build(parts, lambda _store: [heard.channel()])
    try:
        world = sample_world.sample("console", "terminal")
        await app.store.write(lambda uow: sample_world.load(uow, world, app.around, app.clock.now()))
        await app.store.write(lambda uow: named(uow, app.clock.now()))
        await speak(
            heard,
            app,
            REPORTER,
            [mode if line == "MODE" else line.replace("FILE", str(kept)) for line in STORY],
        )
        for officer in ("commune", "coordinator", "leader"):
            await speak(heard, app, officer, OFFICER)
        await speak(heard, app, REPORTER, REPLY)
        await speak(heard, app, "commune", ("@code",))
        await speak(heard, app, REPORTER, ASKS)
        await speak(heard, app, "commune", TALKS)
        await heard.do(app, "@now 2026-11-24T12:00")
        rows = await app.store.read(database_rows)
        return heard.shown, rows, await app.store.read(lambda uow: uow.accidents.all()[0])
    finally:
        app.close()


def named(uow, now):
    """The platform told a name beforehand."""
    person = uow.people.add(NAME, "vi", now)
    uow.people.touch(uow.people.add_address(person, Address("console", "terminal", REPORTER, REPORTER)), now)


async def speak(heard, app, who, lines):
    await heard.do(app, f"@as {who}")
    for line in lines:
        if line == "@code":
            await heard.say(app, (await app.store.read(lambda uow: uow.accidents.all()[0])).code)
        elif line.startswith("@"):
            await heard.do(app, line)
        else:
            await heard.say(app, line)


def database_rows(uow):
    """Return what the tables of cases, the trail and the jobs hold, but for the reporter's number in the program."""
    tables = (accidents, accident_facts, audit, consents, jobs, dialogue_words)
    found = {t.name: [dict(row._mapping) for row in uow._connection.execute(select(t))] for t in tables}
    for job in found["jobs"]:
        job.pop("reply_to")  # the address delivery answers to
    return found


def found_in(text):
    plain = unicodedata.normalize("NFC", text).casefold()
    return [value for value in PLANTED if value.casefold() in plain]


@pytest.mark.parametrize("mode", ["Đồng ý, giữ kín", "Đồng ý, ẩn danh"])
def test_nobody_else_ever_reads_who_it_was(mode, tmp_path, baoan, capsys):
    document = tmp_path / f"{NAME}.txt"
    document.write_text("văn bản")
    shown, rows, case = asyncio.run(play(tmp_path, mode, document))
    logged = capsys.readouterr()
    mine = [text for chat, text in shown if chat == REPORTER]
    assert any(
        PHONE in text or "0912 345 678" in text for text in mine
    )  # what was told first is said back to them
    theirs = [(chat, text) for chat, text in shown if chat != REPORTER]
    assert sum(case.code in text for _, text in theirs) >= 8
    assert any("Anh/chị còn ở đó không?" in text for text in mine)
    assert any("người báo vừa trả lời" in text for _, text in theirs)
    assert any("thang còn gãy" in text for _, text in theirs)
    assert [(chat, found_in(text), text) for chat, text in theirs if found_in(text)] == []
    assert found_in(json.dumps(rows, ensure_ascii=False, default=str)) == []
    assert case.privacy == ("confidential" if "kín" in mode else "anonymous")
    for command in (
        ("case", "list"), ("case", "list", "--json"), ("case", "show", case.code),
        ("case", "show", case.code, "--json"), ("check",), ("costs",), ("costs", "--json"), ("audit", "verify"),
        ("seal", "drill"), ("receipt", "verify", case.code),
        ("reminders", "audit", "--from", "2026-01-01", "--to", "2026-12-31", "--json"),
    ):  # fmt: skip
        code, out, err = baoan(*command)
        assert code == 0, (command, err)
        assert found_in(out + err) == [], command
    assert json.loads(baoan("case", "show", case.code, "--json")[1])["channel"] is None
    assert found_in(logged.out + logged.err) == []


def test_the_trail_never_says_which_person_reported(tmp_path, baoan):
    _, rows, case = asyncio.run(play(tmp_path, "Đồng ý, giữ kín", _text_file(tmp_path)))
    about = [row for row in rows["audit"] if row["subject"] == f"case:{case.code}"]
    assert {"case_opened_by_report", "case_facts_kept", "consent_answered", "report_reviewed"} <= {
        row["action"] for row in about
    }
    assert case.reporter_id not in [row["person_id"] for row in about]
    assert baoan("audit", "verify")[0] == 0


def _text_file(folder):
    path = folder / "a.txt"
    path.write_text("văn bản")
    return path


def test_what_can_be_kept_of_a_named_report_is_there(tmp_path):
    """The same story told by name shows that the searches above can find something."""
    shown, rows, _ = asyncio.run(play(tmp_path, "Đồng ý, báo có tên", _text_file(tmp_path)))
    theirs = [text for chat, text in shown if chat != REPORTER]
    assert any(found_in(text) for text in theirs)
    assert found_in(json.dumps(rows, ensure_ascii=False, default=str))
