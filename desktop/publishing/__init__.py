"""From a document to files for readers: one render tree, one writer per format.

May import python-docx (lazily). Must not read the database or decide what may leave.
"""
