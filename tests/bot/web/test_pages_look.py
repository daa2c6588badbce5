"""The pages in a real browser, against the stand-in server of tests/servers/fake_chat.py."""

import os
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.servers.fake_chat import FakeChat, free_port, serving

CHROMIUM = Path("/usr/bin/chromium")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE = {"width": 360, "height": 780}
DESK = {"width": 1280, "height": 800}
DESK_AT_200_PERCENT = {"width": 640, "height": 400}
PHONE_AT_200_PERCENT = {"width": 180, "height": 390}

WIDER_THAN_THE_WINDOW = """() => {
  const edge = document.documentElement.clientWidth;
  const out = [...document.querySelectorAll("body *")].filter((node) => {
    const box = node.getBoundingClientRect();
    return box.width > 1 && box.right > edge + 1 && !node.closest(".sprite");
  });
  if (document.documentElement.scrollWidth > edge) out.push(document.documentElement);
  return out.map((node) => node.className || node.tagName);
}"""
TOO_SMALL_TO_TAP = """() => [...document.querySelectorAll("a[href], button, input, textarea")]
  .filter((node) => node.checkVisibility() && !node.matches(".skip"))
  .map((node) => [node.className || node.id, node.getBoundingClientRect()])
  .filter(([, box]) => box.width < 43.9 || box.height < 43.9)
  .map(([name, box]) => `${name} ${box.width} x ${box.height}`)"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(
        not CHROMIUM.exists() and os.environ.get("CI") != "true", reason="Debian's Chromium is not installed"
    ),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


class Visit:
    """A person at the page: the browser's page, the server's memory, and a server that can go and come."""

    def __init__(self, page: Page, state: FakeChat) -> None:
        self.page = page
        self.state = state
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.complaints: list[str] = []
        self._server = ExitStack()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)

    def server_comes(self) -> None:
        self._server.enter_context(serving(self.state, self.port))

    def server_goes(self) -> None:
        self._server.close()

    def open_chat(self) -> None:
        self.page.goto(f"{self.address}/chat")
        self.page.locator("#loading").wait_for(state="hidden")

    def say(self, words: str) -> None:
        self.page.fill("#text", words)
        self.page.press("#text", "Enter")

    def hears(self, words: str) -> None:
        self.page.locator("#messages .is-out").filter(has_text=words).wait_for()

    def taps(self, label: str) -> None:
        self.page.get_by_role("button", name=label, exact=True).click()

    def network_comes(self) -> None:
        """Let the page's requests through again, and have the browser say so."""
        self.page.unroute_all()
        self.page.evaluate("dispatchEvent(new Event('online'))")

    def said(self) -> list[str]:
        """What the server holds from this person, in order."""
        return [one["text"] for one in self.state.room.messages if one["direction"] == "in"]

    def report_an_accident(self) -> None:
        self.say("xuong moc hoa binh may cua dut tay 3 nguoi bi thuong")
        self.hears("Mấy người bị thương")
        self.say("3")
        self.hears("Xưởng mộc ở xã nào?")


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    context = browser.new_context(viewport=PHONE, locale="vi-VN")
    context.set_default_timeout(8_000)
    made = Visit(context.new_page(), FakeChat())
    made.server_comes()
    yield made
    context.close()
    made.server_goes()


def test_nothing_is_wider_than_the_window_on_a_phone_and_at_200_percent(visit):
    page = visit.page
    visit.open_chat()
    visit.report_an_accident()
    visit.say("w" * 300)
    visit.hears("Cán bộ gọi lại")
    for size in (PHONE, DESK, DESK_AT_200_PERCENT, PHONE_AT_200_PERCENT):
        page.set_viewport_size(size)
        for path in ("/", "/chat"):
            page.goto(visit.address + path)
            if path == "/chat":
                visit.hears("Cán bộ gọi lại")
            assert page.evaluate(WIDER_THAN_THE_WINDOW) == [], (size, path)


def test_everything_that_is_tapped_is_at_least_44_pixels_each_way(visit):
    page = visit.page
    page.goto(visit.address)
    assert page.evaluate(TOO_SMALL_TO_TAP) == []
    visit.open_chat()
    assert page.evaluate(TOO_SMALL_TO_TAP) == []
    visit.report_an_accident()
    page.set_input_files(
        "#pick-file", {"name": "to.jpg", "mimeType": "image/jpeg", "buffer": bytes(2_000_001)}
    )
    expect(page.get_by_role("alert")).to_have_text("Ảnh lớn quá 2 MB. Anh/chị gửi giúp ảnh nhỏ hơn.")
    page.click("#attach-toggle")
    page.click("#panel-toggle")
    assert page.evaluate(TOO_SMALL_TO_TAP) == []


def test_reload_keeps_the_conversation_and_what_was_being_written(visit):
    visit.open_chat()
    visit.report_an_accident()
    visit.taps("Xã Hòa Bình")
    visit.hears("Cán bộ gọi lại")
    before = visit.page.locator("#messages").inner_text()
    visit.page.fill("#text", "0905")
    visit.page.reload()
    visit.hears("Cán bộ gọi lại")
    assert visit.page.locator("#messages").inner_text() == before
    expect(visit.page.locator("#text")).to_have_value("0905")
    assert visit.complaints == []


def test_a_message_written_while_the_server_is_down_is_sent_later_once(visit):
    visit.open_chat()
    visit.server_goes()
    visit.say("có người ngã giàn giáo")
    expect(visit.page.locator("#pending .state")).to_contain_text("đang gửi")
    assert visit.said() == []
    visit.server_comes()
    visit.hears("Mấy người bị thương")
    expect(visit.page.locator("#pending .message")).to_have_count(0)
    assert visit.said() == ["có người ngã giàn giáo"]
    expect(visit.page.locator(".is-in")).to_have_count(1)


def test_an_unsent_message_and_photo_live_through_a_reload(visit):
    page = visit.page
    visit.open_chat()
    page.route(
        "**/chat/*", lambda route: route.abort() if route.request.method == "POST" else route.continue_()
    )
    visit.say("cháy ở kho gỗ")
    page.set_input_files(
        "#pick-photo", {"name": "kho-go.jpg", "mimeType": "image/jpeg", "buffer": b"not really"}
    )
    expect(page.locator("#pending .message")).to_have_count(2)
    page.wait_for_timeout(100)
    page.reload()
    expect(page.locator("#pending .message")).to_have_text(
        [re.compile("cháy ở kho gỗ *đang gửi"), re.compile("kho-go.jpg *đang gửi")]
    )
    visit.network_comes()
    expect(page.locator("#pending .message")).to_have_count(0)
    assert sorted(visit.said()) == ["", "cháy ở kho gỗ"]
    assert [content for _, content in visit.state.files.values()] == [b"not really"]


def test_a_message_whose_answer_was_lost_is_sent_again_under_the_same_key(visit):
    visit.open_chat()
    visit.state.silent = True
    visit.state.lose_answers = 1
    visit.say("rò khí ga")
    visit.page.locator("#pending .state").wait_for()
    visit.page.locator("#pending .state").wait_for(state="detached")
    assert list(visit.state.posts.values()) == [2]
    visit.state.silent = False
    visit.hears("Mấy người bị thương")
    expect(visit.page.locator("#pending .message")).to_have_count(0)
    assert visit.said() == ["rò khí ga"]
    expect(visit.page.locator(".is-in")).to_have_count(1)


def test_choices_become_quiet_words_once_the_person_has_answered(visit):
    visit.open_chat()
    visit.report_an_accident()
    expect(visit.page.locator("button.choice:visible")).to_have_count(4)
    visit.page.get_by_role("button", name="Xã Hòa Bình", exact=True).focus()
    visit.page.keyboard.press("Enter")
    visit.hears("Cán bộ gọi lại")
    expect(visit.page.locator("button.choice:visible")).to_have_text(["aKhông để lại số"])
    expect(visit.page.locator(".past").last).to_contain_text("Xã khác")
    assert visit.said()[-1] == "Xã Hòa Bình"
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.className") == "choice"


def test_a_refused_location_is_a_sentence_with_another_way(visit):
    visit.open_chat()
    visit.report_an_accident()
    visit.taps("Gửi vị trí")
    expect(visit.page.get_by_role("status").filter(has_text="Máy chưa cho phép")).to_be_visible()
    visit.page.context.grant_permissions(["geolocation"])
    visit.page.context.set_geolocation({"latitude": 21.5, "longitude": 105.25})
    visit.taps("Gửi vị trí")
    visit.hears("Cán bộ gọi lại")
    assert visit.said()[-1] == "21.50000, 105.25000"


def test_what_is_said_stays_text_and_goes_out_composed(visit):
    visit.open_chat()
    visit.page.fill("#text", "<b>khẩn</b>")
    visit.page.evaluate(
        "text.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true}))"
    )
    visit.page.press("#text", "Shift+Enter")
    visit.page.keyboard.type("dòng hai")
    visit.page.press("#text", "Enter")
    visit.hears("Mấy người bị thương")
    assert visit.said() == ["<b>khẩn</b>\ndòng hai"]
    assert visit.page.locator("#messages .is-in .text").text_content() == "<b>khẩn</b>\ndòng hai"


def test_the_trial_panel_changes_the_role_and_moves_the_clock(visit):
    page = visit.page
    page.set_viewport_size(DESK)
    visit.open_chat()
    visit.taps("Thêm 1 tuần")
    expect(page.locator("#clock-state")).to_have_text("Đã tới Thứ Ba 1/12, 8h50. Số tin đã gửi: 3.")
    page.fill("#clock-to", "2026-11-30T08:00")
    visit.taps("Chuyển tới")
    expect(page.locator("#clock-state")).to_contain_text("Đồng hồ chỉ chạy tới.")
    visit.taps("Lãnh đạo")
    expect(page.locator("button.role[aria-current]")).to_have_text("Lãnh đạo")
    assert visit.state.role == "leader"


@pytest.mark.parametrize(("language", "trial"), [("vi", True), ("en", True), ("vi", False)])
def test_the_pages_are_light_and_call_no_other_address(visit, language, trial):
    visit.state.language = language
    visit.state.trial = trial
    addresses: list[str] = []
    visit.page.on("request", lambda request: addresses.append(request.url))
    for path in ("/", "/chat"):
        visit.page.goto(visit.address + path)
        expect(visit.page.get_by_role("link", name="115").first).to_be_visible()
        sizes = visit.page.evaluate(
            "performance.getEntries().filter(({name}) => !/woff2/.test(name))"
            ".reduce((sum, {decodedBodySize}) => sum + (decodedBodySize ?? 0), 0)"
        )
        assert 0 < sizes < 120_000
    assert all(address.startswith(visit.address) for address in addresses)
    assert visit.complaints == []
