"""The reporting words are well-formed and found again."""

from __future__ import annotations

import pytest

from musnad.arabic.folding import fold
from musnad.arabic.tokens import tokenize
from musnad.reading.chains.cues import CueKind
from musnad.reading.chains.lexicon import reporting_lexicon
from musnad.resources import load_yaml

DATA = load_yaml("musnad.reading.chains", "reporting.yaml")
PAIRS = [(pair, key) for key, pairs in DATA["verbs"].items() for pair in pairs]


@pytest.mark.parametrize(("pair", "key"), PAIRS)
def test_verbs_are_pairs_of_past_and_present(pair: str, key: str) -> None:
    past, present = pair.split()
    assert present.startswith("ي"), pair
    assert not past.startswith("ي"), pair
    assert key in set(CueKind)


def test_no_verb_stands_in_two_groups() -> None:
    pasts = [pair.split()[0] for pair, _ in PAIRS]
    assert sorted(pasts) == sorted(set(pasts))


@pytest.mark.parametrize("key", ["doubtful", "objects", "tells", "charges", "impersonal"])
def test_marked_verbs_are_verbs_of_the_groups(key: str) -> None:
    known = {word for pair, _ in PAIRS for word in pair.split()}
    assert set(DATA[key]) <= known, set(DATA[key]) - known


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("وقالت", CueKind.SAY),
        ("وأضافوا", CueKind.ADD),
        ("اتهمته", CueKind.STANCE),
        ("مشيرةً", CueKind.ADVERBIAL),
        ("وفقا لمصادر", CueKind.ACCORDING),
        ("نقلا عن", CueKind.RELAYED),
        ("بذريعة", CueKind.PRETEXT),
        ("يقال", CueKind.HEARSAY),
    ],
)
def test_cues_are_found_with_clitics_and_endings(words: str, kind: CueKind) -> None:
    cue = reporting_lexicon().cue(tokenize(fold(words)), 0)
    assert cue is not None
    assert cue.kind is kind


def test_ordinary_words_are_no_cues() -> None:
    tokens = tokenize(fold("الجيش القلعة مصر أمن برنامج"))
    assert [reporting_lexicon().cue(tokens, at) for at in range(len(tokens))] == [None] * len(tokens)
