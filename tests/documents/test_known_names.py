"""Names learned from the places of a document where a name stands alone, read in its sentences."""

import pytest

from documents.reading import read_plan_text

PLAN = """ỦY BAN NHÂN DÂN
XÃ TÂN HIỆP
KẾ HOẠCH
Phòng, chống đuối nước năm 2026
I. NHIỆM VỤ
1. Rà soát ao hồ
- Chủ trì: Phòng Kinh tế.
- Phối hợp: Diễn đàn Ngư phủ Bàu Sen, Sở Y tế.
- Thời gian: trước 30/4/2026.
2. Lắp biển báo
- Chủ trì: Diễn đàn Ngư phủ Bàu Sen.
- Thời gian: trước 30/5/2026.
II. TỔ CHỨC THỰC HIỆN
1. {sentence}
Nơi nhận:
- Sở Y tế (b/c);
- Vựa ve chai chị Sáu;
- Lưu: VT.
"""


def read(sentence: str):
    return read_plan_text(PLAN.replace("{sentence}", sentence)).tasks


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("Diễn đàn Ngư phủ Bàu Sen vá lưới chắn.", ("Diễn đàn Ngư phủ Bàu Sen",)),
        (
            "Phòng Kinh tế và Diễn đàn Ngư phủ Bàu Sen phát quang.",
            ("Phòng Kinh tế", "Diễn đàn Ngư phủ Bàu Sen"),
        ),
        (
            "Diễn đàn Ngư phủ Bàu Sen, Vựa ve chai chị Sáu thu gom.",
            ("Diễn đàn Ngư phủ Bàu Sen", "Vựa ve chai chị Sáu"),
        ),
        ("Giao Vựa ve chai chị Sáu thu gom chai lọ.", ("Vựa ve chai chị Sáu",)),
    ],
)
def test_a_name_that_stands_alone_elsewhere_is_known(sentence, leads):
    task = read(sentence)[-1]
    assert (task.lead_units, task.review) == (leads, ())


def test_a_learned_name_is_a_partner_in_a_list_and_leaves_no_trace():
    tasks = read("Phòng Kinh tế phối hợp với Diễn đàn Ngư phủ Bàu Sen, Trạm Y tế xã tổ chức diễn tập.")
    assert tasks[0].coordinating_units == ("Diễn đàn Ngư phủ Bàu Sen", "Sở Y tế")
    assert tasks[-1].coordinating_units == ("Diễn đàn Ngư phủ Bàu Sen", "Trạm Y tế xã")
    assert tasks[-1].text == (
        "Phòng Kinh tế phối hợp với Diễn đàn Ngư phủ Bàu Sen, Trạm Y tế xã tổ chức diễn tập"
    )
    assert all("\ua78f" not in repr(task) for task in tasks)


def test_the_end_of_a_longer_name_is_not_learned_from_lists():
    text = PLAN.replace("Diễn đàn Ngư phủ Bàu Sen, Sở Y tế", "Phòng Kinh tế, Hạ tầng và Đô thị; Sở Y tế")
    tasks = read_plan_text(text.replace("{sentence}", "Phòng Kinh tế, Hạ tầng và Đô thị vá đường.")).tasks
    assert tasks[0].coordinating_units == ("Phòng Kinh tế, Hạ tầng và Đô thị", "Sở Y tế")
    assert tasks[-1].lead_units == ("Phòng Kinh tế, Hạ tầng và Đô thị",)
