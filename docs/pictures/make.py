# noqa: INP001 - a script beside its pictures, no package
"""Make the pictures of README.md from a running trial: `python docs/pictures/make.py [PORT]`.

Starts `baoan run` on an empty data folder, tells of an accident as a worker would, and takes the page at the
width of a phone and of a desk. Needs Debian's Chromium and what `make setup` installs.
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
from PIL import Image
from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).resolve().parent
BAOAN = Path(sys.executable).parent / "baoan"
CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 360, "height": 900}
DESK = {"width": 1280, "height": 760}
PORT = int(sys.argv[1]) if len(sys.argv) > 1 else 8455


def say(page: Page, words: str, answer: str) -> None:
    """Say something as a person would and wait for the words of the answer."""
    page.fill("#text", words)
    page.press("#text", "Enter")
    page.locator("#messages .is-out").filter(has_text=answer).last.wait_for()


def take(page: Page, name: str) -> None:
    """Take the page as it stands, at the end of the talk."""
    page.wait_for_timeout(600)
    page.evaluate("document.activeElement.blur()")
    page.locator("#log").evaluate("log => log.scrollTo(0, log.scrollHeight)")
    page.wait_for_timeout(200)
    page.screenshot(path=HERE / name)
    with Image.open(HERE / name) as picture:
        picture.convert("RGB").quantize(256).save(HERE / name, optimize=True)


def main() -> None:
    """Play the talk and take both pictures."""
    address = f"http://127.0.0.1:{PORT}"
    with TemporaryDirectory() as data:
        world = {**os.environ, "BAOAN_TRIAL": "1", "BAOAN_DATA_DIR": data, "BAOAN_HTTP_PORT": str(PORT)}
        program = subprocess.Popen([BAOAN, "run"], env=world)  # noqa: S603 - our own command
        try:
            for _ in range(100):
                try:
                    if httpx.get(f"{address}/readyz").status_code == httpx.codes.OK:
                        break
                except httpx.TransportError:
                    time.sleep(0.1)
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
                page = browser.new_page(viewport=PHONE, locale="vi-VN")
                page.goto(f"{address}/chat")
                page.locator("#loading").wait_for(state="hidden")
                say(page, "tai nan o cong truong cau tan lap co nguoi roi", "Bao nhiêu người")
                say(page, "2 ng, 1 ng chet roi", "xã, phường nào")
                take(page, "chat.png")
                page.set_viewport_size(DESK)
                take(page, "chat-desk.png")
                browser.close()
        finally:
            program.terminate()
            program.wait()


if __name__ == "__main__":
    main()
