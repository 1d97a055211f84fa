"""An explanation tells what the reader did, and nothing else."""

from __future__ import annotations

import dataclasses
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.claims.model import Document
from musnad.errors import MusnadError
from musnad.formats.explanation import explanation_to_dict
from musnad.reading.analysis import analyse
from musnad.reading.explaining.explain import explain_claims, explain_place
from musnad.reading.explaining.model import Obstacle, Rule, Verdict, Words
from musnad.reading.reader import WeighingReader

TEXT = (
    "قال وزير الخارجيّة الإيطالي كارلو روسيني أمس إن مصر تدعم السودان وإن فرنسا قد تعارض اليونان منذ مارس 1949.\n"
    "ونقلت صحيفة الضفة عن مصدر عسكري أن قوات الفجر هاجمت القاهرة في الصيف الحار."
)
DOCUMENT = Document("d", TEXT, "", "جريدة الساحل", date(1949, 5, 10))
READER = WeighingReader()


@pytest.fixture(scope="module")
def whole():
    return explain_claims(READER, DOCUMENT)


def at(word, document=DOCUMENT, reader=READER):
    return explain_place(reader, document, document.text.index(word))


def case_of(explanation, word):
    return next(c for c in explanation.cases if c.trigger.words.text == word and c.claim)


def test_exactly_the_claims_of_the_reading_are_explained(whole):
    reading = READER.read(DOCUMENT)
    assert [case.claim for case in whole.cases] == list(reading.claims)
    assert [case.number for case in whole.cases] == list(range(1, len(reading.claims) + 1))
    assert whole.claims == len(reading.claims) >= 3
    assert {case.verdict for case in whole.cases} == {Verdict.STATED}
    assert whole.reader == reading.reader


def test_the_chosen_candidates_are_the_ends_of_the_claim(whole):
    for case in whole.cases:
        for end, candidates in ((case.claim.subject, case.subject), (case.claim.object, case.object)):
            assert {one.actor for one in candidates if one.chosen} == set(end)
            # One candidate an actor, those chosen first, then the likeliest.
            assert len({one.actor for one in candidates}) == len(candidates)
            rest = [one.chance for one in candidates if not one.chosen]
            assert rest == sorted(rest, reverse=True)


def test_certainty_time_and_chain_are_the_claim_s(whole):
    for case in whole.cases:
        seen, claim = case.certainty, case.claim
        assert max(seen.phases, key=lambda pair: pair[1])[0] == claim.phase.value
        assert max(seen.modalities, key=lambda pair: pair[1])[0] == claim.modality.value
        assert (seen.negation >= 0.5 or seen.denied) == claim.negated
        assert (case.date.interval if case.date else None) == claim.time
        assert [(s.cue.span, s.kind, s.actor) for s in case.sources] == [
            (s.cue, s.kind, s.actor) for s in claim.sources
        ]
        assert abs(case.confidence - claim.confidence) < 1e-3
        assert case.confidence >= whole.thresholds.claim


def test_speakers_with_one_verb_are_kept_apart():
    text = "قالت مصر وإيطاليا إن السودان هاجمت اليونان، وقال مصدر عسكري لصحيفة الضفة إن فرنسا هاجمت السودان."
    document = Document("v", text, published=date(1949, 5, 10))
    for case in explain_claims(READER, document).cases:
        assert [(s.speaker.text if s.speaker else None, s.actor) for s in case.sources] == [
            (s.text, s.actor) for s in case.claim.sources
        ]


def test_what_was_seen_of_one_claim(whole):
    case = case_of(whole, "تدعم")
    assert (case.trigger.entry, case.trigger.part) == ("دعم", "present")
    egypt, sudan = case.subject[0], case.object[0]
    assert (egypt.actor, egypt.words.text, egypt.identity.rule) == ("egypt", "مصر", Rule.ENTRY)
    assert [words.text for words in egypt.identity.elsewhere] == ["القاهرة"]
    assert (sudan.actor, sudan.carried) == ("sudan", False)
    assert case.sources[0].cue.text == "قال"
    assert any(cue.words.text == "قد" and "possible" in cue.classes for cue in case.certainty.cues)
    office = case_of(whole, "وزير الخارجيّة")
    assert (office.trigger.entry, office.trigger.part) == ("", "office")
    assert office.subject[0].identity.rule is Rule.OWN_WORDS


def test_relative_dates_say_so():
    text = "مصر هاجمت السودان أمس في الصحراء.\nإيطاليا هاجمت اليونان في 3 مارس 1949 في البحر."
    cases = explain_claims(READER, Document("t", text, published=date(1949, 5, 10))).cases
    dates = {case.date.words.text: case.date.relative for case in cases if case.date}
    assert dates.get("أمس") is True
    assert [relative for words, relative in dates.items() if "1949" in words] == [False]


def test_a_claim_by_its_number():
    found = explain_claims(READER, DOCUMENT, 2)
    assert [case.number for case in found.cases] == [2]
    for number in (0, 99):
        with pytest.raises(MusnadError) as caught:
            explain_claims(READER, DOCUMENT, number)
        assert caught.value.code == "M432"


def test_a_place_that_states_a_claim_shows_its_other_senses():
    found = at("تدعم")
    assert found.place.obstacle is None
    assert found.cases[0].verdict is Verdict.STATED
    assert {case.verdict for case in found.cases[1:]} <= {v for v in Verdict if v is not Verdict.STATED}
    assert len(found.cases) > 1


@pytest.mark.parametrize(
    ("word", "obstacle"),
    [
        ("الحار", Obstacle.NO_ENTRY),
        ("كارلو", Obstacle.NAME),
        (" أمس", Obstacle.BETWEEN),
        ("1949", Obstacle.BETWEEN),
        ("\n", Obstacle.BETWEEN),
    ],
)
def test_a_place_that_states_none_says_why(word, obstacle):
    found = at(word)
    assert found.place.obstacle is obstacle
    assert bool(found.cases) == (word != "\n")


def test_reporting_words_and_names_are_told():
    assert at("قال").place.reporting
    assert at("الإيطالي").place.names == "italy"


def test_a_doubtful_claim_says_what_it_lacks():
    strict = READER.at_least(0.99)
    found = at("تدعم", reader=strict)
    case = next(c for c in found.cases if c.claim and c.trigger.type.value == "SUPPORT")
    assert case.verdict is Verdict.DOUBTFUL
    assert case.confidence < found.thresholds.claim == 0.99
    assert case.number is None
    assert found.claims == 0


def test_unlikely_words_were_looked_at_no_further():
    weak = [
        case
        for offset in range(len(TEXT))
        for case in explain_place(READER, DOCUMENT, offset).cases
        if case.verdict is Verdict.UNLIKELY_WORD
    ]
    for case in weak:
        assert case.screen < READER.models.thresholds.screen
        assert (case.chance, case.confidence, case.subject, case.claim) == (None, None, (), None)


def test_a_repeated_affiliation_says_so():
    text = "وصل وزير خارجية إيطاليا كارلو روسيني.\nثم غادر وزير خارجية إيطاليا كارلو روسيني."
    document = Document("r", text)
    first, second = text.index("وزير"), text.rindex("وزير")
    verdicts = [
        {case.verdict for case in explain_place(READER, document, offset).cases} for offset in (first, second)
    ]
    assert Verdict.STATED in verdicts[0]
    assert Verdict.REPEATED in verdicts[1]


@pytest.mark.parametrize("offset", [-1, len(TEXT), 10**9])
def test_a_place_outside_the_text_is_refused(offset):
    with pytest.raises(MusnadError) as caught:
        explain_place(READER, DOCUMENT, offset)
    assert caught.value.code == "M431"


def spans(node, text):
    if isinstance(node, Words):
        yield node
    elif dataclasses.is_dataclass(node):
        for field in dataclasses.fields(node):
            yield from spans(getattr(node, field.name), text)
    elif isinstance(node, tuple):
        for one in node:
            yield from spans(one, text)


PIECES = [
    "مصر",
    "تدعَم",
    "السودان",
    "قال",
    "الوزير",
    "إن",
    "،",
    ".",
    "\n",
    "«",
    "»",
    "ونقلت",
    "عن",
    "أمس",
    "هاجمت",
    "1949",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40), st.data())
def test_every_quotation_stands_where_it_says(words, data):
    text = " ".join(words)
    document = Document("p", text, published=date(1949, 5, 10))
    offset = data.draw(st.integers(0, len(text) - 1))
    found = explain_place(READER, document, offset)
    for one in spans(found, text):
        assert one.span.of(text) == one.text
    place = found.place
    if place.word is not None:
        assert place.word.span.start <= offset < place.word.span.end
    assert (place.obstacle is None) <= bool(found.cases)
    assert json.loads(json.dumps(explanation_to_dict(found)))["place"]["at"] == offset


def test_explaining_changes_nothing(whole):
    analysis = analyse(DOCUMENT)
    assert READER.written(analysis, READER.weighed(analysis)) == READER.read(DOCUMENT)
    assert explain_claims(READER, DOCUMENT) == whole
