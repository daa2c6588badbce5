"""What the files of a receipt are called: by its case, never by a person."""


def receipt(code: str) -> str:
    """Return the name of the receipt."""
    return f"bien-nhan-{code}.json"


def picture(code: str) -> str:
    """Return the name of its QR."""
    return f"bien-nhan-{code}.png"


def content(code: str) -> str:
    """Return the name of the file with what was told, which the reporter keeps to themselves."""
    return f"noi-dung-{code}.json"


def all_of(code: str) -> tuple[str, str, str]:
    """Return the three names, in the order the files come."""
    return receipt(code), picture(code), content(code)
