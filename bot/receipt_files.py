"""Signing a receipt and making its files: the receipt, its QR, the content that the reporter keeps to themselves."""

import io
import json
from collections.abc import Mapping
from typing import Any

from bot.jobs import Bench, Made, MadeFile, Work
from bot.receipt_keys import ReceiptKeys
from domain import receipt
from handlers.services.receipt_names import all_of
from storage import signing


def work(keys: ReceiptKeys) -> Work:
    """Return the job that makes the files of a receipt."""

    def sign(body: Mapping[str, Any], _bench: Bench) -> Made:
        key = keys.current()
        whole = {**body["receipt"], "key": key.id}
        signature = signing.sign(key.private, receipt.canonical(whole))
        named, drawn, told = all_of(body["code"])
        content = json.dumps({"content": body["content"], "salt": body["salt"]}, ensure_ascii=False, indent=1)
        words = receipt.as_file(whole, signature, body["lines"])
        return Made(
            {"code": body["code"]},
            (
                MadeFile(words.encode(), named, "application/json"),
                MadeFile(_picture(receipt.as_qr(whole, signature)), drawn, "image/png"),
                MadeFile(content.encode(), told, "application/json"),
            ),
            forget=True,
        )

    return sign


def _picture(words: str) -> bytes:
    import segno  # noqa: PLC0415 - only when a picture is asked for

    picture = io.BytesIO()
    segno.make(words, error="l").save(picture, kind="png", scale=6, border=4)
    return picture.getvalue()
