"""What both products of Zalo share: an HTTP client, and fetching from its media hosts."""
