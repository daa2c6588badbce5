"""Reports of one accident: offered to officers, joined and parted by them alone, each reporter's own all along."""

import json
from datetime import timedelta

import pytest

from bot.ticks import TICKS
from domain.accident import CaseState
from domain.errors import BadInputError, ConflictError, NotAllowedError
from handlers.acting import Acting
from handlers.services import accidents, case_joins, case_kin, case_work, privacy, withdrawal
from storage.tables import accident_facts, audit, case_verdicts
from storage.tables import accidents as accident_rows
from tests.handlers.accidents.conftest import make_world

FALL = {
    "happened": {"type": "datetime", "value": "2026-11-24T08:10:00+07:00"},
    "what": "Hai công nhân ngã từ giàn giáo",
    "workplace": "Công ty Cầu 5",
}


@pytest.fixture
def world():
    made = make_world()
    for name in ("nam", "lan", "minh", "stranger"):
        made.add(name)
    yield made
    made.close()


def _by(world, name):
    person = world.uow.people.get(world.people[name])
    return Acting(person, world.address(name), world.now, world.around, source=next(world.count))


def _report(world, name, unit="Tân Lập", kind="accident", **facts):
    place = {"unit": world.units[unit], "name": f"Xã {unit}"}
    known = {"place": place, "people": {"total": 2, "dead": 0}, **FALL, **facts}
    return accidents.open_case(world.uow, accidents.OpenCase(kind, known), _by(world, name))["code"]


def _case(world, code):
    return world.uow.accidents.by_code(code)


def _join(world, one, two, who="focal", reason="đã gọi hỏi lại"):
    return case_joins.join(world.uow, case_joins.Join(one, two, reason), _by(world, who))


def _part(world, code, who="focal"):
    return case_joins.part(world.uow, case_joins.Part(code, "gộp nhầm"), _by(world, who))


def _tick(world, **later):
    world.later(**(later or {"minutes": 2}))
    case_kin.tick(world.uow, world.around, world.now)
    return world.new()


def test_the_likeness_tick_is_one_of_the_ticks():
    assert case_kin.tick in {tick.run for tick in TICKS}


def test_whoever_is_told_of_a_case_hears_what_it_may_be_one_with(world):
    one = _report(world, "nam")
    two = _report(world, "lan", what="te gian giao 2 nguoi", workplace=None)
    world.new()
    heard = [shown for shown in _tick(world) if shown.person == "focal"]
    assert [(one in shown.text, two in shown.text) for shown in heard] == [(True, True)]
    assert not heard[0].urgent
    assert _tick(world) == []
    assert case_kin.next_tick(world.uow, world.now) is None
    assert _case(world, two).state == CaseState.DISPATCHED


def test_new_facts_have_a_case_compared_again(world):
    one = _report(world, "nam")
    two = _report(world, "lan", what=None, happened=None, workplace=None, unit="Tân Hòa")
    assert not [shown for shown in _tick(world) if one in shown.text and two in shown.text]
    accidents.record_facts(world.uow, accidents.RecordFacts(two, FALL), _by(world, "lan"))
    codes = [one.case.code for one in case_kin.alike(world.uow, _case(world, two))]
    assert codes == [one]


def test_nobody_is_offered_a_case_they_may_not_act_on(world):
    one, two = _report(world, "nam"), _report(world, "lan", unit="Tân Hòa")
    case = _case(world, two)
    assert [found.case.code for found in case_kin.alike(world.uow, case)] == [one]
    other = world.uow.people.get(world.people["other"])
    assert case_kin.offers(world.uow, other, case) == ()
    coordinator = world.uow.people.get(world.people["coordinator"])
    assert [found.case.code for found in case_kin.offers(world.uow, coordinator, case)] == [one]
    assert not [shown for shown in _tick(world) if shown.person == "other" and one in shown.text]


@pytest.mark.parametrize("who", ["nam", "lan", "stranger", "other", "leader"])
def test_only_an_officer_on_both_joins(world, who):
    one, two = _report(world, "nam"), _report(world, "lan")
    with pytest.raises(NotAllowedError):
        _join(world, one, two, who)
    assert world.rows_of(case_verdicts) == []


def test_an_officer_of_one_commune_does_not_join_a_case_of_another(world):
    one, two = _report(world, "nam"), _report(world, "lan", unit="Tân Hòa")
    with pytest.raises(NotAllowedError):
        _join(world, one, two)
    assert _join(world, one, two, "coordinator") == (one, two)


def test_accounts_stay_as_they_were_told(world):
    one, two = _report(world, "nam"), _report(world, "lan", people={"total": 3, "dead": 1})
    before = world.rows_of(accident_facts)
    _join(world, two, one)
    assert world.rows_of(accident_facts) == before
    assert case_kin.together(world.uow, _case(world, two))[0].code == one
    assert world.uow.accidents.facts(_case(world, two).id)["people"]["total"] == 3


def test_joined_reports_move_together_and_each_reporter_hears_by_their_own_code(world):
    one, two = _report(world, "nam"), _report(world, "lan")
    _join(world, one, two)
    world.new()
    case_work.take(world.uow, case_work.Take(one), _by(world, "focal"))
    assert {_case(world, code).state for code in (one, two)} == {CaseState.ACKNOWLEDGED}
    world.later(minutes=1)
    case_work.handle(world.uow, case_work.Handle(two), _by(world, "focal"))
    case_work.close(world.uow, case_work.Close(one), _by(world, "focal"))
    assert {_case(world, code).state for code in (one, two)} == {CaseState.CLOSED}
    heard = world.new()
    for name, own, other in (("nam", one, two), ("lan", two, one)):
        texts = [shown.text for shown in heard if shown.person == name]
        assert len(texts) == 3
        assert sum(own in text for text in texts) == 2
        assert not any(other in text for text in texts)


def test_a_report_that_comes_later_goes_with_the_one_that_was_taken(world):
    one = _report(world, "nam")
    case_work.handle(world.uow, case_work.Handle(one), _by(world, "focal"))
    two = _report(world, "lan")
    world.new()
    _join(world, two, one)
    assert _case(world, two).state == CaseState.BEING_HANDLED
    assert _case(world, two).acknowledged_by == world.people["focal"]
    assert [shown.person for shown in world.new()].count("lan") == 2
    assert _case(world, two).next_check_at is None


def test_parting_undoes_joining_and_a_report_waits_for_somebody_again(world):
    one = _report(world, "nam")
    case_work.take(world.uow, case_work.Take(one), _by(world, "focal"))
    two = _report(world, "lan")
    _join(world, two, one)
    assert _part(world, two, "deputy") == (one,)
    case = _case(world, two)
    assert (case.state, case.acknowledged_by) == (CaseState.DISPATCHED, None)
    assert case.next_check_at == world.now
    assert _case(world, one).acknowledged_by == world.people["focal"]
    assert case_kin.siblings(world.uow, case) == ()
    assert case_kin.alike(world.uow, case) == ()  # told apart: not offered again
    assert _join(world, one, two) == (one, two)  # and joined again where the officer says so
    assert case_kin.siblings(world.uow, case)[0].code == one


def test_the_others_stay_together_when_the_one_between_them_goes(world):
    one, two, three = (_report(world, name) for name in ("nam", "lan", "minh"))
    _join(world, one, two)
    _join(world, two, three)
    assert _part(world, one) == (two, three)
    assert [one.code for one in case_kin.together(world.uow, _case(world, three))] == [two, three]


def test_what_is_no_pair_is_refused(world):
    one, two = _report(world, "nam"), _report(world, "lan")
    _join(world, one, two)
    with pytest.raises(ConflictError):
        _join(world, two, one)
    with pytest.raises(ConflictError):
        case_joins.tell_apart(world.uow, case_joins.TellApart(one, two, "khác"), _by(world, "focal"))
    with pytest.raises(BadInputError, match="case-kin-itself"):
        _join(world, one, one)
    three = _report(world, "minh")
    with pytest.raises(BadInputError, match="case-kin-reason"):
        _join(world, one, three, reason="  ")
    with pytest.raises(BadInputError, match="case-kin-alone"):
        _part(world, three)


def test_every_act_is_in_the_trail_without_the_officers_words(world):
    one, two = _report(world, "nam"), _report(world, "lan")
    _join(world, one, two, reason="anh Nam 0912345678 xác nhận")
    _part(world, two)
    rows = [row for row in world.rows_of(audit) if row["action"] in ("case_joined", "case_parted")]
    assert [row["action"] for row in rows] == ["case_joined"] * 2 + ["case_parted"] * 2
    assert {row["person_id"] for row in rows} == {world.people["focal"]}
    assert "0912345678" not in json.dumps([dict(row) for row in rows], default=str)
    kept = world.rows_of(case_verdicts)
    assert kept[0]["reason"].startswith("anh Nam")
    assert kept[0]["undone_by"] == world.people["focal"]


def test_consent_taken_back_takes_the_time_out_of_the_search_too(world):
    code = _report(world, "nam")
    told = world.rows_of(accident_rows)[-1]["happened_from"]
    withdrawal.withdraw(world.uow, withdrawal.Withdraw("x"), _by(world, "nam"))
    kept = world.rows_of(accident_rows)[-1]
    assert kept["happened_from"] != told
    assert kept["happened_to"] == _case(world, code).created_at


# Talking


def _labels(shown):
    return [label for one in shown for label in one.labels]


def test_an_officer_compares_joins_and_parts_in_the_talk(world):
    one, two = (
        _report(world, "nam"),
        _report(world, "lan", people={"total": 3, "dead": 1}, phone="0912345678"),
    )
    page = world.say("focal", two)[-1]
    assert f"Có thể là cùng một vụ: {one}" in page.text
    assert f"So với {one}" in page.labels
    side = world.tap("focal", f"kin:see:{two}:{one}")[-1]
    assert "Người báo 1" in side.text
    assert "Người báo 2" in side.text
    assert (
        "≠ Số người: người báo 1: 2 (hai) người; người báo 2: 3 (ba) người, trong đó 1 (một) người tử vong"
        in side.text
    )
    assert "Giống nhau:" in side.text
    assert "0912" not in side.text
    asked = world.tap("focal", f"kin:join:{one}:{two}")[-1]
    assert "Cùng nơi, cùng lúc" in asked.labels
    done = world.say("focal", "đã gọi cho cả hai người")[-1]
    assert one in done.text
    assert two in done.text
    page = world.say("focal", one)[-1]
    assert "Người báo 1 trong 2 của cùng một vụ" in page.text
    assert "Tách báo cáo này ra" in _labels(world.tap("focal", f"kin:all:{two}"))
    world.tap("focal", f"kin:part:{two}")
    assert "Đã tách" in world.say("focal", "Gộp nhầm")[-1].text
    assert case_kin.siblings(world.uow, _case(world, one)) == ()


def test_an_officer_names_two_codes(world):
    one, two = _report(world, "nam"), _report(world, "lan", what="bị bỏng", happened=None, workplace=None)
    assert "Người báo 2" in world.say("focal", f"gop vu {one} voi {two}")[-1].text
    assert "Người báo 2" not in "".join(shown.text for shown in world.say("nam", f"gộp vụ {one} với {two}"))


@pytest.mark.parametrize("words", ["thôi", "Không gộp.", "hủy", "Dừng"])
def test_cancelling_the_talk_joins_nothing(world, words):
    one, two = _report(world, "nam"), _report(world, "lan")
    world.tap("focal", f"kin:join:{one}:{two}")
    world.say("focal", words)
    assert world.session("focal") is None
    assert world.rows_of(case_verdicts) == []


@pytest.mark.parametrize(
    "payload", ["kin:see:{one}:{two}", "kin:all:{one}", "kin:join:{one}:{two}", "kin:part:{one}"]
)
@pytest.mark.parametrize("who", ["nam", "lan", "stranger", "other", "leader"])
def test_no_reporter_or_stranger_opens_what_others_told(world, who, payload):
    one, two = _report(world, "nam"), _report(world, "lan", what="Chuyện chỉ Lan biết, ngã giàn giáo")
    _join(world, one, two)
    shown = world.tap(who, payload.format(one=one, two=two))
    assert "Chuyện chỉ Lan biết" not in "".join(one.text for one in shown)


def test_a_private_reporter_stays_private_beside_a_named_one(world):
    one = _report(world, "nam", phone="0912345678", names="Nguyễn Văn Tám", role="colleague")
    two = _report(world, "nam", phone="0912345678", what="tôi tên là Nguyễn Văn Nam, thấy ngã giàn giáo")
    privacy.keep_private(world.uow, privacy.KeepPrivate(two, privacy.ANONYMOUS), _by(world, "nam"))
    _join(world, one, two)
    for payload in (f"kin:see:{one}:{two}", f"kin:all:{two}"):
        text = "".join(shown.text for shown in world.tap("focal", payload))
        assert "Người báo 2" in text
        for secret in ("0912345678", "0912 345 678", "Nguyễn Văn Nam", "Tám", "Đồng nghiệp"):
            assert secret not in text
    assert str(world.people["nam"]) not in [row["person_id"] for row in world.rows_of(audit)]


def test_a_joined_case_can_be_looked_at_after_a_year(world):
    one, two = _report(world, "nam"), _report(world, "lan")
    _join(world, one, two)
    world.now += timedelta(days=400)
    assert "Người báo 2" in world.tap("focal", f"kin:all:{one}")[-1].text


def test_thirty_people_who_report_one_fire_are_not_thirty_notices_at_once(world):
    for number in range(12):
        name = f"worker {number}"
        world.add(name)
        _report(world, name)
    world.new()
    world.later(minutes=2)
    while (due := case_kin.next_tick(world.uow, world.now)) is not None and due <= world.now:
        case_kin.tick(world.uow, world.around, world.now)
    heard = [shown for shown in world.new() if shown.person == "focal"]
    assert len(heard) == case_kin.MOST_AT_ONCE
    assert case_kin.next_tick(world.uow, world.now) == world.now + case_kin.QUIET
    later = [shown for shown in _tick(world, minutes=11) if shown.person == "focal"]
    assert 0 < len(later) <= case_kin.MOST_AT_ONCE
    assert not {one.text for one in later} & {one.text for one in heard}


def test_the_count_an_officer_asks_for_has_an_accident_once(world):
    one, two, three = (_report(world, name) for name in ("nam", "lan", "minh"))
    _join(world, one, two)
    _join(world, three, two)
    assert "Hôm nay: 1 vụ" in world.say("coordinator", "hôm nay có mấy vụ tai nạn")[-1].text
    _part(world, one)
    assert "Hôm nay: 2 vụ" in world.say("coordinator", "hôm nay có mấy vụ tai nạn")[-1].text


def test_a_danger_told_beside_an_accident_is_named_as_another_kind(world):
    one, two = _report(world, "nam", kind="hazard"), _report(world, "lan")
    side = world.tap("focal", f"kin:see:{one}:{two}")[-1].text
    assert "≠ Loại việc: người báo 1: nơi làm việc không an toàn; người báo 2: tai nạn" in side
