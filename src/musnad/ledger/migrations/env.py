"""Alembic's entry: runs the migrations inside the transaction it is handed, so that an upgrade is whole or nothing."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
