"""The page of a plan, through the running program: the way in by a link, every act by the inbox."""

import re
import sqlite3
import time

import httpx
import pytest

from tests.bot.web.conftest import Browser, running
from tests.conftest import ROOT

TITLE = "Phòng ngừa tai nạn lao động trong mùa thu hoạch"
DISTRICT_PLAN = ROOT / "tests" / "fixtures" / "plan-district.txt"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("plans")


@pytest.fixture(scope="module")
def address(folder):
    with running(folder, trial=True) as found:
        yield found


class Coordinator(Browser):
    """A coordinator at the web chat of a trial, and at the page."""

    def __init__(self, address):
        super().__init__(address)
        self.client.post("/trial/role", json={"role": "coordinator"})
        self.seen = self.client.get("/chat/messages", params={"after": 0}).json()["next"]

    def send_plan(self, title=TITLE):
        path = DISTRICT_PLAN
        text = path.read_text("utf-8").replace(TITLE, title)
        data = {"key": f"file-{time.monotonic_ns()}", "kind": "file"}
        self.client.post(
            "/chat/attachments", data=data, files={"file": (path.name, text.encode(), "text/plain")}
        )
        heard = self._until(lambda m: m["text"].endswith("?"))
        return re.search(r"KH-\d\d-\w+", " ".join(m["text"] for m in heard))[0]

    def link(self):
        """Ask for a link in the chat and return its path."""
        self.say("về tóm tắt")
        self.hear()
        self.say("xem trên trang web")
        heard = self._until(lambda m: "/plans/" in m["text"])
        return re.search(r"/plans/\S+\?k=\S+", " ".join(m["text"] for m in heard))[0]

    def _until(self, wanted):
        heard = []
        for _ in range(5):
            heard += self.hear()
            if any(wanted(message) for message in heard):
                return heard
        raise AssertionError([message["text"] for message in heard])

    def enter(self):
        """Open a link; the page as it is shown."""
        path = self.link()
        reply = self.client.get(path)
        assert reply.status_code == 303
        return self.client.get(reply.headers["location"])

    def act(self, page, what, **values):
        """Send the first form of this kind that has these hidden values."""
        url = re.search(r'action="([^"]+)"', page.text)[1]
        for form in re.findall(r"<form.*?</form>", page.text, re.DOTALL):
            hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form))
            if hidden["what"] == what and all(hidden.get(k, v) == v for k, v in values.items()):
                return self.client.post(url, data={**hidden, **values}, follow_redirects=True)
        raise LookupError(what)


@pytest.fixture
def coordinator(address):
    one = Coordinator(address)
    yield one
    one.client.close()


def _trail(folder, action):
    with sqlite3.connect(folder / "baoan.db") as database:
        return database.execute("SELECT subject, detail FROM audit WHERE action = ?", [action]).fetchall()


def test_a_review_on_the_page_from_the_link_to_the_approval(coordinator, folder):
    code = coordinator.send_plan()
    page = coordinator.enter()
    assert page.status_code == 200
    assert "<mark>Sở Phòng Lao động - TB&amp;XH</mark> chủ trì" in page.text  # the document's own words
    assert page.text.index('id="doubts"') < page.text.index('id="clear"')
    page = coordinator.act(
        page, "doubt", key="t:I.a:lead_units", do="other:Sở Lao động - Thương binh và Xã hội"
    )
    assert "I.a, Đơn vị chủ trì" not in page.text
    page = coordinator.act(page, "fix", key="t:I.b:deadline", value="trước 30/11")
    assert page.status_code == 422
    assert "Năm nào?" in page.text
    assert 'value="trước 30/11"' in page.text  # what was typed is still there
    page = coordinator.act(page, "doubt", key="t:I.b:deadline", do="later")
    assert "để sau</span>" in page.text
    assert "Những chỗ sau sẽ để ngỏ" in page.text
    page = coordinator.act(page, "decide", phrase="Trạm Trồng trọt", choice="nobody")
    assert "“Trạm Trồng trọt”" not in page.text
    page = coordinator.act(page, "approve")
    assert "đã duyệt" in page.text
    assert set(re.findall(r'name="what" value="(\w+)"', page.text)) == {
        "decide"
    }  # who is meant may be said later
    assert _trail(folder, "plan_approved")[0][0] == f"plan:{code}"
    assert [subject for subject, _ in _trail(folder, "plan_corrected")] == [f"plan:{code}"]
    heard = coordinator.hear()
    assert any("Đã duyệt" in m["text"] for m in heard)


def test_every_act_is_a_row_of_the_inbox_and_counts_once(coordinator, folder):
    coordinator.send_plan("Chuyển đổi số trong nông nghiệp")
    page = coordinator.enter()
    nonce = re.search(r'name="n" value="([^"]+)"><input type="hidden" name="what" value="doubt"', page.text)[
        1
    ]
    url = re.search(r'action="([^"]+)"', page.text)[1]
    key = re.search(r'name="key" value="([^"]+)"', page.text)[1]
    for _ in range(3):
        coordinator.client.post(url, data={"n": nonce, "what": "doubt", "do": "later", "key": key})
    with sqlite3.connect(folder / "baoan.db") as database:
        key = f"plan-act:{nonce.rpartition('.')[2]}"
        rows = database.execute("SELECT kind, state FROM inbox WHERE key = ?", [key]).fetchall()
    assert rows == [("action", "done")]


def test_nothing_opens_without_a_link_of_ones_own(coordinator, address):
    code = coordinator.send_plan("Kiểm tra phương tiện thủy nội địa")
    path = coordinator.link()
    stranger = httpx.Client(base_url=address)
    assert stranger.get(f"/plans/{code}").status_code == 403
    assert stranger.get(f"/plans/{code}?k=1.{code}.9999999999.aa.{'0' * 64}").status_code == 403
    assert stranger.get(path[:-1] + ("0" if path[-1] != "0" else "1")).status_code == 403
    assert stranger.get(path.replace(code, "KH-26-AAAA", 1)).status_code == 403
    page = coordinator.client.get(coordinator.client.get(path).headers["location"])
    assert page.status_code == 200
    nonce = re.search(r'name="n" value="([^"]+)"', page.text)[1]
    form = {"n": nonce, "what": "approve", "leaving": ""}
    assert stranger.post(f"/plans/{code}/acts", data=form).status_code == 403
    assert coordinator.client.post(f"/plans/{code}/acts", data={**form, "n": "x"}).status_code == 403
    assert coordinator.client.post("/plans/KH-26-AAAA/acts", data=form).status_code == 403
    evil = {"Origin": "https://evil.example"}
    assert coordinator.client.post(f"/plans/{code}/acts", data=form, headers=evil).status_code == 403
    stranger.close()


def test_a_link_is_over_after_half_an_hour(coordinator):
    coordinator.send_plan("Diễn tập ứng phó bão")
    path = coordinator.link()
    coordinator.client.post("/trial/clock", json={"days": 1})
    reply = coordinator.client.get(path)
    assert reply.status_code == 403
    assert "không mở được nữa" in reply.text
