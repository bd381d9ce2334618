"""The command palette: every deed, screen and release by a few letters."""
