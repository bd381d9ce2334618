"""Search over the full text of every version."""
