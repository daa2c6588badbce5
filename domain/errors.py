"""The errors that mean something to a person. Each carries a message key, never a sentence."""


class BaoAnError(Exception):
    """Base of all our errors; `key` names a message in messages/, `params` fill it."""

    def __init__(self, key: str, **params: str | int) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params


class BadInputError(BaoAnError):
    """What a person or a file gave cannot be used; saying `key` to them is the whole answer."""


class NotAllowedError(BaoAnError):
    """The person may not see or do this; the message must not reveal whether the thing exists."""


class ConflictError(BaoAnError):
    """Somebody else changed the same thing first; nothing was overwritten."""
