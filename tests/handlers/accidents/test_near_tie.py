"""A message that may mean two things is asked about with two buttons; an emergency never is."""

import pytest

from domain.vietnamese.intents import Intent, Understanding
from handlers import near_tie
from handlers.acting import Acting


def by(world, name):
    return Acting(world.uow.people.get(world.people[name]), world.address(name), world.now, world.around)


def test_the_person_is_asked_and_the_button_does_it(world):
    world.add("worker")
    (asked,) = world.say("worker", "báo cáo nguy hiểm thì sao")
    assert "Anh/chị muốn việc nào?" in asked.text
    assert world.session("worker") is None
    world.tap("worker", "report:hazard")
    assert world.session("worker")["flow"] == "report_hazard"


@pytest.mark.parametrize(
    ("meant", "other", "sure", "asked"),
    [
        (Intent.REPORT_INCIDENT, Intent.HELP, 0.6, ["report:hazard", "nav:help"]),
        (Intent.REPORT_INCIDENT, Intent.REPORT_ACCIDENT, 0.85, ["report:hazard", "report:accident"]),
        (Intent.REPORT_ACCIDENT, Intent.HELP, 0.6, ["report:accident", "nav:help"]),
        (Intent.REPORT_ACCIDENT, Intent.HELP, 0.8, None),  # never held up
        (Intent.HELP, Intent.QUERY_OVERDUE, 0.6, None),  # no button of a worker's
        (Intent.HELP, None, 0.6, None),
    ],
)
def test_which_two_are_offered(world, meant, other, sure, asked):
    world.add("worker")
    say = near_tie.question(by(world, "worker"), Understanding("", meant, sure, {}, other))
    assert (say and [option.payload for option in say.options]) == asked
