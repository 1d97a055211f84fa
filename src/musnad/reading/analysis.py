"""Everything found in an article before claims are decided: sentences, mentions and whom they mean, chains, triggers."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from musnad.arabic.folding import FoldedText, fold_with_map
from musnad.arabic.sentences import sentences
from musnad.reading.candidates import Trigger, triggers
from musnad.reading.chains.building import ChainBuilder
from musnad.reading.context import Placed, SentenceContext
from musnad.reading.lexicon.triggers import trigger_lexicon
from musnad.reading.mentions.coreference import Resolver
from musnad.reading.mentions.detection import detect
from musnad.reading.mentions.model import Mention, MentionForm
from musnad.reading.mentions.name_tagger import name_tagger
from musnad.reading.mentions.scan import scan
from musnad.reading.mentions.tagged import add_tagged
from musnad.reading.words.vocabulary import Vocabulary, vocabulary

if TYPE_CHECKING:
    from musnad.claims.model import Document, Span
    from musnad.reading.mentions.scan import Scan

_CARRIED_SENTENCES = 3
_MAX_CARRIED = 6


@dataclass(frozen=True, slots=True)
class Analysis:
    """An article's sentences with all that was found in each, in order."""

    document: Document
    folded: FoldedText
    contexts: tuple[SentenceContext, ...]
    triggers: tuple[tuple[Trigger, ...], ...]
    salience: dict[str, int]

    def span(self, sentence: int, first: int, last: int) -> Span:
        """Tokens of a sentence as a span of the article as published."""
        tokens = self.contexts[sentence].scan.tokens
        return self.folded.span(tokens[first].start, tokens[last].end)

    def mentions_by_actor(self) -> dict[str, list[Mention]]:
        """Every resolved mention, in order, under its actor; an actor without any has an empty list."""
        out: dict[str, list[Mention]] = defaultdict(list)
        for context in self.contexts:
            for placed in context.placed:
                if placed.mention.resolved:
                    out[placed.mention.resolved].append(placed.mention)
        return out


def analyse(document: Document) -> Analysis:
    """Finds everything a claim is made of. A pure function of the document."""
    words = vocabulary()
    folded = fold_with_map(document.text)
    scans = [scan(sentence, words) for sentence in sentences(folded.text)]
    mentions = _mentions(scans, words, document)
    salience = Counter(one.resolved for ms in mentions for m in ms for one in m.all() if one.resolved)
    builder = ChainBuilder(publisher=document.publisher, published=document.published)
    contexts: list[SentenceContext] = []
    for one, found in zip(scans, mentions, strict=True):
        chains = builder.read(one, found)
        contexts.append(SentenceContext(one, found, chains, _carried(mentions, len(contexts))))
    lexicon = trigger_lexicon()
    found_triggers = tuple(tuple(triggers(context, lexicon)) for context in contexts)
    return Analysis(document, folded, tuple(contexts), found_triggers, dict(salience))


def _mentions(scans: list[Scan], words: Vocabulary, document: Document) -> list[list[Mention]]:
    """Mentions of every sentence, resolved; persons named in full anywhere are found again by surname."""
    found = [detect(one) for one in scans]
    tagger = name_tagger()
    for one, ms in zip(scans, found, strict=True):
        add_tagged(one, ms, tagger)
    resolver = Resolver(words, document.published, document.publisher)
    resolver.learn(m for ms in found for m in ms)
    for one, ms in zip(scans, found, strict=True):
        resolver.add_surnames(one, ms)
        resolver.resolve(ms)
    return found


def _carried(mentions: list[list[Mention]], index: int) -> list[Mention]:
    """The actors spoken of last before a sentence: one mention each, the latest first."""
    out: dict[str, Mention] = {}
    for ms in reversed(mentions[max(0, index - _CARRIED_SENTENCES) : index]):
        for mention in ms:
            if mention.resolved and mention.form is not MentionForm.PRONOUN and not mention.preposition:
                out.setdefault(mention.resolved, mention)
    return list(out.values())[:_MAX_CARRIED]


def carried_pairs(context: SentenceContext) -> list[Placed]:
    """The carried mentions as candidates, but for actors the sentence itself names."""
    named = {p.mention.resolved for p in context.placed}
    return [Placed(m, 0, None) for m in context.carried if m.resolved not in named]
