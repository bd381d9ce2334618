"""Runs revisions on the connection that :func:`desktop.storage.upgrade.run_revisions` hands over."""

from alembic import context

from desktop.storage.schema.whole import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
context.run_migrations()
