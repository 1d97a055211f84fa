"""Everything one word may be, looked up once and remembered: the fast path of the reader.

News repeats its words; looking a form up in every list only the first time it is met keeps reading linear and quick.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from musnad.arabic.tokens import NounSplit, noun_splits, tokenize, verb_splits
from musnad.knowledge.base import KnowledgeBase, knowledge_base
from musnad.reading.lexicon.entries import Part
from musnad.reading.lexicon.triggers import TriggerForm, trigger_lexicon
from musnad.reading.words import nouns
from musnad.reading.words.lists import function_words, verb_forms
from musnad.reading.words.mention_words import mention_words
from musnad.reading.words.phrases import Phrase, PhraseIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from musnad.reading.words.nouns import HeadNoun, Honorific, Kin, Office

_CACHE_LIMIT = 400_000
_POSSESSORS = frozenset({"ه", "ها", "هم", "هما", "هن", "نا"})


@dataclass(frozen=True, slots=True)
class NameValue:
    """Actors that a name may mean, the likeliest first; `place` where the name is a place's."""

    ids: tuple[str, ...]
    place: bool
    ordinary: bool


@dataclass(frozen=True, slots=True)
class Word:
    """What a folded word may be. Each list pairs a way to cut the word with a phrase that its stem begins.

    `whole` pairs the ways to cut it that leave no pronoun with the stem, its article before it. `mark`: no word at all.
    `mentionable`: a mention may begin here. `unknown`: in no list at all, perhaps a name that no list knows. `nominal`,
    `present` and `conjoined`: as a trigger it may be no verb, a present tense, or joined by a conjunction.
    """

    text: str
    names: tuple[tuple[NounSplit, Phrase[NameValue]], ...]
    nouns: tuple[tuple[NounSplit, Phrase[HeadNoun]], ...]
    offices: tuple[tuple[NounSplit, Phrase[Office]], ...]
    honorifics: tuple[tuple[NounSplit, Phrase[Honorific]], ...]
    kin: tuple[tuple[NounSplit, Phrase[Kin]], ...]
    nisba: tuple[tuple[NounSplit, str], ...]
    given: tuple[tuple[NounSplit, bool], ...]
    function: frozenset[str]
    modifier: str
    triggers: tuple[TriggerForm, ...]
    verbal: bool
    whole: tuple[tuple[NounSplit, str], ...]
    mark: bool = field(init=False)
    mentionable: bool = field(init=False)
    unknown: bool = field(init=False)
    nominal: bool = field(init=False)
    present: bool = field(init=False)
    conjoined: bool = field(init=False)

    def __post_init__(self) -> None:
        """Works out what is asked of the same word again and again."""
        lists = (self.names, self.nouns, self.offices, self.honorifics, self.kin, self.nisba, self.given)
        mentionable = any(lists)
        derived = {
            "mark": not self.text[0].isalnum(),
            "mentionable": mentionable,
            "unknown": not (mentionable or self.function or self.modifier or self.triggers),
            "nominal": any(not form.part.is_verb for form in self.triggers),
            "present": any(form.part is Part.PRESENT for form in self.triggers),
            "conjoined": any(form.conjunction for form in self.triggers),
        }
        for name, value in derived.items():
            object.__setattr__(self, name, value)


class Vocabulary:
    """All word lists behind one look-up."""

    def __init__(self, base: KnowledgeBase) -> None:
        self.base = base
        self.complements = nouns.office_complements()
        self.particles = nouns.particles()
        self._names = _name_index(base)
        self._nouns = nouns.head_nouns()
        self._offices = nouns.offices()
        self._honorifics = nouns.honorifics()
        self._kin = nouns.kin()
        self._given = nouns.given_names()
        self._modifiers = nouns.office_modifiers()
        self._functions = function_words()
        self._verbs = verb_forms()
        self._lexicon = trigger_lexicon()
        self.mention_words = mention_words()
        self._seen: dict[str, Word] = {}

    def word(self, text: str) -> Word:
        """What the folded word may be."""
        found = self._seen.get(text)
        if found is None:
            if len(self._seen) > _CACHE_LIMIT:
                self._seen.clear()
            found = self._seen[text] = self._look_up(text)
        return found

    def _look_up(self, text: str) -> Word:
        splits = noun_splits(text)
        whole = [(s, ("ال" if s.article else "") + s.stem) for s in splits if not s.pronoun]
        triggers, function = self._lexicon.lookup(text), self._function(text)
        verbal = any(t.part.is_verb for t in triggers) or self._is_verb(text)
        heads = [s for s in splits if not s.pronoun or self._possessed(s)]
        titles = (
            () if function else heads
        )  # أمام and خلف are prepositions, though an imam and a successor too
        return Word(
            text=text,
            names=tuple((s, p) for s, form in whole for p in self._names.starting(form)),
            nouns=tuple(
                (s, p)
                for s in heads
                for p in self._nouns.starting(s.stem)
                if _owned(s, p.value.number, personal=p.value.personal)
            ),
            offices=tuple(
                (s, p) for s in titles for p in self._offices.starting(s.stem) if _owned(s, p.value.number)
            ),
            honorifics=tuple((s, p) for s in titles for p in self._honorifics.starting(s.stem)),
            kin=tuple((s, p) for s in titles for p in self._kin.starting(s.stem)),
            nisba=tuple(self._demonyms(whole)),
            given=tuple((s, self._given[form]) for s, form in whole if form in self._given and not s.article),
            function=function,
            modifier=self._modifiers.get(text, ""),
            triggers=triggers,
            verbal=verbal,
            whole=tuple(whole),
        )

    def _possessed(self, split: NounSplit) -> bool:
        """Whether the end of the word is likely a possessor, not a ta marbuta."""
        return (
            split.pronoun in _POSSESSORS and split.stem + split.pronoun not in self.mention_words.misleading
        )

    def _demonyms(self, whole: list[tuple[NounSplit, str]]) -> Iterator[tuple[NounSplit, str]]:
        nisba, barred = self.base.nisba, self.mention_words.no_demonyms
        return ((s, nisba[form]) for s, form in whole if form in nisba and form not in barred)

    def _is_verb(self, text: str) -> bool:
        return any(split.stem in self._verbs for split in verb_splits(text) if len(split.stem) > 1)

    def _function(self, text: str) -> frozenset[str]:
        found = self._functions.get(text)
        if found is None and text[:1] in "وف" and len(text) > 2:  # noqa: PLR2004
            found = self._functions.get(text[1:])
        return found or frozenset()


def _owned(split: NounSplit, number: str, *, personal: bool = False) -> bool:
    """False for a feminine that looks like a singular noun with «his»: عسكرية, folded, is عسكري and ه."""
    one = number in ("singular", "masculine")
    return not (split.pronoun == "ه" and one and (personal or split.stem.endswith("ي")))


def _name_index(base: KnowledgeBase) -> PhraseIndex[NameValue]:
    index: PhraseIndex[NameValue] = PhraseIndex()
    for table, place in ((base.names, False), (base.places, True)):
        for form, ids in table.items():
            words = [token.text for token in tokenize(form) if token.text != "-"]
            if words and not (place and form in base.names):
                index.add(words, NameValue(ids, place, form in base.ordinary))
    return index


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary over the package's own data, built once a process."""
    return Vocabulary(knowledge_base())
