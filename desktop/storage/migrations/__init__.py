"""The schema's history, run by Alembic from :mod:`desktop.storage.upgrade`; there is no ``alembic.ini``."""
