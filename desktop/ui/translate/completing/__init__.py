"""Suggestions while typing: the popup under the word that is begun, and the part that fills it.

Offers are gathered in the pool when a sentence becomes active; a key only starts a timer.
"""
