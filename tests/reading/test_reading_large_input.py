"""Texts that no newspaper prints: very long, without stops, or of marks alone. Work and memory stay in bounds."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.arabic.folding import fold
from musnad.arabic.sentences import sentences
from musnad.claims.model import Document, Interval
from musnad.formats.contract import reading_to_dict
from musnad.reading.analysis import analyse
from musnad.reading.reader import WeighingReader, default_reader
from musnad.reading.times import DatedText, Grain, Statement, TimeExpression, TimeKind
from musnad.reading.times.attach import candidates

if TYPE_CHECKING:
    from musnad.claims.model import Reading
    from musnad.reading.mentions.model import Mention

NEWS = (
    "قال وزير الخارجية في مملكة الواحة أمس إن حركة الفجر تدعم حكومة الجزيرة وتهاجم قوات المعارضة، "
    "وأضاف أن بلاده ترفض تدخل إيران. "
)
LONGEST_SENTENCE = 300
"""Tokens of the longest sentence that a text without any stop is cut into."""
DEEPEST = 8
MOST_PAIRS = 12_000


def document(text: str, name: str = "large") -> Document:
    return Document(name, text, "", "صحيفة الواحة", date(1987, 3, 4))


def read(text: str) -> Reading:
    return default_reader().read(document(text))


def depth(mention: Mention) -> int:
    return 1 + max((depth(inner) for inner in mention.inner), default=0)


@pytest.mark.parametrize(
    "text",
    [
        "ا" * 5_000_000,
        '"' * 100_000,
        "«" * 100_000,
        "»" * 100_000,
        "(" * 100_000,
        "." * 100_000,
        "7" * 500_000,
    ],
    ids=["letters", "straight quotes", "opening quotes", "closing quotes", "brackets", "stops", "digits"],
)
def test_a_text_of_one_character_says_nothing(text: str) -> None:
    assert read(text).claims == ()


def test_a_text_without_stops_is_cut_into_sentences_at_commas() -> None:
    found = sentences(fold(NEWS.replace(".", "،") * 1_100))
    assert sum(len(s.tokens) for s in found) > 20_000
    assert max(len(s.tokens) for s in found) <= LONGEST_SENTENCE
    assert all(s.tokens[-1].text == "،" for s in found)


@given(st.lists(st.sampled_from(["قال", "،", "«", "»", "وزير", "د", "3"]), max_size=2_000))
@settings(max_examples=30, deadline=None)
def test_no_sentence_is_longer_than_the_limit_and_no_word_is_lost(words: list[str]) -> None:
    found = sentences(" ".join(words))
    assert [t.text for s in found for t in s.tokens] == words
    # Closing quotation marks may still follow the mark at which a sentence was cut.
    assert all(len([t for t in s.tokens if t.text != "»"]) <= LONGEST_SENTENCE for s in found)


def test_an_ordinary_sentence_is_never_cut_at_a_comma() -> None:
    text = "وقع " + "أمير الواحة وأمير الجزيرة، " * 40 + "الهدنة."
    assert len(sentences(fold(text))) == 1


def test_a_long_sentence_is_read_like_its_parts() -> None:
    text = NEWS.replace(".", "،") * 60
    claims = read(text).claims
    assert len(claims) > 60
    assert all(c.sentence.start <= c.trigger.start < c.trigger.end <= c.sentence.end for c in claims)


def test_claims_grow_with_the_length_of_the_text() -> None:
    once, often = (len(read((NEWS + "\n") * n).claims) for n in (25, 250))
    assert once > 0
    assert 8 * once <= often <= 12 * once


def test_a_hundred_thousand_words_are_analysed_sentence_by_sentence() -> None:
    copies = 4_800
    text = (NEWS + "\n") * copies
    assert len(text.split()) > 100_000
    analysis = analyse(document(text))
    assert len(analysis.contexts) == copies
    assert max(len(context.placed) + len(context.carried) for context in analysis.contexts) < 30
    assert max(len(found) for found in analysis.triggers) < 30


@pytest.mark.parametrize("word", ["رئيس", "قائد قوات", "نجل", "وزير رئيس حزب", "مصدر في وزارة"])
def test_offices_without_end_nest_no_deeper_than_news_does(word: str) -> None:
    analysis = analyse(document((word + " ") * 2_000))
    mentions = [p.mention for c in analysis.contexts for p in c.placed if p.depth == 0]
    assert all(depth(mention) <= DEEPEST for mention in mentions)


def test_only_the_likeliest_triggers_of_an_endless_list_are_weighed() -> None:
    analysis = analyse(document("رئيس " * 290))
    possible = len(analysis.triggers[0]) * len(analysis.contexts[0].placed)
    assert possible > MOST_PAIRS
    cases = WeighingReader().weighed(analysis)
    assert 0 < sum(len(case.rows) for case in cases) <= MOST_PAIRS
    assert [case.trigger.first for case in cases] == sorted(case.trigger.first for case in cases)


def test_only_times_near_the_sentence_are_candidates() -> None:
    text = "هاجم رجال القبيلة القلعة أمس. " * 4_000
    laid = sentences(text)
    times = [
        TimeExpression(s.start + 26, s.end, date_interval(), TimeKind.POINT, Grain.DAY, exact=True, value="")
        for s in laid
    ]
    article = DatedText.laid_out(text, laid, times)
    here = laid[3_000]
    found = list(candidates(article, Statement(here.index, (here.start, here.start + 4))))
    assert 1 < len(found) < 20


def date_interval() -> Interval:
    return Interval("1987-03-04", "1987-03-04")


def test_reading_is_deterministic_whatever_was_read_before() -> None:
    first = reading_to_dict(read(NEWS))
    for other in ("رئيس " * 50, NEWS.replace("تدعم", "تعارض"), '"' * 100):
        read(other)
    assert reading_to_dict(read(NEWS)) == first
    assert reading_to_dict(WeighingReader().read(document(NEWS))) == first


def test_threads_read_as_one_after_the_other() -> None:
    verbs = ("تدعم", "تعارض", "تهاجم", "تمول", "تدين", "تستقبل", "تهدد", "تفاوض")
    texts = [
        NEWS.replace("تدعم", verb).replace("الفجر", f"الفجر {n}") * 5 for n, verb in enumerate(verbs * 3)
    ]
    documents = [document(text, f"d{n}") for n, text in enumerate(texts)]
    reader = default_reader()
    alone = [reading_to_dict(reader.read(d)) for d in documents]
    with ThreadPoolExecutor(max_workers=4) as pool:
        together = [reading_to_dict(r) for r in pool.map(reader.read, documents)]
    assert together == alone
    assert len({str(r["claims"]) for r in alone}) > len(verbs) // 2
