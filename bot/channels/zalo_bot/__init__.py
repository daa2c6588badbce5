"""The Zalo Bot platform: a bot of its own, with a token in the path."""
