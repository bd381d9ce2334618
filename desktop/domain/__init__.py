"""What things are: releases, documents, rich text, segments, contacts, changes.

Frozen dataclasses on the standard library alone. Nothing here may import another room, do input or
output, read a clock, or make up randomness: time and keys come in through :mod:`desktop.domain.ports`.
"""
