"""`/files/<token>`: one picture of one message that was sent, for who was given its link."""

import asyncio

from fastapi import APIRouter, HTTPException, Response

from bot.app import App
from bot.picture_links import PATH, PICTURES, Linked, PictureLinks
from storage.records import Attachment
from storage.unit_of_work import UnitOfWork


def picture_routes(app: App, links: PictureLinks) -> APIRouter:
    """Return the route. Whatever is wrong with a link, the answer is the same 404."""
    routes = APIRouter(include_in_schema=False)

    @routes.api_route(PATH + "{token}", methods=["GET", "HEAD"])
    async def picture(token: str) -> Response:
        linked = links.read(token)
        found = None if linked is None else await app.store.read(lambda uow: _sent(uow, linked))
        if found is None:
            raise HTTPException(404)
        try:
            data = await asyncio.to_thread(app.files.get, found.path)
        except FileNotFoundError:
            raise HTTPException(404) from None
        headers = {"Content-Disposition": "inline", "X-Robots-Tag": "noindex"}
        return Response(data, media_type=found.mime, headers=headers)

    return routes


def _sent(uow: UnitOfWork, linked: Linked) -> Attachment | None:
    """Return the picture, if it went into that message and is still kept."""
    row = uow.outbox.get_all((linked.outbox,)).get(linked.outbox)
    if row is None or all(number != linked.attachment for number, *_ in row.body["files"]):
        return None
    found = uow.attachments.get(linked.attachment)
    return found if found is not None and found.state == "stored" and found.mime in PICTURES else None
