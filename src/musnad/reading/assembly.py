"""Turns what was decided into actors and claims that point at the words of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.arabic.tokens import noun_splits
from musnad.claims.model import Actor, ActorKind, Claim, EventType, Interval, SourceLink, Span
from musnad.knowledge.base import knowledge_base
from musnad.reading.mentions.english import english_name
from musnad.reading.mentions.identification import confidence
from musnad.reading.mentions.model import MentionForm

if TYPE_CHECKING:
    from collections.abc import Iterable

    from musnad.reading.analysis import Analysis
    from musnad.reading.chains.model import Chain, Link, Place
    from musnad.reading.mentions.model import Mention

_MIN_GLOBAL_NAME = 2


class ActorRegister:
    """The article's actors: every resolved mention, under the id of its actor."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._mentions = analysis.mentions_by_actor()

    def id_of(self, key: str) -> str:
        """The public id of an actor: a known actor's own, else one made from its name."""
        return key if not key.startswith("~") else "~" + key[1:].replace(" ", "-")

    def actors(self, used: Iterable[str]) -> tuple[Actor, ...]:
        """The actors with these keys, in order of first appearance."""
        wanted = set(used)
        found = [self._actor(key) for key in self._mentions if key in wanted]
        return tuple(sorted(found, key=lambda a: (a.mentions[0].start if a.mentions else 0, a.id)))

    def everyone(self, used: Iterable[str]) -> tuple[Actor, ...]:
        """Every actor that has words of its own in the article, and those with these keys, in order of first appearance."""
        worded = (key for key, mentions in self._mentions.items() if any(map(_worded, mentions)))
        return self.actors({*used, *worded})

    def confidence(self, key: str) -> float:
        """How sure it is, in [0, 1], that the actor with that key is meant (`musnad.reading.mentions.identification`)."""
        return confidence(self._mentions[key], knowledge_base())

    def _actor(self, key: str) -> Actor:
        mentions = self._mentions[key]
        worded = [m for m in mentions if _worded(m)]
        spans = tuple(sorted({self._span(m) for m in worded}))
        known = knowledge_base().actors.get(key)
        if known is not None:
            return Actor(key, known.ar, known.en, known.kind, known.wikidata, spans, known=True)
        best = max(worded or mentions, key=_telling)
        kind = next((m.kind for m in mentions if m.kind is not ActorKind.UNNAMED), ActorKind.UNNAMED)
        english = english_name(best, knowledge_base())
        local = _is_local(key, best)
        return Actor(self.id_of(key), self.name_of(best), english, kind, None, spans, local=local)

    def _span(self, mention: Mention) -> Span:
        return self._analysis.span(mention.sentence, mention.first, mention.last)

    def name_of(self, mention: Mention) -> str:
        """The words that name the actor, as published but without clitics before them."""
        named = mention.name_first >= 0
        first, last = (mention.name_first, mention.name_last) if named else (mention.first, mention.last)
        tokens = self._analysis.contexts[mention.sentence].scan.tokens
        cut, article = _clitics(tokens[first].text, mention) if first == mention.first else (0, "")
        span = self._analysis.folded.span(tokens[first].start + cut, tokens[last].end)
        return article + " ".join(span.of(self._analysis.document.text).split())


def _worded(mention: Mention) -> bool:
    """Whether words of its own name or describe the actor."""
    return not mention.implied and mention.form is not MentionForm.PRONOUN


def _clitics(word: str, mention: Mention) -> tuple[int, str]:
    """How many letters of a folded word are clitics before the name, and what of the article they swallowed (للجيش)."""
    if not (mention.preposition or mention.conjunction):
        return 0, ""
    for split in noun_splits(word):
        if split.preposition == mention.preposition and bool(split.conjunction) == mention.conjunction:
            length = len(split.conjunction) + len(split.preposition)
            swallowed = split.article and split.preposition == "ل" and word[length : length + 2] != "ال"
            return length, "ا" if swallowed else ""
    return 0, ""


def _telling(mention: Mention) -> tuple[int, int, int]:
    named = mention.name_last >= 0 or mention.form is MentionForm.NAME
    words = (
        mention.name_last - mention.name_first if mention.name_last >= 0 else mention.last - mention.first
    ) + 1
    return (int(named), words if words < 7 else 0, -mention.first)  # noqa: PLR2004 - a longer phrase is no name


def _is_local(key: str, best: Mention) -> bool:
    """Whether the name means the same actor in other articles: full names, and groups bound to a known actor, do."""
    if best.name_last >= 0:
        return best.name_last - best.name_first + 1 < _MIN_GLOBAL_NAME
    return (
        "@" not in key or key.partition("@")[2].startswith("~") or ("@" in key and not key.rpartition("@")[2])
    )


class ChainWriter:
    """Writes the links of a chain as the claims show them."""

    def __init__(self, analysis: Analysis, register: ActorRegister) -> None:
        self._analysis = analysis
        self._register = register

    def sources(self, chain: Chain) -> tuple[SourceLink, ...]:
        """The chain, nearest link first."""
        return tuple(self._link(link) for link in chain)

    def keys(self, chain: Chain) -> list[str]:
        """The keys of the speakers that are actors."""
        return [link.mention.resolved for link in chain if link.mention is not None and link.mention.resolved]

    def _link(self, link: Link) -> SourceLink:
        text = None if link.named is None else self._text(link.named)
        key = link.mention.resolved if link.mention is not None else ""
        actor = self._register.id_of(key) if key else None
        return SourceLink(text, link.kind, self._span(link.cue), actor, link.time)

    def _span(self, place: Place) -> Span:
        return self._analysis.span(place.sentence, place.first, place.last)

    def _text(self, place: Place) -> str:
        return " ".join(self._span(place).of(self._analysis.document.text).split())


def first_statements(claims: list[Claim]) -> list[Claim]:
    """AFFILIATE is stated once for each pair and article, at its first statement."""
    seen: set[tuple[tuple[str, ...], tuple[str, ...], bool]] = set()
    out = []
    for claim in claims:
        if claim.type is EventType.AFFILIATE:
            key = (claim.subject, claim.object, claim.negated)
            if key in seen:
                continue
            seen.add(key)
        out.append(claim)
    return out


__all__ = ["ActorRegister", "ChainWriter", "Interval", "first_statements"]
