"""A link to a picture opens that picture of that message, for a day, and nothing else opens anything."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from bot.clock import LiveClock
from bot.files import FileStore
from bot.picture_links import LIFE, Linked, PictureLinks
from bot.web.visitors import KEY
from messages.envelope import Address, OutboundMessage, OutFile
from storage.database import Database
from tests.bot.web.conftest import running

PUBLIC = "https://baoan.example.vn"
NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
JPEG, PNG = b"\xff\xd8\xff\xe0 a picture", b"\x89PNG\r\n\x1a\n a picture"


def links(now=NOW, key=b"k" * 32, url=PUBLIC):
    return PictureLinks(key, url, lambda: now)


def token(made):
    return made.rpartition("/")[2]


# The links themselves


def test_a_link_is_read_as_it_was_made_until_its_end():
    made = links().link("out-17", OutFile(42, "cau.jpg", "image/jpeg"))
    assert made.startswith(f"{PUBLIC}/files/")
    assert links().read(token(made)) == Linked(17, 42)
    assert links(NOW + LIFE - timedelta(seconds=1)).read(token(made)) == Linked(17, 42)
    assert links(NOW + LIFE).read(token(made)) is None


@pytest.mark.parametrize("url", [None, "http://127.0.0.1:8080", "http://baoan.example.vn"])
def test_nobody_outside_could_open_it(url):
    assert links(url=url).link("out-17", OutFile(42, "cau.jpg", "image/jpeg")) is None


@pytest.mark.parametrize(
    "mime", ["image/webp", "image/gif", "image/svg+xml", "application/pdf", "text/html", ""]
)
def test_only_pictures_the_platform_takes_have_one(mime):
    assert links().link("out-17", OutFile(42, "x", mime)) is None


@pytest.mark.parametrize("key", ["", "17", "out-", "out-x", "out-17/", "out-\u0661\u0667", "in-17"])
def test_only_messages_of_the_outbox_have_one(key):
    assert links().link(key, OutFile(42, "cau.jpg", "image/jpeg")) is None


def test_every_character_counts():
    made = token(links().link("out-17", OutFile(42, "cau.jpg", "image/jpeg")))
    for place, letter in enumerate(made):
        for other in {"0", "1", "f", "-", "A", " "} - {letter}:
            assert links().read(made[:place] + other + made[place + 1 :]) is None


def test_the_key_of_cookies_and_of_other_installations_seal_nothing():
    made = token(links().link("out-17", OutFile(42, "cau.jpg", "image/jpeg")))
    assert links(key=b"o" * 32).read(made) is None
    said, _, seal = made.rpartition("-")
    import hashlib  # noqa: PLC0415 - what a stranger with the cookies' key would try
    import hmac  # noqa: PLC0415

    assert hmac.new(b"k" * 32, said.encode(), hashlib.sha256).hexdigest() != seal


# The route of the running program


class Site:
    """The program with a message that carried pictures, and a maker of links as its channel has."""

    def __init__(self, address, folder):
        self.address, self.folder = address, folder
        self.database = Database(f"sqlite:///{folder / 'baoan.db'}")
        with self.database.transaction() as uow:
            self.key = bytes.fromhex(uow.meta.get(KEY))
            self.person = uow.people.add(None, "vi", NOW)
            self.at = uow.people.add_address(self.person, Address("zalo-bot", "1", "an", "an"))
            self.jpeg = self.file(uow, JPEG, "image/jpeg")
            self.png = self.file(uow, PNG, "image/png")
            self.paper = self.file(uow, b"%PDF-1.7", "application/pdf")
            self.unsent = self.file(uow, JPEG + b"!", "image/jpeg")
            files = tuple(OutFile(n, "x", "image/jpeg") for n in (self.jpeg, self.png, self.paper))
            self.row = self.message(uow, files)

    def file(self, uow, data, mime):
        digest, path = FileStore(self.folder / "files").put(data)
        return uow.attachments.add(
            person_id=self.person, kind="photo", name="cau.jpg", mime=mime, size=len(data), digest=digest,
            path=path, state="stored", now=NOW,
        )  # fmt: skip

    def message(self, uow, files):
        message = OutboundMessage("Ảnh.", files=files)
        far = datetime(2100, 1, 1, tzinfo=UTC)
        return uow.outbox.add(
            message, person_id=self.person, address_id=self.at, lane="notice", now=NOW, not_before=far
        )

    def link(self, number, row=None, now=None, key=None):
        made = PictureLinks(key or self.key, PUBLIC, lambda: now or LiveClock().now())
        url = made.link(f"out-{row or self.row}", OutFile(number, "x", "image/jpeg"))
        return url.removeprefix(PUBLIC)

    def get(self, path, method="GET", **more):
        return httpx.request(method, self.address + path, timeout=10, **more)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pictures")
    with running(folder, public_url=PUBLIC) as address:
        made = Site(address, folder)
        yield made
        made.database.close()


@pytest.mark.parametrize(("name", "data", "mime"), [("jpeg", JPEG, "image/jpeg"), ("png", PNG, "image/png")])
def test_the_picture_comes_with_its_own_type_and_is_kept_by_nobody(site, name, data, mime):
    reply = site.get(site.link(getattr(site, name)), headers={"Host": "baoan.example.vn"})
    assert (reply.status_code, reply.content) == (200, data)
    assert reply.headers["content-type"] == mime
    assert reply.headers["cache-control"] == "no-store"
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in reply.headers["content-security-policy"]
    assert "set-cookie" not in reply.headers
    head = site.get(site.link(getattr(site, name)), "HEAD")
    assert (head.status_code, head.content, head.headers["content-type"]) == (200, b"", mime)


@pytest.mark.parametrize(
    "path",
    [
        "/files/", "/files/x", "/files/../files", "/files/%2e%2e%2fbaoan.db", "/files/..%2f..%2fbaoan.db", "/files/1",
        "/files/1-1-ffffffff-" + "0" * 64, "/files/" + "-" * 90, "/files/" + "f" * 5000, "/files/%00", "/files/é",
        "/files/1-1-ffffffff-" + "0" * 64 + "%0a",
    ],
)  # fmt: skip
def test_what_is_no_link_opens_nothing(site, path):
    assert site.get(path).status_code in (404, 307)


def test_a_sealed_link_opens_only_what_was_sent_in_that_message(site):
    with site.database.transaction() as uow:
        other = site.message(uow, ())
    for path in (
        site.link(site.unsent),  # a picture of somebody's, in no message
        site.link(site.paper),  # no picture
        site.link(site.jpeg, row=other),  # another message
        site.link(site.jpeg, row=999_999),
        site.link(999_999),
        site.link(site.jpeg, now=datetime(2020, 1, 1, tzinfo=UTC)),  # it has ended
        site.link(site.jpeg, key=b"x" * 32),
        site.link(site.jpeg) + "0",
    ):
        reply = site.get(path)
        assert (reply.status_code, reply.json()) == (404, {"detail": "Not Found"}), path


def test_what_was_taken_back_or_is_gone_opens_no_more(site):
    with site.database.transaction() as uow:
        kept = site.file(uow, JPEG + b"?", "image/jpeg")
        row = site.message(uow, (OutFile(kept, "x", "image/jpeg"),))
    path = site.link(kept, row=row)
    assert site.get(path).status_code == 200
    with site.database.transaction() as uow:
        uow.attachments.set_state(kept, "lost")
    assert site.get(path).status_code == 404
    with site.database.transaction() as uow:
        uow.attachments.set_state(kept, "stored")
        found = uow.attachments.get(kept)
    (site.folder / "files" / found.path).unlink()
    assert site.get(path).status_code == 404


def test_nothing_may_be_sent_there(site):
    assert site.get(site.link(site.jpeg), "POST").status_code in (403, 405)
    assert site.get(site.link(site.jpeg), headers={"Host": "evil.example"}).status_code == 421
