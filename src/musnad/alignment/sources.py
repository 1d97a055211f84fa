"""How reliable a source is: an editable registry of Admiralty letters, and the grade of an attribution chain."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from musnad.alignment.checks import mapping, strings
from musnad.alignment.weights import RELIABILITIES
from musnad.arabic.folding import fold
from musnad.claims.model import SourceKind
from musnad.errors import MusnadError
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from musnad.alignment.weights import Weights
    from musnad.claims.record import ClaimRecord

_WORD = re.compile(r"\w+")
_TOP = frozenset({"kinds", "generic_words", "classes", "named"})


@dataclass(frozen=True, slots=True)
class NamedSource:
    """A source the registry knows by name: its id, its reliability A-F, its names, and the reason for the letter."""

    id: str
    reliability: str
    names: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class SourceRegistry:
    """Reliability A-F by kind of source, and by name for some outlets (`media` links and publishers)."""

    kinds: Mapping[SourceKind, str]
    generic_words: frozenset[str]
    named: Mapping[str, NamedSource]

    @classmethod
    def load(cls, raw: Mapping[str, object]) -> SourceRegistry:
        """A registry from the content of a file shaped like `sources.yaml`.

        Raises:
            MusnadError: M400-M402 a key at fault, M405 no list of words, M406 no letter A-F, M407 a name given twice.
        """
        top = mapping(raw, "", _TOP)
        kinds = mapping(top["kinds"], "kinds", frozenset(SourceKind))
        generic = frozenset(fold(word).lower() for word in strings(top["generic_words"], "generic_words"))
        sources = _entries(top["named"], _classes(top["classes"]))
        letters = {kind: _letter(kinds[kind], f"kinds.{kind}") for kind in SourceKind}
        return cls(kinds=letters, generic_words=generic, named=_index(sources, generic))

    @classmethod
    def default(cls) -> SourceRegistry:
        """The registry that comes with the program."""
        return _default()

    def key(self, name: str) -> str:
        """What two spellings of one name share: folded words, without those that only say "agency" or "newspaper"."""
        return _reduced(_folded(name), self.generic_words)

    def outlet(self, name: str) -> NamedSource | None:
        """The outlet of that name, whole or without its generic words; None where the registry has none."""
        return self.named.get(_folded(name)) or self.named.get(self.key(name))

    def letter(self, name: str | None, kind: SourceKind) -> str:
        """The reliability of a source: by its name if an outlet the registry knows, else by its kind."""
        known = self.outlet(name) if name and kind is SourceKind.MEDIA else None
        return known.reliability if known else self.kinds[kind]


def chain_grade(record: ClaimRecord, registry: SourceRegistry, weights: Weights) -> tuple[str, float]:
    """The reliability letter of a claim's attribution chain, and its factor in [0, 1].

    The letter is the weakest link's: that whose factor is least. Each link beyond the first costs a share of the factor
    (`chain_kept_per_link`). An empty chain is the publisher's own voice and takes the publisher's letter. A publisher
    carries every chain in its article, so where the registry names it, it can be the weakest link; one that cannot be
    judged is not held against a named origin.
    """
    publisher = record.document.publisher
    if not record.sources:
        letter = registry.letter(publisher, SourceKind.MEDIA)
        return letter, weights.reliability[letter]
    letters = [registry.letter(link.text, link.kind) for link in record.sources]
    carrier = registry.outlet(publisher) if publisher else None
    if carrier:
        letters.append(carrier.reliability)
    weakest = min(letters, key=lambda letter: (weights.reliability[letter], letter))
    return weakest, weights.reliability[weakest] * weights.chain_kept_per_link ** (len(record.sources) - 1)


@cache
def _default() -> SourceRegistry:
    return SourceRegistry.load(load_yaml("musnad.alignment", "sources.yaml"))


# The same few names come with every claim: folding them once is what makes a pass over a ledger quick.
@lru_cache(maxsize=1 << 16)
def _folded(name: str) -> str:
    return " ".join(_WORD.findall(fold(name).lower()))


@lru_cache(maxsize=1 << 16)
def _reduced(folded: str, generic: frozenset[str]) -> str:
    return " ".join(word for word in folded.split() if word not in generic) or folded


def _letter(raw: object, path: str) -> str:
    # YAML reads a bare letter as text; a lower-case one is refused, so that files stay alike.
    if not isinstance(raw, str) or len(raw) != 1 or raw not in RELIABILITIES:
        raise MusnadError("M406", key=path, value=raw)
    return raw


def _classes(raw: object) -> dict[str, tuple[str, str]]:
    classes: dict[str, tuple[str, str]] = {}
    for name, content in mapping(raw, "classes").items():
        path = f"classes.{name}"
        entry = mapping(content, path, frozenset({"reliability", "why"}))
        classes[name] = (_letter(entry["reliability"], f"{path}.reliability"), str(entry["why"]))
    return classes


def _entries(raw: object, classes: Mapping[str, tuple[str, str]]) -> list[NamedSource]:
    sources: list[NamedSource] = []
    for name, content in mapping(raw, "named").items():
        path = f"named.{name}"
        entry = mapping(content, path, frozenset({"class", "names"}))
        label = str(entry["class"])
        if label not in classes:
            raise MusnadError("M401", key=f"classes.{label}")
        letter, why = classes[label]
        sources.append(NamedSource(name, letter, strings(entry["names"], f"{path}.names"), why))
    return sources


def _index(sources: list[NamedSource], generic: frozenset[str]) -> dict[str, NamedSource]:
    whole: dict[str, NamedSource] = {}
    for source in sources:
        for name in source.names:
            if whole.setdefault(_folded(name), source) is not source:
                raise MusnadError("M407", name=name, key=f"named.{source.id}")
    # A name without its generic words stands for an outlet only where it can be no other.
    reduced: dict[str, set[str]] = {}
    for name, source in whole.items():
        reduced.setdefault(_reduced(name, generic), set()).add(source.id)
    by_id = {source.id: source for source in sources}
    single = {key: by_id[next(iter(ids))] for key, ids in reduced.items() if len(ids) == 1}
    return single | whole
