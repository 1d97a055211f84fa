"""Looks up words in the reporting lexicon (`reporting.yaml`)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from musnad.arabic.folding import fold
from musnad.arabic.tokens import noun_splits, verb_splits
from musnad.reading.lexicon.inflection import noun_forms, participle_forms, past_forms, present_forms
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from musnad.arabic.tokens import Token

_CACHE_LIMIT = 300_000


class CueKind(StrEnum):
    """What a reporting word does; see `reporting.yaml`."""

    SAY = "say"
    ADD = "add"
    RELAY = "relay"
    PUBLISH = "publish"
    STANCE = "stance"
    KNOW = "know"
    ADVERBIAL = "adverbial"
    ACCORDING = "according"
    RELAYED = "relayed"
    HEARSAY = "hearsay"


@dataclass(frozen=True, slots=True)
class CueWord:
    """A reporting word: what it does, how many tokens it takes, and the pronoun that hangs on it (قوله، نقلته)."""

    kind: CueKind
    length: int = 1
    pronoun: str = ""


class ReportingLexicon:
    """Reporting words by their folded forms."""

    def __init__(self) -> None:
        data: dict[str, Any] = load_yaml("musnad.reading.chains", "reporting.yaml")
        self._verbs: dict[str, CueKind] = {}
        self._adverbials: set[str] = set()
        self._phrases: dict[str, list[tuple[tuple[str, ...], CueKind]]] = defaultdict(list)
        self._seen: dict[str, CueWord | None] = {}
        self._read_verbs(data["verbs"])
        for word in data["adverbials"]:
            self._adverbials.update(f.text for f in participle_forms(word))
            self._adverbials.update(f.text + "ا" for f in participle_forms(word) if not f.text.endswith("ه"))
        for key, kind in (("plain", CueKind.ACCORDING), ("relayed", CueKind.RELAYED)):
            for text in data["according"][key]:
                words = tuple(w for w in fold(text).split() if w != "ل")
                self._phrases[words[0]].append((words, kind))
        self.hearsay_verbs = frozenset(fold(w) for w in data["hearsay"])
        self.complementizers = frozenset(fold(w) for w in data["complementizers"])
        self.content_prepositions = frozenset(fold(w) for w in data["content_prepositions"])
        self.told = frozenset(fold(w) for w in data["told"])
        self.hearsay_nouns = _nouns(data["hearsay_nouns"])
        self.anonymous = _nouns(data["anonymous"])
        self.documents = _nouns(data["documents"])
        self.reports = _nouns(data["reports"])
        self.authors = _nouns(data["authors"])
        self.statements = _nouns(data["statements"])
        self.stands = _nouns(data["stands"]["any"]) | self.reports | self.authors

    def cue(self, tokens: Sequence[Token], at: int) -> CueWord | None:
        """The reporting word or phrase that begins at token `at`."""
        text = tokens[at].text
        for word in (text, text[1:]) if text[:1] in "وفك" else (text,):
            for words, kind in self._phrases.get(word, ()):
                if all(at + k < len(tokens) and tokens[at + k].text == w for k, w in enumerate(words[1:], 1)):
                    return CueWord(kind, len(words))
        if text not in self._seen:
            if len(self._seen) > _CACHE_LIMIT:
                self._seen.clear()
            self._seen[text] = self._single(text)
        return self._seen[text]

    def is_complementizer(self, text: str) -> bool:
        """أن, إن and theirs, also with ب or و before."""
        return text in self.complementizers or (
            text[:1] in "وفبل" and text[1:] in self.complementizers and len(text) > 2
        )  # noqa: PLR2004

    def _single(self, text: str) -> CueWord | None:
        bare = text[1:] if text[:1] in "وف" and len(text) > 3 else text  # noqa: PLR2004
        if bare in self._adverbials and bare.endswith(("ا", "ه", "ين")):
            return CueWord(CueKind.ADVERBIAL)
        for split in verb_splits(text):
            kind = self._verbs.get(split.stem)
            if kind is not None and split.particle != "ل":
                return CueWord(kind, 1, split.pronoun)
        for split in noun_splits(text):
            if split.stem in ("قول", "تاكيد") and split.pronoun:
                return CueWord(CueKind.ADVERBIAL, 1, split.pronoun)
        return CueWord(CueKind.HEARSAY) if bare in self.hearsay_verbs else None

    def _read_verbs(self, verbs: dict[str, list[str]]) -> None:
        for key, parts in verbs.items():
            for pair in parts:
                past, present = pair.split()
                for form in (*past_forms(past), *present_forms(present)):
                    self._verbs.setdefault(form.text, CueKind(key))
        for word in list(self._verbs):
            if len(word) <= 2:  # noqa: PLR2004 - ابن، بن، عد: other words far more often
                del self._verbs[word]


def _nouns(words: list[str]) -> frozenset[str]:
    return frozenset(f.text for entry in words for one in entry.split("/") for f in noun_forms(one))


@cache
def reporting_lexicon() -> ReportingLexicon:
    """The lexicon, built once a process."""
    return ReportingLexicon()
