"""House-style checks: one small class each, found in a registry, on plain values.

This room finds and proposes; it changes nothing, reads no files and knows no window. What differs between languages
is in ``resources/checks/<language>.toml``, what differs between offices in ``resources/house_profiles``.
"""
