"""Aligning texts that exist in two languages: which files belong together, and which sentences.

Plain functions on values: no files, no database, no window. What a language says is in the data that is handed in.
"""
