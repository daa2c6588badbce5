"""Every word the bot says, by key and language (Project Fluent, read once from package data)."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("vi", "en")
DEFAULT_LANGUAGE = "vi"


class MissingWordsError(LookupError):
    """A message key, or one of its parameters, that the catalog cannot fill: a defect of ours."""


@cache
def bundle(language: str) -> FluentBundle:
    """Return the bundle of a language, made of every .ftl file in its folder."""
    made = FluentBundle([language], use_isolating=False)
    folder = files("messages").joinpath(language)
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".ftl"):
            made.add_resource(FluentResource(entry.read_text("utf-8")))
    return made


def words(language: str, key: str, params: Mapping[str, str]) -> str:
    """Return the text of `key`; a key without a twin in `language` is said in Vietnamese.

    Raises MissingWordsError where the key is unknown or a parameter is missing.
    """
    chosen = bundle(language)
    if not chosen.has_message(key):
        chosen = bundle(DEFAULT_LANGUAGE)
        if not chosen.has_message(key):
            raise MissingWordsError(key)
    value = chosen.get_message(key).value
    if value is None:
        raise MissingWordsError(key)
    text, errors = chosen.format_pattern(value, dict(params))
    if errors:
        raise MissingWordsError(f"{key}: {errors[0]}")
    return str(text)


def has_words(key: str) -> bool:
    """Whether the key exists at all."""
    return bool(bundle(DEFAULT_LANGUAGE).has_message(key))
