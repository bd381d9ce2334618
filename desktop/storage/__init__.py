"""Where things are kept: SQLAlchemy on SQLite (a workspace file) and PostgreSQL (an office).

The only room that may import SQLAlchemy or Alembic. Repositories return frozen domain values, never rows.
"""
