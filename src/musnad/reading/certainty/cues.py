"""Looks up the words that change phase, modality or polarity (`cues.yaml`)."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any

from musnad.arabic.folding import fold
from musnad.arabic.tokens import noun_splits, verb_splits
from musnad.reading.lexicon.inflection import past_forms, present_forms
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from musnad.arabic.tokens import Token

_CACHE_LIMIT = 300_000
_SHORT = 2
"""Function words this short are matched whole, not by their stem."""
_Phrase = tuple[tuple[str, ...], int]


class CertaintyCues:
    """Cue classes of folded words and phrases. `classes` are in the order of the file; features count on it."""

    def __init__(self) -> None:
        data: dict[str, Any] = load_yaml("musnad.reading.certainty", "cues.yaml")
        self.classes = tuple(data)
        self._words: dict[str, set[int]] = defaultdict(set)
        self._verbs: dict[str, set[int]] = defaultdict(set)
        self._phrases: dict[str, list[_Phrase]] = defaultdict(list)
        self._seen: dict[str, frozenset[int]] = {}
        self._starting: dict[str, tuple[_Phrase, ...]] = {}
        for number, raw in enumerate(data.values()):
            for word in raw.get("words", ()):
                self._add(fold(word), number)
            for phrase in raw.get("phrases", ()):
                self._add(fold(phrase), number)
            for pair in raw.get("verbs", ()):
                past, present = pair.split()
                for form in (*past_forms(past), *present_forms(present)):
                    self._verbs[form.text].add(number)

    def of(self, tokens: Sequence[Token], at: int) -> frozenset[int]:
        """The classes of the word at `at`, or of a phrase that begins there."""
        text = tokens[at].text
        found = self._seen.get(text)
        if found is None:
            if len(self._seen) > _CACHE_LIMIT:
                self._seen.clear()
                self._starting.clear()
            found = self._seen[text] = self._single(text)
        phrases = self._starting.get(text)
        if phrases is None:
            phrases = self._starting[text] = self._beginning(text)
        for words, number in phrases:
            if all(at + k < len(tokens) and tokens[at + k].text == w for k, w in enumerate(words[1:], 1)):
                found = found | {number}
        return found

    def _beginning(self, text: str) -> tuple[_Phrase, ...]:
        """The phrases that may begin with the word, and or so before it or not."""
        bare = (text, text[1:]) if text[:1] in "وف" else (text,)
        return tuple(phrase for one in bare for phrase in self._phrases.get(one, ()))

    def _add(self, text: str, number: int) -> None:
        words = tuple(text.split())
        if len(words) > 1:
            self._phrases[words[0]].append((words, number))
        else:
            self._words[text].add(number)

    def _single(self, text: str) -> frozenset[int]:
        out: set[int] = set(self._words.get(text, ()))
        for split in noun_splits(text):
            if len(split.stem) > _SHORT or (
                split.conjunction and not split.preposition and not split.article and not split.pronoun
            ):
                out |= self._words.get(split.stem, set())
        for cut in verb_splits(text):
            out |= self._verbs.get(cut.stem, set())
        return frozenset(out)


@cache
def certainty_cues() -> CertaintyCues:
    """The cues, built once a process."""
    return CertaintyCues()
