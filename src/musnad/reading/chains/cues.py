"""Reporting words: what each does, and what its form shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CueKind(StrEnum):
    """What a reporting word does; see `reporting.yaml`."""

    SAY = "say"
    ADD = "add"
    RELAY = "relay"
    PUBLISH = "publish"
    STANCE = "stance"
    KNOW = "know"
    ADVERBIAL = "adverbial"
    BY_SAYING = "by_saying"
    NOUN = "noun"
    ACCORDING = "according"
    RELAYED = "relayed"
    PRETEXT = "pretext"
    HEARSAY = "hearsay"
    HEARSAY_NOUN = "hearsay_noun"

    @property
    def is_verb(self) -> bool:
        """Whether it is a verb with a speaker of its own."""
        return self in _VERBS


_VERBS = frozenset({CueKind.SAY, CueKind.ADD, CueKind.RELAY, CueKind.PUBLISH, CueKind.STANCE, CueKind.KNOW})


@dataclass(frozen=True, slots=True)
class CueWord:
    """A reporting word: what it does and how many tokens it takes.

    `number` is the agreement it shows ('' where none); `pronoun` hangs on it; `conjoined` where و or ف stands before;
    `firm` where it can hardly be another word; `takes_object` where a noun may be what is said; `tells` where its
    object is who was told; `charges` where what is said of the object is said by the speaker (اتهمه بدعم); `impersonal` where what speaks stands behind في (جاء في البيان); `passive` where the same spelling reads as a passive that names nobody.
    """

    kind: CueKind
    length: int = 1
    number: str = ""
    pronoun: str = ""
    conjoined: bool = False
    firm: bool = True
    takes_object: bool = False
    tells: bool = False
    charges: bool = False
    impersonal: bool = False
    passive: bool = False
