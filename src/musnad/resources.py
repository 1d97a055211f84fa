"""Reads the data files that travel inside the package."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load_yaml(package: str, name: str) -> Any:  # noqa: ANN401 - the shape is the file's own; callers check it
    """The content of a YAML file beside the code of `package`."""
    return yaml.load((files(package) / name).read_bytes(), Loader=_Loader)  # noqa: S506 - a safe loader, in C


@cache
def load_csv(package: str, name: str) -> tuple[dict[str, str], ...]:
    """The rows of a CSV file beside the code of `package`, as column → value."""
    text = (files(package) / name).read_text("utf8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def load_text(package: str, name: str) -> str:
    """A text file beside the code of `package`."""
    return (files(package) / name).read_text("utf8")
