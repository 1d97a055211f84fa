"""Head nouns of actor phrases and the words around offices, from the knowledge base's data files."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from musnad.arabic.folding import fold
from musnad.claims.model import ActorKind
from musnad.reading.words.phrases import PhraseIndex
from musnad.resources import load_text, load_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

_KNOWLEDGE = "musnad.knowledge"
_NUMBERS = ("singular", "dual", "plural")
_GENDERS = ("masculine", "feminine", "dual", "plural")


class Bare(StrEnum):
    """What a head noun means with nothing but the article: an actor, one named before, or none."""

    ACTOR = "actor"
    ANAPHOR = "anaphor"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class HeadNoun:
    """A noun that heads actor phrases: its key and section in `nouns.yaml`, the kind of actor, and its number.

    `personal` marks nouns for persons that have a sound masculine plural: their singular is often an adjective.
    """

    key: str
    section: str
    kind: ActorKind
    stands_state: bool
    bare: Bare
    number: str
    personal: bool


@dataclass(frozen=True, slots=True)
class Office:
    """A role noun. See `titles.yaml` for the meaning of each field."""

    key: str
    affiliates: bool
    official: bool
    anonymous: bool
    number: str


@dataclass(frozen=True, slots=True)
class Honorific:
    """A title before a name that says nothing of an office."""

    key: str
    rank: str


@dataclass(frozen=True, slots=True)
class Kin:
    """A family relation ("son of")."""

    key: str


def head_nouns() -> PhraseIndex[HeadNoun]:
    """Head nouns by their folded forms without article."""
    index: PhraseIndex[HeadNoun] = PhraseIndex()
    data = load_yaml(_KNOWLEDGE, "data/nouns.yaml")
    for section, entries in data.items():
        if section == "shared":
            continue
        for key, raw in entries.items():
            personal = any(form.endswith(("ون", "ين")) for form in raw["plural"])
            for number in _NUMBERS:
                noun = HeadNoun(
                    key,
                    section,
                    ActorKind(raw["kind"]),
                    raw["stands_state"],
                    Bare(raw["bare"]),
                    number,
                    personal,
                )
                for form in raw[number]:
                    for words in _variants(form):
                        index.add(words, noun)
    return index


def offices() -> PhraseIndex[Office]:
    """Offices by their folded forms without article."""
    index: PhraseIndex[Office] = PhraseIndex()
    for key, raw in _titles()["offices"].items():
        for number in _GENDERS:
            office = Office(key, raw["affiliates"], raw["official"], raw["anonymous_if_unnamed"], number)
            for form in raw[number]:
                for words in _variants(form):
                    index.add(words, office)
    return index


def office_complements() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Office key → folded complements that turn the noun into an office (وزير + الخارجية), longest first."""
    out: dict[str, tuple[tuple[str, ...], ...]] = {}
    for key, raw in _titles()["offices"].items():
        words: set[tuple[str, ...]] = set()
        for text in raw["complements"]:
            parts = tuple(fold(text).split())
            words.add(parts)
            if parts[0].startswith("ال"):
                words.add((parts[0][2:], *parts[1:]))
        out[key] = tuple(sorted(words, key=lambda parts: (-len(parts), parts)))
    return out


def honorifics() -> PhraseIndex[Honorific]:
    """Honorifics by their folded forms without article, and fixed phrases as they stand."""
    index: PhraseIndex[Honorific] = PhraseIndex()
    for key, raw in _titles()["honorifics"].items():
        for form in (*raw["forms"], *raw["fixed"]):
            for words in _variants(form):
                index.add(words, Honorific(key, raw["rank"]))
    return index


def kin() -> PhraseIndex[Kin]:
    """Family relations by their folded forms."""
    index: PhraseIndex[Kin] = PhraseIndex()
    for key, forms in _titles()["kin"].items():
        for form in forms:
            for words in _variants(form):
                index.add(words, Kin(key))
    return index


def office_modifiers() -> dict[str, str]:
    """Folded adjective → its group (`former`, `acting` …), with and without article."""
    out: dict[str, str] = {}
    for group, forms in _titles()["modifiers"].items():
        for form in forms:
            folded = fold(form)
            if " " not in folded:
                out[folded] = group
                out["ال" + folded] = group
    return out


def particles() -> dict[str, frozenset[str]]:
    """Words inside names, folded: `arabic`, `foreign`, `kunya`."""
    return {group: frozenset(fold(p) for p in words) for group, words in _titles()["particles"].items()}


def given_names() -> dict[str, bool]:
    """Folded given name → whether it is also an ordinary word."""
    out: dict[str, bool] = {}
    for line in load_text(_KNOWLEDGE, "data/given_names.txt").splitlines():
        name, _, mark = line.partition("\t")
        if name and not name.startswith("#"):
            out[fold(name)] = mark.strip() == "word"
    return out


def _titles() -> dict[str, Any]:
    data: dict[str, Any] = load_yaml(_KNOWLEDGE, "data/titles.yaml")
    return data


def _variants(form: str) -> Iterator[tuple[str, ...]]:
    """The phrase as it stands, without its own article, and with the article on both words of a pair."""
    words = tuple(fold(form).split())
    yield words
    if words[0].startswith("ال") and len(words[0]) > 4:  # noqa: PLR2004
        yield (words[0][2:], *words[1:])
    if len(words) == 2 and not words[1].startswith("ال"):  # noqa: PLR2004
        yield (words[0], "ال" + words[1])
