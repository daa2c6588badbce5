"""A case is never without an owner: an officer who leaves gives it back, and the line is gone up again."""

from handlers.acting import Acting
from handlers.services import accidents


def test_a_case_whose_officer_serves_there_no_more_is_asked_about_again(desk):
    case = desk.report()
    desk.tap("focal", f"case:take:{case.code}")
    assert desk.wait(minutes=60) == []
    desk.uow.people.leave(desk.people["focal"], desk.units["Tân Lập"], "focal", desk.now)
    desk.uow.people.join(desk.people["focal"], desk.units["Tân Hòa"], "focal", desk.now)
    shown = desk.wait(minutes=1)
    assert desk.case().acknowledged_by is None
    assert desk.case().state == "dispatched"
    assert any(m.person == "deputy" and case.code in m.text for m in shown)
    assert any(m.person == "worker" and "chưa có người nhận" in m.text for m in shown)


def test_a_coordinator_and_an_officer_of_the_office_keep_what_they_took(desk):
    case = desk.report()
    desk.tap("coordinator", f"case:take:{case.code}")
    desk.wait(minutes=60)
    assert desk.case().acknowledged_by == desk.people["coordinator"]


def test_fatal_cases_go_up_the_line_sooner(desk):
    desk.report("1 người chết ở xã Tân Lập, gọi 0912345678")
    assert desk.case().next_check_at == desk.now + desk.around.desk.alarm_wait_grave
    assert desk.around.desk.alarm_wait_grave < desk.around.desk.alarm_wait


def test_a_death_told_later_moves_the_look_forward(desk):
    case = desk.report()
    assert case.next_check_at == desk.now + desk.around.desk.alarm_wait
    by = Acting(desk.uow.people.get(case.reporter_id), desk.address("worker"), desk.now, desk.around)
    died = {"people": {"total": 2, "dead": 1, "injured": 1}}
    accidents.record_facts(desk.uow, accidents.RecordFacts(case.code, died), by)
    assert desk.case().next_check_at == desk.now + desk.around.desk.alarm_wait_grave
