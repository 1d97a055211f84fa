"""Looks up words in the reporting lexicon (`reporting.yaml`)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from musnad.arabic.tokens import noun_splits, verb_splits
from musnad.reading.chains.cues import CueKind, CueWord
from musnad.reading.chains.tables import adverbial_table, folded, noun_set, phrase_table, verb_table
from musnad.reading.lexicon.inflection import past_forms, present_forms
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from musnad.arabic.tokens import Token

_CACHE_LIMIT = 300_000
_SHORTEST_VERB = 3
_SHORTEST_CONJOINED = 4
_NO_SPEAKER = frozenset({"ل"})


class ReportingLexicon:
    """Reporting words by their folded forms."""

    def __init__(self) -> None:
        data: dict[str, Any] = load_yaml("musnad.reading.chains", "reporting.yaml")
        self._verbs = verb_table(data)
        self._adverbials = adverbial_table(data["adverbials"])
        self._phrases = phrase_table(data["according"])
        self._performing = frozenset(
            form.text
            for pair in data["performing"]
            for form in (*past_forms(pair.split()[0]), *present_forms(pair.split()[1]))
        )
        self._seen: dict[str, CueWord | None] = {}
        self._starting: dict[str, tuple[tuple[tuple[str, ...], CueKind, bool], ...]] = {}
        self._by_saying = folded(data["by_saying"])
        self._pretexts = folded(data["pretexts"])
        self._nouns = folded(data["nouns"])
        self._hearsay = folded(data["hearsay"])
        self._never = folded(data["never"])
        self._hearsay_nouns = folded(data["hearsay_nouns"])
        self._complementizers = folded(data["complementizers"])
        self.content_prepositions = folded(data["content_prepositions"])
        self.same = folded(data["according"]["same"])
        self.brought_out = folded(data["brought_out"])
        self.siblings = folded(data["siblings"])
        self.courtesies = folded(data["courtesies"])
        self.own_voice = folded(data["own_voice"])
        self.contrasts = folded(data["contrasts"])
        self.no_names = folded(data["no_names"])
        self.days = folded(data["days"])
        self.anonymous = noun_set(data["anonymous"])
        self.experts = folded(data["experts"])
        self.documents = noun_set(data["documents"])
        self.reports = noun_set(data["reports"])
        self.outlets = noun_set(data["outlets"])
        self.authors = noun_set(data["authors"])
        self.statements = noun_set(data["statements"])
        self.stands = noun_set(data["stands"]["any"]) | self.reports | self.authors | self.anonymous

    def cue(self, tokens: Sequence[Token], at: int) -> CueWord | None:
        """The reporting word or phrase that begins at token `at`."""
        text = tokens[at].text
        phrase = self._phrase(tokens, at, text)
        if phrase is not None:
            return phrase
        if text not in self._seen:
            if len(self._seen) > _CACHE_LIMIT:
                self._seen.clear()
                self._starting.clear()
            self._seen[text] = self._single(text)
        return self._seen[text]

    def performs(self, text: str) -> bool:
        """Whether the word is a verb by which something is done in saying it."""
        return text in self._performing or (text[:1] in "وف" and text[1:] in self._performing)

    def is_complementizer(self, text: str) -> bool:
        """أن, إن and theirs, also with و, ف or ب before."""
        return text in self._complementizers or (
            text[:1] in "وفب" and len(text) >= _SHORTEST_VERB and text[1:] in self._complementizers
        )

    def head(self, text: str) -> str:
        """The word without what hangs on it, where it is a noun for sources; else the word itself."""
        for split in noun_splits(text):
            if split.stem in self.stands or split.stem in self.statements or split.stem in self.documents:
                return split.stem
        return text

    def _phrase(self, tokens: Sequence[Token], at: int, text: str) -> CueWord | None:
        found = self._starting.get(text)
        if found is None:
            found = self._starting[text] = tuple(self._beginning(text))
        for words, kind, conjoined in found:
            if (
                at + len(words) <= len(tokens)
                and all(
                    tokens[at + k].text == w
                    or (k == len(words) - 1 and tokens[at + k].text.startswith(w) and len(words) > 2)  # noqa: PLR2004
                    for k, w in enumerate(words[1:], 1)
                )
            ):
                return CueWord(kind, len(words), conjoined=conjoined)
        return None

    def _beginning(self, text: str) -> Iterator[tuple[tuple[str, ...], CueKind, bool]]:
        """The phrases that begin with the word, and those that do so after a conjunction on it."""
        yield from ((words, kind, False) for words, kind in self._phrases.get(text, ()))
        if text[:1] in "وف":
            yield from ((words, kind, True) for words, kind in self._phrases.get(text[1:], ()))

    def _single(self, text: str) -> CueWord | None:
        return None if text in self._never else self._form(text)

    def _form(self, text: str) -> CueWord | None:
        bare = text[1:] if text[:1] in "وف" and len(text) >= _SHORTEST_CONJOINED else text
        conjoined = bare != text
        if bare in self._by_saying:
            return CueWord(CueKind.BY_SAYING, conjoined=conjoined)
        if bare in self._pretexts:
            return CueWord(CueKind.PRETEXT, conjoined=conjoined)
        going = text if text in self._adverbials else bare
        if going in self._adverbials:
            return CueWord(CueKind.ADVERBIAL, number=self._adverbials[going], conjoined=going != text)
        verb = self._verb(text)
        passive = bare in self._hearsay
        if verb is not None:
            return CueWord(**{**_fields(verb), "passive": passive})
        if passive:
            return CueWord(CueKind.HEARSAY, conjoined=conjoined, passive=True)
        return self._noun(text)

    def _verb(self, text: str) -> CueWord | None:
        for split in verb_splits(text):
            verb = self._verbs.get(split.stem)
            if verb is not None and split.particle not in _NO_SPEAKER:
                return CueWord(
                    verb.kind, 1, str(verb.number), split.pronoun, bool(split.conjunction), verb.firm,
                    verb.takes_object, verb.tells, verb.charges, verb.impersonal,
                )  # fmt: skip
        return None

    def _noun(self, text: str) -> CueWord | None:
        for split in noun_splits(text):
            if split.stem in self._hearsay_nouns and not split.pronoun:
                return CueWord(CueKind.HEARSAY_NOUN, conjoined=bool(split.conjunction))
            if split.stem in self._nouns and not split.article:
                return CueWord(CueKind.NOUN, 1, "", split.pronoun, bool(split.conjunction))
        return None


def _fields(cue: CueWord) -> dict[str, Any]:
    return {name: getattr(cue, name) for name in CueWord.__slots__}


@cache
def reporting_lexicon() -> ReportingLexicon:
    """The lexicon, built once a process."""
    return ReportingLexicon()
