"""How long `baoan run` takes to its first page, and how much memory it holds: python benchmarks/start.py"""

import os
import signal
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from tempfile import TemporaryDirectory

RUNS = 5
BAOAN = Path(sys.executable).with_name("baoan")


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def measure(folder: str) -> tuple[float, float, int]:
    """Return seconds to the first page, resident megabytes after it, and the exit code after Ctrl-C."""
    port = free_port()
    settings = {"BAOAN_TRIAL": "1", "BAOAN_DATA_DIR": folder, "BAOAN_HTTP_PORT": str(port)}
    began = time.perf_counter()
    process = subprocess.Popen([BAOAN, "run"], env={**os.environ, **settings}, stdout=subprocess.DEVNULL)
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).read()
            break
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.01)
    seconds = time.perf_counter() - began
    time.sleep(2)
    status = Path(f"/proc/{process.pid}/status").read_text()
    kilobytes = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    process.send_signal(signal.SIGINT)
    return seconds, kilobytes / 1024, process.wait(10)


def main() -> None:
    """Print the first start, which makes the database, and the median of later ones."""
    with TemporaryDirectory() as folder:
        first = measure(folder)
        later = [measure(folder) for _ in range(RUNS)]
    print(f"first start: {first[0]:.2f} s to the first page, {first[1]:.0f} MB")
    seconds = statistics.median(run[0] for run in later)
    print(f"later starts: {seconds:.2f} s (median of {RUNS}), {max(run[1] for run in later):.0f} MB")


if __name__ == "__main__":
    main()
