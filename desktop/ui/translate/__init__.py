"""The translation grid: source and target side by side, what went stale and why, and the list of what needs work.

Shows what the services answer and asks them for every deed; decides nothing about matching or classes itself.
"""
