"""Inflects the demonym (nisba) of a state: gender, number, case, definiteness, and broken plurals, in folded form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.arabic.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# After the final ya of مصري, in folded spelling: m. sg., f. sg., m. dual, f. dual, m. pl. (and construct), f. pl.
_SUFFIXES = ("", "ه", "ان", "ين", "تان", "تين", "ون", "و", "ي", "ات")
_CONSTRUCT = ("و", "ي")
_ACCUSATIVE = "ا"
_ARTICLE = "ال"
# A short plural with the accusative alef could be another word altogether (روس, روسا).
_MIN_ACCUSATIVE_PLURAL = 4


def nisba_forms(base: str) -> frozenset[str]:
    """Every folded form of a regular nisba given in the masculine singular, of one word or several.

    The accusative مصريا is also the adverb ("by Egypt's account"). In "كوري شمالي" both words inflect; in
    "جنوب أفريقي" only the word that ends in ya does.
    """
    words = fold(base).split()
    forms = {" ".join(_attach(words, suffix)) for suffix in (*_SUFFIXES, _ACCUSATIVE)}
    forms |= set(
        _definite(" ".join(_attach(words, suffix)) for suffix in _SUFFIXES if suffix not in _CONSTRUCT)
    )
    return frozenset(forms)


def plural_forms(plural: str) -> frozenset[str]:
    """The folded forms of a broken plural (أتراك): bare, accusative, with the article."""
    folded = fold(plural)
    forms = {folded, *_definite([folded])}
    if len(folded) >= _MIN_ACCUSATIVE_PLURAL and " " not in folded and not folded.endswith(("ون", "ين", "ه")):
        forms.add(folded + _ACCUSATIVE)
    return frozenset(forms)


def _attach(words: list[str], suffix: str) -> list[str]:
    return [word + suffix if word.endswith("ي") else word for word in words]


def _definite(phrases: Iterable[str]) -> Iterator[str]:
    for phrase in phrases:
        first, *rest = phrase.split()
        yield " ".join([_ARTICLE + first, *rest])
        if rest:
            yield " ".join(_ARTICLE + word for word in (first, *rest))
