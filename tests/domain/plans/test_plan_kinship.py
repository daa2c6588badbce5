"""Which plan a document belongs to, and when a person must be asked."""

import pytest

from domain.plan_kinship import Kin, Known, Relation, kin_of

TITLE = "Bảo đảm an toàn, vệ sinh lao động trên địa bàn tỉnh năm 2026"
PLAN = Known("KH-26-AAAA", "18/KH-UBND", TITLE)
DRAFTED = Known("KH-26-BBBB", None, "Phòng ngừa tai nạn lao động trong mùa thu hoạch")
OTHER = Known("KH-26-CCCC", "30/KH-UBND", "Tháng hành động về an toàn, vệ sinh lao động năm 2026")
KEPT = (PLAN, DRAFTED, OTHER)


def _kin(code, relation=Relation.CORRECTED, *, sure=True):
    return Kin(code, relation, sure)


@pytest.mark.parametrize(
    ("number", "title", "amends", "expected"),
    [
        ("18/KH-UBND", TITLE, None, (_kin("KH-26-AAAA"),)),
        (" 18 / kh–ubnd", TITLE.upper(), None, (_kin("KH-26-AAAA"),)),
        ("18/KH-UBND", "Chuyển đổi số năm 2026", None, (_kin("KH-26-AAAA", sure=False),)),
        ("45/KH-UBND", TITLE, None, (_kin("KH-26-AAAA", sure=False),)),
        (None, TITLE, None, (_kin("KH-26-AAAA"),)),
        (None, f"{TITLE} và giai đoạn sau", None, (_kin("KH-26-AAAA", sure=False),)),
        (None, TITLE.replace("2026", "2027"), None, ()),
        (
            "18/KH-UBND",
            TITLE.replace("2026", "2027"),
            None,
            (_kin("KH-26-AAAA", sure=False),),
        ),  # numbers begin anew
        ("7/KH-UBND", DRAFTED.title, None, (_kin("KH-26-BBBB"),)),
        ("45/KH-UBND", "Chuyển đổi số", None, ()),
        (None, "", None, ()),
        ("77/KH-UBND", "Sửa đổi", "18/KH-UBND", (_kin("KH-26-AAAA", Relation.AMENDED),)),
        (
            "77/KH-UBND",
            f"Sửa đổi, bổ sung {OTHER.title}",
            "99/KH-UBND",
            tuple(_kin(c, Relation.AMENDED, sure=False) for c in ("KH-26-CCCC", "KH-26-AAAA", "KH-26-BBBB")),
        ),
    ],
)
def test_kin(number, title, amends, expected):
    assert kin_of(number, title, amends, KEPT) == expected


def test_two_plans_of_one_title_are_asked_about():
    twins = (PLAN, Known("KH-26-DDDD", None, TITLE))
    assert kin_of(None, TITLE, None, twins) == (
        _kin("KH-26-AAAA", sure=False),
        _kin("KH-26-DDDD", sure=False),
    )


def test_an_amendment_where_no_plan_is_kept_is_a_plan_by_itself():
    assert kin_of("77/KH-UBND", "Sửa đổi", "18/KH-UBND", ()) == ()
