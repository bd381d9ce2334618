"""Revision 0002 in pieces: what the drafting desk added, a module a concern, each with ``upgrade()``."""
