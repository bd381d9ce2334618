"""Spelling wherever somebody writes: one speller per desk, the suggestions in menus, the deeds. Knows no screen."""
