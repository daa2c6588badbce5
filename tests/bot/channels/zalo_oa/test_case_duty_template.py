"""A reminder of what the law wants at once, where only a template gets through."""

from bot.channels.zalo_oa.zbs_data import stand_in

ITEM = {"for_unit": "Xã Tân Lập", "name": "Báo cáo nhanh, vụ TN-26-7K3F", "due": None}


def filled(kind):
    about = {"kind": "reminder", "occurrences": ["TN-26-7K3F-12"], "items": [{**ITEM, "kind": kind}]}
    return stand_in(about)[1]


def test_it_says_at_once_and_names_the_case():
    assert filled("case") == {
        "unit": "Xã Tân Lập",
        "duty": "Báo cáo nhanh, vụ TN-26-7K3F",
        "deadline": "phải làm ngay",
        "code": "TN-26-7K3F-12",
    }


def test_an_undated_duty_of_a_plan_is_waited_for_as_before():
    assert filled("task")["deadline"] == "đang chờ trả lời"
