"""Finds what the model quotes in the article: the same words, whatever their vowel marks, hamzas and clitics."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from musnad.arabic.folding import fold
from musnad.arabic.tokens import tokenize
from musnad.reading.chains.model import Place

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from musnad.reading.analysis import Analysis

_PROCLITICS: Final = re.compile(r"[وف]?(?:[بلكس]?(?:ال)?|لل)")
_MOST: Final = 4
_ARTICLE: Final = "ال"


class Quotes:
    """Finds quotations in one article."""

    def __init__(self, analysis: Analysis) -> None:
        self._words = [
            [(at, token.text) for at, token in enumerate(context.scan.tokens) if token.text[0].isalnum()]
            for context in analysis.contexts
        ]
        # In which sentences a word stands, bare or with something before it: long articles are not searched again and again.
        self._having: dict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self._words):
            for form in {form for _, text in words for form in _forms(text)}:
                self._having[form].append(number)

    def nearest(self, quote: str, sentence: int, token: int = 0) -> Place | None:
        """The place of the quoted words nearest to a token: in its sentence, else before it, else after it."""
        wanted = words_of(quote)
        here = sorted(self._in(wanted, sentence), key=lambda place: abs(place.first - token))
        if here:
            return here[0]
        numbers = self._sentences(wanted)
        for other in (*reversed([n for n in numbers if n < sentence]), *(n for n in numbers if n > sentence)):
            found = list(self._in(wanted, other))
            if found:
                return found[-1] if other < sentence else found[0]
        return None

    def trigger(
        self, quote: str, sentence: int, among: Collection[int], ends: Iterable[str] = ()
    ) -> Place | None:
        """Where a trigger stands: in its sentence, which is one of those asked about; else the only place among these.

        Where the sentence has the words more than once, the place nearest to the quoted ends of the claim is meant.
        """
        wanted = words_of(quote)
        here = list(self._in(wanted, sentence)) if sentence in among else []
        if here:
            return here[0] if len(here) == 1 else self._nearest_to(here, ends)
        found = [p for other in self._sentences(wanted) if other in among for p in self._in(wanted, other)]
        return found[0] if len(found) == 1 else None

    def _nearest_to(self, places: Sequence[Place], ends: Iterable[str]) -> Place:
        """The place with the ends nearest to it, the first of several alike; ends elsewhere count for nothing."""
        sentence = places[0].sentence
        rows = [[found.first for found in self._in(words_of(end), sentence)] for end in ends]

        def away(place: Place) -> int:
            return sum(min(abs(at - place.first) for at in row) for row in rows if row)

        return min(places, key=away)

    def _sentences(self, wanted: Sequence[str]) -> list[int]:
        """The sentences that hold all the words, in order."""
        if not wanted:
            return []
        rows = [self._having.get(word, []) for word in wanted]
        common = set(rows[0]).intersection(*rows[1:])
        return sorted(common)

    def _in(self, wanted: Sequence[str], sentence: int) -> Iterator[Place]:
        """Where the words stand one after another, marks between them not counted.

        The article's first word may have clitics before what is quoted of it (وروسيا: روسيا); places without come first.
        """
        if not wanted or not 0 <= sentence < len(self._words):
            return
        words = self._words[sentence]
        cut: list[Place] = []
        for start in range(len(words) - len(wanted) + 1):
            if any(words[start + k][1] != wanted[k] for k in range(1, len(wanted))):
                continue
            first = words[start][1]
            place = Place(sentence, words[start][0], words[start + len(wanted) - 1][0])
            if first == wanted[0]:
                yield place
            elif wanted[0] in _forms(first):
                cut.append(place)
        yield from cut


def words_of(quote: str) -> list[str]:
    """The folded words of a quotation, without marks."""
    return [token.text for token in tokenize(fold(quote)) if token.text[0].isalnum()]


@lru_cache(maxsize=50_000)
def _forms(word: str) -> frozenset[str]:
    """The word, and what may be quoted of it without its proclitics; after ل with the article that it swallowed (للجيش)."""
    forms = {word}
    for length in range(1, min(_MOST, len(word) - 1) + 1):
        if _PROCLITICS.fullmatch(word[:length]):
            forms.add(word[length:])
            if word[:length].endswith("لل"):
                forms.add(_ARTICLE + word[length:])
    return frozenset(forms)
