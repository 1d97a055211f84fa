"""Whatever the words, chains are built, and every place lies in its sentence."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.arabic.folding import fold
from musnad.arabic.sentences import sentences
from musnad.reading.chains.building import ChainBuilder
from musnad.reading.mentions.detection import detect
from musnad.reading.mentions.scan import scan
from musnad.reading.words.vocabulary import vocabulary
from musnad.resources import load_yaml

DATA = load_yaml("musnad.reading.chains", "reporting.yaml")
WORDS = [
    *(pair.split()[0] for group in DATA["verbs"].values() for pair in group),
    *(DATA["adverbials"] + DATA["hearsay"] + DATA["complementizers"] + DATA["content_prepositions"]),
    *(DATA["according"]["plain"] + DATA["according"]["relayed"] + DATA["by_saying"] + DATA["pretexts"]),
    *(DATA["statements"] + DATA["outlets"] + DATA["documents"] + DATA["nouns"] + DATA["hearsay_nouns"]),
    *["مصدر", "المصدر", "فرنسا", "الجيش", "وزير", "الخارجية", "رويترز", "لرويترز", "الذي", "في", "أمس", "و", "انسحب", "دعم", ":", "«", "»", '"', "،", ".", "(", ")\n"],
]  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_words_give_chains_within_their_sentences(words: list[str]) -> None:
    builder = ChainBuilder()
    vocab = vocabulary()
    lengths: list[int] = []
    for sentence in sentences(fold(" ".join(words))):
        one = scan(sentence, vocab)
        lengths.append(len(one.tokens))
        chains = builder.read(one, detect(one))
        for at in range(len(one.tokens)):
            for link in chains.at(at):
                for place in (link.named, link.cue):
                    if place is not None:
                        assert 0 <= place.first <= place.last < lengths[place.sentence]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_no_speaker_stands_twice_in_a_chain(words: list[str]) -> None:
    builder = ChainBuilder()
    for sentence in sentences(fold(" ".join(words))):
        one = scan(sentence, vocabulary())
        chains = builder.read(one, detect(one))
        for at in range(len(one.tokens)):
            identities = [link.identity for link in chains.at(at)]
            assert len(identities) == len(set(identities))
