"""@openclaw/crabline, a Telegram and Zalo Bot server nobody here wrote, as a process for a test's time."""

import asyncio
import json
import os
import shutil
import tempfile
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import ClientSession


def program():
    """Return its path; without Node or the package the test is skipped, in CI it fails."""
    folder = os.environ.get("BAOAN_NPM_PEERS") or Path(tempfile.gettempdir(), "baoan-npm-peers")
    found = Path(folder, "node_modules", ".bin", "crabline")
    if shutil.which("node") and found.exists():
        return found
    if os.environ.get("CI") == "true":
        pytest.fail("crabline is missing: sh tests/npm_peers.sh")
    pytest.skip("crabline is not there (sh tests/npm_peers.sh says how to get it)")


class Crabline:
    """A running server: where it is, its bot's token, and a way to say something to that bot."""

    def __init__(self, ready):
        self.base = ready["baseUrl"]
        self.token = ready["botToken"]
        self._inbound = ready["endpoints"]["adminInboundUrl"]
        self._admin = {"X-Crabline-Admin-Token": ready["adminToken"]}
        self._recorder = Path(ready["recorderPath"])

    async def says(self, text, **more):
        body = {"chatId": "7", "fromId": "7", "fromName": "An", "text": text, **more}
        async with (
            ClientSession() as client,
            client.post(self._inbound, json=body, headers=self._admin) as response,
        ):
            assert response.status == 200, await response.text()

    def recorded(self):
        """Return everything it wrote down, oldest first."""
        return [json.loads(line) for line in self._recorder.read_text("utf-8").splitlines()]


@asynccontextmanager
async def running(kind, folder):
    """Run the server of a kind ("telegram", "zalo") on a free port while the block runs."""
    ready, recorder = folder / "ready.json", folder / "recorder.jsonl"
    process = await asyncio.create_subprocess_exec(
        program(), "serve", kind, "--port", "0", "--ready-file", ready, "--recorder", recorder,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        async with asyncio.timeout(30):
            while not ready.exists() or not ready.read_text("utf-8").strip():  # noqa: ASYNC110 - a file has no event
                await asyncio.sleep(0.05)
        yield Crabline(json.loads(ready.read_text("utf-8")))
    finally:
        process.terminate()
        await process.wait()
