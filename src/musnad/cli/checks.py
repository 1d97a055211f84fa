"""The checks of `musnad doctor`: what is well, what is not, and how to mend it."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from musnad.api.location import default_location
from musnad.errors import MusnadError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from musnad.cli.state import App

LEAST_PYTHON: Final = (3, 11)
PACKAGES: Final = (
    "alembic", "babel", "charset_normalizer", "click", "datasketch", "hijridate", "jinja2", "lightgbm", "numpy", "onnxruntime",
    "platformdirs", "pydantic", "rapidfuzz", "rich", "sentencepiece", "sqlalchemy", "trafilatura", "yaml",
)  # fmt: skip
_BIDI_TERMINALS: Final = ("VTE_VERSION", "KONSOLE_VERSION", "MLTERM")


@dataclass(frozen=True, slots=True)
class Check:
    """One finding: its name (a key of the commands' words), how it went, and what there is to say or to do."""

    name: str
    status: Literal["ok", "warn", "fail"]
    detail: str


def run_checks(app: App) -> Iterator[Check]:
    """All checks, in the order in which one may depend on another."""
    checks = (_python, _packages, _data, _reader, _ledger, _encoding, _arabic)
    for check in checks:
        yield check(app)


def _python(app: App) -> Check:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] < LEAST_PYTHON:
        return Check("python", "fail", f"{version}: {app.word('doctor.need_python')}")
    return Check("python", "ok", version)


def _packages(app: App) -> Check:
    missing = [name for name in PACKAGES if find_spec(name) is None]
    if missing:
        return Check("packages", "fail", f"{app.word('doctor.missing')} {' '.join(missing)}")
    return Check("packages", "ok", ", ".join(PACKAGES))


def _data(app: App) -> Check:
    broken = []
    for name, load in _DATA.items():
        try:
            load()
        except Exception as error:  # noqa: BLE001 - whatever is wrong with it is what we want to say
            broken.append(f"{name} ({type(error).__name__})")
    if broken:
        return Check("data", "fail", f"{', '.join(broken)}: {app.word('doctor.broken')}")
    return Check("data", "ok", ", ".join(_DATA))


def _call(module: str, path: str) -> Callable[[], object]:
    def load() -> object:
        found: object = import_module(module)
        for part in path.split("."):
            found = getattr(found, part)
        return found() if callable(found) else found

    return load


_DATA: Final = {
    "ontology": _call("musnad.claims.ontology", "ontology"),
    "errors": _call("musnad.errors", "catalogue"),
    "labels": _call("musnad.labels", "labels"),
    "weights": _call("musnad.alignment.weights", "Weights.default"),
    "sources": _call("musnad.alignment.sources", "SourceRegistry.default"),
    "knowledge": _call("musnad.knowledge", "knowledge_base"),
}


def _reader(app: App) -> Check:
    from musnad.api.readers import default_reader  # noqa: PLC0415

    try:
        return Check("reader", "ok", default_reader().name)
    except MusnadError as error:
        return Check("reader", "fail", error.message(app.lang))


def _ledger(app: App) -> Check:
    location = app.location or default_location()
    if "://" not in location and not Path(location).exists():
        return Check("ledger", "warn", f"{location}: {app.word('doctor.no_ledger')}")
    try:
        with app.ledger() as ledger:
            faults = ledger.store.check()
            counts = ledger.counts()
    except MusnadError as error:
        return Check("ledger", "fail", error.message(app.lang))
    if faults:
        return Check("ledger", "fail", " ".join(fault.message(app.lang) for fault in faults))
    return Check("ledger", "ok", f"{location}: {counts.documents} / {counts.current}")


def _encoding(app: App) -> Check:
    encoding = (sys.stdout.encoding or "").lower().replace("-", "").replace("_", "")
    if encoding != "utf8":
        return Check("encoding", "warn", f"{sys.stdout.encoding}: {app.word('doctor.not_utf8')}")
    return Check("encoding", "ok", "UTF-8")


def _arabic(app: App) -> Check:
    known = any(os.environ.get(name) for name in _BIDI_TERMINALS)
    if known or os.environ.get("TERM", "").startswith("mlterm"):
        return Check("arabic", "ok", app.word("doctor.bidi_yes"))
    return Check("arabic", "warn", app.word("doctor.bidi_unknown"))
