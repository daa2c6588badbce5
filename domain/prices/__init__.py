"""Prices as data: what each platform asks for a message, since when, and where that was read."""
