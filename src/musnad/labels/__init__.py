"""The bilingual words people read: types, phases, states, column headings, units.

They stand in `labels.yaml`. `label("column.chain", "ar")` gives a word by its key, `label_of(Phase.END, "en")` the word
for a value of one of the product's enumerations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from musnad.alignment.model import Stance, TieState
from musnad.claims.model import ActorKind, EventType, Modality, Phase, SourceKind
from musnad.claims.record import ReviewStatus
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

LANGUAGES: Final = ("ar", "en")

_GROUPS: Final[Mapping[type[StrEnum], str]] = {
    EventType: "type",
    Phase: "phase",
    Modality: "modality",
    SourceKind: "source_kind",
    TieState: "state",
    Stance: "stance",
    ActorKind: "actor_kind",
    ReviewStatus: "review",
}


def labels() -> dict[str, dict[str, dict[str, str]]]:
    """Every word: group → key → language → word."""
    table: dict[str, dict[str, dict[str, str]]] = load_yaml("musnad.labels", "labels.yaml")
    return table


def label(key: str, lang: str = "ar") -> str:
    """The word for `key` ("group.key") in `lang` ("ar" or "en").

    Raises:
        KeyError: no such group, key or language.
    """
    group, _, name = key.partition(".")
    return labels()[group][name][lang]


def label_of(value: StrEnum, lang: str = "ar") -> str:
    """The word for a value of one of the product's enumerations (`EventType`, `Phase`, `TieState`, …).

    Raises:
        KeyError: the value's enumeration has no words.
    """
    return label(f"{_GROUPS[type(value)]}.{value.value}", lang)


def has_label(key: str) -> bool:
    """Whether there is a word for `key`: for names that come from elsewhere and may be new."""
    group, _, name = key.partition(".")
    return name in labels().get(group, {})
