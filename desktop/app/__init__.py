"""Wiring: paths, logging, command line, crash report, the window's start. Names every concrete class, once."""
