"""Aligning earlier releases: files in, pairs found, beads side by side, into the memory."""
