"""What several commands read from their arguments."""

from datetime import datetime

from domain.errors import BadInputError


def instant(text: str) -> datetime:
    """Return an instant written in ISO 8601 with its offset; raises BadInputError otherwise."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadInputError("chat-bad-instant", text=text) from error
    if found.tzinfo is None:
        raise BadInputError("instant-without-offset", text=text)
    return found
