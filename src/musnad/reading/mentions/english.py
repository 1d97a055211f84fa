"""English names for actors that no list knows, so that English views are readable."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from musnad.arabic.folding import fold
from musnad.claims.model import ActorKind
from musnad.reading.mentions.model import MentionForm
from musnad.reading.mentions.romanisation import romanise
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from musnad.knowledge.base import KnowledgeBase
    from musnad.reading.mentions.model import Mention

_MAX_DEPTH = 3


def english_name(mention: Mention, base: KnowledgeBase) -> str:
    """An English name composed from the parts of a mention: "Salim al-Hadi", "forces of Egypt", "armed group".

    Persons are romanised; descriptions are glossed by head noun or office, adjectives, and whose they are. Words
    without a gloss are romanised.
    """
    return _name(mention, base, 0)


def _name(mention: Mention, base: KnowledgeBase, depth: int) -> str:
    known = base.actors.get(mention.key or mention.resolved)
    if known is not None and depth:
        return known.en
    if mention.form is MentionForm.PERSON:
        return romanise(mention.name, base)
    head = _gloss(mention)
    if not head:
        return romanise(mention.name.partition("@")[0], base)
    owner = _owner(mention, base, depth)
    adjectives = _adjectives(mention, base) if mention.form is not MentionForm.OFFICE else []
    phrase = " ".join([*adjectives, head])
    return f"{phrase} of {owner}" if owner else phrase


def _gloss(mention: Mention) -> str:
    word = _table()["words"].get(mention.word)
    if word:
        return str(word)
    table = _table()["offices" if mention.kind is ActorKind.PERSON else "nouns"]
    return str(table.get(mention.head) or mention.head.replace("_", " "))


def _owner(mention: Mention, base: KnowledgeBase, depth: int) -> str:
    body = mention.body
    if body is not None and depth < _MAX_DEPTH:
        return (
            _name(body, base, depth + 1) if body.form is not MentionForm.PRONOUN else _of(body.resolved, base)
        )
    return _of(mention.state or "", base)


def _of(key: str, base: KnowledgeBase) -> str:
    known = base.actors.get(key)
    if known is not None:
        return known.en
    return romanise(key.lstrip("~"), base) if key.startswith("~") and "@" not in key else ""


def _adjectives(mention: Mention, base: KnowledgeBase) -> list[str]:
    """The words after the head in the actor's own name, in English order."""
    words = mention.name.partition("@")[0].split()[1:]
    table = _folded_adjectives()
    glossed = [table.get(_masculine(word, table)) or _proper(word, base) for word in reversed(words)]
    return [word for word in glossed if word]


def _proper(word: str, base: KnowledgeBase) -> str:
    """A word without a gloss: romanised as a name, but for adjectives and joined words, which say too little."""
    return "" if word.endswith(("ه", "ي", "ين", "ون", "ات")) or word.startswith("و") else romanise(word, base)


def _masculine(word: str, table: dict[str, str]) -> str:
    if word in table:
        return word
    for ending in ("ه", "ين", "ون", "ات"):
        if word.removesuffix(ending) in table:
            return word.removesuffix(ending)
    return word


@cache
def _folded_adjectives() -> dict[str, str]:
    return {fold(word): gloss for word, gloss in _table()["adjectives"].items()}


def _table() -> dict[str, Any]:
    table: dict[str, Any] = load_yaml("musnad.reading.mentions", "english.yaml")
    return table
