"""Files of other programs, in and out: texts, web pages, Word documents, contact files.

Treats every byte as hostile. May import python-docx, mammoth, lxml, nh3, vobject (lazily). Never the database.
"""
