"""The page of a plan in a real browser: side by side on a desk, one under the other on a phone, no script needed."""

import pytest
from playwright.sync_api import expect

from tests.bot.web.conftest import running
from tests.bot.web.test_pages_look import (
    DESK,
    DESK_AT_200_PERCENT,
    PHONE,
    TOO_SMALL_TO_TAP,
    WIDER_THAN_THE_WINDOW,
    browser,  # noqa: F401 - the one browser of the module
    pytestmark,  # noqa: F401 - only where Chromium is
)
from tests.bot.web.test_plan_page import Coordinator

BOXES = """() => [...document.querySelectorAll("#doubts .pair")].map((pair) =>
  [...pair.children].map((side) => { const box = side.getBoundingClientRect(); return [box.left, box.top]; }))"""


@pytest.fixture(scope="module")
def trial(tmp_path_factory):
    with running(tmp_path_factory.mktemp("look"), trial=True) as address:
        coordinator = Coordinator(address)
        coordinator.send_plan()
        yield address, coordinator
        coordinator.client.close()


@pytest.fixture
def page(browser, trial):  # noqa: F811 - the fixture named above
    address, coordinator = trial
    context = browser.new_context(viewport=DESK, locale="vi-VN")
    context.set_default_timeout(8_000)
    found = context.new_page()
    complaints = []
    found.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    unclear = "status of 422"  # what was typed was not clear, and the page says so
    found.goto(address + coordinator.link())
    expect(found.locator("#doubts article")).to_have_count(2)  # nothing but the last test settles one
    yield found
    assert [said for said in complaints if unclear not in said] == []
    context.close()


@pytest.mark.parametrize("size", [DESK, PHONE, DESK_AT_200_PERCENT], ids=["desk", "phone", "200%"])
def test_nothing_is_too_wide_or_too_small(page, size):
    page.set_viewport_size(size)
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    assert page.evaluate(WIDER_THAN_THE_WINDOW) == []
    assert page.evaluate(TOO_SMALL_TO_TAP) == []


def test_the_source_stands_left_of_the_reading_and_above_it_on_a_phone(page):
    for (left, top), (reading_left, reading_top) in page.evaluate(BOXES):
        assert left < reading_left
        assert top == reading_top
    page.set_viewport_size(PHONE)
    for (left, top), (reading_left, reading_top) in page.evaluate(BOXES):
        assert left == reading_left
        assert top < reading_top


def test_the_link_is_gone_from_the_address_bar_and_calls_no_other_address(page, trial):
    address, _ = trial
    assert "?" not in page.url
    assert page.evaluate(
        "performance.getEntriesByType('resource').every((e) => e.name.startsWith(location.origin))"
    )
    assert page.url.startswith(f"{address}/plans/KH-")


def test_a_doubt_is_settled_by_keyboard_and_the_page_comes_back_to_the_rest(page):
    card = page.locator("#doubts article").first
    name = card.locator("h3").inner_text()
    card.get_by_role("button", name="Đúng như đã đọc").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#doubts article")).to_have_count(1)
    assert page.url.endswith("#doubts")
    assert name not in page.locator("#doubts").inner_text()
    card = page.locator("#doubts article").first
    card.locator("summary").press("Enter")
    card.get_by_label("Đúng ra là").fill("cuối năm")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Năm nào?")
    expect(page.get_by_label("Đúng ra là")).to_be_focused()
    page.get_by_label("Đúng ra là").fill("trước 30/11/2026")
    page.keyboard.press("Enter")
    expect(page.locator("#doubts article")).to_have_count(0)
    expect(page.locator("#doubts")).to_contain_text("Không còn gì phải xem lại.")


def test_the_chat_offers_the_link_as_a_link(browser, trial):  # noqa: F811
    address, coordinator = trial
    coordinator.link()
    context = browser.new_context(viewport=PHONE, locale="vi-VN")
    context.add_cookies([{"name": "baoan_role", "value": "coordinator", "url": address}])
    chat = context.new_page()
    chat.goto(f"{address}/chat")
    chat.get_by_role("link", name="Mở trang xem lại").last.click()
    expect(chat.locator("h1")).to_contain_text("mùa thu hoạch")
    context.close()
