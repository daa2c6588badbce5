"""Reviews and commendations: asked about though undated, asked for their own paper, listed on a question."""

from datetime import date

import pytest

from handlers.services.plan_periods import periods_of

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
UNDATED = {"kind": "none"}


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Theo dõi và sơ kết, tổng kết việc thực hiện Kế hoạch theo quy định", ["2026"]),
        ("Đề nghị khen thưởng tập thể, cá nhân có thành tích", ["2026"]),
        ("Theo dõi, đôn đốc các đơn vị thực hiện", []),
        ("Lồng ghép vào kế hoạch, gắn với sơ kết, tổng kết", []),
    ],
)
def test_an_undated_duty_to_look_back_is_asked_about_once_a_year(text, labels):
    row = {"kind": "duty", "deadline": UNDATED, "text": text}
    found = periods_of(row, first=FIRST, last=LAST, check_in="quarterly")
    assert [one.label for one in found] == labels
    assert all(one.due_on is None for one in found)


def test_it_is_asked_for_its_own_paper_and_listed(world):
    task = world.task("IV.3", "Đề nghị khen thưởng tập thể, cá nhân có thành tích")
    world.add_check_in(code="CV-26-KHEN", label="2026", task=task)
    focal = world.talk("focal")
    assert "tờ trình hoặc danh sách đề nghị khen thưởng" in focal.tap("progress:done:CV-26-KHEN")[-1]
    focal.say("11/TTr-UBND")
    focal.pick("Đúng")
    (shown,) = world.talk("leader").say("viec khen thuong toi dau roi")
    assert "- Khen thưởng, Xã Tân Lập: IV.3 Đề nghị khen thưởng" in shown
    assert "đã gửi, chờ duyệt" in shown
