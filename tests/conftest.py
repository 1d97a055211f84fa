"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of annotated articles and public corpora beside the checkout; the test skips where it is absent."""
    folder = Path(os.environ.get("MUSNAD_SHARED") or ROOT.parent / "shared")
    if not (folder / "gold").is_dir():
        pytest.skip(
            f"no annotated articles: {folder.name}/gold is not beside the checkout (set MUSNAD_SHARED)"
        )
    return folder


@pytest.fixture(scope="session")
def examples() -> Path:
    """The example articles that come with the project."""
    return ROOT / "examples"
