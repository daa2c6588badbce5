"""The district of 2024 is reorganised: nothing owed is lost, no duty is without an owner, names go on working."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from domain.errors import BadInputError, ConflictError, NotAllowedError
from domain.occurrence import OPEN_STATES, OccurrenceState
from domain.progress import ProgressKind
from domain.reorganisation import Change, Decision, Receiver
from handlers.services import access, communes, handing_over, progress, reminders, reorganising, reports
from handlers.services.fan_out import registry
from storage.reorganisations import MOVE_ALONG, MOVE_WITH_CARE, STAY, references_to_units
from storage.tables import handovers, units
from tests.handlers.plans.changing import EDUCATION, LABOUR, approved, done, officer, owed
from tests.handlers.plans.world import NOW, district, task

INNER = "Phòng Nội vụ"
TODAY = Decision("12/QĐ-UBND", date(2024, 8, 1), date(2024, 8, 5))
REPORT = task(
    "V.1",
    kind="report",
    text="Báo cáo năm",
    lead_units=["Ủy ban nhân dân các xã, thị trấn"],
    deadline={"kind": "one_off", "date": "2024-12-15", "op": "before"},
    deadline_text="trước 15/12/2024",
)
TAN_LAP, AN_PHU, NEW = "Ủy ban nhân dân xã Tân Lập", "Ủy ban nhân dân xã An Phú", "Ủy ban nhân dân xã Tân Phú"


@pytest.fixture
def place():
    with district() as found:
        yield found


def change(before, *after):
    return Change(tuple(before), tuple(Receiver(one) if isinstance(one, str) else one for one in after))


def adopt(place, *changes, decision=TODAY, now=None):
    return reorganising.adopt(place.uow, reorganising.Adopt(changes, decision), place.by(now=now or later()))


def later(days=1):
    return NOW + timedelta(days=days)


def unit(place, name):
    return place.uow.units.named(name)


def open_codes(place, plan):
    return {one.code for one in owed(place, plan) if OccurrenceState(one.state) in OPEN_STATES}


def said(place, start=""):
    """Return (person, text) of every notice queued, oldest first."""
    rows = place.uow.outbox.due_notices()
    return [(row.person_id, row.body["text"]) for row in rows if row.body["text"].startswith(start)]


def test_every_column_that_names_a_unit_has_its_way_of_moving():
    known = {f"{c.table.name}.{c.name}" for c in (*MOVE_ALONG, *MOVE_WITH_CARE, *STAY)}
    assert known == references_to_units()


def test_a_renamed_unit_keeps_everything_and_answers_to_both_names(place):
    plan = approved(place)
    was = unit(place, LABOUR)
    before = open_codes(place, plan)
    adopt(place, change([LABOUR], INNER))
    now = unit(place, INNER)
    assert now.id == was.id
    assert unit(place, LABOUR) == now
    assert open_codes(place, plan) == before
    assert {one.unit_name for one in owed(place, plan, "3")} == {INNER}
    assert reports.unit_meant(place.uow, None, "phong noi vu con may viec").id == was.id
    assert now.coordinates


def test_an_old_name_still_finds_the_unit_in_questions_and_documents(place):
    approved(place)
    adopt(place, change([LABOUR], INNER))
    meant = reports.unit_meant(place.uow, None, "Phòng Lao động - Thương binh và Xã hội còn mấy việc trễ?")
    assert meant is not None
    assert meant.name == INNER
    known = registry(place.uow, ["Phòng LĐTBXH", LABOUR])
    assert known.unit("Phòng LĐTBXH") == meant.id


def test_merged_communes_owe_one_report_and_what_one_had_not_done_is_still_owed(place):
    plan = approved(place, REPORT)
    mine = {one.unit_name: one for one in owed(place, plan)}
    done(place, mine[TAN_LAP], TAN_LAP)
    adopt(place, change([TAN_LAP, AN_PHU], NEW))
    new = unit(place, NEW)
    there = [one for one in owed(place, plan) if one.unit_id == new.id]
    assert [one.code for one in there] == [mine[AN_PHU].code]
    assert there[0].state == "open"
    assert place.uow.occurrences.get(mine[TAN_LAP].id).state == "submitted"
    assert unit(place, TAN_LAP) == unit(place, AN_PHU) == new
    assert new.classes == ("Ủy ban nhân dân các xã, thị trấn",)
    assert new.parent_id == unit(place, "UBND huyện").id
    assert "xã Tân Phú" in communes.names(place.uow)


def test_the_officers_go_along_and_still_see_what_is_theirs(place):
    plan = approved(place, REPORT)
    one = officer(place, TAN_LAP).person.id
    adopt(place, change([TAN_LAP, AN_PHU], NEW))
    person = place.uow.people.get(one)
    new = unit(place, NEW)
    assert person.units("focal") == (new.id,)
    owed_now = next(o for o in owed(place, plan) if o.unit_id == new.id)
    assert access.access_occurrence_for(place.uow, person, owed_now.code)
    assert len(place.uow.people.holding("focal", new.id)) == 2


def test_communes_are_named_as_people_say_them(place):
    approved(place, REPORT)
    adopt(place, change(["xã Tân Lập", "xã an phú"], "xã Tân Phú"))
    assert unit(place, NEW) is not None


def test_rows_go_to_whoever_the_decision_gives_them(place):
    plan = approved(place)
    adopt(place, change([EDUCATION], Receiver("Phòng Giáo dục", frozenset({"2"})), "Phòng Văn hóa"))
    by_row = {one.task_ref: one.unit_name for one in owed(place, plan)}
    assert by_row["2"] == "Phòng Giáo dục"
    assert by_row["1"] == "Phòng Văn hóa"
    people = place.uow.reorganisations.members(unit(place, "Phòng Văn hóa").id)
    assert people, "people go to the receiver that takes the rest"


def test_a_unit_split_off_leaves_the_old_one_standing(place):
    plan = approved(place)
    adopt(place, change([EDUCATION], EDUCATION, Receiver("Phòng Y tế", frozenset({"2"}))))
    by_row = {one.task_ref: one.unit_name for one in owed(place, plan)}
    assert (by_row["1"], by_row["2"]) == (EDUCATION, "Phòng Y tế")
    assert unit(place, EDUCATION).ended_on is None


def test_the_office_that_coordinates_hands_that_over_too(place):
    approved(place)
    adopt(place, change([LABOUR, EDUCATION], INNER))
    assert place.uow.units.coordinating().name == INNER
    assert place.by().person.has_role("coordinator")


def test_at_no_step_is_anything_owed_by_a_unit_that_has_ended(place):
    approved(place)
    adopt(place, change([LABOUR], EDUCATION), change([TAN_LAP, AN_PHU], NEW))
    ended = set(
        place.uow.units._connection.execute(select(units.c.id).where(units.c.ended_on.is_not(None))).scalars()
    )
    assert len(ended) == 3
    assert not [one for one in place.uow.occurrences.open() if one.unit_id in ended]
    assert not [u for u in place.uow.units.all() if u.parent_id in ended]
    assert not any(place.uow.reorganisations.members(one) for one in ended)


def test_a_request_in_what_is_closed_is_taken_back_by_name(place):
    plan = approved(place, REPORT)
    mine = {one.unit_name: one for one in owed(place, plan)}
    late, soon = mine[TAN_LAP], mine[AN_PHU]
    place.uow.occurrences.change(late.id, due_on=date(2025, 1, 15))
    ask = progress.Report((late.code,), ProgressKind.DIFFICULTY, note="Thiếu người")
    progress.report(place.uow, ask, officer(place, TAN_LAP))
    adopt(place, change([TAN_LAP, AN_PHU], NEW))
    assert place.uow.occurrences.get(late.id).state == "cancelled"
    assert place.uow.occurrences.get(soon.id).unit_name == NEW
    assert place.uow.occurrences.progress_of(late.id)[-1].decision == progress.WITHDRAWN


def test_a_decision_for_later_changes_nothing_until_its_day(place):
    plan = approved(place, REPORT)
    before = open_codes(place, plan)
    soon = Decision("12/QĐ-UBND", date(2024, 8, 1), date(2024, 10, 1))
    record = adopt(place, change([TAN_LAP, AN_PHU], NEW), decision=soon)
    assert record.state == "adopted"
    assert unit(place, NEW) is None
    assert open_codes(place, plan) == before
    starts = datetime(2024, 9, 30, 17, 0, tzinfo=UTC)
    assert reorganising.next_tick(place.uow, later()) == starts
    reorganising.tick(place.uow, place.around, starts - timedelta(seconds=1))
    assert unit(place, NEW) is None
    reorganising.tick(place.uow, place.around, starts)
    assert unit(place, NEW) is not None
    assert place.uow.reorganisations.get(record.id).state == "applied"
    count = len(place.uow.reorganisations.handovers_of(record.id))
    reorganising.tick(place.uow, place.around, starts)
    assert len(place.uow.reorganisations.handovers_of(record.id)) == count == 2


def test_a_decision_that_fits_no_more_on_its_day_is_told_and_changes_nothing(place):
    soon = Decision("12/QĐ-UBND", date(2024, 8, 1), date(2024, 10, 1))
    adopt(place, change([TAN_LAP], AN_PHU), decision=soon)
    adopt(place, change([AN_PHU, TAN_LAP], NEW))
    day = datetime(2024, 10, 1, 2, 0, tzinfo=UTC)
    reorganising.tick(place.uow, place.around, day)
    reorganising.tick(place.uow, place.around, day)
    assert len(said(place, "TC-24")) == len(place.uow.people.holding("coordinator"))


def test_what_is_cancelled_in_time_never_happens(place):
    soon = Decision("12/QĐ-UBND", date(2024, 8, 1), date(2024, 10, 1))
    record = adopt(place, change([TAN_LAP], AN_PHU), decision=soon)
    reorganising.cancel(place.uow, reorganising.Cancel(record.code), place.by(now=later()))
    reorganising.tick(place.uow, place.around, datetime(2024, 10, 1, 2, 0, tzinfo=UTC))
    assert unit(place, TAN_LAP).name == TAN_LAP
    with pytest.raises(ConflictError, match="reorganise-over"):
        reorganising.cancel(place.uow, reorganising.Cancel(record.code), place.by(now=later()))


@pytest.mark.parametrize(
    ("one", "key"),
    [
        (change(["Phòng Không Có"], INNER), "reorganise-fault-unknown"),
        (change([TAN_LAP]), "reorganise-fault-no-after"),
        (change([TAN_LAP], TAN_LAP), "reorganise-fault-nothing-changes"),
        (change([EDUCATION], Receiver("Phòng A", frozenset({"99"})), "Phòng B"), "reorganise-rows-unknown"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_moves(place, one, key):
    approved(place)
    with pytest.raises(BadInputError) as error:
        adopt(place, one)
    assert error.value.key == key


def test_only_who_coordinates_reorganises_and_only_by_a_decision(place):
    command = reorganising.Adopt((change([TAN_LAP], AN_PHU),), TODAY)
    with pytest.raises(NotAllowedError):
        reorganising.adopt(place.uow, command, officer(place, TAN_LAP))
    with pytest.raises(BadInputError, match="reorganise-no-decision"):
        adopt(place, change([TAN_LAP], AN_PHU), decision=Decision(" ", date(2024, 8, 1), date(2024, 8, 5)))


def test_the_receiver_is_asked_until_it_says_yes_and_the_office_hears_who_has_not(place):
    approved(place, REPORT)
    record = adopt(place, change([TAN_LAP], AN_PHU))
    asked = [text for _, text in said(place, AN_PHU) if "nhận bàn giao" in text]
    assert len(asked) == 1
    assert "xã Tân Lập" in asked[0]
    assert "1 việc" in asked[0]
    for _ in range(2):
        reorganising.tick(place.uow, place.around, place.uow.reorganisations.next_ask())
    assert any("chưa xác nhận bàn giao" in text for _, text in said(place))
    receiver = unit(place, AN_PHU).id
    by = officer(place, AN_PHU)
    handing_over.accept(place.uow, handing_over.Accept(record.code, receiver), by)
    assert place.uow.reorganisations.next_ask() is None
    again = handing_over.accept(place.uow, handing_over.Accept(record.code, receiver), by)
    assert again.key == "handover-accepted-already"


def test_only_the_receiver_answers_and_an_objection_reaches_the_office(place):
    approved(place, REPORT)
    record = adopt(place, change([TAN_LAP], AN_PHU))
    receiver = unit(place, AN_PHU).id
    with pytest.raises(NotAllowedError, match="button-old"):
        handing_over.accept(
            place.uow,
            handing_over.Accept(record.code, receiver),
            officer(place, "Ủy ban nhân dân xã Gia Lộc"),
        )
    words = handing_over.Object(record.code, receiver, "Việc này của phòng khác")
    handing_over.object_(place.uow, words, officer(place, AN_PHU))
    assert any("Việc này của phòng khác" in text for _, text in said(place))
    row = place.uow.units._connection.execute(select(handovers.c.objection)).scalar_one()
    assert row == "Việc này của phòng khác"


def test_reminders_go_on_to_the_successor_and_nothing_is_reminded_twice(place):
    plan = approved(place, REPORT)
    near = datetime(2024, 11, 29, 1, 0, tzinfo=UTC)
    reminders.tick(place.uow, place.around, near)
    codes = open_codes(place, plan)
    mine = {one.unit_name: one for one in owed(place, plan)}
    adopt(place, change([TAN_LAP, AN_PHU], NEW), now=near)
    assert len(codes - open_codes(place, plan)) == 1, "one of two reports of one period is closed"
    reminders.tick(place.uow, place.around, near + timedelta(minutes=5))
    new = unit(place, NEW)
    people = set(place.uow.people.holding("focal", new.id))
    waiting = [
        row
        for row in place.uow.outbox.due_notices()
        if mine[TAN_LAP].code in (row.about or {}).get("occurrences", [])
    ]
    assert {row.person_id for row in waiting} <= people
    assert len(waiting) == len({row.person_id for row in waiting})


def test_who_took_over_by_law_is_proposed_and_not_imposed(place):
    found = {one.unit: one for one in reorganising.proposals(place.uow, date(2025, 3, 1))}
    assert found[LABOUR].succession.after[0].startswith("Phòng Nội vụ")
    assert unit(place, LABOUR).name == LABOUR
    assert not reorganising.proposals(place.uow, date(2024, 12, 1))
