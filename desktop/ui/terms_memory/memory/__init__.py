"""The memory tab: every translation unit in a table, with what may be done to it."""
