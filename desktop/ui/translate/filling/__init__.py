"""Parts of the grid that fill and count sentences: pre-translation, what fills itself, statistics.

Shows what the services answer; decides nothing about matches itself.
"""
