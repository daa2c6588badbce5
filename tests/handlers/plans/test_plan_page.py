"""The page's words and forms, and its acts at the router: the open talk stays as it is."""

from datetime import timedelta

import pytest

from bot.channels.webchat import NAME
from domain.errors import NotAllowedError
from handlers.pages.plan_forms import read_form
from handlers.pages.plan_page import look
from handlers.services import plan_links
from messages.envelope import InboundKind
from tests.handlers.plans.changing import BOOK, CHECK, LABOUR, SAFETY, THEN, apply, approved, changed
from tests.handlers.plans.test_review import Talk
from tests.handlers.plans.world import NOW, reading, task

OPEN_CLASS = "các đơn vị liên quan"
DOUBT = {"field": "lead_units", "reason": "x", "message": "Hai loại.", "alternatives": ["Phòng Nội vụ"]}
LATE = {"field": "deadline", "reason": "x", "message": "Chưa rõ.", "alternatives": []}


@pytest.fixture
def code(place):
    row = task(
        "1",
        review=[DOUBT, LATE],
        needs_review=True,
        source={"lines": [7, 8]},
        lead_raw=["Sở Phòng GD"],
        coordinating_units=[OPEN_CLASS],
    )
    plan = {**reading(row, task("2")), "source": {"7": "1. Việc 1", "8": "Giao Sở Phòng GD chủ trì."}}
    plan["problems"] = [{"line": 9, "code": "y", "message": "Lặp chữ."}]
    return place.keep(plan)


def _page(place, code, role="coordinator"):
    return look(place.uow, place.by(role).person.id, code, NOW)


def _wanted(place, code, **form):
    return read_form(place.uow, place.plan(code), form)


def test_the_words_that_were_read_are_marked_in_the_document(place, code):
    first, second, line = _page(place, code).doubts
    assert (first.before, first.marked, first.after) == ("1. Việc 1\nGiao ", "Sở Phòng GD", " chủ trì.")
    assert (first.read, first.others) == ("Phòng Giáo dục và Đào tạo", ("Phòng Nội vụ",))
    assert second.name == "1, Thời hạn"
    assert (line.ref, line.can_fix, line.reasons) == ("", False, ("Lặp chữ.",))


def test_the_page_speaks_the_readers_language(place, code):
    place.uow.people.set_language(place.by().person.id, "en")
    page = _page(place, code)
    assert (page.state_word, page.doubts[1].name) == ("not approved", "1, Deadline")


def test_the_page_is_for_who_coordinates(place, code):
    assert _page(place, code, "leader") is None
    assert _page(place, "KH-24-NONE") is None


def test_a_change_shows_old_beside_new(place):
    approved(place)
    draft = changed(place, {**SAFETY, "deadline": THEN}, {**CHECK, "id": "7"})
    page = _page(place, draft)
    assert [(one.kind, one.ref, one.can_keep) for one in page.changes] == [
        ("changed", "1", False),
        ("withdrawn", "3", True),
    ]
    name, old, new = page.changes[0].fields[0]
    assert (name, old[:16], new[:16]) == ("Thời hạn", "trước 30/09/2024", "trước 31/10/2024")
    assert page.renumbered == "2 → 7"
    apply(place, draft)
    after = _page(place, draft)
    assert (after.state, after.doubts, after.changes, after.phrases) == ("merged", (), (), ())


@pytest.mark.parametrize(
    ("form", "todo"),
    [
        ({"what": "doubt", "do": "check"}, {"what": "check", "ref": "1", "line": None, "field": "lead_units"}),
        ({"what": "doubt", "do": "later"}, {"what": "later", "key": "t:1:lead_units"}),
        (
            {"what": "doubt", "do": "other:Phòng Nội vụ"},
            {"what": "correct", "ref": "1", "field": "lead_units", "value": ["Phòng Nội vụ"]},
        ),
        (
            {"what": "fix", "value": "phong ld tbxh"},
            {"what": "correct", "ref": "1", "field": "lead_units", "value": [LABOUR]},
        ),
        ({"what": "fix", "value": "Sở Lạ"}, None),
        ({"what": "fix", "value": ""}, None),
        ({"what": "doubt", "do": "other:Sở Lạ"}, None),
        ({"what": "doubt", "do": ""}, None),
        ({"what": "decide", "phrase": OPEN_CLASS, "choice": "nobody"}, {
            "what": "decide", "phrase": OPEN_CLASS, "choice": "nobody", "units": []}),
        ({"what": "decide", "phrase": OPEN_CLASS, "choice": "units", "value": "Sở Lạ"}, None),
        ({"what": "keep", "ref": "3"}, {"what": "keep", "ref": "3"}),
        ({"what": "link", "kin": "corrected:KH-24-AAAA"}, {"what": "link", "kind": "corrected", "of": "KH-24-AAAA"}),
        ({"what": "link", "kin": "new"}, {"what": "link", "kind": "new", "of": None}),
        ({"what": "approve", "leaving": "t:1:lead_units|l:9"}, {
            "what": "approve", "leaving": ["t:1:lead_units", "l:9"]}),
        ({"what": "drop tables"}, None),
        ({}, None),
    ],
)  # fmt: skip
def test_a_form_says_what_is_to_be_done_or_why_it_is_not_clear(place, code, form, todo):
    found = _wanted(place, code, key="t:1:lead_units", **form)
    assert found.todo == todo
    assert (found.problem is None) == (todo is not None)


def test_a_typed_deadline_is_read_as_in_the_chat(place, code):
    assert (
        _wanted(place, code, what="fix", key="t:1:deadline", value="trước 30/11").problem.key
        == "plan-deadline-year"
    )
    found = _wanted(place, code, what="fix", key="t:1:deadline", value="trước 30/11/2024")
    assert found.todo["value"]["deadline"]["date"] == "2024-11-30"


def test_a_doubt_that_is_gone_is_told(place, code):
    assert _wanted(place, code, what="doubt", do="check", key="t:9:text").problem.key == "plan-doubt-gone"


def test_an_act_leaves_the_open_talk_and_its_choices_as_they_are(place, code):
    talk = Talk(place)
    talk.tap(f"plan:review:{code}")
    before = place.uow.sessions.get(talk.person, talk.at)
    data = {"page": "plan", "person": talk.person, "code": code, "todo": {"what": "later", "key": "l:9"}}
    assert talk.send(InboundKind.ACTION, data=data) == []
    after = place.uow.sessions.get(talk.person, talk.at)
    assert (after.session, after.offers) == (before.session, before.offers)
    assert [one["key"] for one in place.plan(code).reading["later"]] == ["l:9"]


def test_an_act_for_somebody_else_or_in_vain_is_answered_in_the_chat(place, code):
    talk = Talk(place)
    data = {
        "page": "plan",
        "person": talk.person + 1,
        "code": code,
        "todo": {"what": "approve", "leaving": []},
    }
    assert "chưa được giao quyền" in talk.send(InboundKind.ACTION, data=data)[0]["text"]
    said = talk.send(InboundKind.ACTION, data={**data, "person": talk.person})
    assert said[0]["text"].startswith("Còn 3 chỗ cần xem lại.")
    assert place.plan(code).state == "draft"


def test_the_chat_hears_what_an_approval_on_the_page_did(place):
    code = place.keep(reading(SAFETY, BOOK))
    talk = Talk(place)
    data = {"page": "plan", "person": talk.person, "code": code, "todo": {"what": "approve", "leaving": []}}
    said = talk.send(InboundKind.ACTION, data=data)
    assert said[0]["text"].startswith(f"✅ Đã duyệt {code}: 2 lượt giao cho 2 đơn vị.")
    assert said[0]["choices"] == []


def test_a_link_is_sealed_for_one_person_one_plan_one_purpose_and_half_an_hour(place, code):
    by = place.by()
    url = plan_links.make_link(place.uow, plan_links.MakeLink(code), by)["url"]
    token = url.removeprefix(f"/plans/{code}?k=")
    key = place.uow.meta.get(plan_links.KEY)
    found = plan_links.unseal(key, plan_links.LINK, token, NOW)
    assert (found.person_id, found.code) == (by.person.id, code)
    late = NOW + plan_links.LINK_LASTS
    assert plan_links.unseal(key, plan_links.LINK, token, late - timedelta(seconds=1)) is not None
    for purpose, said, now in (
        (plan_links.LINK, token, late),
        (plan_links.VISIT, token, NOW),
        (plan_links.LINK, token.replace(code, "KH-24-AAAA"), NOW),
        (plan_links.LINK, f"9{token}", NOW),
        (plan_links.LINK, token[:-1], NOW),
        (plan_links.LINK, "…", NOW),
        (plan_links.LINK, "", NOW),
    ):
        assert plan_links.unseal(key, purpose, said, now) is None
    assert plan_links.unseal(None, plan_links.LINK, token, NOW) is None
    with pytest.raises(NotAllowedError):
        plan_links.make_link(place.uow, plan_links.MakeLink(code), place.by("leader"))
    assert plan_links.WEB == NAME
