"""Yearly decisions about days off and days worked, one TOML file a year; they win over `holidays`."""
