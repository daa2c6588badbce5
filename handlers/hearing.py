"""From an envelope to an answer: clean the words, and find which offered choice was meant."""

from typing import Any

from domain.vietnamese.fold import nfc
from handlers.conversation.answers import Answer
from messages.choices import picked
from messages.envelope import Choice, InboundKind, InboundMessage

TEXT_LIMIT = 10_000


def hear(inbound: InboundMessage, offers: dict[str, Any] | None, source: int) -> Answer:
    """Return the answer in a message; `source` is its inbox row.

    A bare mark picks from what was shown last; a label, from the open question too.
    """
    text = nfc(inbound.text)[:TEXT_LIMIT].strip()
    choice = inbound.choice if inbound.kind is InboundKind.CHOICE else None
    if inbound.kind is InboundKind.TEXT and text:
        choice = _typed_choice(text, offers or {})
    return Answer(
        kind=inbound.kind,
        text=text,
        picked=choice,
        attachment=inbound.attachment,
        location=inbound.location,
        phone=inbound.phone,
        data=inbound.data,
        source=source,
    )


def _typed_choice(text: str, offers: dict[str, Any]) -> str | None:
    latest = offers.get("latest", "question")
    order = (latest, "question" if latest == "notice" else "notice")
    question = offers.get("question")
    if question and question["letters"] and text.strip().isdigit():
        return None  # the open question wants a number, and this is one
    for index, name in enumerate(order):
        offer = offers.get(name)
        if not offer:
            continue
        choices = [Choice(payload, label) for payload, label in offer["choices"]]
        found = picked(text, choices, letters=offer["letters"])
        is_mark = len(text.strip(" .)([]")) <= 2
        if found is not None and (index == 0 or not is_mark):
            return found
    return None
