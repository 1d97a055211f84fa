"""Arabic names in Latin letters, as English newspapers write them."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from musnad.arabic.folding import fold
from musnad.claims.model import ActorKind
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from musnad.knowledge.base import KnowledgeBase

_VOWELS = frozenset("اوي")
_LOWER = frozenset({"bin", "ibn", "bint", "al"})
_MIN_ARTICLE = 4


def romanise(name: str, base: KnowledgeBase) -> str:
    """A folded Arabic name in Latin letters, word by word.

    Words that known persons bear are spelt as in their English names (محمد: Mohammed); others by rule, with an a where
    Arabic leaves a short vowel out.
    """
    known = _known_spellings(base)
    words = [known.get(word) or _by_rule(word) for word in name.split()]
    return " ".join(word for word in words if word)


@cache
def _known_spellings(base: KnowledgeBase) -> dict[str, str]:
    """Folded word → its most frequent spelling, over the known persons whose two names have as many words."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for actor in base.actors.values():
        if actor.kind is not ActorKind.PERSON:
            continue
        arabic, english = fold(actor.ar).split(), actor.en.split()
        if len(arabic) == len(english):
            for word, spelt in zip(arabic, english, strict=True):
                seen[word][spelt] += 1
    return {word: counts.most_common(1)[0][0] for word, counts in seen.items()}


@lru_cache(maxsize=20_000)
def _by_rule(word: str) -> str:
    if word.startswith("ال") and len(word) >= _MIN_ARTICLE:
        return "al-" + _by_rule(word[2:]).capitalize()
    spelt = "".join(_sound(word, i) for i in range(len(word)))
    return spelt if spelt in _LOWER else spelt.capitalize()


def _sound(word: str, i: int) -> str:
    """The letter at `i` with the short vowel after it, if one must be supplied."""
    letters: dict[str, str] = load_yaml("musnad.reading.mentions", "english.yaml")["letters"]
    letter, after = word[i], word[i + 1 : i + 2]
    last = i == len(word) - 1
    if letter in "وي" and i and (last or after not in _VOWELS):
        return ("u" if letter == "و" else "i") if word[i - 1] not in "وي" else letters[letter]
    if letter == "ه" and last and i > 1:
        return "" if word[i - 1] in _VOWELS else "a"
    sound = letters.get(letter, letter if letter.isdigit() else "")
    if letter in "وي" and not i and after not in _VOWELS:
        return sound + "a"
    if letter in _VOWELS or last or after in _VOWELS or (after == "ه" and i == len(word) - 2):
        return sound
    return sound + "a"
