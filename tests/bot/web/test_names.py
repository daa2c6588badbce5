"""Which names the server answers to, for each way of listening."""

import pytest

from bot.web.gate import Names

EVERYWHERE = "0.0.0.0"  # noqa: S104 - compared with, not bound to


def _called(host, server=("192.0.2.7", 8080), more=()):
    headers = [(b"host", name.encode()) for name in (host, *more)]
    return {"type": "http", "headers": headers, "server": server}


@pytest.mark.parametrize(
    ("http_host", "host", "known"),
    [
        ("127.0.0.1", "127.0.0.1:8080", True),
        ("127.0.0.1", "LocalHost:8080", True),
        ("127.0.0.1", "192.0.2.7:8080", False),
        ("192.0.2.7", "192.0.2.7:8080", True),
        ("Office.example", "office.example", True),
        (EVERYWHERE, "192.0.2.7:8080", True),  # the address it was reached at
        ("::", "192.0.2.7:8080", True),
        (EVERYWHERE, "evil.example:8080", False),
        (EVERYWHERE, "192.0.2.8:8080", False),
        (EVERYWHERE, "0.0.0.0:8080", False),
        ("127.0.0.1", "localhost:port", False),
        ("127.0.0.1", "localhost/x", False),
    ],
)
def test_a_name_is_known_by_what_the_server_listens_at(http_host, host, known):
    assert Names(http_host, None).know(_called(host)) is known


def test_two_names_at_once_are_none():
    assert not Names("127.0.0.1", None).know(_called("localhost", more=("evil.example",)))
    assert not Names("127.0.0.1", None).know({"type": "http", "headers": [], "server": None})
