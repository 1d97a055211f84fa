"""Looks up the words of an article in the trigger lexicon."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from musnad.arabic.folding import fold
from musnad.arabic.tokens import noun_splits, verb_splits
from musnad.reading.lexicon.entries import AGENTIVE, Entry, Part, entry_of, raw_entries
from musnad.reading.lexicon.families import noun_sources, strings, verb_sources
from musnad.reading.lexicon.forms import TriggerForm
from musnad.reading.lexicon.idioms import PREPOSITIONS, Idiom, Wanted
from musnad.reading.lexicon.inflection import Number
from musnad.reading.lexicon.tables import FormTable
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from musnad.arabic.tokens import NounSplit, Token
    from musnad.reading.lexicon.entries import RawEntry

_CACHE_LIMIT = 300_000
_SHORTEST_CONJOINED = 3
Stored = tuple[Entry, Part, Number]
_Sense = tuple[Entry, Part]


class _Start(NamedTuple):
    """An idiom whose first word a token may be, and how the token is cut then.

    `next` is what the very next word must be; None where other words may stand in between.
    """

    idiom: Idiom
    part: Part | None
    number: Number
    conjunction: str
    preposition: str
    article: bool
    pronoun: str
    next: Wanted | None


class TriggerLexicon:
    """Every entry, its forms inflected when first asked for, with a memory of the words already looked up."""

    def __init__(self) -> None:
        self._verbs: FormTable[_Sense] = FormTable()
        self._nouns: FormTable[_Sense] = FormTable()
        self._verb_idioms: FormTable[tuple[Idiom, Part | None]] = FormTable()
        self._noun_idioms: FormTable[tuple[Idiom, Part | None]] = FormTable()
        self._seen: dict[str, tuple[TriggerForm, ...]] = {}
        self._starts: dict[str, tuple[_Start, ...]] = {}
        stops = load_yaml("musnad.reading.lexicon", "not_triggers.yaml")
        self._stops = frozenset(fold(word) for words in stops["words"].values() for word in words)
        for text in stops["idioms"]:
            self._add_idiom(Idiom(text, None, Part.PHRASE))
        for type_, raw in raw_entries():
            self._add(entry_of(type_, raw), raw)

    def forms(self) -> Iterator[tuple[str, Stored]]:
        """Every single-word form, for integrity tests."""
        for table in (self._verbs, self._nouns):
            yield from ((text, (*sense, number)) for text, sense, number in table.items())

    def lookup(self, word: str) -> tuple[TriggerForm, ...]:
        """Everything the folded word may be as a trigger: nouns before verbs, the least cut reading of each sense.

        Empty for a word that is another word (`not_triggers.yaml`), bare or with proclitics.
        """
        found = self._seen.get(word)
        if found is None:
            if len(self._seen) > _CACHE_LIMIT:
                self._seen.clear()
            found = self._seen[word] = self._look_up(word)
        return found

    def idioms(
        self, tokens: Sequence[Token], at: int, stops: Callable[[int], bool] | None = None
    ) -> Iterator[tuple[TriggerForm | None, int]]:
        """The idioms that begin at token `at`, the longest first, each with how many tokens it takes.

        `stops(k)` tells whether token k may not stand between the words of an idiom; marks never may. The form is
        None for an idiom of `not_triggers.yaml`: the words that it takes state nothing.
        """
        starts = self._starting(tokens[at].text)
        if not starts:
            return

        def stop(k: int) -> bool:
            return not tokens[k].text[0].isalnum() or (stops is not None and stops(k))

        found: list[tuple[TriggerForm | None, int]] = []
        after = tokens[at + 1].text if at + 1 < len(tokens) else ""
        for start in starts:
            if start.next is not None and not (after and start.next.meets(after)):
                continue
            match = start.idiom.match(tokens, at, start.part, stop)
            if match is None:
                continue
            length = 1 if match.gap else match.reach
            if start.idiom.entry is None:
                found.append((None, length))
                continue
            last = start.idiom.pronoun(tokens[at + match.reach - 1].text) or start.pronoun
            found.append(
                (
                    TriggerForm(
                        start.idiom.entry, start.idiom.part, start.number, start.conjunction, start.preposition,
                        start.article, last, length, start.part, match.gap, match.reach,
                    ),
                    length,
                )
            )  # fmt: skip
        yield from sorted(found, key=lambda one: -one[1])

    def phrases(self, tokens: Sequence[Token], at: int) -> Iterator[TriggerForm]:
        """The idioms that begin at token `at` and state something, the longest first."""
        yield from (form for form, _ in self.idioms(tokens, at) if form is not None)

    def _look_up(self, word: str) -> tuple[TriggerForm, ...]:
        splits = noun_splits(word)
        if any(s.stem in self._stops for s in splits if not s.pronoun) or word in self._stops:
            return ()
        readings = [*self._as_noun(splits), *self._as_verb(word)]
        if any(not (f.conjunction or f.preposition or f.pronoun or f.article) for f in readings):
            readings = [f for f in readings if not _is_overcut(f, word)]
        first: dict[_Sense, TriggerForm] = {}
        for form in readings:
            first.setdefault((form.entry, form.part), form)
        return tuple(first.values())

    def _as_verb(self, word: str) -> Iterator[TriggerForm]:
        for split in verb_splits(word):
            for (entry, part), number in self._verbs.get(split.stem):
                if split.particle and part is Part.PAST:
                    continue
                yield TriggerForm(
                    entry, part, number, split.conjunction, split.particle, False, split.pronoun
                )

    def _as_noun(self, splits: tuple[NounSplit, ...]) -> Iterator[TriggerForm]:
        for split in splits:
            for (entry, part), number in self._nouns.get(split.stem):
                yield TriggerForm(
                    entry, part, number, split.conjunction, split.preposition, split.article, split.pronoun
                )

    def _starting(self, word: str) -> tuple[_Start, ...]:
        found = self._starts.get(word)
        if found is None:
            if len(self._starts) > _CACHE_LIMIT:
                self._starts.clear()
            first: dict[tuple[int, Part | None], _Start] = {}
            for start in self._all_starts(word):
                first.setdefault((id(start.idiom), start.part), start)
            found = self._starts[word] = tuple(first.values())
        return found

    def _all_starts(self, word: str) -> Iterator[_Start]:
        for split in noun_splits(word):
            for (idiom, part), number in self._noun_idioms.get(split.stem):
                yield _Start(
                    idiom,
                    part,
                    number,
                    split.conjunction,
                    split.preposition,
                    split.article,
                    split.pronoun,
                    idiom.next if part is None else None,
                )
        for verb in verb_splits(word):
            for (idiom, part), number in self._verb_idioms.get(verb.stem):
                if not (verb.particle and part is Part.PAST):
                    yield _Start(
                        idiom, part, number, verb.conjunction, verb.particle, False, verb.pronoun, None
                    )

    def _add(self, entry: Entry, raw: RawEntry) -> None:
        for part, source in verb_sources(raw):
            self._verbs.add(source, (entry, part))
        for part, source in noun_sources(raw):
            self._nouns.add(source, (entry, part))
        for key, part in (("lead", Part.LEAD), ("phrases", Part.PHRASE)):
            for text in strings(raw.get(key)):
                self._add_idiom(Idiom(text, entry, part))

    def _add_idiom(self, idiom: Idiom) -> None:
        for head in idiom.heads():
            table = self._verb_idioms if head.part in (Part.PAST, Part.PRESENT) else self._noun_idioms
            table.add(head.source, (idiom, head.part))


def _is_overcut(form: TriggerForm, word: str) -> bool:
    """Whether a reading cuts what is a whole word of the lexicon: بحث is not ب and حث, but ودعت may be و and دعت."""
    if form.preposition in ("ب", "ل", "ك"):
        return True
    return bool(form.conjunction) and len(word) - len(form.pronoun) <= _SHORTEST_CONJOINED


@cache
def trigger_lexicon() -> TriggerLexicon:
    """The lexicon, built once a process."""
    return TriggerLexicon()


__all__ = ["AGENTIVE", "PREPOSITIONS", "TriggerForm", "TriggerLexicon", "trigger_lexicon"]
