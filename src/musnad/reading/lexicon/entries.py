"""Entries of the trigger lexicon, as its data files give them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from musnad.arabic.folding import fold
from musnad.claims.model import ActorKind, EventType, Modality, Phase
from musnad.resources import load_yaml

_DEFAULT_PRECISION = 0.7
DIRECT = "direct"
AGENTIVE = ("من قبل", "علي يد", "علي ايدي", "من جانب", "من طرف", "بواسطه", "علي ايادي")


class Part(StrEnum):
    """What sort of word a trigger is; it decides where its roles stand."""

    PAST = "past"
    PRESENT = "present"
    PASSIVE = "passive"
    MASDAR = "masdar"
    NOUN = "noun"
    AGENT = "agent"
    PATIENT = "patient"
    HOLDER = "holder"
    HELD = "held"
    ADJECTIVE = "adj"
    LEAD = "lead"
    OFFICE = "office"
    PHRASE = "phrase"

    @property
    def is_verb(self) -> bool:
        """A finite verb."""
        return self in _VERBS


_VERBS = frozenset({Part.PAST, Part.PRESENT, Part.PASSIVE})


@dataclass(frozen=True, slots=True)
class Entry:
    """One sense of one word family: its type, how it marks its roles, and what it says of phase and modality.

    Prepositions are folded; `direct` marks a bare object. `precision` is the share of news uses that are such a claim.
    """

    type: EventType
    lemma: str
    en: str
    object: tuple[str, ...]
    noun_object: tuple[str, ...]
    subject_prep: tuple[str, ...]
    genitive: str
    partner: tuple[str, ...]
    object_kind: frozenset[ActorKind]
    subject_kind: frozenset[ActorKind]
    phase: dict[str, Phase]
    end: bool
    negated: bool
    modality: Modality | None
    impersonal: bool
    precision: float
    not_next: frozenset[str]
    not_prev: frozenset[str]

    def __hash__(self) -> int:
        return hash((self.type, self.lemma))


RawEntry = dict[str, Any]
_WORD_KEYS_IN_ORDER = ("verb", "masdar", "noun", "agent", "patient", "holder", "held", "adj", "lead")
_WORD_KEYS = frozenset(_WORD_KEYS_IN_ORDER)


@cache
def raw_entries() -> tuple[tuple[EventType, RawEntry], ...]:
    """Every entry of every trigger file, in the order of the ontology."""
    return tuple(
        (t, raw)
        for t in EventType
        for raw in load_yaml("musnad.reading.lexicon", f"triggers/{t.value}.yaml") or ()
    )


def entry_of(type_: EventType, raw: RawEntry) -> Entry:
    """One entry, checked and folded."""
    return Entry(
        type=type_,
        lemma=_lemma(raw),
        en=raw.get("en", ""),
        object=_folded(raw, "object") or (DIRECT,),
        noun_object=_folded(raw, "noun_object"),
        subject_prep=_folded(raw, "subject_prep") or AGENTIVE,
        genitive=raw.get("genitive", "either"),
        partner=_folded(raw, "partner"),
        object_kind=_kinds(type_, raw, "object_kind"),
        subject_kind=_kinds(type_, raw, "subject_kind"),
        phase={k: Phase(v) for k, v in raw.get("phase", {}).items()},
        end=bool(raw.get("end")),
        negated=bool(raw.get("negated")),
        modality=Modality(raw["modality"]) if "modality" in raw else None,
        impersonal=bool(raw.get("impersonal")),
        precision=float(raw.get("precision", _DEFAULT_PRECISION)),
        not_next=frozenset(_folded(raw, "not_next")),
        not_prev=frozenset(_folded(raw, "not_prev")),
    )


def _lemma(raw: RawEntry) -> str:
    if "phrases" in raw and len(raw.keys() & _WORD_KEYS) == 0:
        return str(raw["phrases"][0])
    for key in _WORD_KEYS_IN_ORDER:
        if key in raw:
            value = raw[key]
            return str(value if isinstance(value, str) else value[0]).split("/")[0].split(" ")[0]
    return ""


def _folded(raw: RawEntry, key: str) -> tuple[str, ...]:
    value = raw.get(key, ())
    return tuple(fold(v) for v in ([value] if isinstance(value, str) else value))


def _kinds(type_: EventType, raw: RawEntry, key: str) -> frozenset[ActorKind]:
    kinds = raw.get(key) or load_yaml("musnad.reading.lexicon", "kinds.yaml").get(type_.value, {}).get(
        key, ()
    )
    return frozenset(ActorKind(k) for k in kinds if k != "any")
