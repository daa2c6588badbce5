"""An officer hands over to another: asked, never a gap, cases and reminders come along, both are told."""

from datetime import timedelta

import pytest

from domain.errors import BadInputError, NotAllowedError
from handlers.acting import Acting
from handlers.services import linking, people, progress, replacing
from messages.envelope import Address
from tests.handlers.plans.changing import EDUCATION, approved, officer, owed
from tests.handlers.plans.world import NOW, district

LATER = NOW + timedelta(days=1)
FIRST = 1  # the first replacement of a new world


@pytest.fixture
def place():
    with district() as found:
        yield found


def unit(place):
    return place.uow.units.named(EDUCATION).id


def holders(place, role):
    return place.uow.people.holding(role, unit(place))


def by(place, person):
    return Acting(
        place.uow.people.get(person), Address("console", "t", str(person), str(person)), LATER, place.around
    )


def ask(place, to=None, leaving=None, asker=None):
    command = replacing.Replace(unit(place), leaving or holders(place, "focal")[0], to)
    return replacing.replace(place.uow, command, asker or place.by(now=LATER))


def texts(place, person):
    return [row.body["text"] for row in place.uow.outbox.due_notices_of(person)]


def test_until_the_yes_everything_stays_and_then_all_of_it_moves(place):
    approved(place)
    old, deputy = holders(place, "focal")[0], holders(place, "deputy")[0]
    assert ask(place, deputy) == {}
    assert holders(place, "focal") == (old,)
    assert any("nhận thay không" in text for text in texts(place, deputy))
    replacing.answer(place.uow, FIRST, by(place, deputy), yes=True)
    assert holders(place, "focal") == (deputy,)
    assert not place.uow.people.get(old).units("focal")
    assert any("lời nhắc không tới" in text for text in texts(place, old))


def test_a_no_leaves_everything_and_tells_who_asked(place):
    approved(place)
    old, deputy = holders(place, "focal")[0], holders(place, "deputy")[0]
    ask(place, deputy)
    replacing.answer(place.uow, FIRST, by(place, deputy), yes=False)
    assert holders(place, "focal") == (old,)
    assert any("không nhận thay" in text for text in texts(place, place.by().person.id))
    with pytest.raises(BadInputError, match="replace-over"):
        replacing.answer(place.uow, FIRST, by(place, deputy), yes=True)


def test_only_the_one_asked_answers_and_only_who_may_asks(place):
    deputy, head = holders(place, "deputy")[0], holders(place, "head")[0]
    ask(place, deputy, asker=by(place, head))
    with pytest.raises(NotAllowedError):
        replacing.answer(place.uow, FIRST, by(place, head), yes=True)
    with pytest.raises(NotAllowedError):
        ask(place, deputy, asker=officer(place, EDUCATION))
    with pytest.raises(BadInputError, match="replace-nobody"):
        ask(place, deputy, leaving=place.worker)


def test_who_uses_the_invitation_takes_over(place):
    approved(place)
    old = holders(place, "focal")[0]
    made = ask(place)
    assert holders(place, "focal") == (old,)
    linking.accept(place.uow, linking.Accept(made["code"]), by(place, place.worker))
    assert holders(place, "focal") == (place.worker,)
    assert place.uow.people.get(place.worker).units("focal") == (unit(place),)


def test_a_second_choice_ends_the_first(place):
    deputy, head = holders(place, "deputy")[0], holders(place, "head")[0]
    ask(place, deputy)
    ask(place, head)
    with pytest.raises(BadInputError, match="replace-over"):
        replacing.answer(place.uow, 1, by(place, deputy), yes=True)
    replacing.answer(place.uow, 2, by(place, head), yes=True)
    assert holders(place, "focal") == (head,)


def test_cases_and_reminders_come_along(place):
    approved(place)
    old, deputy = holders(place, "focal")[0], holders(place, "deputy")[0]
    case = place.uow.accidents.add(
        code="TN-24-AAAA", kind="accident", state="acknowledged", unit_id=unit(place), reporter_id=place.worker,
        channel="console", now=NOW,
    )  # fmt: skip
    place.uow.accidents.change(case, acknowledged_by=old)
    ask(place, deputy)
    replacing.answer(place.uow, FIRST, by(place, deputy), yes=True)
    assert place.uow.accidents.get(case).acknowledged_by == deputy
    assert any("TN-24-AAAA" in text for text in texts(place, deputy))
    mine = next(one for one in owed(place, place.uow.plans.latest(1)[0].code) if one.unit_name == EDUCATION)
    assert deputy in progress.officers(place.uow, mine.unit_id)


def test_an_invitation_of_another_kind_replaces_nobody(place):
    old = holders(place, "focal")[0]
    made = people.invite(place.uow, people.Invite(unit(place), "focal"), place.by(now=LATER))
    linking.accept(place.uow, linking.Accept(made["code"]), by(place, place.worker))
    assert set(holders(place, "focal")) == {old, place.worker}
