"""Who is meant by the words that the model quotes: the article's own actors, else the knowledge base, else the name itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from musnad.arabic.folding import fold
from musnad.claims.model import Actor, ActorKind, Span
from musnad.knowledge.base import knowledge_base
from musnad.reading.assembly import ActorRegister
from musnad.reading.llm.quotes import words_of
from musnad.reading.mentions.romanisation import romanise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from musnad.arabic.tokens import Token
    from musnad.reading.analysis import Analysis
    from musnad.reading.chains.model import Place
    from musnad.reading.mentions.model import Mention

_SAME: Final = 0.5
_LONGEST_NAME: Final = 12
_FULL_NAME: Final = 2


@dataclass(slots=True)
class _Quoted:
    """An actor as the model quotes it."""

    name: str
    kind: ActorKind
    spans: set[Span]


class ActorBook:
    """The actors of one article that the model's claims name."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._register = ActorRegister(analysis)
        self._quoted: dict[str, _Quoted] = {}

    def key_of(self, place: Place, quote: str, kind: ActorKind) -> str | None:
        """The key of the actor that the quoted words name; None where they are no name but half a sentence."""
        words = words_of(quote)
        key = self.known(place, quote)
        if key is None and len(words) > _LONGEST_NAME:
            return None
        key = key or f"~{' '.join(words)}"
        self.note(key, place, quote, kind)
        return key

    def known(self, place: Place, quote: str) -> str | None:
        """The key of the actor that the article or the knowledge base knows by these words."""
        mention, alike = self._mention(place)
        if mention is not None and alike == 1:
            return mention.resolved
        base, name = knowledge_base(), " ".join(words_of(quote))
        found = base.names.get(name) or base.places.get(name)
        known = found[0] if found else base.nisba.get(name)
        return known or (mention.resolved if mention is not None else None)

    def note(self, key: str, place: Place, quote: str, kind: ActorKind = ActorKind.UNNAMED) -> None:
        """Notes a place where an actor is named."""
        span = self._analysis.span(place.sentence, place.first, place.last)
        if key not in self._quoted:
            self._quoted[key] = _Quoted(self._name(place, quote), kind, set())
        self._quoted[key].spans.add(span)

    def _name(self, place: Place, quote: str) -> str:
        """The quoted words as the article writes them, without marks, and without clitics before what is quoted."""
        tokens = self._analysis.contexts[place.sentence].scan.tokens[place.first : place.last + 1]
        first = words_of(quote)[0]
        cut = max(0, len(tokens[0].text) - len(first))
        if not tokens[0].text.endswith(first):
            return " ".join([first, *(self._written(t) for t in tokens[1:] if t.text[0].isalnum())])
        words = [
            self._written(tokens[0], cut),
            *(self._written(t) for t in tokens[1:] if t.text[0].isalnum()),
        ]
        return " ".join(words)

    def _written(self, token: Token, cut: int = 0) -> str:
        return self._analysis.folded.span(token.start + cut, token.end).of(self._analysis.document.text)

    def id_of(self, key: str) -> str:
        """The public id of an actor."""
        return self._register.id_of(key)

    def everyone(self, used: Iterable[str]) -> tuple[Actor, ...]:
        """Every actor that has words of its own in the article, and those with these keys, in order of first appearance."""
        keys = list(dict.fromkeys(used))
        found = {actor.id: actor for actor in self._register.everyone(keys)}
        for key in keys:
            actor, quoted = found.get(self.id_of(key)) or self._made(key), self._quoted.get(key)
            spans = set(actor.mentions) | (quoted.spans if quoted else set())
            found[actor.id] = replace(actor, mentions=tuple(sorted(spans)))
        return tuple(sorted(found.values(), key=lambda a: (a.mentions[0].start if a.mentions else 0, a.id)))

    def _made(self, key: str) -> Actor:
        """An actor that none of the article's own mentions name."""
        base = knowledge_base()
        known = base.actors.get(key)
        if known is not None:
            return Actor(key, known.ar, known.en, known.kind, known.wikidata, known=True)
        quoted = self._quoted[key]
        local = quoted.kind is ActorKind.UNNAMED or len(key.split()) < _FULL_NAME
        return Actor(
            self.id_of(key), quoted.name, romanise(fold(quoted.name), base), quoted.kind, local=local
        )

    def _mention(self, place: Place) -> tuple[Mention | None, float]:
        """The mention that is mostly the same words, outer ones first, and how much of the words they share."""
        best, most = None, 0.0
        for placed in self._analysis.contexts[place.sentence].placed:
            mention = placed.mention
            alike = _overlap(place, mention)
            if mention.resolved and not mention.implied and alike > max(most, _SAME):
                best, most = mention, alike
        return best, most


def _overlap(place: Place, mention: Mention) -> float:
    """Words of both over words of either."""
    both = min(place.last, mention.last) - max(place.first, mention.first) + 1
    either = max(place.last, mention.last) - min(place.first, mention.first) + 1
    return max(0, both) / either
