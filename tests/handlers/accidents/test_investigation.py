"""Officers note how an investigation goes; it stays in the case, and reporters see nothing of it."""

from datetime import date

import pytest

from domain.accident import CaseState
from domain.errors import BadInputError, NotAllowedError
from domain.investigation import FIELD, Member
from handlers.acting import Acting
from handlers.services import accidents, case_joins, case_work, investigations
from storage.tables import audit
from tests.handlers.accidents.conftest import make_world

TODAY = date(2026, 11, 24)


@pytest.fixture
def world():
    made = make_world()
    for name in ("nam", "lan", "stranger"):
        made.add(name)
    yield made
    made.close()


def _by(world, name):
    person = world.uow.people.get(world.people[name])
    return Acting(person, world.address(name), world.now, world.around, source=next(world.count))


def _report(world, name="nam", kind="accident", **facts):
    known = {
        "place": {"unit": world.units["Tân Lập"], "name": "Xã Tân Lập"},
        "people": {"total": 1, "dead": 1},
    }
    return accidents.open_case(world.uow, accidents.OpenCase(kind, {**known, **facts}), _by(world, name))[
        "code"
    ]


@pytest.fixture
def code(world):
    found = _report(world)
    case_work.take(world.uow, case_work.Take(found), _by(world, "focal"))
    world.new()
    return found


def _standing(world, code):
    return investigations.standing(world.uow, world.uow.accidents.by_code(code))


def _add(world, code, step, *, who="focal", **fields):
    return investigations.add_item(world.uow, investigations.AddItem(code, step, **fields), _by(world, who))


def _tick(world, code, step, on=TODAY, who="focal"):
    investigations.tick_off(world.uow, investigations.TickOff(code, step, on), _by(world, who))


def test_a_step_is_ticked_off_opened_again_and_every_note_is_in_the_trail(world, code):
    _tick(world, code, "meeting", date(2026, 11, 20))
    assert _standing(world, code).ended == {"investigate": date(2026, 11, 20)}
    _tick(world, code, "meeting", None)
    assert _standing(world, code).ended == {}
    rows = [row for row in world.rows_of(audit) if row["action"] == "investigation_noted"]
    assert len(rows) == 2
    assert "2026-11-20" not in str([row["detail"] for row in rows])
    kept = world.uow.accidents.facts(world.uow.accidents.by_code(code).id)[FIELD]
    assert [note["act"] for note in kept] == ["done", "open"]


def test_a_day_to_come_and_an_unknown_step_are_refused(world, code):
    with pytest.raises(BadInputError, match="investigation-future"):
        _tick(world, code, "minutes", date(2026, 11, 25))
    with pytest.raises(BadInputError, match="investigation-step"):
        _tick(world, code, "party")


@pytest.mark.parametrize("who", ["nam", "stranger", "other", "leader"])
def test_only_an_officer_on_the_case_notes_anything(world, code, who):
    with pytest.raises(NotAllowedError):
        _tick(world, code, "minutes", who=who)
    with pytest.raises(NotAllowedError):
        _add(world, code, "evidence", who=who, words="x")
    assert not _standing(world, code).begun


def test_a_hazard_has_no_investigation(world):
    found = _report(world, kind="hazard")
    with pytest.raises(NotAllowedError):
        _tick(world, found, "minutes")


def test_a_member_needs_all_three_parts(world, code):
    with pytest.raises(BadInputError, match="investigation-member-needed"):
        _add(world, code, "members", words="An")
    _add(world, code, "members", member=Member("An", "trưởng đoàn", "Sở Nội vụ"))
    assert _standing(world, code).state("members").items[0].member == Member("An", "trưởng đoàn", "Sở Nội vụ")


def test_evidence_refers_to_attachments_of_the_case_alone(world, code):
    world.photo("nam")
    world.photo("stranger")
    case = world.uow.accidents.by_code(code)
    with pytest.raises(BadInputError, match="investigation-file"):
        _add(world, code, "evidence", words="ảnh của người khác", files=(2,))
    assert not world.uow.accidents.facts(case.id).get(FIELD)
    accidents.add_to_case(world.uow, accidents.AddToCase(code, {"photos": [1]}), _by(world, "nam"))
    _add(world, code, "evidence", words="dây cáp đứt", files=(1,))
    world.photo("focal")
    _add(world, code, "evidence", photos=(3,))
    assert [item.files for item in _standing(world, code).state("evidence").items] == [(1,), (3,)]
    assert world.uow.accidents.facts(case.id)["photos"] == [1, 3]
    with pytest.raises(BadInputError, match="investigation-empty"):
        _add(world, code, "evidence", words="  ")


def test_taking_an_item_out_leaves_the_others(world, code):
    first, second = (_add(world, code, "interviews", words=words) for words in ("tổ trưởng", "thợ hàn"))
    investigations.drop_item(
        world.uow, investigations.DropItem(code, "interviews", first), _by(world, "focal")
    )
    assert [item.key for item in _standing(world, code).state("interviews").items] == [second]
    with pytest.raises(BadInputError, match="investigation-item-gone"):
        investigations.drop_item(
            world.uow, investigations.DropItem(code, "interviews", first), _by(world, "focal")
        )


def test_joined_reports_have_one_investigation_and_parted_ones_their_own(world, code):
    other = _report(world, "lan")
    _add(world, code, "interviews", words="tổ trưởng")
    kept = _add(world, other, "interviews", words="thợ hàn")
    case_joins.join(world.uow, case_joins.Join(code, other, "cùng vụ"), _by(world, "focal"))
    assert len(_standing(world, code).state("interviews").items) == 2
    assert _standing(world, code) == _standing(world, other)
    case_joins.part(world.uow, case_joins.Part(other, "nhầm"), _by(world, "focal"))
    assert [item.key for item in _standing(world, other).state("interviews").items] == [kept]


def test_an_investigation_that_never_ends_is_stopped(world, code, monkeypatch):
    monkeypatch.setattr(investigations, "MOST_NOTES", 2)
    _add(world, code, "interviews", words="1")
    _add(world, code, "interviews", words="2")
    with pytest.raises(BadInputError, match="case-full"):
        _add(world, code, "interviews", words="3")


# Talking


def test_an_officer_goes_through_the_steps_in_the_talk(world, code):
    page = world.tap("focal", f"case:more:{code}")[-1]
    assert "Điều tra" in page.labels
    shown = world.tap("focal", f"inv:see:{code}")[-1]
    assert "1. Quyết định lập đoàn: chưa làm" in shown.text
    assert len(shown.labels) == 8
    shown = world.tap("focal", f"inv:step:{code}:members")[-1]
    assert "cần đối chiếu văn bản gốc" in shown.text
    assert "họ tên" in world.tap("focal", f"inv:add:{code}:members")[-1].text
    assert "đủ ba phần" in world.say("focal", "Nguyễn Văn An")[-1].text
    assert "Đã ghi" in world.say("focal", "Nguyễn Văn An, trưởng đoàn, Sở Nội vụ")[-1].text
    assert (
        "- Nguyễn Văn An, trưởng đoàn, Sở Nội vụ" in world.tap("focal", f"inv:step:{code}:members")[-1].text
    )
    world.tap("focal", f"inv:day:{code}:members")
    assert "chưa tới" in world.say("focal", "ngày mai")[-1].text
    assert "thứ Sáu 20/11/2026" in world.say("focal", "20/11")[-1].text
    assert "✅ 2. Thành viên đoàn" in world.tap("focal", f"inv:see:{code}")[-1].text
    assert "xong 1/8 bước" in world.say("focal", code)[-1].text
    assert "chưa xong" in world.tap("focal", f"inv:open:{code}:members")[-1].text


def test_evidence_comes_with_pictures(world, code):
    world.tap("focal", f"inv:add:{code}:evidence")
    world.say("focal", "dây cáp đứt ở móc cẩu")
    world.photo("focal")
    assert "Đã ghi" in world.say("focal", "xong")[-1].text
    assert "- dây cáp đứt ở móc cẩu (tệp 1)" in world.tap("focal", f"inv:step:{code}:evidence")[-1].text
    world.tap("focal", f"inv:add:{code}:evidence")
    world.photo("focal")
    world.tap("focal", "inv-files:all")
    assert [item.files for item in _standing(world, code).state("evidence").items] == [(1,), (2, 1)]
    facts = world.uow.accidents.facts(world.uow.accidents.by_code(code).id)
    assert (facts["photos"], facts.get("files")) == ([1, 2], None)


def test_words_that_ask_for_an_investigation(world, code):
    assert "Điều tra vụ" in world.say("focal", f"điều tra vụ {code} tới đâu rồi")[-1].text
    assert "Điều tra vụ" in world.say("focal", f"dieu tra {code}")[-1].text
    assert "Quyết định" not in "".join(
        one.text for one in world.say("nam", f"điều tra vụ {code} tới đâu rồi")
    )


@pytest.mark.parametrize("who", ["nam", "stranger", "other"])
@pytest.mark.parametrize(
    "act", ["see:{}", "step:{}:members", "done:{}:members", "add:{}:members", "drop:{}:members:1.1"]
)
def test_nobody_else_sees_or_does_anything_of_it(world, code, who, act):
    _add(world, code, "members", member=Member("Nguyễn Văn An", "trưởng đoàn", "Sở Nội vụ"))
    shown = world.tap(who, f"inv:{act.format(code)}")
    assert "Nguyễn Văn An" not in "".join(one.text for one in shown)
    assert _standing(world, code).state("members").done_on is None


@pytest.mark.parametrize(
    "payload", ["inv:step:{}:nothing", "inv:add:{}:nothing", "inv", "inv:jump:{}", "inv:done:{}"]
)
def test_an_old_or_forged_button_breaks_nothing(world, code, payload):
    assert world.tap("focal", payload.format(code))
    assert world.uow.accidents.by_code(code).state == CaseState.ACKNOWLEDGED


def test_whose_investigation_it_is_follows_the_class(world, code):
    case = world.uow.accidents.by_code(code)
    facts = {"contract": "yes", "people": {"total": 1, "dead": 1}}
    assert {duty.by for duty in investigations.duties(case, facts)} == {"department"}
    light = {"contract": "yes", "people": {"total": 1, "dead": 0}, "injury_1": "gãy xương đòn"}
    assert {duty.by for duty in investigations.duties(case, light)} == {"employer"}
