"""Readers and bars of confidence through the Python interface."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tiny_reader import AUTUMN, SPRING, TinyReader

import musnad
from musnad.api.readers import own_reader, stating
from musnad.reading.reader import default_reader

sys.path.insert(0, str(Path(__file__).parent.parent / "reading" / "llm"))

from loopback import model, serving

NEWS = "قال وزير الخارجية إن مصر تدعم السودان وإن فرنسا قد تعارض اليونان منذ مارس 1949."


def code_of(caught):
    return caught.value.code


def test_a_large_model_reads_into_a_ledger(tmp_path, monkeypatch):
    monkeypatch.setenv("MUSNAD_LLM_KEY", " k-secret ")
    with serving(model()) as server:
        reader = musnad.llm_reader(server.url, "tiny", timeout=20)
        with musnad.Ledger(tmp_path / "l.db", reader=reader) as ledger:
            summary = ledger.read(musnad.Document("d", "مصر تدعم السودان كل عام."))
            assert (summary.documents, summary.claims) == (1, 1)
            assert [tie.subject.id for tie in ledger.who("Sudan")] == ["egypt"]
        assert musnad.read("مصر تدعم السودان كل عام.", reader=reader).reader == "musnad-llm-1/tiny"
    assert server.headers[0]["Authorization"] == "Bearer k-secret"
    assert "k-secret" not in repr(reader.endpoint)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (("", "m", None), "M221"),
        (("http://localhost", "", None), "M221"),
        (("http://localhost", "m", 0), "M427"),
        (("http://localhost", "m", float("nan")), "M427"),
        (("http://localhost", "m", 1e9), "M427"),
    ],
)
def test_impossible_servers_are_refused(given, code):
    url, name, timeout = given
    with pytest.raises(musnad.MusnadError) as caught:
        musnad.llm_reader(url, name, timeout=timeout)
    assert code_of(caught) == code


def test_one_bad_answer_costs_one_article_only(tmp_path):
    def say(request):
        return "what?" if "فرنسا" in request["messages"][1]["content"] else json.dumps({"claims": []})

    documents = [musnad.Document("a", "فرنسا تدعم مصر."), musnad.Document("b", "مصر تدعم السودان.")]
    with (
        serving(model(say)) as server,
        musnad.Ledger(tmp_path / "l.db", reader=musnad.llm_reader(server.url, "m")) as ledger,
    ):
        summary = ledger.read(*documents)
    assert summary.stored == 1
    assert [failure.error.code for failure in summary.failures] == ["M228"]


def test_the_program_s_reader_states_more_or_less_as_asked():
    own = default_reader()
    least = own.models.thresholds.claim
    loose, plain, strict = (musnad.read(NEWS, min_confidence=bar) for bar in (0.0, None, 0.5))
    assert len(loose.claims) >= len(plain.claims) >= len(strict.claims)
    assert all(claim.confidence >= least - 1e-4 for claim in plain.claims)
    assert all(claim.confidence >= 0.5 - 1e-4 for claim in strict.claims)
    assert [c for c in plain.claims if c.confidence >= 0.5] == list(strict.claims)
    assert len({loose.reader, plain.reader, strict.reader}) == 3
    # Asked for its own bar, it is itself.
    assert musnad.read(NEWS, min_confidence=least) == plain
    assert own_reader(None).name == own.name
    twice = own_reader(0.3).at_least(0.3)
    assert (twice.name, twice.at_least(0.5).name) == (f"{own.name}+min0.3", f"{own.name}+min0.5")


def test_other_readers_leave_out_what_they_are_less_sure_of():
    reading = musnad.read(AUTUMN, reader=TinyReader(), min_confidence=0.5)
    assert [claim.confidence for claim in reading.claims] == [0.9]
    assert reading.reader == "tiny-1+min0.5"
    assert stating(TinyReader(), None) == TinyReader()
    assert stating(TinyReader(), 0.0) == TinyReader()


@pytest.mark.parametrize("bar", [-0.1, 1.1, float("nan")])
def test_an_impossible_bar_is_refused(bar, tmp_path):
    for ask in (
        lambda: musnad.read(SPRING, reader=TinyReader(), min_confidence=bar),
        lambda: musnad.Ledger(tmp_path / "l.db", reader=TinyReader()).read(min_confidence=bar),
    ):
        with pytest.raises(musnad.MusnadError) as caught:
            ask()
        assert code_of(caught) == "M427"


def test_every_question_heeds_the_bar(ledger):
    """The autumn article says with confidence 0.4 that Boldar backs Sahli; the bar leaves that out everywhere."""
    voices = [len(ledger.tie("بولدار", "السهلي", min_confidence=bar).voices) for bar in (0.0, 0.5)]
    assert voices[0] > voices[1] > 0
    profiles = [ledger.actor("بولدار", min_confidence=bar).claims for bar in (0.0, 0.5)]
    assert profiles[0] == profiles[1] + 1
    assert len(ledger.claims(min_confidence=0.95)) == 0
    assert ledger.who("السهلي", as_of="2021-03", min_confidence=0.95) == []
    assert ledger.who("السهلي", as_of="2021-03", min_confidence=0.9) != []
    last = [ledger.timeline("بولدار", "السهلي", min_confidence=bar)[-1].voices for bar in (0.0, 0.5)]
    assert len(last[0]) > len(last[1])
    assert "ربما" in ledger.report("السهلي")
    assert ledger.terms(min_confidence=0.5).min_confidence == 0.5


def test_explanations(tmp_path):
    found = musnad.explain(NEWS, published="1949-05-10", claim=1)
    assert isinstance(found, musnad.Explanation)
    assert json.loads(json.dumps(musnad.explanation_to_dict(found)))["claims"] == found.claims
    place = musnad.explain(NEWS, at=NEWS.index("تدعم"))
    assert place.place.word.text == "تدعم"
    with musnad.Ledger(tmp_path / "l.db", reader=default_reader()) as ledger:
        ledger.read(musnad.Document("d", NEWS))
        for record in ledger.claims():
            (case,) = ledger.explain(record.id).cases
            assert case.trigger.words.span == record.trigger
            assert case.trigger.type is record.type
            assert round(case.confidence, 4) == record.confidence
        ledger.read(musnad.Document("d", NEWS), min_confidence=0.0)
        assert ledger.explain(ledger.claims()[0].id).thresholds.claim == 0.0
        ledger.add(musnad.read("رافد تدعم مصر في هذا النص.", reader=TinyReader("musnad-symbolic-0")))
        with pytest.raises(musnad.MusnadError) as caught:
            ledger.explain(ledger.claims(document=ledger.documents()[0].hash)[0].id)
    assert code_of(caught) == "M430"


@pytest.mark.parametrize("change", [{"type": musnad.EventType.PROTEST}, {"subject": ()}])
def test_a_claim_that_its_reader_no_longer_reads(tmp_path, change):
    own = default_reader()
    with musnad.Ledger(tmp_path / "l.db") as ledger:
        reading = own.read(musnad.Document("d", NEWS))
        claims = tuple(replace(claim, **change) for claim in reading.claims)
        ledger.add(replace(reading, claims=claims))
        for record in ledger.claims():
            with pytest.raises(musnad.MusnadError) as caught:
                ledger.explain(record.id)
            assert code_of(caught) == "M433"
