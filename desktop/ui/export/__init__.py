"""Leaving as a file, the same from every screen: ask for a format and a place, write, tell."""
