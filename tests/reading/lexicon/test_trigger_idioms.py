"""Idioms: a subject inside, a preposition that must follow, tense of the first word, idioms that hide words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from training.annotated import load

from musnad.arabic.folding import fold
from musnad.arabic.tokens import tokenize
from musnad.claims.model import Document, EventType, Phase
from musnad.reading.analysis import analyse
from musnad.reading.lexicon.entries import Part
from musnad.reading.lexicon.triggers import TriggerForm, trigger_lexicon

if TYPE_CHECKING:
    from pathlib import Path

RECALL_FLOOR = 0.93
MOST_CANDIDATES_A_CLAIM = 4.6


def idioms(text: str, at: int = 0) -> list[TriggerForm]:
    return list(trigger_lexicon().phrases(tokenize(fold(text)), at))


def types(forms: list[TriggerForm]) -> set[EventType]:
    return {form.entry.type for form in forms}


@pytest.mark.parametrize(
    "text",
    [
        "فرضت البندقية عقوبات على التجار",
        "وستفرض البندقية عقوبات على التجار",
        "فرض دوق البندقية أمس عقوبات على التجار",
    ],
)
def test_the_subject_may_stand_inside(text: str) -> None:
    found = [f for f in idioms(text) if f.entry.type is EventType.SANCTION]
    assert found
    assert all(f.length == 1 and f.gap > 0 and f.reach == f.gap + 2 for f in found)


@pytest.mark.parametrize("text", ["فرضت البندقية، عقوبات", "فرضت البندقية في ذلك العام من الحروب عقوبات"])
def test_a_mark_or_a_long_way_parts_an_idiom(text: str) -> None:
    assert EventType.SANCTION not in types(idioms(text))


def test_a_required_preposition_must_follow() -> None:
    assert EventType.SUPPORT in types(idioms("وقفت جنوة مع السلطان"))
    assert EventType.SUPPORT in types(idioms("وقفت جنوة معه"))
    assert idioms("وقفت جنوة") == []
    assert EventType.CONSULT in types(idioms("بحث الوزير مع ضيفه"))


def test_the_first_word_tells_the_part_of_speech_and_so_the_phase() -> None:
    (past, *_) = idioms("فرضت سيطرتها على القلعة")
    (present, *_) = idioms("يفرض سيطرته على القلعة")
    assert (past.head_part, present.head_part) == (Part.PAST, Part.PRESENT)
    assert past.part is Part.PHRASE
    assert past.sort is Part.PAST
    assert past.entry.phase["verb_past"] is Phase.BEGIN
    assert idioms("تحت سيطرة الوالي")[0].sort is Part.PHRASE


def test_a_name_hides_the_words_in_it() -> None:
    tokens = tokenize(fold("مجلس التعاون"))
    assert next(trigger_lexicon().idioms(tokens, 0)) == (None, 2)
    analysis = analyse(Document("d", "أعلن مجلس التعاون موقفه.", "", "", None))
    assert [t for ts in analysis.triggers for t in ts if t.form.entry.type is EventType.COOPERATE] == []


@pytest.mark.gate
def test_claims_have_candidates_of_their_type(shared: Path) -> None:
    wanted = found = rows = 0
    for article in load(shared / "train"):
        analysis = analyse(article.document)
        spans = [
            (analysis.span(s, t.first, t.last), t.form.entry.type.value)
            for s, triggers in enumerate(analysis.triggers)
            for t in triggers
        ]
        rows += len(spans)
        for claim in article.claims:
            if not claim["optional"]:
                start, end = claim["trigger"]
                wanted += 1
                found += any(claim["type"] == t and s.start < end and start < s.end for s, t in spans)
    assert wanted, "no training articles"
    assert found / wanted >= RECALL_FLOOR
    assert rows / wanted <= MOST_CANDIDATES_A_CLAIM
