"""Every sentence exists in both languages, with the same holes to fill, in NFC."""

import re
import unicodedata
from importlib.resources import files

import pytest

from messages import catalog
from messages.envelope import Say, Text
from messages.render import render, text
from tests.conftest import ROOT

_KEY = re.compile(r"^([a-zA-Z][\w-]*) =", re.MULTILINE)
_HOLE = re.compile(r"\{\s*\$([\w]+)")


def _messages(language):
    found = {}
    for entry in sorted(files("messages").joinpath(language).iterdir(), key=lambda e: e.name):
        if not entry.name.endswith(".ftl"):
            continue
        source = entry.read_text("utf-8")
        keys = [*_KEY.finditer(source)]
        for match, after in zip(keys, [*keys[1:], None], strict=True):
            assert match[1] not in found, f"{match[1]} stands twice in {language}"
            body = source[match.end() : after.start() if after else len(source)]
            found[match[1]] = set(_HOLE.findall(body))
    return found


def test_both_languages_have_the_same_messages():
    vi, en = _messages("vi"), _messages("en")
    assert sorted(set(vi) - set(en)) == []
    assert sorted(set(en) - set(vi)) == []


def test_both_languages_fill_from_the_same_parameters():
    vi, en = _messages("vi"), _messages("en")
    more = {key: sorted(en[key] - vi[key]) for key in vi if key in en and en[key] - vi[key]}
    assert more == {}


@pytest.mark.parametrize("language", catalog.LANGUAGES)
def test_the_words_are_nfc_and_read_without_faults(language):
    for entry in files("messages").joinpath(language).iterdir():
        if entry.name.endswith(".ftl"):
            source = entry.read_text("utf-8")
            assert unicodedata.is_normalized("NFC", source), entry.name
            assert "{ $" not in source or "Junk" not in source
    known = set(_messages(language))
    parsed = {key for key in known if catalog.bundle(language).has_message(key)}
    assert known == parsed


def test_a_hole_left_open_is_a_defect():
    with pytest.raises(catalog.MissingWordsError):
        text("vi", "case-unknown", {})
    with pytest.raises(catalog.MissingWordsError):
        text("vi", "case-unknown", {"code": None})
    with pytest.raises(catalog.MissingWordsError):
        render(Say("no-such-message"), "vi")


def test_numbers_are_written_plainly():
    assert "2026" in text("vi", "period-year", {"year": 2026})
    assert Text("period-year", {"year": 2026}).key == "period-year"


_USED = re.compile(
    r'(?:Say|Text|BadInputError|NotAllowedError|ConflictError|tell|warn|say)\(\s*"([a-z][\w-]+)"'
)


def test_every_key_the_code_names_exists():
    used = {}
    for room in ("bot", "handlers", "documents", "domain"):
        for path in (ROOT / room).rglob("*.py"):
            for key in _USED.findall(path.read_text("utf-8")):
                used.setdefault(key, path.name)
    assert {key: where for key, where in used.items() if not catalog.has_words(key)} == {}
