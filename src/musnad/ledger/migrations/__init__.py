"""The schema's history, run by `musnad.ledger.upgrading` through Alembic."""
