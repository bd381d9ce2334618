"""Text on Qt: our documents as QTextDocument and back, block ids that survive edits, typography by kind.

Shared by the editor and the translation grid. The only place where UTF-16 units meet code points.
"""
