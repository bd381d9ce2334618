"""Comunicado: an editorial and translation workstation for press offices.

The rooms, from the top: ``app`` wires everything, ``ui`` shows it, ``services`` are the verbs,
``storage`` / ``publishing`` / ``distribution`` / ``exchange`` touch the outside world, ``editorial`` /
``translation`` / ``contacts`` think on plain values, ``domain`` says what things are, ``i18n`` speaks.
"""

__version__ = "0.1.0"
