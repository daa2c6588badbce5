"""What the law asks in a case, owed like any duty: who sees to it, what changes with the facts, what is said."""

import pytest

from bot import reminder_audit
from domain.accident import CaseClass
from domain.errors import BadInputError, ConflictError, NotAllowedError
from handlers.acting import Acting
from handlers.services import (
    accidents,
    case_class,
    case_duties,
    case_duty_done,
    case_facts,
    declarations,
    papers,
    privacy,
    reminders,
    withdrawal,
)
from storage.tables import audit, ledger, occurrences
from storage.tables import case_duties as case_duty_rows

HURT = {"people": {"total": 1, "dead": 0, "injured": 1}, "injury_1": "gãy xương đòn", "contract": "yes"}
DEAD = {"people": {"total": 1, "dead": 1, "injured": 0}, "contract": "yes"}
AT = {"type": "datetime", "value": "2026-11-24T08:55:00+07:00"}


def acting(world, name):
    person = world.uow.people.get(world.people[name])
    return Acting(person, world.address(name), world.now, world.around)


def opened(world, facts, name="reporter", **known):
    if name not in world.people:
        world.add(name)
    place = {"unit": world.units["Tân Lập"], "name": "xã Tân Lập"}
    told = {"place": place, **facts, **known}
    got = accidents.open_case(world.uow, accidents.OpenCase("accident", told), acting(world, name))
    world.new()
    return got["code"]


def tell(world, code, name="reporter", **values):
    accidents.record_facts(world.uow, accidents.RecordFacts(code, values), acting(world, name))


def running(world, code):
    case = world.uow.accidents.by_code(code)
    return {row.rule: row for row in world.uow.case_duties.running(case.id)}


def owed(world, code, rule):
    return world.uow.occurrences.get(running(world, code)[rule].occurrence_id)


def wanted(world, code):
    case = world.uow.accidents.by_code(code)
    found = case_facts.explained(world.uow.accidents.facts(case.id), case.kind, case.created_at)
    return {duty.rule for duty in found.duties}


def settle(world, minutes=31):
    world.later(minutes=minutes)
    return reminders.tick(world.uow, world.around, world.now)


def test_a_case_owes_what_the_law_asks_and_each_duty_has_its_article(world):
    code = opened(world, DEAD)
    assert set(running(world, code)) == wanted(world, code)
    investigation = owed(world, code, "investigate-fatal")
    assert (investigation.unit_name, investigation.due_on.isoformat()) == ("Sở Nội vụ", "2026-12-24")
    assert investigation.case.law["article"].startswith("Điều 35 Luật ATVSLĐ")
    assert investigation.task_ref == code


def test_following_again_changes_nothing(world):
    code = opened(world, DEAD)
    case = world.uow.accidents.by_code(code)
    before = world.rows_of(case_duty_rows), world.rows_of(occurrences), world.rows_of(audit)
    assert not case_duties.follow(world.uow, case.id, world.now)
    assert before == (world.rows_of(case_duty_rows), world.rows_of(occurrences), world.rows_of(audit))


# Who sees to it


def test_an_employer_the_registry_knows_owes_its_own(world):
    firm = world.uow.units.add(code="DN-1", name="Công ty TNHH Cầu 5", kind="office", parent_id=None)
    world.units["firm"] = firm
    world.add("safety", ("employer", "firm"))
    code = opened(world, DEAD, workplace="công ty tnhh cầu 5")
    row = running(world, code)["employer-declares"]
    assert (row.unit_id, row.own) == (firm, True)
    settle(world)
    assert any("Khai báo, vụ" in one.text for one in world.pushes("safety"))
    assert not any("Khai báo" in one.text for one in world.pushes("focal"))


def test_a_registered_employer_without_people_does_not_keep_it_from_the_officer(world):
    world.uow.units.add(code="DN-1", name="Công ty TNHH Cầu 5", kind="office", parent_id=None)
    code = opened(world, DEAD, workplace="Công ty TNHH Cầu 5")
    row = running(world, code)["employer-declares"]
    assert (row.unit_id, row.own) == (world.units["Tân Lập"], False)


def test_the_officer_who_took_the_case_is_reminded_of_what_an_unknown_employer_owes(world):
    code = opened(world, DEAD)
    world.tap("deputy", f"case:take:{code}")
    settle(world)
    [asked] = [one for one in world.pushes("deputy") if "luật yêu cầu làm ngay" in one.text]
    assert "Khai báo (người sử dụng lao động nơi xảy ra), vụ" in asked.text
    assert not any("luật yêu cầu" in one.text for one in world.pushes("focal"))


def test_an_officer_who_has_left_is_not_reminded_any_more(world):
    code = opened(world, DEAD)
    world.tap("deputy", f"case:take:{code}")
    world.uow.people.leave(world.people["deputy"], world.units["Tân Lập"], "deputy", world.now)
    before = len(world.pushes("deputy"))
    settle(world)
    assert len(world.pushes("deputy")) == before
    assert any("Khai báo (người sử dụng lao động" in one.text for one in world.pushes("focal"))
    done(world, code, "employer-declares", means="fax")
    assert len(world.pushes("deputy")) == before


def test_the_commune_is_reminded_of_its_own_report_and_the_department_of_its(world):
    code = opened(world, {**DEAD, "contract": "no", "insured": False})
    settle(world)
    assert any(f"Báo cáo nhanh, vụ {code}" in one.text for one in world.pushes("focal"))
    assert any(f"Báo cáo nhanh, vụ {code}" in one.text for one in world.pushes("coordinator"))
    entries = {(row["reason"], row["person_id"]) for row in world.rows_of(ledger)}
    assert entries == {("due_today", world.people["focal"]), ("due_today", world.people["coordinator"])}


def test_whoever_cannot_be_reached_leaves_it_to_the_officer_in_charge(world):
    firm = world.uow.units.add(code="DN-1", name="Công ty TNHH Cầu 5", kind="office", parent_id=None)
    world.units["firm"] = firm
    world.add("safety", ("employer", "firm"))
    address = world.uow.people.at(world.address("safety"))
    world.uow.people.set_address_state(address.id, "blocked")
    opened(world, DEAD, workplace="Công ty TNHH Cầu 5")
    settle(world)
    assert any("Khai báo, vụ" in one.text for one in world.pushes("focal"))


def test_the_employer_of_a_private_case_hears_nothing(world):
    firm = world.uow.units.add(code="DN-1", name="Công ty TNHH Cầu 5", kind="office", parent_id=None)
    world.units["firm"] = firm
    world.add("safety", ("employer", "firm"))
    code = opened(world, DEAD, workplace="Công ty TNHH Cầu 5")
    assert running(world, code)["employer-declares"].own
    privacy.keep_private(world.uow, privacy.KeepPrivate(code, privacy.ANONYMOUS), acting(world, "reporter"))
    assert not running(world, code)["employer-declares"].own
    settle(world)
    assert world.pushes("safety") == []


def test_a_world_without_units_keeps_the_clocks_and_hands_them_over_once_there_is_somebody(empty):
    empty.add("reporter")
    told = accidents.open_case(empty.uow, accidents.OpenCase("accident", DEAD), acting(empty, "reporter"))
    rows = running(empty, told["code"])
    assert set(rows) == wanted(empty, told["code"])
    assert {row.occurrence_id for row in rows.values()} == {None}
    empty.units["office"] = empty.uow.units.add(
        code="DV-1", name="Sở Nội vụ", kind="office", parent_id=None, coordinates=True
    )
    case_duties.tick(empty.uow, empty.around, empty.now)
    taken_up = {row.rule for row in running(empty, told["code"]).values() if row.occurrence_id is not None}
    assert {"employer-declares", "investigate-fatal", "department-year-figures"} <= taken_up


def test_a_case_that_moves_takes_its_duties_along_with_their_ledger(world):
    code = opened(world, {**DEAD, "contract": "no", "insured": False})
    before = running(world, code)["commune-quick-report"]
    settle(world)
    tell(world, code, place={"unit": world.units["Tân Hòa"], "name": "xã Tân Hòa"})
    after = running(world, code)["commune-quick-report"]
    assert (after.id, after.occurrence_id) == (before.id, before.occurrence_id)
    assert owed(world, code, "commune-quick-report").unit_name == "Ủy ban nhân dân xã Tân Hòa"
    settle(world)
    assert any(f"Báo cáo nhanh, vụ {code}" in one.text for one in world.pushes("other"))


# Facts change


def test_a_death_on_the_fifth_day_closes_the_old_clocks_and_tells_once(world):
    code = opened(world, HURT)
    world.tap("focal", f"case:take:{code}")
    old = running(world, code)["investigate-single-serious"]
    world.later(days=5)
    world.new()
    tell(world, code, people={"total": 1, "dead": 1, "injured": 0}, injury_1=None)
    assert set(running(world, code)) == wanted(world, code)
    closed = next(row for row in world.uow.case_duties.of_case(world.case().id) if row.id == old.id)
    assert (closed.ended_why, closed.ended_at) == ("superseded", world.now)
    assert world.uow.occurrences.get(old.occurrence_id).state == "cancelled"
    told = world.new()
    news = [one for one in told if "loại đổi từ" in one.text]
    assert sorted(one.person for one in news) == ["coordinator", "focal"]
    assert "sang tai nạn chết người" in news[0].text
    assert "- Thêm: Khai báo, ngay" in news[0].text
    assert "- Không còn: Điều tra, hạn thứ Ba 01/12/2026" in news[0].text
    assert all(one.text.startswith("Kèm tin vừa rồi") and not one.urgent for one in news)
    woken = [one for one in told if one.urgent]
    assert sorted(one.person for one in woken) == ["coordinator", "focal"]
    assert not any("Nhận vụ" in one.labels for one in woken)  # focal has it already
    tell(world, code, people={"total": 1, "dead": 1, "injured": 0})
    assert [one for one in world.new() if "loại đổi từ" in one.text] == []


def test_a_graver_class_that_only_adds_duties_is_told_too(world):
    code = opened(world, {**HURT, "contract": "no", "injury_1": "trầy da"})
    tell(world, code, injury_1="gãy tay")
    news = [one for one in world.new() if "loại đổi từ tai nạn nhẹ" in one.text]
    assert [one.person for one in news] == ["focal"]
    assert "- Thêm: Lập biên bản, hồ sơ" in news[0].text


def test_what_goes_on_keeps_its_ledger(world):
    code = opened(world, {**DEAD, "people": {"total": 2, "dead": 1, "injured": 1}})
    settle(world)
    before = running(world, code)["department-quick-report"]
    entries = world.rows_of(ledger)
    tell(world, code, people={"total": 2, "dead": 2, "injured": 0})
    assert running(world, code)["department-quick-report"].occurrence_id == before.occurrence_id
    assert world.rows_of(ledger) == entries
    settle(world)
    assert world.rows_of(ledger) == entries


def test_a_corrected_contract_moves_the_duty_to_somebody_else(world):
    code = opened(world, DEAD)
    tell(world, code, contract="no", insured=False)
    assert {"family-declares", "commune-quick-report"} <= set(running(world, code))
    assert "employer-declares" not in running(world, code)
    news = [one for one in world.new() if "hồ sơ vừa được sửa" in one.text]
    assert news
    assert all("- Không còn: Khai báo, ngay" in one.text for one in news)


def test_a_corrected_date_brings_the_law_of_that_day(world):
    code = opened(world, DEAD, happened=AT)
    assert owed(world, code, "employer-declares").case.law["form"].startswith("Mẫu 01")
    tell(world, code, happened={"type": "datetime", "value": "2025-06-30T08:00:00+07:00"})
    assert owed(world, code, "employer-declares").case.law["form"].startswith("Phụ lục III")


def test_facts_that_contradict_leave_the_clocks_as_they_are(world, monkeypatch):
    code = opened(world, DEAD)
    before = running(world, code)
    monkeypatch.setattr(case_facts, "explained", lambda *_: None)
    assert case_duties.follow(world.uow, world.case().id, world.now) is None
    assert running(world, code) == before


def test_doubts_that_settle_while_the_case_is_told_are_no_news(world):
    code = opened(world, {"people": {"total": 1, "dead": 0, "injured": 1}})
    tell(world, code, contract="yes")
    tell(world, code, injury_1="gãy tay")
    assert [one for one in world.new() if "Việc theo luật nay là" in one.text] == []
    assert set(running(world, code)) == wanted(world, code)


def test_a_cancelled_case_owes_nothing(world):
    code = opened(world, DEAD)
    world.uow.accidents.change(world.case().id, state="cancelled")
    assert case_duties.tick(world.uow, world.around, world.now) == 1
    assert running(world, code) == {}
    assert {row["ended_why"] for row in world.rows_of(case_duty_rows)} == {"cancelled"}
    assert settle(world) == 0


def test_figures_of_one_period_are_one_duty_for_all_cases(world):
    first, second = opened(world, DEAD), opened(world, HURT)
    both = [running(world, code)["department-year-figures"] for code in (first, second)]
    assert both[0].occurrence_id == both[1].occurrence_id
    assert [row.leads for row in both] == [True, False]
    world.uow.accidents.change(both[0].accident_id, state="cancelled")
    case_duties.tick(world.uow, world.around, world.now)
    left = owed(world, second, "department-year-figures")
    assert (left.state, left.case.code) == ("open", second)


def test_cases_from_before_the_program_knew_duties_get_theirs(world):
    code = opened(world, DEAD)
    uow = world.uow
    for table in (case_duty_rows, occurrences):
        uow._connection.execute(table.delete())
    assert case_duties.tick(uow, world.around, world.now) == 1
    assert set(running(world, code)) == wanted(world, code)


# The class


def confirm(world, code, kind, suggested, reason=None, name="focal"):
    command = case_class.ConfirmClass(code, CaseClass(kind), CaseClass(suggested), reason)
    case_class.confirm(world.uow, command, acting(world, name))


def test_an_officer_agrees_and_it_is_kept_with_who_and_when(world):
    code = opened(world, HURT)
    confirm(world, code, "single_serious", "single_serious")
    word = case_class.last_word(world.uow, world.case())
    assert (word.value["class"], word.person_id, word.at) == (
        "single_serious",
        world.people["focal"],
        world.now,
    )
    assert world.facts()["confirmed_severity"] == ["serious"]
    shown = world.tap("focal", f"case:open:{code}")[0]
    assert "Loại: tai nạn làm 1 người bị thương nặng, cán bộ đã xác nhận." in shown.text
    assert "Xác nhận tai nạn làm 1 người bị thương nặng: Đầu mối Ủy ban nhân dân xã Tân Lập" in shown.text
    assert "Đồng ý loại này" not in shown.labels


def test_another_class_needs_a_reason_and_moves_the_clocks(world):
    code = opened(world, HURT)
    with pytest.raises(BadInputError, match="case-class-reason"):
        confirm(world, code, "light", "single_serious", " ")
    confirm(world, code, "light", "single_serious", "phim chụp không gãy xương")
    assert "investigate-light" in running(world, code)
    assert set(running(world, code)) == wanted(world, code)
    assert world.facts()["confirmed_severity"] == ["light"]
    trail = str([row["detail"] for row in world.rows_of(audit)])
    assert "phim" not in trail
    told = [one.person for one in world.new() if "loại đổi từ" in one.text]
    assert "focal" not in told


def test_a_confirmed_class_is_a_suggestion_again_once_its_facts_have_changed(world):
    code = opened(world, HURT)
    confirm(world, code, "single_serious", "single_serious")
    tell(world, code, people={"total": 1, "dead": 1, "injured": 0}, injury_1=None)
    assert "investigate-fatal" in running(world, code)
    assert not world.facts().get("confirmed_severity")
    shown = world.tap("focal", f"case:open:{code}")[-1]
    assert "Loại gợi ý: tai nạn chết người" in shown.text
    assert "cần xác nhận lại" in shown.text


def test_only_an_officer_confirms_and_only_what_is_suggested_now(world):
    code = opened(world, HURT)
    with pytest.raises(NotAllowedError):
        confirm(world, code, "single_serious", "single_serious", name="reporter")
    with pytest.raises(NotAllowedError):
        confirm(world, code, "single_serious", "single_serious", name="other")
    with pytest.raises(ConflictError, match="case-class-moved"):
        confirm(world, code, "fatal", "fatal")


def test_the_class_in_the_chat_by_buttons_and_in_words(world):
    code = opened(world, HURT)
    asked = world.tap("focal", f"class:other:{code}")[0]
    assert asked.labels[0] == "tai nạn chết người"
    assert world.say("focal", "để xem lại đã")[-1].labels == asked.labels
    assert "lý do" in world.say("focal", "tai nan nhe")[0].text
    kept = world.say("focal", "bác sĩ kết luận bong gân nhẹ")[0]
    assert f"vụ {code} là tai nạn nhẹ" in kept.text
    assert "nút này đã cũ" not in kept.text
    assert "vừa thay đổi" in world.tap("focal", f"class:agree:{code}:fatal")[0].text


# Done


def done(world, code, rule, name="focal", **said):
    occurrence = owed(world, code, rule).code
    command = case_duty_done.RecordDone(occurrence, AT, **said)
    return case_duty_done.record_done(world.uow, command, acting(world, name))


def test_what_was_done_is_kept_as_the_word_of_who_said_it_and_stops_the_reminders(world):
    code = opened(world, DEAD)
    world.tap("focal", f"case:take:{code}")
    done(world, code, "employer-declares", means="telephone")
    row = running(world, code)["employer-declares"]
    assert (row.done["means"], row.done_by, row.done_at) == ("telephone", world.people["focal"], world.now)
    assert owed(world, code, "employer-declares").state == "submitted"
    settle(world)
    assert not any("Khai báo" in one.text for one in world.pushes("focal") if "luật yêu cầu" in one.text)
    with pytest.raises(ConflictError, match="law-done-already"):
        done(world, code, "employer-declares", means="fax")


def test_a_commune_does_not_speak_for_the_department_nor_a_stranger_for_anybody(world):
    code = opened(world, DEAD)
    with pytest.raises(NotAllowedError):
        done(world, code, "department-quick-report")
    with pytest.raises(NotAllowedError):
        done(world, code, "employer-declares", name="other")
    assert done(world, code, "department-quick-report", name="coordinator") == {"code": code}


def test_a_declaration_that_names_everybody_settles_the_duty_one_that_does_not_leaves_it(world):
    code = opened(world, {**DEAD, "role": "employer"})
    by = acting(world, "reporter")

    def declare(*to):
        command = declarations.RecordDeclaration(code, "declaration", AT, "fax", to)
        declarations.record_declaration(world.uow, command, by)

    declare("Sở Nội vụ")
    assert owed(world, code, "employer-declares").state == "open"
    declare("Công an cấp xã (xã Tân Lập)")
    assert owed(world, code, "employer-declares").state == "submitted"


def test_told_to_the_department_only_a_death_brings_the_police_as_a_clock_of_its_own(world):
    two = {"people": {"total": 2, "dead": 0, "injured": 2}, "injury_1": "gãy tay", "injury_2": "gãy chân"}
    code = opened(world, {**two, "contract": "yes"})
    done(world, code, "employer-declares", means="fax")
    tell(world, code, people={"total": 3, "dead": 1, "injured": 2})
    again = owed(world, code, "employer-declares")
    assert again.state == "open"
    assert again.case.law["to"] == ["Sở Nội vụ", "Công an cấp xã"]


def test_an_employer_who_reported_sees_and_records_what_is_theirs(world):
    code = opened(world, {**DEAD, "role": "employer"})
    assert "Việc theo luật" in world.say("reporter", code)[-1].labels
    shown = world.tap("reporter", f"law:list:{code}")[-1]
    assert "- Khai báo: người sử dụng lao động nơi xảy ra" in shown.text
    assert "Sở được giao" not in shown.text
    assert shown.labels == ["Đã làm: Khai báo (người sử dụng lao động nơi xảy ra)"]
    done(world, code, "employer-declares", name="reporter", means="fax")
    with pytest.raises(NotAllowedError):
        done(world, code, "department-quick-report", name="reporter")


def test_a_worker_who_reported_sees_no_list(world):
    code = opened(world, DEAD)
    assert "Việc theo luật" not in world.say("reporter", code)[-1].labels
    assert "- Khai báo" not in world.tap("reporter", f"law:list:{code}")[-1].text


def test_the_day_of_the_meeting_starts_the_clock_of_the_minutes(world):
    code = opened(world, DEAD)
    before = running(world, code)["provincial-team-sends-minutes"]
    assert (before.pace, before.occurrence_id) == ("silent", None)
    world.later(days=20)
    meeting = {"type": "date", "value": "2026-12-11"}
    command = case_duty_done.RecordDone(owed(world, code, "investigate-fatal").code, meeting)
    case_duty_done.record_done(world.uow, command, acting(world, "coordinator"))
    after = running(world, code)["provincial-team-sends-minutes"]
    assert (after.id, after.pace) == (before.id, "dated")
    assert owed(world, code, "provincial-team-sends-minutes").due_on.isoformat() == "2026-12-16"


def test_no_words_call_a_duty_fulfilled(world):
    code = opened(world, DEAD)
    occurrence = owed(world, code, "employer-declares").code
    world.tap("focal", f"law:done:{occurrence}")
    world.say("focal", "8h45")
    said = world.say("focal", "gọi điện")[-1].text
    assert said.startswith("Đã ghi lời anh/chị: Khai báo")
    assert "Báo An chỉ ghi lại" in said
    for words in ("hoàn thành", "đã khai báo", "đã đủ."):
        assert words not in said


# Shown


def test_the_page_shows_how_long_ago_at_once_was(world):
    code = opened(world, {**DEAD, "contract": "no", "insured": False})
    world.later(hours=2, minutes=15)
    shown = world.tap("focal", f"case:open:{code}")[0].text
    assert "đã 2 giờ 15 phút" in shown
    assert "Hạn gần nhất: Điều tra, thứ Năm 24/12/2026" in shown


def test_why_names_articles_and_facts_in_words_or_by_a_button(world):
    code = opened(world, HURT)
    world.tap("focal", f"case:take:{code}")
    by_button = world.tap("focal", f"law:why:{code}")[0].text
    assert "Nạn nhân 1: nặng. 034" in by_button
    assert "7 ngày kể từ lúc nhận được tin báo, 24/11/2026. Theo Điều 35" in by_button
    for asked in ("vì sao?", "Tại sao vậy", f"vi sao {code}"):
        assert world.say("focal", asked)[0].text == by_button
    assert "034" not in world.say("other", f"vì sao {code}")[0].text


def test_why_one_duty_is_owed(world):
    code = opened(world, DEAD)
    occurrence = owed(world, code, "investigate-fatal").code
    shown = world.tap("coordinator", f"law:because:{occurrence}")[0].text
    assert "Hạn 24/12/2026: 30 ngày" in shown
    declaring = world.tap("focal", f"law:open:{owed(world, code, 'employer-declares').code}")[0].text
    assert "Nơi nhận: Sở Nội vụ, Công an cấp xã." in declaring
    assert "điện thoại, fax, công điện" in declaring
    card = world.tap("coordinator", f"law:open:{occurrence}")[0]
    assert "Người làm: Sở được giao quản lý lao động; hạn thứ Năm 24/12/2026." in card.text
    assert card.labels == ["Đã làm", "Vì sao?", "Mở hồ sơ"]
    assert "Không thấy" in world.tap("other", f"law:open:{occurrence}")[0].text


def test_the_duties_of_a_case_stand_among_those_of_the_unit(world):
    code = opened(world, {**DEAD, "contract": "no", "insured": False})
    shown = world.say("focal", "việc của tôi")[-1].text
    assert f"Báo cáo nhanh, vụ {code}: ngay" in shown


def test_a_notice_of_changes_holds_no_name_and_no_injury(world):
    code = opened(world, HURT, names="Nguyễn Văn Tám")
    tell(world, code, people={"total": 1, "dead": 1, "injured": 0}, injury_1="dập não")
    for one in world.pushes("focal"):
        assert "Tám" not in one.text
        assert "dập não" not in one.text


def test_a_duty_of_a_case_is_no_duty_of_a_plan(world):
    code = opened(world, {**DEAD, "contract": "no", "insured": False})
    occurrence = owed(world, code, "commune-quick-report").code
    assert "hết dùng rồi" in world.tap("focal", f"progress:done:{occurrence}")[-1].text
    assert owed(world, code, "commune-quick-report").state == "open"


def test_the_commune_is_escalated_by_the_policy_of_the_office(world):
    opened(world, {**DEAD, "contract": "no", "insured": False})
    for _ in range(9):
        world.later(days=1)
        reminders.tick(world.uow, world.around, world.now)
    levels = {(row["level"], row["reason"]) for row in world.rows_of(ledger)}
    assert ("deputy", "escalated") in levels


def test_the_audit_of_reminders_misses_nothing_of_a_case(world):
    opened(world, {**DEAD, "contract": "no", "insured": False})
    for minutes in (5, 40, 60 * 24, 60 * 24 * 8):
        world.later(minutes=minutes)
        if minutes != 5:
            reminders.tick(world.uow, world.around, world.now)
        assert reminder_audit.audit(world.uow, world.now, world.now)["missing"] == []


def test_consent_taken_back_takes_back_what_rested_on_it(world):
    code = opened(world, HURT)
    assert "investigate-single-serious" in running(world, code)
    withdrawal.withdraw(world.uow, withdrawal.Withdraw("x"), acting(world, "reporter"))
    assert set(running(world, code)) == wanted(world, code)
    assert "investigate-single-serious" not in running(world, code)


def test_papers_follow_the_class_that_was_confirmed(world):
    code = opened(world, HURT)
    case = world.uow.accidents.by_code(code)
    assert not papers.head_of(world.uow, case).confirmed
    confirm(world, code, "light", "single_serious", "phim chụp không gãy xương")
    head = papers.head_of(world.uow, world.case())
    assert (head.case_class, head.confirmed) == ("light", True)
