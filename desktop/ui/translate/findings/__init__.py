"""Findings on translated pairs in the grid: looked for in the pool, listed, underlined, put right, dismissed."""
