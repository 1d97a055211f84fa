"""Errors for people: a code, what is wrong, and what to do, in Arabic and English.

The messages stand in `catalogue.yaml`. Raise `MusnadError("M101", path=...)`; its text is the English one,
`error.message("ar")` the Arabic.
"""

from __future__ import annotations

from musnad.resources import load_yaml


def catalogue() -> dict[str, dict[str, str]]:
    """Code → {what_en, do_en, what_ar, do_ar}."""
    entries: dict[str, dict[str, str]] = load_yaml("musnad.errors", "catalogue.yaml")
    return entries


class MusnadError(Exception):
    """Something a person can mend. `code` is searchable in the documentation; `details` fill its message."""

    def __init__(self, code: str, **details: object) -> None:
        if code not in catalogue():
            raise ValueError(f"unknown error code {code}")
        self.code = code
        self.details = details
        super().__init__(self.message("en"))

    def __reduce__(self) -> tuple[object, ...]:
        # Worker processes send errors home pickled; the default would lose the details.
        return (_rebuild, (self.code, self.details))

    def message(self, lang: str = "en") -> str:
        """`[code] what is wrong. what to do.` in the language asked for."""
        entry = catalogue()[self.code]
        text = f"{entry[f'what_{lang}']} {entry[f'do_{lang}']}"
        return f"[{self.code}] {text.format(**self.details)}"


def _rebuild(code: str, details: dict[str, object]) -> MusnadError:
    return MusnadError(code, **details)
