"""How a release leaves to people. Nothing here yet but the room: sending is built with the outbox.

The only room that may import ``smtplib``.
"""
