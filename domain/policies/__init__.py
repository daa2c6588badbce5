"""Reminder policies as data; `default.toml` is what holds where a plan says nothing else."""
