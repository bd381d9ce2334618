"""Writing a release: the page, its autosave, and what stands beside it."""
