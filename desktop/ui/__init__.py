"""The window. Thin screens on Qt that ask services and show what changed.

With ``app`` the only room that may import PySide6. May not import storage. Screens do not import each other:
they meet in the change hub and the action registry.
"""
