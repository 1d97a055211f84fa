"""Looks up the words of an article in the trigger lexicon."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from musnad.arabic.folding import fold
from musnad.arabic.tokens import Token, noun_splits, verb_splits
from musnad.reading.lexicon.entries import AGENTIVE, Entry, Part, entry_of, raw_entries
from musnad.reading.lexicon.inflection import (
    Form,
    Number,
    noun_forms,
    participle_forms,
    past_forms,
    present_forms,
)

_CACHE_LIMIT = 300_000
_NOUN_KEYS = {"masdar": Part.MASDAR, "noun": Part.NOUN}
_PARTICIPLE_KEYS = {
    "agent": Part.AGENT, "patient": Part.PATIENT, "holder": Part.HOLDER, "held": Part.HELD, "adj": Part.ADJECTIVE,
}  # fmt: skip
PREPOSITIONS = frozenset(
    ["ل", "ب", "علي", "من", "الي", "ضد", "مع", "عن", "في", "بين", "تجاه", "حول", "لدي", "نحو", "لصالح", "بحق"]
)
Stored = tuple[Entry, Part, Number]


@dataclass(frozen=True, slots=True)
class TriggerForm:
    """A word of the text as a possible trigger: the entry, the part of speech, agreement, and the clitics on it."""

    entry: Entry
    part: Part
    number: Number
    conjunction: str = ""
    preposition: str = ""
    article: bool = False
    pronoun: str = ""
    length: int = 1


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[frozenset[str], ...]
    entry: Entry
    part: Part


class TriggerLexicon:
    """Every inflected form of every entry, with a memory of the words already looked up."""

    def __init__(self) -> None:
        self._verbs: dict[str, list[Stored]] = defaultdict(list)
        self._nouns: dict[str, list[Stored]] = defaultdict(list)
        self._phrases: dict[str, list[_Phrase]] = defaultdict(list)
        self._seen: dict[str, tuple[TriggerForm, ...]] = {}
        for type_, raw in raw_entries():
            self._add(entry_of(type_, raw), raw)

    def forms(self) -> Iterator[tuple[str, Stored]]:
        """Every single-word form, for integrity tests."""
        for table in (self._verbs, self._nouns):
            for text, stored in table.items():
                yield from ((text, one) for one in stored)

    def lookup(self, word: str) -> tuple[TriggerForm, ...]:
        """Everything the folded word may be as a trigger; the least cut readings of it only."""
        found = self._seen.get(word)
        if found is None:
            found = tuple({(f.entry, f.part): f for f in reversed([*self._as_noun(word), *self._as_verb(word)])}.values())[::-1]
            if len(self._seen) > _CACHE_LIMIT:
                self._seen.clear()
            self._seen[word] = found
        return found

    def phrases(self, tokens: Sequence[Token], at: int) -> Iterator[TriggerForm]:
        """The idioms that begin at token `at`, longest first."""
        firsts = {split.stem for split in noun_splits(tokens[at].text)} & self._phrases.keys()
        found = []
        for first in firsts:
            for phrase in self._phrases[first]:
                length = _matches(phrase, tokens, at)
                if length:
                    split = next(s for s in noun_splits(tokens[at].text) if s.stem == first)
                    last = _pronoun_of(tokens[at + length - 1].text, phrase.words[-1])
                    found.append(
                        TriggerForm(
                            phrase.entry, phrase.part, Number.MASCULINE, split.conjunction, split.preposition,
                            split.article, last, length,
                        )
                    )  # fmt: skip
        yield from sorted(found, key=lambda form: -form.length)

    def _as_verb(self, word: str) -> Iterator[TriggerForm]:
        for split in verb_splits(word):
            for entry, part, number in self._verbs.get(split.stem, ()):
                if split.particle and part is not Part.PRESENT:
                    continue
                yield TriggerForm(
                    entry, part, number, split.conjunction, split.particle, False, split.pronoun
                )

    def _as_noun(self, word: str) -> Iterator[TriggerForm]:
        for split in noun_splits(word):
            for entry, part, number in self._nouns.get(split.stem, ()):
                yield TriggerForm(
                    entry, part, number, split.conjunction, split.preposition, split.article, split.pronoun
                )

    def _add(self, entry: Entry, raw: dict[str, object]) -> None:
        for part, form in _verb_forms(raw):
            self._verbs[form.text].append((entry, part, form.number))
        for part, form in _nominal_forms(raw):
            self._nouns[form.text].append((entry, part, form.number))
        for text in _strings(raw.get("lead")):
            self._add_phrase(entry, text, Part.LEAD)
        for text in _strings(raw.get("phrases")):
            self._add_phrase(entry, text, Part.PHRASE)

    def _add_phrase(self, entry: Entry, text: str, part: Part) -> None:
        words = _phrase_words(text)
        if words and fold(text).split()[-1] in PREPOSITIONS and len(words) > 1 and part is Part.PHRASE:
            words = words[:-1]
        phrase = _Phrase(words, entry, part)
        for first in words[0]:
            self._phrases[first].append(phrase)


def _verb_forms(raw: dict[str, object]) -> Iterator[tuple[Part, Form]]:
    for key, past_part, present_part in (
        ("verb", Part.PAST, Part.PRESENT),
        ("passive", Part.PASSIVE, Part.PASSIVE),
    ):
        if key in raw:
            past, present = _principal_parts(str(raw[key]))
            if past:
                yield from ((past_part, form) for form in past_forms(past))
            if present:
                yield from ((present_part, form) for form in present_forms(present))


def _nominal_forms(raw: dict[str, object]) -> Iterator[tuple[Part, Form]]:
    for table, inflect in ((_NOUN_KEYS, noun_forms), (_PARTICIPLE_KEYS, participle_forms)):
        for key, part in table.items():
            for word in _strings(raw.get(key)):
                for k, one in enumerate(word.split("/")):
                    yield from ((part, form) for form in inflect(one.strip(), plural=k > 0))


def _principal_parts(text: str) -> tuple[str, str]:
    words = text.split()
    if len(words) > 1:
        return words[0], words[1]
    return ("", words[0]) if words[0].startswith("ي") else (words[0], "")


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        return (value,)
    return [str(v) for v in value] if isinstance(value, list | tuple) else ()


def _phrase_words(text: str) -> tuple[frozenset[str], ...]:
    out: list[frozenset[str]] = []
    for group, plain in re.findall(r"\{([^}]*)\}|(\S+)", text):
        if group:
            past, present, *masdars = [*group.split(), "", ""]
            forms: set[str] = set()
            if past:
                forms.update(f.text for f in past_forms(past))
            if present:
                forms.update(f.text for f in present_forms(present))
            for masdar in masdars:
                if masdar:
                    forms.update(f.text for f in noun_forms(masdar))
            out.append(frozenset(forms))
        else:
            word = fold(plain)
            bare = word[2:] if word.startswith("ال") and len(word) > 4 else word  # noqa: PLR2004
            out.append(frozenset({word} if word in PREPOSITIONS else {f.text for f in noun_forms(plain)} | {word, bare}))
    return tuple(out)


def _matches(phrase: _Phrase, tokens: Sequence[Token], at: int) -> int:
    """How many tokens the phrase takes from `at`; 0 if it does not match."""
    if at + len(phrase.words) > len(tokens):
        return 0
    for k, wanted in enumerate(phrase.words[1:], start=1):
        text = tokens[at + k].text
        if text not in wanted and not any(s.stem in wanted for s in noun_splits(text) if not s.conjunction):
            return 0
    return len(phrase.words)


def _pronoun_of(text: str, wanted: frozenset[str]) -> str:
    if text in wanted:
        return ""
    return next((s.pronoun for s in noun_splits(text) if s.stem in wanted and s.pronoun), "")


@cache
def trigger_lexicon() -> TriggerLexicon:
    """The lexicon, built once a process."""
    return TriggerLexicon()


__all__ = ["AGENTIVE", "PREPOSITIONS", "TriggerForm", "TriggerLexicon", "trigger_lexicon"]
