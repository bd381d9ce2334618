"""Bringing people in from a file: read it, look at what would happen to each row, then import. No wizard."""
