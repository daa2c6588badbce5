"""The documents say what is there: links, commands, settings, and every talk that is quoted."""

import argparse
import asyncio
import re
import shlex
import tomllib
import unicodedata

import pytest

from bot.cli import _parser, main
from bot.settings import PREFIX, Settings
from bot.terminal import chat
from handlers.services import law_packs
from tests.conftest import ROOT

GUIDES = ROOT / "docs" / "vi"
DOCUMENTS = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]
LINK = re.compile(r"\]\(([^)\s]+)\)")
COMMAND = re.compile(r"\bbaoan((?: [a-z]+){1,2}(?: [^`|\n]*)?)")
SETTING = re.compile(rf"\b{PREFIX}[A-Z][A-Z_]*[A-Z]\b")
FENCED = re.compile(r"(?:<!-- trước đó: (\S+) -->\n)?```([a-z]*)\n(.*?)```\n", re.DOTALL)
PLANNED = "planned"
REWRITE = "where this is meant: python -m pytest tests/test_docs.py -k talk --rewrite-transcripts"


def _name(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", DOCUMENTS, ids=_name)
def test_links_lead_to_files(path):
    targets = [link.partition("#")[0] for link in LINK.findall(path.read_text("utf-8"))]
    local = [target for target in targets if target and "://" not in target]
    assert [target for target in local if not (path.parent / target).exists()] == []


@pytest.mark.parametrize("path", [*DOCUMENTS, *sorted(GUIDES.rglob("*.txt"))], ids=_name)
def test_text_is_nfc(path):
    text = path.read_text("utf-8")
    assert unicodedata.is_normalized("NFC", text)


def _known_commands(parser, words=()):
    yield words
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, sub in action.choices.items():
                yield from _known_commands(sub, (*words, name))


def _options(words):
    parser = _parser()
    for word in words:
        subs = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
        parser = subs.choices[word]
    return {option for action in parser._actions for option in action.option_strings}


@pytest.mark.parametrize("path", [*DOCUMENTS, ROOT / ".env.example"], ids=_name)
def test_commands_are_known_to_the_parser(path):
    known = set(_known_commands(_parser())) - {()}
    unknown = []
    quoted = re.findall(r"`([^`\n]+)`|^\$ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    for inline, line in quoted:
        found = COMMAND.search(inline or line)
        if found is None or not (inline or line).startswith((".venv/bin/baoan", "baoan")):
            continue
        words = found[1].split()
        command = max((k for k in known if tuple(words[: len(k)]) == k), key=len, default=None)
        if command is None:
            unknown.append(found[0])
            continue
        told = {word for word in words if word.startswith("--")}
        unknown += [f"{found[0]}: {option}" for option in told - _options(command)]
    assert unknown == []


@pytest.mark.parametrize("path", [*DOCUMENTS, ROOT / ".env.example"], ids=_name)
def test_settings_exist_or_are_said_to_be_planned(path):
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    known |= {f"{name}_FILE" for name in known}
    unknown = [
        (line, name)
        for line in path.read_text("utf-8").splitlines()
        for name in SETTING.findall(line)
        if name not in known and PLANNED not in line
    ]
    assert unknown == []


def test_the_example_names_every_setting():
    named = set(SETTING.findall((ROOT / ".env.example").read_text("utf-8")))
    assert {f"{PREFIX}{name.upper()}" for name in Settings.model_fields} - named == set()


def test_the_first_screen_of_the_readme_has_both_commands():
    first = (ROOT / "README.md").read_text("utf-8").splitlines()[:12]
    commands = [line.split("#")[0].strip() for line in first]
    assert "make run" in commands
    assert "make test" in commands


def _talks():
    for path in sorted(GUIDES.glob("*.md")):
        for number, found in enumerate(FENCED.finditer(path.read_text("utf-8")), 1):
            if found[3].startswith(("> ", "@")):
                yield pytest.param(path, found, id=f"{path.stem}-{number}")


def _play(found, folder):
    """Return what the bot shows for the quoted lines, after those played before it."""
    before = (GUIDES / found[1]).read_text("utf-8") if found[1] else ""
    script = folder / "script.txt"
    lines = []
    for text in (before, before + found[3]):
        script.write_text(text, "utf-8")
        shown = []
        code = asyncio.run(
            chat(speaker="worker", script=script, now=None, units=None, database=None, show=shown.append)
        )
        assert code == 0
        lines.append("\n".join(shown).splitlines())
    assert lines[1][: len(lines[0])] == lines[0]
    return "\n".join(lines[1][len(lines[0]) :]) + "\n"


@pytest.mark.parametrize(("path", "found"), list(_talks()))
def test_a_talk_of_the_guides_comes_out_the_same(path, found, request, monkeypatch, tmp_path):
    monkeypatch.chdir(ROOT)
    played = _play(found, tmp_path)
    if request.config.getoption("--rewrite-transcripts"):
        text = path.read_text("utf-8")
        path.write_text(text.replace(f"```{found[2]}\n{found[3]}```", f"```{found[2]}\n{played}```"), "utf-8")
        return
    assert played == found[3], REWRITE


def _sessions():
    for path in sorted(GUIDES.glob("*.md")):
        for found in FENCED.finditer(path.read_text("utf-8")):
            if found[2] == "console":
                yield pytest.param(found[3], id=f"{path.stem}-{found[3].splitlines()[0][2:]}")


@pytest.mark.parametrize("text", list(_sessions()))
def test_commands_of_the_guides_answer_so(text, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"{PREFIX}{name.upper()}", raising=False)
    # That the law in use ends is said from a day of the calendar on: the guides show the days before it.
    monkeypatch.setattr(law_packs, "warnings", lambda _today: ())
    shown = ""
    for line in text.splitlines():
        if line.startswith("$ baoan "):
            assert main(shlex.split(line.removeprefix("$ baoan "))) == 0
            shown += f"{line}\n{capsys.readouterr().out}"
    assert shown == text


@pytest.mark.parametrize("name", ["chat.png", "chat-desk.png"])
def test_pictures_are_light(name):
    assert (ROOT / "docs" / "pictures" / name).stat().st_size < 120_000


def test_every_dependency_has_its_reason():
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {re.split(r"[<>=~!\[; ]", one)[0] for one in declared}
    told = (ROOT / "docs" / "decisions" / "0001-dependencies.md").read_text("utf-8")
    first = [line.split("|")[1] for line in told.splitlines() if line.startswith("| ")]
    assert {name.strip() for cell in first for name in cell.split(",")} - {"package"} == names


CODE = re.compile(r"`((?:bot|handlers|storage|documents|messages|domain|tests|docs)/[\w./*<>-]+)`")


@pytest.mark.parametrize("path", DOCUMENTS, ids=_name)
def test_named_files_are_there(path):
    named = [name for name in CODE.findall(path.read_text("utf-8")) if "<" not in name]
    assert [name for name in named if not any(ROOT.glob(name))] == []
