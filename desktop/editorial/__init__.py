"""The editorial engine: templates, gaps, datelines, counts, and what a pasted text is made of.

Plain functions on values. No window, no database, no files.
"""
