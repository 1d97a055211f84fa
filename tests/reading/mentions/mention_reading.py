"""Reads invented sentences for the tests of mentions."""

from __future__ import annotations

from datetime import date

from musnad.arabic.folding import fold_with_map
from musnad.arabic.sentences import sentences
from musnad.claims.model import Document
from musnad.reading.analysis import analyse
from musnad.reading.assembly import ActorRegister
from musnad.reading.mentions.coreference import Resolver
from musnad.reading.mentions.detection import detect
from musnad.reading.mentions.name_tagger import name_tagger
from musnad.reading.mentions.scan import scan
from musnad.reading.mentions.tagged import add_tagged
from musnad.reading.words.vocabulary import vocabulary

DAY = date(2016, 3, 10)


class Article:
    """An article's mentions by their words as published."""

    def __init__(self, text, published=DAY, publisher=None):
        self.text, self.folded = text, fold_with_map(text)
        words = vocabulary()
        self.scans = [scan(s, words) for s in sentences(self.folded.text)]
        self.found = [detect(one) for one in self.scans]
        for one, ms in zip(self.scans, self.found, strict=True):
            add_tagged(one, ms, name_tagger())
        resolver = Resolver(words, published, publisher)
        resolver.learn(m for ms in self.found for m in ms)
        for one, ms in zip(self.scans, self.found, strict=True):
            resolver.add_surnames(one, ms)
            resolver.resolve(ms)

    def words_of(self, mention):
        tokens = self.scans[mention.sentence].tokens
        return self.folded.span(tokens[mention.first].start, tokens[mention.last].end).of(self.text)

    @property
    def outermost(self):
        return [self.words_of(m) for ms in self.found for m in ms]

    def all(self):
        return [one for ms in self.found for m in ms for one in m.all()]

    def mention(self, words, nth=0):
        fits = [m for m in self.all() if self.words_of(m) == words and m.form.value != "pronoun"]
        assert fits, f"no mention {words!r} in {[self.words_of(m) for m in self.all()]}"
        return fits[nth]

    def key(self, words, nth=0):
        return self.mention(words, nth).resolved


def actors(text, published=DAY):
    """Every actor of an article, by Arabic name."""
    register = ActorRegister(analyse(Document("x", text, "", "", published)))
    return {a.ar: a for a in register.actors(register._mentions)}
