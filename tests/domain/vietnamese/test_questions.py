"""Questions about accidents, deadlines, forms and one's own case, and the cries that only look like questions."""

import pytest

from domain.vietnamese.fold import fold
from domain.vietnamese.intents import Intent, understand

SAID = {
    (Intent.QUERY_STATUS, "topic", "accident"): """
        từ đầu năm có mấy vụ chết người
        tháng 11 có tai nạn nào không
        trong tỉnh có vụ nào chết người không
        xã Tân Lập có vụ nào không
        hôm nay có vụ mới không
        có vụ nào chưa xử lý không
        có tai nạn chết người nào trong tháng không
        năm 2026 có bao nhiêu người chết vì tai nạn lao động
        tai nạn quý 3
        tai nạn 6 tháng đầu năm
        số người chết năm nay
        số ca tử vong tháng này
        có bao nhiêu vụ
        có vụ nào chết người không
        mấy vụ tai nạn chết người năm nay
        hôm nay có tai nạn gì không
        tai nạn hôm nay
        tuần này có vụ nào không
        bao nhiêu người chết năm nay
        năm nay bao nhiêu người chết
        năm nay có mấy vụ tai nạn
        tháng này có bao nhiêu vụ tai nạn chết người
        có tai nạn nào không
        tuần vừa rồi có vụ nào chết người không
        hôm qua có vụ tai nạn nào không
        từ đầu năm đến nay bao nhiêu người tử vong
        có bao nhiêu người bị thương trong quý 3
        số vụ tai nạn năm nay
        thống kê tai nạn chết người
        tai nạn tuần này
        tai nạn lao động tháng này
        các vụ tai nạn hôm nay
        tai nạn hôm qua
        tai nạn năm nay
        hôm nay tai nạn
        hôm nay có ai bị tai nạn không
        xã nào có vụ chết người nào không
        mấy vụ tuần này
        có vụ nào mới không
        tình hình tai nạn chết người tháng này
        tuần này có tai nạn không
        hôm nay có vụ nào không?
        năm ngoái mấy người chết
        mấy người chết năm nay
    """,
    (Intent.REPORT_ACCIDENT, None, None): """
        hôm nay ở xưởng có tai nạn không biết gọi ai
        có tai nạn, gọi ai bây giờ
        có người ngã, có ai không
        có vụ chết người ở thôn 2
        tuần này có vụ chết người ở mỏ đá
        tai nạn chiều nay, công nhân kẹt tay
        ai cứu em với, tai nạn hôm nay
        mấy vụ rồi không ai xử lý, hôm nay có người chết
        xã em có 2 vụ tai nạn hôm nay
        bị tai nạn sáng nay
        tai nạn ở quốc lộ 3
        có vụ tai nạn
        có 1 vụ tai nạn chết người hôm qua
        báo tai nạn hôm nay
        khai báo tai nạn hôm qua
        tai nạn lao động
        có người chết không có ai giúp
        số người bị thương là 3
        số người chết 2
        có chết người
        hôm nay công ty tôi có tai nạn
        bao nhiêu người chết cũng mặc kệ cứu với
        tai nạn
        có tai nạn
        có tai nạn ở công trường
        hôm nay có tai nạn ở mỏ đá
        hôm nay có 2 người chết ở mỏ đá
        sáng nay có mấy người bị thương ở công trường
        hôm nay có người bị điện giật
        có người chết
        tai nạn chết người ở xã Tân Lập
        vừa có vụ tai nạn chết người
        có tai nạn chết người, có ai đến không
        cứu với có người chết không ai giúp
        tai nạn hôm nay làm 2 người chết
        tai nạn hôm nay ở công trường có người bị thương
        không biết bao nhiêu người chết, sập hầm rồi
        tai nạn gấp
        mấy người chết rồi
        tuần này có công nhân bị ngã gãy chân
        có ai cứu không, công nhân bị kẹt
        tai nạn hôm nay, 1 người gãy chân
        năm nay 30 tuổi, bị ngã gãy tay
        có người bị nạn, có xe cấp cứu nào không
        có vụ tai nạn ở xưởng em
        hôm nay có công nhân chết
        tháng này công ty có 1 người bị máy cán
        nhiều người chết, cứu với
        hôm qua em bị tai nạn
    """,
    (Intent.QUERY_MY_TASKS, "about", "deadline"): """
        bao giờ hết hạn báo cáo năm
        hạn nộp báo cáo năm là khi nào
        nộp báo cáo 6 tháng khi nào
        khi nào phải nộp báo cáo
        bao giờ nộp báo cáo quý 4
        báo cáo năm nộp khi nào
        hạn báo cáo 6 tháng là ngày nào
        khi nào hết hạn
        hạn nộp báo cáo quý
        deadline báo cáo năm là bao giờ
        còn mấy ngày nữa hết hạn
        báo cáo 6 tháng đầu năm nộp trước ngày nào
        bao giờ đến hạn nộp
        thời hạn nộp báo cáo tai nạn là khi nào
    """,
    (Intent.HELP, "about", "recipient"): """
        nộp cho ai
        nộp báo cáo cho ai
        gửi báo cáo về đâu
        báo cáo gửi cho cơ quan nào
        nộp ở đâu
        ai nhận báo cáo
    """,
    (Intent.HELP, "about", "form"): """
        mẫu báo cáo đâu
        mẫu báo cáo nào
        cho xin mẫu báo cáo
        lấy mẫu báo cáo ở đâu
        mẫu báo cáo
        biểu mẫu ở đâu
        dùng mẫu nào
    """,
    (Intent.QUERY_REPORT_BY_CODE, "own", True): """
        vu cua toi
        vụ của tôi tới đâu
        hom qua em bao r, gio sao
        sao chua ai den
        vụ của em thế nào rồi
        hồ sơ của tôi
        hồ sơ của em tới đâu rồi
        sao chưa thấy ai đến
        chưa thấy ai đến
        sao không ai liên hệ tôi
        bao giờ có người đến
        khi nào cán bộ đến
        em báo hôm qua rồi mà chưa ai đến
        tôi đã báo rồi giờ thế nào
        vụ tôi báo hôm qua sao rồi
        hôm qua tôi báo vụ này mà sao chưa ai xử lý
        tin báo của tôi tới đâu
        vụ tai nạn của chồng tôi giải quyết chưa
        sao vẫn chưa có ai gọi lại
        đơn của tôi đến đâu rồi
    """,
}
ROWS = [(line.strip(), *meant) for meant, lines in SAID.items() for line in lines.strip().splitlines()]
BARE = ("tai nạn hôm nay", "tai nạn tuần này", "tai nạn năm nay", "hôm nay tai nạn", "các vụ tai nạn hôm nay")


@pytest.mark.parametrize(("text", "intent", "slot", "value"), ROWS)
def test_a_question_is_told_from_a_cry(text, intent, slot, value):
    for said in (text, fold(text), text.capitalize()):
        understood = understand(said)
        assert understood.intent == intent, understood
        assert slot is None or understood.slots.get(slot) == value


@pytest.mark.parametrize("text", BARE)
def test_accidents_and_a_time_alone_are_a_list_asked_for_not_surely(text):
    assert understand(text).confidence == 0.6


def test_a_case_with_a_code_is_not_looked_up_as_the_own_one():
    understood = understand("vụ của tôi TN-26-7K3F tới đâu rồi")
    assert understood.intent == Intent.QUERY_REPORT_BY_CODE
    assert "own" not in understood.slots


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("xin gia hạn báo cáo năm", Intent.REPORT_PROGRESS),
        ("xin gia hạn báo cáo quý", Intent.REPORT_PROGRESS),
        ("chưa ai nộp", Intent.QUERY_OVERDUE),
        ("sao chưa ai nộp", Intent.QUERY_OVERDUE),
        ("báo cáo nào sắp đến hạn", Intent.QUERY_OVERDUE),
        ("bao giờ xong", Intent.QUERY_STATUS),
        ("khi nào có kết quả", Intent.QUERY_STATUS),
        ("bao nhiêu người bị thương em không rõ, đang đưa đi viện", Intent.REPORT_ACCIDENT),
        ("bao nhiêu người chết em không biết", Intent.REPORT_ACCIDENT),
        ("có người bị điện giật sao chưa ai đến", Intent.REPORT_ACCIDENT),
        ("chồng tôi chết ở công trường, nộp đơn cho ai", Intent.REPORT_ACCIDENT),
        ("tai nạn chết người nộp báo cáo cho ai", Intent.REPORT_ACCIDENT),
        ("em bị ngã từ giàn giáo hôm qua, em báo rồi mà chưa ai đến", Intent.REPORT_ACCIDENT),
        ("tai nạn tháng này làm chết 1 người chưa báo", Intent.REPORT_ACCIDENT),
        ("có vụ tai nạn ở mỏ đá không ai đến", Intent.REPORT_ACCIDENT),
    ],
)
def test_what_stands_near_a_question_keeps_its_meaning(text, intent):
    assert understand(text).intent == intent
    assert understand(fold(text)).intent == intent
