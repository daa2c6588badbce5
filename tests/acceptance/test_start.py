"""`baoan run` as a user starts and stops it: soon there, small, gone cleanly on Ctrl-C, and back where it was."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from tests.bot.web.conftest import free_port

BAOAN = Path(sys.executable).with_name("baoan")
SECONDS = 6  # the aim is 2 (benchmarks/start.py); machines that test are busy
MEGABYTES = (
    140  # the aim is 130, of which docs/performance.md tells; this is for machines that count otherwise
)


def _start(folder, port):
    settings = {"BAOAN_TRIAL": "1", "BAOAN_DATA_DIR": str(folder), "BAOAN_HTTP_PORT": str(port)}
    process = subprocess.Popen(
        [BAOAN, "run"],
        env={**os.environ, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    began = time.monotonic()
    while time.monotonic() - began < 30:
        try:
            if httpx.get(f"http://127.0.0.1:{port}/").status_code == 200:
                return process, time.monotonic() - began
        except httpx.TransportError:
            time.sleep(0.02)
    process.kill()
    pytest.fail(process.communicate()[1])


@pytest.mark.slow
def test_it_starts_soon_stays_small_and_stops_cleanly(tmp_path):
    port = free_port()
    process, first = _start(tmp_path, port)
    assert first < SECONDS
    status = Path(f"/proc/{process.pid}/status")
    if status.exists():
        kilobytes = next(int(line.split()[1]) for line in status.read_text().splitlines() if "VmRSS" in line)
        assert kilobytes / 1024 < MEGABYTES
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=15)
    assert process.returncode == 0
    assert f"http://127.0.0.1:{port}" in out
    assert "Traceback" not in err
    process, again = _start(tmp_path, port)
    assert again < SECONDS
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=15)
    assert process.returncode == 0
