"""The wire format: lossless, published, and strict about what comes in."""

from __future__ import annotations

import copy
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.claims.model import (
    Actor,
    ActorKind,
    Amount,
    Claim,
    Document,
    EventType,
    Interval,
    Modality,
    Phase,
    Reading,
    SourceKind,
    SourceLink,
    Span,
)
from musnad.errors import MusnadError
from musnad.formats.contract import reading_from_dict, reading_to_dict
from musnad.formats.text import json_line, json_text
from musnad.formats.wire import schema, schema_text
from musnad.resources import load_text

TEXT = "قال الراوي إن أمير الوادي دعم تاجر المرفأ بألف دينار."
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: Span(*sorted(pair)))
ends = st.none() | st.sampled_from(["1958", "1958-02", "1958-02-22"])
intervals = st.none() | st.builds(Interval, ends, ends)
links = st.builds(
    SourceLink,
    st.none() | words,
    st.sampled_from(SourceKind),
    st.none() | spans,
    st.none() | words,
    intervals,
)
actors = st.builds(
    Actor, words, words, words, st.sampled_from(ActorKind), st.none() | words,
    st.lists(spans, max_size=3).map(tuple), st.booleans(), st.booleans(),
)  # fmt: skip
amounts = st.none() | st.builds(Amount, st.floats(allow_nan=False, allow_infinity=False), words, spans)
claims = st.builds(
    Claim, st.sampled_from(EventType), st.lists(words, max_size=2).map(tuple), st.lists(words, max_size=2).map(tuple),
    spans, spans, st.sampled_from(Phase), st.sampled_from(Modality), st.booleans(), intervals, st.none() | words,
    amounts, st.lists(links, max_size=3).map(tuple), st.booleans(), st.floats(0, 1),
)  # fmt: skip
documents = st.builds(
    Document, words, words, words, words, st.none() | st.dates(min_value=date(1000, 1, 1)), words
)
readings = st.builds(
    Reading, documents, st.lists(actors, max_size=3).map(tuple), st.lists(claims, max_size=3).map(tuple), words,
    st.lists(words, max_size=2).map(tuple),
)  # fmt: skip


def sample() -> Reading:
    return Reading(
        Document("d1", TEXT, "عنوان", "جريدة", date(1958, 2, 22), "https://example.org/1"),
        (Actor("amir", "أمير الوادي", "Emir", ActorKind.PERSON, "Q1", (Span(14, 25),), known=True),),
        (
            Claim(
                EventType.SUPPORT,
                ("amir",),
                (),
                Span(26, 29),
                Span(0, len(TEXT)),
                time=Interval("1958", None),
                sources=(SourceLink("الراوي", SourceKind.PERSON, Span(0, 3)),),
                confidence=0.5,
            ),
        ),
        "r1",
    )


@settings(max_examples=150, deadline=None)
@given(readings)
def test_lossless_through_json_text(reading):
    assert reading_from_dict(json.loads(json_line(reading_to_dict(reading)))) == reading


@settings(max_examples=60, deadline=None)
@given(readings)
def test_every_reading_fulfils_the_published_schema(reading):
    jsonschema = pytest.importorskip("jsonschema")
    published = json.loads(load_text("musnad.formats", "contract.schema.json"))
    jsonschema.Draft202012Validator(published).validate(json.loads(json_text(reading_to_dict(reading))))


def test_the_published_schema_is_the_one_that_is_enforced():
    assert load_text("musnad.formats", "contract.schema.json") == schema_text()
    assert schema()["required"] == ["document", "reader", "actors", "claims"]


def test_what_the_contract_requires_is_there():
    data = reading_to_dict(sample())
    assert {"id", "title", "publisher", "published", "url", "hash"} <= set(data["document"])
    assert {"id", "name", "wikidata", "mentions", "kind"} <= set(data["actors"][0])
    claim = data["claims"][0]
    assert claim["trigger"] == {"start": 26, "end": 29}
    assert claim["quote"] == "دعم"
    assert claim["sentence"]["text"] == TEXT
    assert claim["time"] == {"from": "1958", "to": None}
    assert claim["sources"][0]["kind"] == "person"
    assert claim["sources"][0]["cue"] == {"start": 0, "end": 3}


def test_unknown_fields_are_passed_over():
    data = reading_to_dict(sample()) | {"later": 1}
    data["claims"][0]["later"] = [2]
    assert reading_from_dict(data) == sample()


BREAKAGES = {
    "no document": (lambda d: d.pop("document"), "document"),
    "unknown type": (lambda d: d["claims"][0].update(type="LOVE"), "claims.0.type"),
    "text for a number": (lambda d: d["claims"][0].update(confidence="1"), "claims.0.confidence"),
    "too sure": (lambda d: d["claims"][0].update(confidence=1.5), "claims.0.confidence"),
    "number for a flag": (lambda d: d["claims"][0].update(negated=1), "claims.0.negated"),
    "backward span": (lambda d: d["claims"][0].update(trigger={"start": 3, "end": 1}), "claims.0.trigger"),
    "negative span": (
        lambda d: d["claims"][0].update(trigger={"start": -3, "end": 1}),
        "claims.0.trigger.start",
    ),
    "no date": (lambda d: d["claims"][0].update(time={"from": "spring", "to": None}), "claims.0.time.from"),
    "no such day": (lambda d: d["document"].update(published="1958-02-30"), "document.published"),
}


@pytest.mark.parametrize("breakage", BREAKAGES)
def test_what_does_not_have_the_shape_is_refused_by_place(breakage):
    broken = copy.deepcopy(reading_to_dict(sample()))
    spoil, place = BREAKAGES[breakage]
    spoil(broken)
    with pytest.raises(MusnadError) as caught:
        reading_from_dict(broken)
    assert caught.value.code == "M500"
    assert caught.value.details["place"] == place


def test_what_is_no_object_is_refused():
    with pytest.raises(MusnadError) as caught:
        reading_from_dict([1])
    assert caught.value.code == "M500"


def test_a_changed_text_is_noticed():
    data = reading_to_dict(sample())
    data["document"]["text"] += " زيادة"
    with pytest.raises(MusnadError) as caught:
        reading_from_dict(data)
    assert caught.value.code == "M501"


def test_gold_articles_pass_through_the_wire(shared):
    from musnad.intake import Taken, read_inputs  # noqa: PLC0415

    seen = 0
    for item in read_inputs([str(shared / "gold")]):
        if isinstance(item, Taken):
            reading = Reading(item.document, (), (), "none")
            assert reading_from_dict(json.loads(json_line(reading_to_dict(reading)))) == reading
            seen += 1
    assert seen
