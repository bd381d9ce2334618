"""Findings as a list beside a text, one of them in full: for the editor and for the translation grid."""
