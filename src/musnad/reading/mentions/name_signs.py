"""Signs by which names are told from other words: what the learnt tagger sees of a word, and of its neighbours.

Most signs depend on a word form alone, so that they are worked out once a form; those of neighbours together, and where a name
of the knowledge base stands, depend on the sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from musnad.arabic.folding import fold
from musnad.claims.model import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from musnad.knowledge.base import KnowledgeBase
    from musnad.reading.mentions.scan import Scan
    from musnad.reading.words.vocabulary import Word

Pair: TypeAlias = tuple[str, str]
"""What lists say of a word, and its class of middling fineness."""
EDGE: Pair = ("^", "^")
OFFSETS = (-2, -1, 0, 1, 2)
"""Which neighbours a word is judged by."""

_CLITICS = re.compile(r"^[وف]?(?:[بلك]ال|ال|لل|[بلك])?(?=..)")
_MAY_HANG = "وفبلك"
_SHORT = 3
_LONG = 8
_FAR = 2
_MOST = 3
_UNNAMED = frozenset({ActorKind.PERSON, ActorKind.PLACE, ActorKind.STATE})


@dataclass(frozen=True, slots=True)
class Signs:
    """What is known of word forms. `classes` gives a form's classes, coarse to fine, by the company it keeps in news.

    `barred`: words that no name holds. `kept`: the signs of the forms met so far, a pair of kind and middle class each.
    """

    base: KnowledgeBase
    barred: frozenset[str]
    classes: Mapping[str, tuple[int, ...]]
    kept: dict[str, tuple[str, str]] = field(default_factory=dict)

    def of(self, word: Word, offset: int) -> Iterator[str]:
        """The signs of a word at an offset from the word that is judged."""
        if word.mark or word.text[0].isdigit():
            yield f"{offset}w={word.text if word.mark else '0'}"
            return
        bare = _CLITICS.sub("", word.text)
        yield f"{offset}w={word.text}"
        for flag in self._flags(word):
            yield f"{offset}{flag}"
        for name in self._company(word.text, bare):
            yield f"{offset}{name}"
        if abs(offset) < _FAR:
            yield f"{offset}b={bare}"
            yield f"{offset}s2={bare[-2:]}"
            yield f"{offset}s3={bare[-3:]}"
        if not offset:
            yield from _shape(word.text, bare)
            if bare != word.text and bare in self.classes:
                yield from (f"bc{k}={c}" for k, c in enumerate(self.classes[bare]) if k)

    def together(self, scan: Scan) -> Iterator[tuple[int, str]]:
        """(Token, sign) for the signs of neighbours together, of the names that stand in lists, and of the two ends."""
        pairs = self.pairs(scan)
        for at in range(len(pairs) - 1):
            before, after = beside(pairs[at], pairs[at + 1])
            yield from ((at - 1, sign) for sign in before if at)
            yield from ((at, sign) for sign in after if at < len(scan.words))
        for at, middle in enumerate(pairs[1:-1]):
            yield at, f"c={pairs[at][1]}_{middle[1]}_{pairs[at + 2][1]}"
        yield from listed_names(scan)
        yield 0, "first"
        yield len(scan.words) - 1, "last"

    def pairs(self, scan: Scan) -> list[Pair]:
        """Kind and middle class of each word, with the two edges of the sentence around them."""
        return [EDGE, *map(self._pair, scan.words), EDGE]

    def in_names(self, form: str) -> bool:
        """Whether known persons or bodies bear the folded word in their names."""
        return any(form in counts for counts in _name_words(self.base))

    def _pair(self, word: Word) -> Pair:
        found = self.kept.get(word.text)
        if found is None:
            kind = word.text if word.mark else "|".join(sorted(_lists(word))[:2])
            near = self._classes(word.text, _CLITICS.sub("", word.text))[0]
            found = self.kept[word.text] = (kind, str(near[1]) if near else "-")
        return found

    def _flags(self, word: Word) -> Iterator[str]:
        yield from _lists(word)
        if word.text in self.barred:
            yield "barred"
        persons, bodies = _name_words(self.base)
        for name, counts in (("pw", persons), ("ow", bodies)):
            for cut, form in enumerate(_forms(word.text)):
                if form in counts:
                    yield f"{name}{min(cut, 1)}{min(counts[form], _MOST)}"
                    break

    def _company(self, text: str, bare: str) -> Iterator[str]:
        found, cut = self._classes(text, bare)
        if not found:
            yield "rare"
        for k, number in enumerate(found):
            yield f"c{k}{cut}={number}"

    def _classes(self, text: str, bare: str) -> tuple[tuple[int, ...], str]:
        for cut, form in enumerate((text, bare, "ال" + bare, text[1:])):
            if form in self.classes:
                return self.classes[form], "~" if cut else ""
        return (), ""


def beside(left: Pair, right: Pair) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The signs that two neighbours together are for the left one and for the right one."""
    return (
        (f"f>{left[0]}_{right[0]}", f"c>{left[1]}_{right[1]}"),
        (f"f<{left[0]}_{right[0]}", f"c<{left[1]}_{right[1]}"),
    )


def _forms(text: str) -> Iterator[str]:
    """The word, and what is left of it without what may hang on it."""
    yield text
    bare = _CLITICS.sub("", text)
    if bare != text:
        yield bare
        yield "ال" + bare
    if text[0] in _MAY_HANG and len(text) > _SHORT:
        yield text[1:]


def _shape(text: str, bare: str) -> Iterator[str]:
    yield f"n={min(len(text), _LONG)}"
    for length in (2, 3):
        yield f"p{length}={text[:length]}"
        yield f"q{length}={bare[:length]}"
    yield f"q4={bare[:4]}"
    yield f"s4={bare[-4:]}"
    yield f"s1={bare[-1:]}"
    yield from (f"g={bare[k : k + 3]}" for k in range(len(bare) - 2))


def _lists(word: Word) -> Iterator[str]:
    """What the word lists say of a word."""
    for split, ordinary in word.given[:1]:
        yield f"given{'w' if ordinary else ''}{'c' if split.conjunction or split.preposition else ''}"
    for head_split, head in word.nouns[:1]:
        yield f"noun={head.value.section}{'a' if head_split.article else ''}{'+' if head_split.pronoun else ''}"
    for name_split, name in word.names[:1]:
        yield f"name{len(name.rest) > 0}{'c' if name_split.conjunction or name_split.preposition else ''}"
    if word.offices:
        yield f"office{'a' if word.offices[0][0].article else ''}"
    for sort, there in (
        ("nisba", word.nisba),
        ("honorific", word.honorifics),
        ("kin", word.kin),
        ("modifier", word.modifier),
        ("verbal", word.verbal),
        ("unknown", word.unknown),
    ):
        if there:
            yield sort
    yield from (f"f={group}" for group in sorted(word.function))
    yield from (f"t={part}" for part in sorted({form.part.value for form in word.triggers}))


@cache
def _name_words(base: KnowledgeBase) -> tuple[Counter[str], Counter[str]]:
    """How often each folded word stands in the names of known persons, their first words left out, and of known bodies."""
    persons: Counter[str] = Counter()
    bodies: Counter[str] = Counter()
    for actor in base.actors.values():
        for name in (actor.ar, *actor.aliases_ar):
            words = fold(name).split()
            if actor.kind is ActorKind.PERSON:
                persons.update(words[1:])
            elif actor.kind not in _UNNAMED:
                bodies.update(words)
    return persons, bodies


def listed_names(scan: Scan) -> Iterator[tuple[int, str]]:
    """(Token, sign) for each word of a name of the knowledge base: its kind, and whether it is an ordinary word too."""
    at, tokens = 0, len(scan.tokens)
    while at < tokens:
        found = scan.longest(scan.words[at].names, at) if scan.words[at].names else None
        if found is None:
            at += 1
            continue
        _, phrase, length = found
        kind = scan.vocabulary.base.actors[phrase.value.ids[0]].kind.value
        sure = "?" if phrase.value.ordinary else "p" if phrase.value.place else ""
        for k in range(length):
            yield at + k, f"kb={'I' if k else 'B'}{kind}{sure}{length > 1}"
        at += length
