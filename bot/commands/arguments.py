"""What several commands read from their arguments."""

from datetime import date, datetime

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


def day(text: str) -> date:
    """Return a day written in ISO 8601; raises ValueError, which argparse turns into its own line."""
    return date.fromisoformat(text)
