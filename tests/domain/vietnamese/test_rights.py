"""What people ask for their own data, and what only sounds like it."""

import pytest

from domain.vietnamese.fold import fold
from domain.vietnamese.rights import Wish, wish

WISHES = {
    Wish.WITHDRAW: """
        rút lại đồng ý
        tôi rút lại sự đồng ý
        không đồng ý nữa
        rút đồng ý
        tôi không đồng ý nữa
        em muốn rút lại sự đồng ý
        thu hồi sự đồng ý
        hủy đồng ý
        tôi đổi ý, không đồng ý nữa
        không đồng ý cho lưu thông tin nữa
        tôi không còn đồng ý
        rút lại sự chấp thuận
        xin rút lại đồng ý ạ
    """,
    Wish.ERASE: """
        xóa dữ liệu của tôi
        xóa thông tin của tôi
        xoá dữ liệu của em đi
        xóa hết thông tin cá nhân của tôi
        xóa giúp tôi số điện thoại của tôi
        đề nghị xóa dữ liệu cá nhân của tôi
        xóa tài khoản của tôi
        xóa tài khoản
        gỡ thông tin của tôi
        tôi muốn xóa dữ liệu của mình
        đừng lưu thông tin của tôi
        không muốn lưu dữ liệu của tôi
        xóa toàn bộ dữ liệu của tôi
    """,
    Wish.STOP: """
        dừng nhắc tôi
        đừng nhắn nữa
        đừng nhắc nữa
        đừng nhắn tin cho tôi nữa
        ngừng nhắn tin
        thôi đừng nhắc nữa
        không nhắc nữa
        tắt thông báo
        dừng gửi tin nhắn
        đừng gửi tin nhắn nữa
        ngừng nhắc tôi
        đừng làm phiền tôi nữa
        không muốn nhận tin nữa
        tôi không muốn nhận thông báo nữa
        dừng nhắc việc
        tôi không muốn nhận tin nhắn nữa
        không cần nhắc nữa
        đừng gửi thông báo cho tôi
        thôi đừng nhắn tin
        bot đừng nhắc tôi nữa
        hủy nhận thông báo
    """,
    Wish.EXPORT: """
        cho tôi xem dữ liệu của tôi
        xem dữ liệu của tôi
        cho em xem thông tin của em
        gửi tôi dữ liệu của tôi
        tải dữ liệu của tôi
        cung cấp cho tôi dữ liệu cá nhân của tôi
        bot lưu thông tin gì về tôi
        bạn đang giữ những thông tin gì của tôi
        xuất dữ liệu của tôi
        cho tôi bản sao dữ liệu của tôi
    """,
    Wish.LEAVE: """
        tôi nghỉ việc rồi
        tôi chuyển công tác
        em nghỉ việc rồi ạ
        tôi đã nghỉ hưu
        tôi sắp chuyển công tác
        tôi chuyển sang đơn vị khác
        tôi không còn làm ở đây nữa
        em chuyển đơn vị rồi
        tôi không phụ trách nữa
        tôi được điều động sang phòng khác
        mình về hưu rồi
        tôi thôi việc
        tôi không làm việc này nữa
    """,
}
NO_WISHES = (
    "tôi không nhận",
    "không nhận vụ này",
    "không thông báo cho ai",
    "tôi nhận",
    "không nhắc đến chuyện đó",
    "dừng máy lại",
    "tắt máy",
    "không đồng ý",
    "đồng ý",
    "xóa",
    "xóa báo cáo này",
    "hủy",
    "dừng lại",
    "dừng",
    "không báo nữa",
    "thôi không gửi nữa",
    "không gửi nữa",
    "đừng",
    "nhắc tôi",
    "nhắc lại giúp tôi",
    "xóa dữ liệu",
    "xóa hết dữ liệu",
    "xóa dữ liệu của anh Nam Trần",
    "xóa thông tin của nạn nhân",
    "cho tôi xem dữ liệu của ông Bình",
    "cho xem số liệu",
    "xem việc của tôi",
    "hồ sơ của tôi",
    "vụ của tôi",
    "tôi bị tai nạn phải nghỉ việc",
    "nghỉ việc",
    "công nhân nghỉ việc do tai nạn",
    "tôi đang làm",
    "nhận",
    "không nhận được tin nhắn",
    "không nhận được thông báo",
    "có người bị thương",
    "đã gửi rồi",
    "tôi không biết",
    "dữ liệu của tôi có được bảo mật không",
    "chuyển công tác cho anh Nam",
    "chuyển việc này cho đơn vị khác",
    "không cần nữa",
    "đừng chạm vào dây điện nữa",
    "tôi chuyển báo cáo rồi",
    "chào",
    "",
    "xóa dữ liệu của tôi " * 20,
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [(line.strip(), meant) for meant, lines in WISHES.items() for line in lines.strip().splitlines()],
)
def test_a_wish_is_heard(text, meant):
    assert wish(text) == meant
    assert wish(fold(text)) == meant
    assert wish(f"{text.capitalize()}.") == meant


@pytest.mark.parametrize("text", NO_WISHES)
def test_other_messages_are_no_wish(text):
    assert wish(text) is None
    assert wish(fold(text)) is None


def test_every_wish_has_its_table():
    assert set(WISHES) == set(Wish)
