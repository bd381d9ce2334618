"""The list of all releases, with the state of every language."""
