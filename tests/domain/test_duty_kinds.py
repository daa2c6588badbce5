"""Reviews and commendations are known for what they are, not where they are only mentioned."""

import unicodedata

import pytest

from domain.duty_kinds import LooksBack, looks_back
from domain.vietnamese.fold import fold

REVIEW, FINAL, COMMEND = LooksBack.REVIEW, LooksBack.FINAL_REVIEW, LooksBack.COMMENDATION


@pytest.mark.parametrize("spell", [str, fold, lambda text: unicodedata.normalize("NFD", text)])
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sơ kết sáu tháng đầu năm, nêu rõ việc chậm và cách gỡ", REVIEW),
        ("Tham mưu kiểm tra, giám sát và sơ kết, tổng kết việc thực hiện theo quy định", REVIEW),
        ("Tổ chức tổng kết năm năm thực hiện Chương trình", FINAL),
        ("Đề nghị khen thưởng tập thể, cá nhân có thành tích", COMMEND),
        ("Tổng kết và đề xuất biểu dương đơn vị làm tốt", COMMEND),
        ("Đưa chỉ tiêu vào kế hoạch, gắn với kiểm tra, giám sát, sơ kết, tổng kết theo quy định", None),
        ("Báo cáo tại hội nghị tổng kết của ngành", None),
        ("Rà soát công trình đang thi công", None),
        ("", None),
    ],
)
def test_what_a_duty_asks_for(spell, text, kind):
    assert looks_back(spell(text)) is kind
