"""A real server on loopback, in trial and not, and browsers that keep their cookies."""

import asyncio
import socket
import threading
from contextlib import contextmanager

import httpx
import pytest
import uvicorn

from bot.running import run
from bot.settings import Settings


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(folder, **settings):
    """Run the whole program in a thread of its own; yields its address."""
    port = free_port()
    servers = []
    made = uvicorn.Server.__init__

    def remember(self, config):
        made(self, config)
        servers.append(self)

    uvicorn.Server.__init__ = remember
    problems = []

    def main():
        try:
            asyncio.run(run(Settings(data_dir=folder, http_port=port, **settings)))
        except BaseException as error:  # noqa: BLE001 - shown by the test that waits below
            problems.append(error)

    thread = threading.Thread(target=main)
    thread.start()
    try:
        address = f"http://127.0.0.1:{port}"
        for _ in range(400):
            if problems:
                raise problems[0]
            try:
                if httpx.get(f"{address}/readyz").status_code == 200:
                    break
            except httpx.TransportError:
                thread.join(0.02)
        yield address
    finally:
        uvicorn.Server.__init__ = made
        for server in servers:
            server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="module")
def trial(tmp_path_factory):
    with running(tmp_path_factory.mktemp("trial"), trial=True) as address:
        yield address


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    with running(tmp_path_factory.mktemp("plain"), office="Sở Nội vụ") as address:
        yield address


class Browser:
    """One browser: pages, what it says, what it sees."""

    def __init__(self, address):
        self.client = httpx.Client(base_url=address, timeout=30)
        self.count = 0
        self.seen = 0
        self.client.get("/chat")

    def say(self, text, key=None):
        self.count += 1
        body = {"key": key or f"{id(self)}-{self.count:04d}", "kind": "text", "text": text}
        return self.client.post("/chat/messages", json=body)

    def hear(self, at_least=1):
        """Return what the bot said since the last time, waiting for it."""
        heard = []
        for _ in range(20):
            reply = self.client.get("/chat/messages", params={"after": self.seen, "wait": 2}).json()
            self.seen = reply["next"]
            heard += [m for m in reply["messages"] if m["direction"] == "out"]
            if len(heard) >= at_least:
                break
        return heard


@pytest.fixture
def browse():
    """Return a maker of browsers, all closed at the end."""
    made = []

    def one(address):
        made.append(Browser(address))
        return made[-1]

    yield one
    for browser in made:
        browser.client.close()
