"""Machines that translate: a program on this computer, or a server that somebody asked for in the settings.

Nothing here is called before a person turned it on. Blocking: for the pool.
"""
