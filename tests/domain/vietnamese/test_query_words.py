"""Free questions about how things stand become typed queries; reports of one's own work and cries never do."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.vietnamese.fold import fold
from domain.vietnamese.query_words import Query, Rank, State, Subject, read_query
from domain.vietnamese.spans import Span

TODAY = date(2026, 11, 25)  # a Wednesday
D, C, R = Subject.DUTIES, Subject.CASES, Subject.REPORTS
WEEK = Span(date(2026, 11, 23), date(2026, 11, 29))
NOVEMBER = Span(date(2026, 11, 1), date(2026, 11, 30))
YESTERDAY = Span(date(2026, 11, 24), date(2026, 11, 24))

ASKED = {
    "sở y tế còn mấy việc trễ": Query(D, State.OVERDUE),
    "phòng mình còn mấy việc trễ": Query(D, State.OVERDUE),
    "còn bao nhiêu việc quá hạn": Query(D, State.OVERDUE),
    "xã nào còn việc quá hạn": Query(D, State.OVERDUE, kind="commune"),
    "cho xem việc quá hạn của các xã": Query(D, State.OVERDUE),
    "việc nào sắp đến hạn": Query(D, State.SOON),
    "việc nào sắp đến hạn tuần này": Query(D, State.SOON, period=WEEK),
    "tháng 11 có việc nào đến hạn trong tháng": Query(D, State.SOON, period=NOVEMBER),
    "đơn vị nào gặp khó": Query(D, State.DIFFICULTY),
    "việc nào đang gặp khó khăn?": Query(D, State.DIFFICULTY),
    "bao nhiêu việc đã hoàn thành": Query(D, State.DONE),
    "việc nào chưa xong": Query(D, State.OPEN),
    "phường nào chậm nhất": Query(D, State.OVERDUE, Rank.WORST, kind="commune"),
    "đơn vị nào nhiều việc trễ nhất": Query(D, State.OVERDUE, Rank.WORST),
    "xã nào làm tốt nhất": Query(D, State.DONE, Rank.BEST, kind="commune"),
    "việc III.2.b tới đâu rồi": Query(D, row="III.2.b"),
    "muc iii.2.đ thế nào rồi": Query(D, row="III.2.đ"),
    "vụ hôm qua ở Tân Lập tới đâu rồi": Query(C, period=YESTERDAY),
    "có vụ nào chưa ai nhận không": Query(C, State.UNTAKEN),
    "tuần này có mấy vụ tai nạn": Query(C, period=WEEK),
    "tháng 11 có bao nhiêu người chết": Query(C, period=NOVEMBER, dead=True),
    "bao nhiêu ca tai nạn trong 6 tháng đầu năm": Query(C, period=Span(date(2026, 1, 1), date(2026, 6, 30))),
    "quý 3 có mấy vụ": Query(C, period=Span(date(2026, 7, 1), date(2026, 9, 30))),
    "năm ngoái có bao nhiêu vụ tai nạn": Query(C, period=Span(date(2025, 1, 1), date(2025, 12, 31))),
    "hôm nay có vụ nào không": Query(C, period=Span(TODAY, TODAY)),
    "20/11 có mấy vụ tai nạn": Query(C, period=Span(date(2026, 11, 20), date(2026, 11, 20))),
    "những vụ nào đang xử lý": Query(C, State.UNFINISHED),
    "xã nào chưa nộp báo cáo?": Query(R, kind="commune"),
    "ai đã nộp báo cáo quý 4": Query(R, period=Span(date(2026, 10, 1), date(2026, 12, 31))),
    "đơn vị nào chưa gửi báo cáo năm": Query(R),
}

NOT_ASKED = """
chưa xong việc III.2.b vì thiếu kinh phí
em chưa nộp báo cáo được vì sếp đi công tác
phòng đang gặp khó khăn, phải làm thế nào
đã nộp báo cáo năm
xong rồi
việc này làm xong rồi
có 2 người bị thương ở xã Tân Lập
co nguoi te gay chan
tai nạn ở công trường cầu Tân Lập
chết rồi, có người ngã
nhiệm vụ nội vụ
sở nội vụ
phòng nội vụ
xin gia hạn đến 20/12
đang làm, tuần sau xong
báo tai nạn
việc của tôi
không
chưa
nhất trí
cảm ơn
"""


@pytest.mark.parametrize(("text", "query"), ASKED.items())
def test_a_question_is_read_with_and_without_accents(text, query):
    assert read_query(text, TODAY) == query
    if query.row is None or query.row.isascii():  # "đ" typed as "d" is another row
        assert read_query(fold(text), TODAY) == query


@pytest.mark.parametrize("text", NOT_ASKED.strip().splitlines())
def test_nothing_else_is_a_question(text):
    assert read_query(text, TODAY) is None
    assert read_query(fold(text), TODAY) is None


@given(
    st.text(max_size=200)
    | st.sampled_from([*ASKED]).flatmap(lambda t: st.text(max_size=9).map(lambda m: t + m))
)
def test_any_words_are_read_without_an_error(text):
    found = read_query(text, TODAY)
    assert found is None or found.period is None or found.period.start <= found.period.end
