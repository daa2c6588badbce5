"""Bad input: a clear sentence, nothing lost, nobody woken wrongly or twice."""

from dataclasses import replace

import pytest

from handlers.services import alerts, unfinished
from storage.tables import attachments

OPENING = "có 2 người bị thương ở xã Tân Lập, gọi 0912345678"
PARIS = (48.85, 2.35)


def to_media(world):
    world.say("worker", OPENING)
    world.say("worker", "1")
    for _ in range(15):
        if world.session("worker")["at"] == "media":
            return
        world.say("worker", "bỏ qua")
    raise AssertionError(world.session("worker"))


# Times


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("ngày mai", "Giờ ấy chưa tới"),
        ("8h tối mai", "Giờ ấy chưa tới"),
        ("31/11", "Anh/chị nhắn giúp ngày và giờ"),
        ("30/2/2026", "Anh/chị nhắn giúp ngày và giờ"),
        ("25 giờ 70 phút", "Anh/chị nhắn giúp ngày và giờ"),
    ],
)
def test_times_that_cannot_be(world, said, heard):
    world.say("worker", OPENING)
    world.say("worker", "1")
    for _ in range(3):
        world.say("worker", "bỏ qua")
    assert world.session("worker")["at"] == "happened"
    shown = world.say("worker", said)
    assert heard in shown[0].text
    assert world.session("worker")["at"] == "happened"
    assert "happened" not in world.facts()


# Counts


@pytest.mark.parametrize("said", ["2 người, 3 chết", "2 nguoi, 3 nguoi chet"])
def test_counts_that_contradict_are_asked_again(world, said):
    world.say("worker", "báo tai nạn")
    shown = world.say("worker", said)
    assert shown[0].text.startswith("Số người đã mất không lớn hơn tổng số được.")
    assert world.session("worker")["at"] == "people"
    assert world.say("worker", "3 người, 2 chết")[0].text.startswith("Đã ghi: 3 (ba) người, trong đó 2 (hai)")


@pytest.mark.parametrize(
    ("said", "heard"), [("0", "Không có ai bị thương hay mất"), ("500", "500 người bị nạn")]
)
def test_nobody_or_very_many_is_asked_once_more(world, said, heard):
    world.say("worker", "báo tai nạn")
    shown = world.say("worker", said)
    assert heard in shown[0].text
    assert not world.cases()
    world.tap("worker", shown[0].choices[0][0])
    assert world.session("worker")["at"] == "place"


@pytest.mark.parametrize("said", ["-3", "999999"])
def test_counts_that_are_none(world, said):
    world.say("worker", "báo tai nạn")
    assert "nhắn giúp số người" in world.say("worker", said)[0].text


# Positions


def test_a_position_far_outside_is_kept_and_not_used(world):
    world.say("worker", "báo tai nạn")
    world.say("worker", "2")
    shown = world.location("worker", *PARIS)
    assert "nằm ngoài Việt Nam" in shown[0].text
    assert world.session("worker")["at"] == "place"
    world.say("worker", "xã Tân Lập")
    world.say("worker", "0912345678")
    assert world.facts()["place"] == {"unit": world.units["Tân Lập"], "name": "xã Tân Lập"}
    assert world.facts()["locations"] == [list(PARIS)]
    world.tap("focal", f"case:take:{world.case().code}")
    page = world.tap("focal", f"case:open:{world.case().code}")[0].text
    assert "có vị trí ngoài Việt Nam, chưa chắc" in page


# Jokes


def test_a_joke_is_asked_about_once_and_then_told_as_not_certain(world):
    shown = world.say("worker", "có 2 người chết ở xã Tân Lập haha, gọi 0912345678")
    assert shown[-1].text.startswith("Có tai nạn thật phải không?")
    assert not world.cases()
    assert not world.pushes("focal")
    shown = world.say("worker", "1")
    assert "Đang báo" in " ".join(one.text for one in shown)
    assert world.facts()["doubtful"] is True
    push = world.pushes("focal")
    assert len(push) == 1
    assert "tin chưa chắc, tai nạn chết người, xã Tân Lập" in push[0].text
    world.tap("focal", f"case:take:{world.case().code}")
    assert "Chưa chắc" in world.tap("focal", f"case:open:{world.case().code}")[0].text


@pytest.mark.parametrize("said", ["Tôi nhắn thử", "không", "haha đùa thôi"])
def test_a_joke_owned_up_to_wakes_nobody(world, said):
    world.say("worker", "có 2 người chết ở xã Tân Lập haha")
    shown = world.say("worker", said)
    assert "chưa báo cho ai" in shown[0].text
    assert not world.cases()
    assert not world.pushes("focal")
    assert not world.pushes("coordinator")


def test_whoever_goes_on_is_taken_at_their_word(world):
    world.say("worker", "báo tai nạn haha")
    world.say("worker", "2 người bị thương ở xã Tân Lập, gọi 0912345678")
    assert len(world.cases()) == 1
    assert world.facts()["people"]["total"] == 2


def test_a_joke_left_unanswered_is_sent_on_as_not_certain(world):
    world.say("worker", "có 2 người chết ở xã Tân Lập haha")
    world.later(minutes=4)
    assert unfinished.tick(world.uow, world.around, world.now) == 1
    assert "tin chưa chắc" in world.pushes("focal")[0].text


def test_swearing_in_fright_is_no_joke(world):
    shown = world.say("worker", "đm có 2 người chết ở xã Tân Lập, gọi 0912345678")
    assert "Đang báo" in " ".join(one.text for one in shown)
    assert "doubtful" not in world.facts()


def test_a_joke_told_later_marks_the_case_and_tells_the_officers_once(world):
    world.say("worker", OPENING)
    world.say("worker", "1")
    before = len(world.pushes("focal"))
    world.say("worker", "đùa thôi chứ có gì đâu haha")
    assert world.facts()["doubtful"] is True
    pushed = world.pushes("focal")[before:]
    assert len(pushed) == 1
    assert "tin chưa chắc" in pushed[0].text


# Pictures


def test_the_same_picture_twice_is_kept_once(world):
    to_media(world)
    world.photo("worker", digest="aa")
    shown = world.photo("worker", digest="aa")
    assert "đã có rồi" in shown[0].text
    assert len(world.facts()["photos"]) == 1
    world.photo("worker", digest="bb")
    assert len(world.facts()["photos"]) == 2


def test_the_same_picture_added_later_is_kept_once(world):
    to_media(world)
    world.photo("worker", digest="aa")
    world.say("worker", "hủy")
    world.tap("worker", f"case:add:{world.case().code}")
    assert "đã có rồi" in world.photo("worker", digest="aa")[0].text
    assert len(world.facts()["photos"]) == 1


def test_words_under_a_picture_are_kept(world):
    to_media(world)
    world.photo("worker", text="giàn giáo nhìn từ phía nam")
    assert world.facts()["remarks"] == ["giàn giáo nhìn từ phía nam"]


def test_a_picture_named_as_an_identity_card_is_given_back(world):
    to_media(world)
    shown = world.photo("worker", text="CCCD của anh Nam")
    assert "không giữ ảnh giấy tờ tùy thân" in shown[0].text
    assert "photos" not in world.facts()
    assert [row["state"] for row in world.rows_of(attachments)] == ["lost"]
    assert world.session("worker")["at"] == "media"


# A burst


@pytest.mark.parametrize("most", [None, 20])
def test_a_hundred_messages_lose_nothing_and_wake_nobody_twice(world, most):
    world.around = replace(world.around, answers_per_minute=most)
    to_media(world)
    told = len(world.pushes("focal")), len(world.pushes("coordinator"))
    for number in range(100):
        assert world.say("worker", f"ghi chú thứ {number} về máy trộn")
    assert len(world.facts()["remarks"]) == 100
    assert (len(world.pushes("focal")), len(world.pushes("coordinator"))) == told
    assert len(world.cases()) == 1


def test_a_hundred_cries_for_help_are_one_case_and_one_call(world):
    for _ in range(100):
        assert world.say("worker", "cứu với, có người chết ở xã Tân Lập")
    for text in ("1", "0912345678"):
        world.say("worker", text)
    assert len(world.cases()) == 1
    assert len(world.pushes("focal")) <= 2
    before = len(world.pushes("focal"))
    alerts.check(world.uow, world.around, world.now)
    assert len(world.pushes("focal")) == before


# Figures


@pytest.mark.parametrize("first", ["position", "not known"])
@pytest.mark.parametrize("role", ["Bỏ qua", "Người sử dụng lao động"])
def test_a_full_report_by_buttons_takes_at_most_fourteen_messages(world, first, role):
    sent, shown = 1, world.tap("worker", "report:accident")
    for _ in range(30):
        if world.session("worker") is None:
            break
        sent += 1
        if world.session("worker")["at"] == "place" and first == "position":
            shown = world.location("worker")
            continue
        labels = {label: payload for payload, label in shown[-1].choices}
        wanted = ("Đồng ý", "Đúng, gửi", "Xong", "Vừa xong", role, "Chưa rõ")
        label = next((one for one in wanted if one in labels), None) or next(iter(labels))
        shown = world.tap("worker", labels[label])
    assert world.session("worker") is None
    assert sent <= 14
    assert world.case().state == "dispatched"


def test_the_least_that_is_sent_on_takes_four_messages(world):
    for text in ("Báo tai nạn", "2", "xã Tân Lập", "0912345678"):
        assert not world.cases()
        world.say("worker", text)
    assert world.case().state == "dispatched"
    assert world.pushes("focal")


def test_one_sentence_may_be_enough(world):
    world.say("worker", OPENING)
    assert world.case().state == "dispatched"
