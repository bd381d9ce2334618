"""Asking for words and what should stand in their place: one bar for the editor, the grid and all releases."""
