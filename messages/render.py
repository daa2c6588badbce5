"""From what the bot means (Say) to what one person reads (OutboundMessage)."""

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from messages import catalog
from messages.envelope import Choice, OutboundMessage, Say, Text
from messages.words import Money, day, grouped, moment

SEPARATOR = "\n"


def render(say: Say, language: str) -> OutboundMessage:
    """Return the message in `language`. Raises catalog.MissingWordsError where words are missing."""
    return OutboundMessage(
        text=text(language, say.key, say.params),
        choices=tuple(Choice(o.payload, label(language, o.label)) for o in say.options),
        letters=say.numeric,
        step=say.step,
        urgent=say.urgent,
        files=say.files,
    )


def text(language: str, key: str, params: Mapping[str, Any]) -> str:
    """Return the words of `key`, each parameter first turned into what a person reads."""
    filled = {name: parameter(language, value) for name, value in params.items()}
    return unicodedata.normalize("NFC", catalog.words(language, key, filled))


def label(language: str, value: Text | str) -> str:
    """Return the label of an option."""
    return value if isinstance(value, str) else text(language, value.key, value.params)


def parameter(language: str, value: Any) -> str:
    """Return a parameter as text. Refuses None: a hole in a sentence is a defect, not a blank.

    A list of texts becomes lines; numbers are written plainly (a year is 2026, never 2.026).
    """
    if value is None:
        raise catalog.MissingWordsError("a parameter is None")
    if isinstance(value, Text):
        return text(language, value.key, value.params)
    if isinstance(value, Money):
        return text(language, "money", {"amount": grouped(language, value.dong)})
    if isinstance(value, datetime):
        return moment(language, value)
    if isinstance(value, date):
        return day(language, value)
    if isinstance(value, str):
        return value
    if isinstance(value, Sequence):
        return SEPARATOR.join(parameter(language, item) for item in value)
    return str(value)
