"""Deadlines in words, deadlines and unit names as people type them."""

import pytest

from handlers.deadline_say import deadline_text
from handlers.flows.deadline_asked import read_typed
from handlers.flows.plan_view import rows_meant
from handlers.flows.unit_names_asked import known_names, near, read_names
from handlers.services.fan_out import registry
from messages.render import text
from tests.handlers.plans.world import task


def _said(deadline, language="vi"):
    found = deadline_text(deadline)
    return text(language, found.key, found.params)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("trước 15/12 hằng năm", "trước 15/12 hằng năm (an toàn: hết 14/12)"),
        ("truoc ngay 15/12 hang nam", "trước 15/12 hằng năm (an toàn: hết 14/12)"),
        ("trước 01/03 hằng năm", "trước 01/03 hằng năm (an toàn: hết 28/02)"),
        ("trước 5/7 và 10/1 hằng năm", "trước 05/07 và 10/01 hằng năm (an toàn: hết 04/07 và 09/01)"),
        ("Thường xuyên", "thường xuyên"),
        ("thường xuyên hằng năm", "thường xuyên, hằng năm"),
        ("trong tháng 8 năm 2024", "trong tháng 8/2024"),
        ("quý III/2026", "trong quý III/2026"),
        ("6 tháng đầu năm 2026", "trong 6 tháng đầu năm 2026"),
        ("trong năm 2026", "trong năm 2026"),
        ("trước ngày 1/3/2027", "trước 01/03/2027 (an toàn: hết 28/02/2027)"),
        ("het 30/6/2026", "đến hết 30/06/2026"),
        ("giai đoạn 2026-2030", "giai đoạn 2026-2030"),
        ("từ 1/5 đến 31/5 hằng năm", "từ 01/05 đến 31/05 hằng năm"),
        ("hằng tháng, trước ngày 20", "hằng tháng, trước ngày 20 (an toàn: hết ngày 19)"),
        (
            "hằng quý, trước ngày 20 của tháng cuối quý",
            "hằng quý, trước ngày 20 tháng cuối kỳ (an toàn: hết ngày 19)",
        ),
        ("2 năm một lần", "2 năm một lần"),
        ("05 ngày làm việc kể từ ngày nhận văn bản", "trong 5 ngày làm việc kể từ ngày nhận văn bản"),
        (
            "trước 15/12 hằng năm hoặc đột xuất khi có yêu cầu",
            "trước 15/12 hằng năm (an toàn: hết 14/12), hoặc khi có yêu cầu",
        ),
    ],
)
def test_a_typed_deadline_is_said_back(typed, said):
    asked = read_typed(typed)
    assert asked.deadline is not None, asked
    assert _said(asked.deadline) == said
    assert _said(asked.deadline, "en")


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("trước 15/12", "plan-deadline-year"),
        ("31/11/2026", "plan-deadline-impossible"),
        ("khi nào xong thì thôi", "plan-deadline-unclear"),
        ("cuối năm", "plan-deadline-year"),
        ("😀", "plan-deadline-unclear"),
    ],
)
def test_what_is_not_sure_is_asked_again(typed, problem):
    assert read_typed(typed).problem == problem


def test_the_golden_deadlines_all_have_words(shared):
    from tests.handlers.plans.world import golden_reading  # noqa: PLC0415 - only this test reads the file

    for row in golden_reading(shared)["tasks"]:
        assert _said(row["deadline"])
        assert _said(row["deadline"], "en")


@pytest.fixture
def known(place):
    return known_names(registry(place.uow), ["các đơn vị, địa phương"])


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("bảo hiểm xã hội", ["Bảo hiểm xã hội"]),
        (
            "phong giao duc va dao tao; bao hiem xa hoi",
            ["Phòng Giáo dục và Đào tạo", "Bảo hiểm xã hội"],
        ),
        ("Phòng GDĐT, Phòng TNMT", ["Phòng Giáo dục và Đào tạo", "Phòng Tài nguyên và Môi trường"]),
        ("xã Tân Lập", ["Ủy ban nhân dân xã Tân Lập"]),
        ("UBND các xã, thị trấn, Bảo hiểm xã hội", ["Ủy ban nhân dân các xã, thị trấn", "Bảo hiểm xã hội"]),
        ("các đơn vị, địa phương", ["các đơn vị, địa phương"]),
    ],
)
def test_several_units_in_one_message(known, typed, names):
    found = read_names(typed, known)
    assert list(found.sure) == names
    assert found.unclear == ()


def test_a_name_that_may_be_two_is_offered_not_guessed(known):
    found = read_names("Phòng Tài nguyên và Nông nghiệp; ubnd các xã", known)
    assert found.sure == ()
    assert near(found.unclear[1], known)[0] == "Ủy ban nhân dân các xã, thị trấn"


ROWS = [task("III.2.d", text="Đánh giá tác động"), task("III.2.đ", text="Quan tâm an toàn"), task("IV.1.ii")]


@pytest.mark.parametrize(
    ("typed", "refs"),
    [
        ("III.2.đ", ["III.2.đ"]),
        ("iii 2 Đ", ["III.2.đ"]),
        ("iii.2.d", ["III.2.d", "III.2.đ"]),
        ("iv1ii", ["IV.1.ii"]),
        ("quan tam", ["III.2.đ"]),
        ("V.9", []),
        ("", []),
    ],
)
def test_a_row_is_found_by_its_place(typed, refs):
    assert [row["id"] for row in rows_meant(typed, ROWS)] == refs
