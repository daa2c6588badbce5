"""The commands, one module a subject; each adds its own parsers and imports what it needs when it runs."""
