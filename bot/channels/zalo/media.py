"""Fetching what people sent: from Zalo's media hosts and the configured bases, nowhere else."""

import re
from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

import aiohttp

from bot.channels.base import FetchError
from bot.channels.zalo.http import Http

_MEDIA = re.compile(r"(?:[a-z0-9-]+\.)+zdn\.vn")
LOOPBACK = ("127.0.0.1", "localhost", "::1")
LIMIT = 20 * 1024 * 1024
HOPS = 3
TIMEOUT = aiohttp.ClientTimeout(total=60, sock_connect=5)
GONE = (400, 401, 403, 404, 410, 451)


def allowed(url: str, bases: Iterable[str]) -> str | None:
    """Return the address to ask, None where it is not one of Zalo's.

    Samples show media at plain http: they are asked by https (reference A6); http is for loopback only.
    """
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or parts.username is not None or parts.password is not None:
        return None
    if _MEDIA.fullmatch(host):
        return parts._replace(scheme="https", netloc=host).geturl() if port in (None, 80, 443) else None
    if (host, port) not in {(base.hostname, base.port) for base in map(urlsplit, bases)}:
        return None  # of the machine of a base only the base itself: other doors there are nobody's media
    return url if parts.scheme == "https" or host in LOOPBACK else None


async def fetch(http: Http, reference: str, bases: Iterable[str]) -> bytes:
    """Return the bytes; raises FetchError, `gone` where trying again is of no use. No token goes along."""
    bases = tuple(bases)
    url = reference
    for _ in range(HOPS):
        asked = allowed(url, bases)
        if asked is None:
            raise FetchError("not one of Zalo's hosts", gone=True)
        try:
            async with http.session().get(asked, allow_redirects=False, timeout=TIMEOUT) as response:
                if response.status in (301, 302, 303, 307, 308):
                    url = urljoin(asked, response.headers.get("Location", ""))
                    continue
                if response.status != 200:
                    raise FetchError(f"HTTP {response.status}", gone=response.status in GONE)
                return await _read(response)
        except (TimeoutError, aiohttp.ClientError, ValueError) as error:
            raise FetchError(type(error).__name__) from None
    raise FetchError("redirected too often", gone=True)


async def _read(response: aiohttp.ClientResponse) -> bytes:
    data = bytearray()
    async for piece in response.content.iter_chunked(64 * 1024):
        data += piece
        if len(data) > LIMIT:
            raise FetchError("too large", gone=True)
    return bytes(data)
