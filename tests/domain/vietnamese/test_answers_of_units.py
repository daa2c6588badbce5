"""Not ours, tomorrow, a promise: told from one another as people type them."""

import unicodedata

import pytest

from domain.progress import ProgressKind
from domain.vietnamese.fold import fold
from domain.vietnamese.intents import Intent, understand
from domain.vietnamese.work_words import read_progress_kind

NOT_OURS, LATER, UNDER_WAY = ProgressKind.NOT_OURS, ProgressKind.LATER, ProgressKind.UNDER_WAY


@pytest.mark.parametrize("spell", [str, fold, lambda text: unicodedata.normalize("NFD", text)])
@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("không phải việc của đơn vị mình", NOT_OURS),
        ("ko phải việc bên em đâu", NOT_OURS),
        ("việc này không thuộc chức năng của sở", NOT_OURS),
        ("giao nhầm đơn vị rồi", NOT_OURS),
        ("việc này của sở y tế chứ không phải bên em", NOT_OURS),
        ("mai nhắc lại nhé", LATER),
        ("nhắc lại thứ sáu nhé", LATER),
        ("đừng nhắc nữa", LATER),
        ("mai em nộp", UNDER_WAY),
        ("đang xử lý, xong 20/6", UNDER_WAY),
        ("đang làm III.1.c, 25/12 xong", UNDER_WAY),
        ("đang làm, mai xong", UNDER_WAY),
        ("đã nộp rồi", ProgressKind.DONE),
        ("xin gia hạn đến mai", ProgressKind.MORE_TIME),
        ("gặp khó ở III.1.c", ProgressKind.DIFFICULTY),
        ("việc này của Sở Y tế", None),
    ],
)
def test_which_answer_it_is(spell, said, kind):
    assert read_progress_kind(spell(said)) is kind


@pytest.mark.parametrize("said", ["gap kho o III.1.c", "ko phai viec ben em dau", "khong phai cua don vi"])
def test_none_of_it_is_an_accident_or_a_question(said):
    assert understand(said).intent is Intent.REPORT_PROGRESS


def test_somebody_who_feels_unwell_is_still_heard():
    assert understand("em thay kho o qua, chong mat").intent is Intent.REPORT_ACCIDENT
