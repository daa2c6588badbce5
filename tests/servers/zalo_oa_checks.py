"""What the real Official Account refuses of a body: each check raises Refusal with Zalo's code."""

import json
from datetime import datetime, time
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
FILES = (b"%PDF-", b"\xd0\xcf\x11\xe0", b"PK\x03\x04")
BUTTON_PAYLOADS = {
    "oa.query.show": str,
    "oa.query.hide": str,
    "oa.open.url": dict,
    "oa.open.phone": dict,
    "oa.open.sms": dict,
}


class Refusal(Exception):  # noqa: N818 - it is an answer, not an error of ours
    """The service says no, with this code."""

    def __init__(self, code, message=""):
        super().__init__(message)
        self.code = code
        self.message = message or f"error {code}"


def only(found, required, optional=()):
    """Refuse an object that lacks a field or has one the service does not know."""
    if not isinstance(found, dict):
        raise Refusal(-201, "not an object")
    if missing := set(required) - set(found):
        raise Refusal(-201, f"missing {sorted(missing)}")
    if unknown := set(found) - set(required) - set(optional):
        raise Refusal(-201, f"unknown {sorted(unknown)}")


def word(value, limit):
    if not isinstance(value, str) or not value.strip() or len(value) > limit:
        raise Refusal(-201, f"not a text of 1 to {limit} characters")


def cs_message(message, assets, *, button_shape):
    """Refuse a consultation message that is none of the shapes known."""
    attachment = message.get("attachment") if isinstance(message, dict) else None
    if attachment is None:
        only(message, ["text"], ["quote_message_id"])
        word(message["text"], 2000)
        return
    only(attachment, ["type", "payload"])
    if attachment["type"] == "file":
        only(message, ["attachment"])
        only(attachment["payload"], ["token"])
        known(assets, attachment["payload"]["token"], "file")
        return
    if attachment["type"] != "template":
        raise Refusal(-233, "attachment type")
    only(message, ["text", "attachment"])
    word(message["text"], 2000)
    payload = attachment["payload"]
    if payload.get("template_type") == "media":
        media(payload, assets)
    else:
        buttons(payload, button_shape)


def media(payload, assets):
    only(payload, ["template_type", "elements"])
    if len(payload["elements"]) != 1:
        raise Refusal(-201, "one element")
    element = payload["elements"][0]
    only(element, ["media_type"], ["url", "attachment_id"])
    if element["media_type"] != "image" or ("url" in element) == ("attachment_id" in element):
        raise Refusal(-201, "media")
    if "attachment_id" in element:
        known(assets, element["attachment_id"], "image")


def buttons(payload, shape):
    """Take buttons in the shape this server believes in: which one the real one takes is in CONFLICT."""
    if shape == "none" or (shape == "plain") == ("template_type" in payload):
        raise Refusal(-233, "template_type")
    only(payload, ["buttons"], ["template_type"])
    given = payload["buttons"]
    if not isinstance(given, list) or not 1 <= len(given) <= 5:
        raise Refusal(-201, "only 5 buttons")
    for button in given:
        only(button, ["title", "type", "payload"])
        word(button["title"], 100)
        kind = BUTTON_PAYLOADS.get(button["type"])
        if kind is None or not isinstance(button["payload"], kind):
            raise Refusal(-201, "button")
        if kind is str:
            word(button["payload"], 1000)


def known(assets, name, kind):
    asset = assets.get(name)
    if asset is None or asset[0] != kind:
        raise Refusal(-201, "no such asset")
    if asset[1] == "expired":
        raise Refusal(-100, "attachment expired")


def upload(kind, data, name):
    """Refuse a file of the wrong type or size."""
    if kind == "image":
        if not data.startswith((b"\xff\xd8\xff", b"\x89PNG")) or len(data) > 1024 * 1024:
            raise Refusal(-201, "jpg or png of 1 MB")
    elif kind == "file":
        csv = name.lower().endswith(".csv")
        if not (csv or data.startswith(FILES)) or len(data) > 5 * 1024 * 1024:
            raise Refusal(-201, "pdf, doc, docx or csv of 5 MB")
    else:
        raise Refusal(-201, "kind")


def template(body, templates, *, by_phone):
    """Refuse a template message with wrong fields, an unknown template or data that does not fit."""
    if by_phone:
        only(body, ["phone", "template_id", "template_data", "tracking_id"], ["sending_mode", "mode"])
        phone = body["phone"]
        if not (isinstance(phone, str) and phone.startswith("84") and phone.isdigit() and len(phone) == 11):
            raise Refusal(-108, "phone")
        word(body["tracking_id"], 48)
    else:
        only(body, ["user_id", "template_id", "template_data"])
    limits = templates.get(body["template_id"])
    if limits is None:
        raise Refusal(-109, "template_id")
    data = body["template_data"]
    if not isinstance(data, dict) or set(data) != set(limits):
        raise Refusal(-1122, "parameters")
    for key, value in data.items():
        if not isinstance(value, str):
            raise Refusal(-1124, key)
        if not 0 < len(value) <= limits[key]:
            raise Refusal(-1121, key)


def night(now):
    here = now.astimezone(VIETNAM).time()
    if here >= time(22) or here < time(6):
        raise Refusal(-133, "night")


def query(request):
    """Return the one parameter `data` of a GET as an object."""
    try:
        return json.loads(request.query.get("data", "{}"))
    except ValueError:
        raise Refusal(-201, "data") from None


def milliseconds(at: datetime) -> str:
    return str(int(at.timestamp() * 1000))
