"""Checks of a translated pair: one small class each, found in a registry, on plain values.

This room finds and proposes; it changes nothing, reads no files and knows no window. What differs between languages
is in ``resources/pair_checks/<language>/*.toml`` and ``resources/checks/<language>.toml``, read into :class:`Rules`.
"""
