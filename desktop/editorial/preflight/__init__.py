"""Before it leaves: everything that blocks or deserves a look, a small rule each.

A rule looks at frozen values and answers reasons; it reads nothing and changes nothing. A new rule is a module here with
``check(material)`` and a line in :mod:`desktop.editorial.preflight.rules`.
"""
