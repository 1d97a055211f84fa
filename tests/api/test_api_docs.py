"""The documentation of the Python interface is true: its examples run, and it leaves no verb out."""

from __future__ import annotations

import re

import pytest
from tiny_reader import TinyReader, write_articles

import musnad

FENCE = re.compile(r"```python\n(.*?)```", re.DOTALL)


@pytest.fixture
def page(request):
    return (request.config.rootpath / "docs" / "python-api.md").read_text("utf8")


def test_the_examples_run(page, tmp_path, monkeypatch):
    # In this order: a module imported now would keep what is patched already.
    monkeypatch.setattr("musnad.api.intake.default_reader", TinyReader)
    monkeypatch.setattr("musnad.api.readers.default_reader", TinyReader)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    write_articles(tmp_path / "articles")
    names: dict[str, object] = {}
    examples = FENCE.findall(page)
    assert len(examples) >= 4
    for example in examples:
        exec(compile(example, "docs/python-api.md", "exec"), names)  # noqa: S102 - our own page
    assert names["summary"].documents == 3
    assert names["page"].startswith("<!")


def test_every_public_verb_is_documented(page):
    verbs = [
        name
        for name in vars(musnad.Ledger)
        if not name.startswith("_") and name not in ("close", "add", "store")
    ]
    assert [verb for verb in verbs if f"`{verb}(" not in page] == []
    assert "ledger.add(" in page
    assert "musnad.show(" in page
