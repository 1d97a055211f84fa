"""The schema, its migrations, and what questions cost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from dataclasses import replace

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from ledger_builders import DOCUMENT, NOON, reading
from sqlalchemy import text
from sqlalchemy.dialects import postgresql, sqlite

from musnad.errors import MusnadError
from musnad.ledger import ClaimQuery, LedgerStore, upgrading
from musnad.ledger.queries import claim_rows_wanted
from musnad.ledger.schema import HEAD, REVISIONS, metadata


def test_the_migrations_make_the_schema_the_program_uses(store):
    def ours(_item, name, kind, *_):
        return kind != "table" or not (name.startswith(("document_words", "sentence_words")))

    with store._database.read() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": ours, "compare_type": True, "target_metadata": metadata}
        )
        assert compare_metadata(context, metadata) == []


def test_the_revisions_named_are_those_there_are():
    config = Config()
    config.set_main_option("script_location", "musnad.ledger:migrations")
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_current_head() == HEAD
    assert {revision.revision for revision in scripts.walk_revisions()} == REVISIONS


def test_a_newer_ledger_is_left_untouched(path):
    LedgerStore.open(path).close()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(MusnadError) as caught:
        LedgerStore.open(path)
    assert (caught.value.code, caught.value.details["revision"]) == ("M304", "9999")
    assert path.read_bytes() == before


def test_an_interrupted_creation_leaves_nothing_and_can_be_repeated(path, monkeypatch):
    whole = upgrading._upgrade

    def broken(connection):
        whole(connection)
        raise KeyboardInterrupt

    monkeypatch.setattr(upgrading, "_upgrade", broken)
    with pytest.raises(KeyboardInterrupt):
        LedgerStore.open(path)
    with sqlite3.connect(path) as raw:
        assert raw.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    raw.close()
    monkeypatch.undo()
    with LedgerStore.open(path) as store:
        assert store.counts().documents == 0


def test_opening_a_current_ledger_imports_no_migrations(path):
    LedgerStore.open(path).close()
    program = f"import sys; from musnad.ledger import LedgerStore; LedgerStore.open({str(path)!r}); print('alembic' in sys.modules)"
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=paths
    )
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(
    "query",
    [
        ClaimQuery(actors=("amir",)),
        ClaimQuery(actors=("amir",), recorded_by=NOON, known_by=NOON.date(), include_rejected=True),
        ClaimQuery(subjects=("amir",), objects=("~x",), since=NOON.date(), until=NOON.date()),
        ClaimQuery(text="الوادي"),
        ClaimQuery(actors=("amir",), source="صحيفة"),
    ],
)
def test_questions_about_somebody_do_not_walk_through_all_claims(path, query):
    with LedgerStore.open(path) as store:
        for number in range(30):
            store.add(reading(document=replace(DOCUMENT, title=str(number))), recorded=NOON)
        compiled = claim_rows_wanted(query, "sqlite").compile(
            dialect=sqlite.dialect(), compile_kwargs={"render_postcompile": True}
        )
        with store._database.read() as connection:
            values = tuple(compiled.construct_params()[name] for name in compiled.positiontup)
            plain = tuple(value.isoformat() if hasattr(value, "isoformat") else value for value in values)
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", plain)
            steps = [row[3] for row in plan]
    assert not [
        step for step in steps if step.startswith("SCAN") and step.split()[1] in ("claims", "readings")
    ]
    assert any(
        "SEARCH claims USING INTEGER PRIMARY KEY" in step or "ix_claims_sentence_id" in step for step in steps
    )


def test_every_statement_also_compiles_for_postgresql():
    query = ClaimQuery(actors=("amir",), source="صحيفة", text="الوادي", recorded_by=NOON, limit=3)
    statement = str(claim_rows_wanted(query, "postgresql").compile(dialect=postgresql.dialect()))
    assert "to_tsquery" in statement
    assert "MATCH" not in statement


def test_the_pragmas_hold_on_every_connection(path):
    with LedgerStore.open(path) as store, store._database.read() as one, store._database.read() as other:
        for connection in (one, other):
            assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
            assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
            assert connection.execute(text("PRAGMA synchronous")).scalar() == 2
