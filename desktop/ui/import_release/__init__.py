"""Bringing a release in: choose, paste or drop it, look at what was recognised, correct it, import."""
