"""The commands' own words, and the language they speak when nobody says which."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from musnad.resources import load_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("ar", "en")


def word(key: str, lang: str) -> str:
    """What to say for `key`.

    Raises:
        KeyError: no such key.
    """
    table: Mapping[str, Mapping[str, str]] = load_yaml("musnad.cli", "words.yaml")
    return table[key][lang]


def help_of(kind: str, key: str, lang: str) -> str | None:
    """The help text of a command or an option; None where there is none.

    Args:
        kind: "commands" or "options".
        key: its name.
        lang: "ar" or "en".
    """
    table: Mapping[str, Mapping[str, Mapping[str, str]]] = load_yaml("musnad.cli", "help.yaml")
    entry = table[kind].get(key)
    return entry[lang] if entry else None


def language_of_locale(environment: Mapping[str, str] = os.environ) -> str:
    """Arabic under an Arabic locale, else English. The first variable that is set decides, as POSIX has it."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "ar" if environment[name].lower().startswith("ar") else "en"
    return "en"
