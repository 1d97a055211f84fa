"""The databases that the ledger's contract is tested on."""

from __future__ import annotations

import os
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text

from musnad.ledger import LedgerStore

POSTGRESQL = "MUSNAD_TEST_POSTGRESQL"  # URL of a server where databases may be made


@pytest.fixture(params=["sqlite", "postgresql"] if POSTGRESQL in os.environ else ["sqlite"])
def location(request, tmp_path):
    """Where a new ledger may be made, on each database there is."""
    if request.param == "sqlite":
        yield str(tmp_path / "ledger.db")
        return
    url = make_url(os.environ[POSTGRESQL]).set(drivername="postgresql+psycopg")
    name = f"musnad_{uuid4().hex}"
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield url.set(database=name).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


@pytest.fixture
def store(location):
    """An empty ledger."""
    with LedgerStore.open(location) as opened:
        yield opened


@pytest.fixture
def path(tmp_path):
    """Where a SQLite ledger may be made."""
    return tmp_path / "ledger.db"
