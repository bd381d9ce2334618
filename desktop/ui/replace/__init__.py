"""Replacing in all releases: every place with what it reads now and what it would read, ticked one by one or all."""
