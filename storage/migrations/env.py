"""Alembic's entry: it runs on the connection it is handed, in the transaction it is in."""

from alembic import context
from sqlalchemy import Connection

from storage.tables import metadata

connection: Connection = context.config.attributes["connection"]
context.configure(
    connection=connection, target_metadata=metadata, render_as_batch=True, user_module_prefix=""
)
with context.begin_transaction():
    context.run_migrations()
