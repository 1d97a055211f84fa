"""A ledger with three short articles, read by a reader small enough to foresee."""

from __future__ import annotations

import pytest
from tiny_reader import TinyReader, write_articles

import musnad


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    write_articles(folder)
    return folder


@pytest.fixture
def ledger(tmp_path, articles):
    with musnad.Ledger(tmp_path / "ledger.db", reader=TinyReader()) as opened:
        assert opened.read(articles).documents == 3
        yield opened
