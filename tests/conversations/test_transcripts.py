"""Golden transcripts: each .txt is a script and, at once, what came out of playing it.

Played through the real router, engine, database and ticks. `make transcripts` writes them anew. A first line
`# --units FILE` (relative to the repository) or `# --now ISO` sets the world;
`# --employers FILE` enters employers into it.
"""

import asyncio
import shlex
from pathlib import Path

import pytest

from bot.terminal import chat
from tests.conftest import ROOT

TRANSCRIPTS = sorted(Path(__file__).parent.glob("*.txt"))


def _options(text):
    units = now = employers = None
    for line in text.splitlines():
        if not line.startswith("# --"):
            continue
        words = shlex.split(line.removeprefix("# "))
        if words[0] == "--units":
            units = ROOT / words[1]
        if words[0] == "--now":
            now = words[1]
        if words[0] == "--employers":
            employers = ROOT / words[1]
    return units, now, employers


def _played(path):
    units, now, employers = _options(path.read_text("utf-8"))
    shown = []
    code = asyncio.run(
        chat(
            speaker="worker",
            script=path,
            now=now,
            units=units,
            database=None,
            employers=employers,
            show=shown.append,
        )
    )
    return code, shown


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda p: p.stem)
def test_transcript_comes_out_the_same(path, request, monkeypatch):
    monkeypatch.chdir(ROOT)
    text = path.read_text("utf-8")
    remarks = [line for line in text.splitlines() if line.startswith("#")]
    code, shown = _played(path)
    played = "\n".join([*remarks, *shown]) + "\n"
    if request.config.getoption("--rewrite-transcripts"):
        path.write_text(played, "utf-8")
        return
    assert code == 0, f"a line got no answer in {path.name}"
    assert played == text
