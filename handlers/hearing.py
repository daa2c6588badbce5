"""From an envelope to an answer: clean the words, and find which offered choice was meant."""

import re
from typing import Any

from domain.accident import find_case_codes
from domain.vietnamese.fold import fold, nfc
from domain.vietnamese.handoff_words import asks_person
from domain.vietnamese.privacy_words import wish
from domain.vietnamese.receipt_words import asks_receipt
from domain.vietnamese.roster_words import asks_on_duty
from handlers.conversation.answers import Answer
from messages.choices import picked
from messages.envelope import Choice, InboundKind, InboundMessage

TEXT_LIMIT = 10_000
WITHDRAW = "consent:withdraw"  # heard in any talk, before the words can be an answer in it
PERSON = "handoff:start"  # a human being is wanted, in any talk
ON_DUTY = "roster:who"  # who is on duty is asked, in any talk
_LONGEST_WITHDRAWAL = 80
_WITHDRAWAL = re.compile(
    r"(?:(?:toi|em|minh|con|chau|nay|xin|phep|cho|muon|de nghi|yeu cau) )*"
    r"(?:(?:rut(?: lai)?|thu hoi) (?:su |viec )?(?:dong y|chap thuan)"  # not "hủy": Huy may be agreeing
    r"|(?:doi y,? )?khong (?:con )?dong y(?: cho luu (?:du lieu|thong tin))? nua)"
    r"(?:$|[,.;!]| (?:cua|va|nua|cho|roi|a)\b)"
    r"|(?:i )?(?:(?:want|would like|wish) to )?(?:withdraw|revoke) (?:my )?consent\b"
)


def hear(inbound: InboundMessage, offers: dict[str, Any] | None, source: int) -> Answer:
    """Return the answer in a message; `source` is its inbox row.

    A bare mark picks from what was shown last; a label, from the open question too.
    """
    text = nfc(inbound.text)[:TEXT_LIMIT].strip()
    choice = inbound.choice if inbound.kind is InboundKind.CHOICE else None
    if inbound.kind is InboundKind.TEXT and text:
        choice = WITHDRAW if takes_consent_back(text) else _typed_choice(text, offers or {})
        choice = choice or _about_privacy(text) or _receipt(text) or _person(text) or _on_duty(text)
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


def _receipt(text: str) -> str | None:
    return ":".join(["receipt", *find_case_codes(text)[:1]]) if asks_receipt(text) else None


def _person(text: str) -> str | None:
    return PERSON if asks_person(text) else None


def _on_duty(text: str) -> str | None:
    return ON_DUTY if asks_on_duty(text) else None


def _about_privacy(text: str) -> str | None:
    wanted = wish(text)
    return None if wanted is None else f"privacy:{wanted.value}"


def takes_consent_back(text: str) -> bool:
    """Whether a short message says as a whole that consent to keep personal data is withdrawn."""
    return len(text) <= _LONGEST_WITHDRAWAL and _WITHDRAWAL.match(fold(text)) is not None


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
