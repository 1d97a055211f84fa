"""Names of persons, places and organisations, by a model that never saw the sentences it is measured on."""

import pytest

from musnad.reading.mentions.name_tagger import name_tagger

_LEAST_F1 = 0.72
"""Below the first part's figure; over all five parts, `python -m training.names … --measure` gives 0.756."""


def test_names_are_found_in_sentences_never_seen(shared):
    pytest.importorskip("pycrfsuite", reason="python-crfsuite trains the model that is measured")
    from training.names import Tally, examples, fit, folds, read_conll  # noqa: PLC0415

    path = shared / "data" / "ner" / "cleananercorp_train.txt"
    if not path.exists():
        pytest.skip("the corpus of names is not here")
    learn, held = next(folds(read_conll(path)))
    tagger = fit(examples(learn), name_tagger().signs)
    tally = Tally()
    for one in examples(held):
        tally.add(tagger, one)
    assert tally.figures()["all"][2] >= _LEAST_F1
