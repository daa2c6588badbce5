# Signed receipts.

receipt-get = Get a receipt
receipt-coming = The receipt for case { $code } is being signed; it comes at once.
receipt-here =
    The receipt for case { $code }: the receipt, its QR code, and the content.
    Show the receipt to anybody, your words are not in it. Keep the content file to yourself.
receipt-lines =
    RECEIPT OF { $office }
    Case: { $code }
    Reported: { $reported }
    Signed: { $issued }
    Content (salted SHA-256): { $digest }
    Check it with baoan receipt verify and the public key on the office's page /receipt-key
receipt-unreadable = This file is no receipt of Báo An, or is damaged.
receipt-lines-wrong = The receipt is not right: its words were changed.
receipt-signature-wrong = The receipt is not right: the signature does not fit; it was changed, or the office did not sign it.
receipt-key-unknown = Not checked: there is no public key { $id }. Get it on the office's page /receipt-key and add --key FILE; a key that is not there is not the office's.
receipt-key-unusable = This is no usable Ed25519 key.
receipt-key-configured = The key comes from BAOAN_RECEIPT_KEY; replace it there.
receipt-key = The key that signs receipts: { $id }
receipt-good = The receipt is right: case { $code }, { $office }, reported { $reported }, signed { $issued }, key { $id }.
receipt-content-good = The content fits.
receipt-content-wrong = The signature is right, but this content is not what the receipt was given for.
receipt-content-unreadable = The content file cannot be read.
receipt-code-unknown = No case has the code { $code }.
