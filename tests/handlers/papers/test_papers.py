"""Who gets a paper of a case, which one, from whose words; what is said about sending it."""

from datetime import UTC, datetime

import pytest

from domain import forms
from domain.errors import BadInputError, NotAllowedError
from handlers.acting import Acting
from handlers.services import accidents, declarations, papers
from messages.catalog import bundle
from storage.tables import accident_facts, audit, jobs
from tests.handlers.accidents.conftest import make_world

FATAL = {
    "people": {"total": 2, "dead": 1, "injured": 1},
    "contract": "yes",
    "workplace": "Công ty Cầu 5",
    "role": "employer",
    "injury_1": "gãy xương đòn",
    "phone": "0912345678",
}
NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


@pytest.fixture
def world():
    made = make_world()
    made.add("boss")
    made.add("worker")
    made.add("stranger")
    yield made
    made.close()


def _by(world, name, source=0):
    person = world.uow.people.get(world.people[name])
    return Acting(person, world.address(name), world.now, world.around, source)


def _case(world, reporter="boss", **facts):
    place = {"unit": world.units["Tân Lập"], "name": "xã Tân Lập"}
    known = {**FATAL, "place": place, **facts}
    return accidents.open_case(world.uow, accidents.OpenCase("accident", known), _by(world, reporter, 17))[
        "code"
    ]


def _offers(world, name, code):
    case = world.uow.accidents.by_code(code)
    person = _by(world, name).person
    return [
        offer.form for offer in papers.offers(world.uow, person, case, world.uow.accidents.facts(case.id))
    ]


def test_the_law_decides_who_is_offered_what(world):
    code = _case(world)
    assert _offers(world, "boss", code) == ["declaration"]
    assert _offers(world, "focal", code) == ["declaration"]
    assert _offers(world, "coordinator", code) == ["department_quick", "declaration"]


def test_without_a_contract_the_commune_reports_quickly_and_one_serious_is_recorded(world):
    fatal = _case(world, "worker", contract="no", role="colleague")
    serious = _case(world, "worker", contract="no", role="colleague", people={"total": 1, "dead": 0})
    assert _offers(world, "focal", fatal) == ["commune_quick"] or "commune_quick" in _offers(
        world, "focal", fatal
    )
    assert "record" in _offers(world, "focal", serious)
    assert "declaration" not in _offers(world, "focal", serious)


def test_insured_people_have_their_own_form(world):
    code = _case(world, "worker", contract="no", role="colleague")
    case = world.uow.accidents.by_code(code)
    world.uow.accidents.put_fact(
        case.id, "insured", True, salt="", person_id=world.people["focal"], now=world.now
    )
    assert "insured_quick" in _offers(world, "focal", code)
    assert "commune_quick" not in _offers(world, "focal", code)


@pytest.mark.parametrize(
    ("name", "role", "key"),
    [
        ("worker", "colleague", "form-for-worker"),
        ("stranger", "colleague", "case-unknown"),
        ("other", "colleague", "case-unknown"),
        ("leader", "colleague", "not-allowed"),
    ],
)
def test_nobody_else_gets_a_paper(world, name, role, key):
    code = _case(world, "worker", role=role)
    with pytest.raises(NotAllowedError) as error:
        papers.ask_paper(world.uow, papers.AskPaper(code, "declaration"), _by(world, name))
    assert error.value.key == key
    with pytest.raises(NotAllowedError):
        papers.filled(world.uow, world.people[name], code, "declaration", None, NOW)
    assert world.rows_of(jobs) == []


def test_a_worker_is_told_to_tell_the_person_in_charge(world):
    code = _case(world, "worker", role="colleague")
    for payload in (f"form:ask:{code}", f"form:get:declaration:{code}", f"form:sent:declaration:{code}"):
        assert "báo ngay người phụ trách" in world.tap("worker", payload)[0].text


@pytest.mark.parametrize("form", ["record", "employer_figures", "register", "../../etc/passwd", ""])
def test_a_form_the_law_does_not_name_for_the_case_is_not_made(world, form):
    code = _case(world)
    with pytest.raises(BadInputError) as error:
        papers.ask_paper(world.uow, papers.AskPaper(code, form), _by(world, "boss"))
    assert error.value.key == "form-not-for-case"


@pytest.mark.parametrize(
    "payload", ["form:", "form:ask", "form:get:declaration", "form:x:y:z:w", "form:receipt:TN-26-0000"]
)
def test_forged_buttons_do_nothing(world, payload):
    _case(world)
    world.tap("stranger", payload)
    assert world.rows_of(jobs) == []


def test_the_job_holds_no_personal_value(world):
    code = _case(world, names="Nguyễn Văn A")
    papers.ask_paper(world.uow, papers.AskPaper(code, "declaration"), _by(world, "boss"))
    assert world.rows_of(jobs)[0]["body"] == {"code": code, "form": "declaration"}


def test_each_value_is_traced_to_its_message(world):
    code = _case(world)
    filled = papers.filled(world.uow, world.people["focal"], code, "declaration", None, NOW)
    source = filled.values["establishment"].sources[0]
    assert (source.message, source.who, source.at) == (17, "người báo", world.now)
    assert filled.issuer == "Công ty Cầu 5"
    assert filled.to == ("Sở Nội vụ", "Công an cấp xã (xã Tân Lập)")
    assert filled.mark == forms.DRAFT_MARK


def test_an_employer_sees_only_what_they_told_themselves(world):
    code = _case(world)
    case = world.uow.accidents.by_code(code)
    world.uow.accidents.put_fact(
        case.id, "names", "Trần Thị B", salt="", person_id=world.people["focal"], now=world.now
    )
    own = papers.filled(world.uow, world.people["boss"], code, "declaration", None, NOW)
    officer = papers.filled(world.uow, world.people["focal"], code, "declaration", None, NOW)
    assert "Trần Thị B" not in str(own)
    assert "Trần Thị B" in str(officer)


def test_an_anonymous_tip_stands_in_no_paper_and_its_message_is_not_kept(world):
    code = _case(world, "worker", role="colleague")
    accidents.record_facts(
        world.uow, accidents.RecordFacts(code, {"tip": "ông chủ bảo giấu"}), _by(world, "worker", 99)
    )
    for form in _offers(world, "coordinator", code):
        assert "giấu" not in str(papers.filled(world.uow, world.people["coordinator"], code, form, None, NOW))
    tip = next(row for row in world.rows_of(accident_facts) if row["field"] == "tip")
    assert (tip["person_id"], tip["source"]) == (None, None)


def test_what_consent_took_back_is_gone_from_the_next_paper(world):
    code = _case(world, names="Nguyễn Văn A")
    world.say("boss", "rút lại đồng ý")
    world.tap("boss", "withdraw:yes")
    case = world.uow.accidents.by_code(code)
    assert "names" not in world.uow.accidents.facts(case.id)
    assert "Nguyễn Văn A" not in str(
        papers.filled(world.uow, world.people["focal"], code, "declaration", None, NOW)
    )


# What is said about sending


def _declare(world, code, name="boss", **changed):
    known = {
        "form": "declaration",
        "at": {"type": "date", "value": "2026-11-24"},
        "means": "fax",
        "to": ("Sở Nội vụ",),
    }
    command = declarations.RecordDeclaration(code, **(known | changed))
    return declarations.record_declaration(world.uow, command, _by(world, name))


def test_a_statement_is_kept_with_who_said_it_and_in_the_trail_without_its_value(world):
    code = _case(world)
    assert _declare(world, code) == {"officer": False}
    assert _declare(world, code, "focal", means="email") == {"officer": True}
    said = world.uow.accidents.facts(world.uow.accidents.by_code(code).id)[declarations.DECLARED]
    assert [(one["by"], one["means"]) for one in said] == [("employer", "fax"), ("officer", "email")]
    rows = [row for row in world.rows_of(audit) if row["action"] == "declaration_told"]
    assert [row["person_id"] for row in rows] == [world.people["boss"], world.people["focal"]]
    assert "fax" not in str([row["detail"] for row in rows])


def test_the_officer_who_took_the_case_hears_of_it(world):
    code = _case(world)
    world.tap("focal", f"case:take:{code}")
    world.new()
    _declare(world, code)
    told = [shown for shown in world.new() if shown.person == "focal"]
    assert [shown.text for shown in told] == [f"Vụ {code}: có lời báo đã gửi khai báo bằng fax. Mở hồ sơ?"]


def test_means_the_law_does_not_name_are_refused(world):
    code = _case(world)
    with pytest.raises(BadInputError):
        _declare(world, code, means="zalo")


def test_a_worker_and_a_stranger_record_nothing(world):
    code = _case(world, "worker", role="colleague")
    for name in ("worker", "stranger", "other"):
        with pytest.raises(NotAllowedError):
            _declare(world, code, name)
    for name in ("worker", "stranger", "other", "leader"):
        with pytest.raises(NotAllowedError):
            declarations.record_receipt(world.uow, declarations.RecordReceipt(code, "x"), _by(world, name))


def test_statements_do_not_pile_up_without_end(world):
    code = _case(world)
    for _ in range(declarations.MOST):
        _declare(world, code)
    with pytest.raises(BadInputError) as error:
        _declare(world, code)
    assert error.value.key == "case-full"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_words_call_a_duty_fulfilled(language):
    known = bundle(language)
    said = [
        str(known.format_pattern(known.get_message(key).value, {})[0]).casefold()
        for key in known._messages
        if key.startswith(("form-", "declaration-", "receipt-", "report-"))
    ]
    assert said
    for words in (
        "đã khai báo xong",
        "hoàn thành nghĩa vụ",
        "đã hoàn tất khai báo",
        "duty is fulfilled",
        "have declared",
    ):
        assert not any(words in one for one in said)


# Confirming a layout


def test_a_confirmation_holds_for_that_layout_only(world):
    spec = forms.forms()["declaration"]
    day = datetime(2026, 11, 24, tzinfo=UTC).date()
    papers.confirm(world.uow, papers.ConfirmForm("declaration", "Bà Hiền", "12/XN"), b"layout", NOW)
    assert papers.is_confirmed(world.uow, spec, b"layout", day)
    assert not papers.is_confirmed(world.uow, spec, b"another", day)
    assert not papers.is_confirmed(world.uow, spec, None, day)
    assert not papers.is_confirmed(world.uow, spec, b"layout", datetime(2025, 6, 30, tzinfo=UTC).date())
    code = _case(world)
    assert papers.filled(world.uow, world.people["focal"], code, "declaration", b"layout", NOW).mark == ""
    assert "form_confirmed" in {row["action"] for row in world.rows_of(audit)}
