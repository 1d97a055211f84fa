"""Runs commands on a ledger with three short articles, read by the tiny reader of the API's tests."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parent.parent / "api"))

from tiny_reader import TinyReader, write_articles

# Whoever imports this first takes the reader of that moment along: it must not be the tiny one.
import musnad.api.intake  # noqa: F401
from musnad.cli import cli


@pytest.fixture(autouse=True)
def surroundings(monkeypatch, tmp_path):
    """No ledger, language or colour from outside; the tiny reader reads."""
    for name in ("MUSNAD_LANG", "LC_ALL", "LC_MESSAGES", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("MUSNAD_LEDGER", str(tmp_path / "ledger.db"))
    monkeypatch.setattr("musnad.api.readers.default_reader", TinyReader)


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    write_articles(folder)
    return folder


@pytest.fixture
def run():
    """Runs the program in this process; gives exit code, stdout and stderr."""

    def run_program(*arguments, stdin=None, env=None):
        return CliRunner().invoke(cli, [str(a) for a in arguments], input=stdin, env=env)

    return run_program


@pytest.fixture
def filled(run, articles):
    """A ledger that holds the three articles."""
    assert run("read", articles).exit_code == 0
    return run
