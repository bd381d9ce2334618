"""Checks of the language and typography of a translation: marks, quotes, spaces, capitals, names, terms, words.

Each reads a pair, or one side of it by its language's tables in ``resources/pair_checks/<language>/wording.toml``.
"""
