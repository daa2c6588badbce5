"""What each kind of job does. Heavy libraries are imported when a job needs them."""

import io
from collections.abc import Mapping
from typing import Any

from bot.jobs import Bench, Made, Work
from domain.errors import BadInputError


def invitation_qr(body: Mapping[str, Any], _bench: Bench) -> Made:
    """Draw an invitation as a QR picture: the link that opens it, else its code."""
    import segno  # noqa: PLC0415 - only when a picture is asked for

    picture = io.BytesIO()
    segno.make(body.get("link") or body["code"], error="m").save(picture, kind="png", scale=8, border=3)
    return Made({}, picture.getvalue(), "ma-moi.png", "image/png")


def read_plan(body: Mapping[str, Any], bench: Bench) -> Made:
    """Read a plan document; data carries `reading` (JSON) for the review."""
    from documents.draft import read_draft  # noqa: PLC0415 - lxml and pypdfium2 come with it

    found = bench.attachment(body["attachment"])
    if found is None:
        raise BadInputError("plan-file-unreadable", name="")
    data, name = found
    return Made({"reading": read_draft(data, name), "name": name})


KINDS: Mapping[str, Work] = {"invitation_qr": invitation_qr, "read_plan": read_plan}
