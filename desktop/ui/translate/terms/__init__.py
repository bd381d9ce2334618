"""Terms beside the grid: marks in the source, the section, one key to insert, quick-add."""
