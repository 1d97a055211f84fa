"""Words as the search index sees them: folded, and with and without the proclitics joined to their front.

A light stemming in the manner of Larkey, Ballesteros and Connell (2002), who take off the conjunction and the article; we keep
the written word too, so that no word is lost to a wrong cut.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from musnad.arabic.folding import fold
from musnad.errors import MusnadError
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

WORD = re.compile(r"[^\W_]+")


def name_key(text: str) -> str:
    """A name or part of one, folded, in lower case and with single spaces: equal for variants of its spelling."""
    return " ".join(fold(text).casefold().split())


def words(text: str) -> list[str]:
    """The folded words of a text, in lower case."""
    return WORD.findall(fold(text).casefold())


def indexed(*texts: str) -> str:
    """What the full-text index stores for the texts: every word and its shorter variants."""
    return " ".join(_entry(word) for text in texts for word in words(text))


def query_words(text: str) -> list[str]:
    """The words a search asks for, each once.

    Raises:
        MusnadError: M316, there is none.
    """
    wanted = list(dict.fromkeys(words(text)))
    if not wanted:
        raise MusnadError("M316", text=text)
    return wanted


@lru_cache(maxsize=65536)
def variants(word: str) -> tuple[str, ...]:
    """A folded word, then what remains of it without its conjunction, article or preposition."""
    found = [word]
    found += _without(word, "conjunctions")
    for base in tuple(found):
        found += _without(base, "articles") or _without(base, "prepositions")
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=65536)
def _entry(word: str) -> str:
    return " ".join(variants(word))


def _without(word: str, group: str) -> Sequence[str]:
    for form, least in _proclitics(group):
        if word.startswith(form) and len(word) - len(form) >= least:
            return (word[len(form) :],)
    return ()


@cache
def _proclitics(group: str) -> tuple[tuple[str, int], ...]:
    entry = load_yaml("musnad.ledger", "proclitics.yaml")[group]
    return tuple((form, entry["least"]) for form in sorted(entry["forms"], key=len, reverse=True))
