"""Threads of comments as the editor and the translation grid show them. Knows the commenting services and no screen."""
