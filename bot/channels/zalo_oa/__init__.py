"""A Zalo Official Account: its OpenAPI, its tokens, and template messages (ZBS)."""
