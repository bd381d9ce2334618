"""The rules of the house, enforced. A failing test names the file and the line; ARCHITECTURE.md says why."""
