"""Signs that a time said in another sentence dates a claim: news says the day once and tells on."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from musnad.reading.times.signs import around, cue_words, kinds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from musnad.reading.times.layout import ClaimSigns, DatedText
    from musnad.reading.times.model import TimeExpression

_WORD = re.compile(r"\w+")
# Sentences back, and sentences after a headline, whose times are looked at.
_BACK, _AHEAD, _LEAD = 8, 3, 2
_MOST = 8
_OPENING = 24
_NEAR = 5


def carried(
    article: DatedText, sentence: int, trigger: tuple[int, int], claim: ClaimSigns
) -> Iterator[tuple[TimeExpression, dict[str, float]]]:
    """The times of other sentences that may date the claim, each with its signs (name → strength)."""
    here = _here(article, sentence, trigger)
    seen = 0
    for at in _places(article, sentence):
        row = article.resolved[at]
        away = _away(article, sentence, at)
        for place, expression in enumerate(reversed(row) if at < sentence else row):
            about = around(expression, article.text) | kinds(expression, claim.kinds)
            signs = here | away | {f"far_{name}": value for name, value in about.items()}
            signs |= _dating(article.dated.get(expression.start, ()), claim)
            opening = _WORD.findall(article.text, article.sentences[at].start, expression.start)
            signs["far_words_in"] = math.log1p(len(opening))
            signs["far_seen"] = math.log1p(seen)
            signs["far_row"] = float(min(place, 2))
            yield expression, signs
            seen += 1
            if seen >= _MOST:
                return


def _away(article: DatedText, sentence: int, at: int) -> dict[str, float]:
    """Where sentence `at` stands from the claim's own."""
    own, there = article.sentences[sentence], article.sentences[at]
    same_line, last = own.paragraph == there.paragraph, at == sentence - 1
    return {
        "far": 1.0,
        "far_sentences": math.log1p(abs(sentence - at)),
        "far_paragraphs": math.log1p(abs(own.paragraph - there.paragraph)),
        "far_next": float(last),
        "far_next_line": float(last and not same_line),
        "far_same_line": float(same_line),
        "far_lead": float(at <= _LEAD),
        "far_heading": float(own.heading or sentence == 0),
        "far_after": float(at > sentence),
        "far_alone": float(len(article.resolved[at]) == 1),
    }


def _dating(dated: Sequence[ClaimSigns], claim: ClaimSigns) -> dict[str, float]:
    """What the time dates in its own sentence: something, the same kind of thing, the same actors."""
    same = [other for other in dated if other.kinds["type"] == claim.kinds["type"]]
    return {
        "far_dates": float(bool(dated)),
        "far_dates_type": float(bool(same)),
        "far_dates_actor": float(any(other.actors & claim.actors for other in dated)),
        "far_dates_same": float(any(other.actors & claim.actors for other in same)),
        "far_dates_pair": float(any(len(other.actors & claim.actors) > 1 for other in same)),
    }


def _places(article: DatedText, sentence: int) -> Iterator[int]:
    """Sentences in the order in which their times come to mind: those before, the nearest first; the lead; after a headline."""
    first = max(0, sentence - _BACK)
    yield from range(sentence - 1, first - 1, -1)
    yield from range(min(_LEAD + 1, first))
    if sentence <= 1 or article.sentences[sentence].heading:
        yield from range(sentence + 1, min(sentence + 1 + _AHEAD, len(article.sentences)))


def _here(article: DatedText, sentence: int, trigger: tuple[int, int]) -> dict[str, float]:
    """What the claim's own words say of carrying a time over."""
    own, text = article.sentences[sentence], article.text
    row = article.resolved[sentence]
    before = _WORD.findall(text, own.start, trigger[0])
    words = cue_words()
    opening = before[:3]
    word = text[trigger[0] : trigger[1]]
    bare = word[1:] if word[:1] in {"و", "ف"} else word
    return {
        "far_rival": float(bool(row)),
        "far_rival_ahead": float(any(e.end <= trigger[0] for e in row)),
        "far_during": float(any(w in words["during"] for w in before[-_NEAR:])),
        "far_opened_during": float(any(w in words["during"] for w in opening)),
        "far_saying": float(any(w in words["speech"] or w[1:] in words["speech"] for w in opening)),
        "far_on": float(any(w in words["onward"] for w in opening)),
        "far_definite": float(bare.startswith(("ال", "لل"))),
        "far_first": float(len(before) <= 1),
        "far_deep": math.log1p(len(before)),
        "far_future": float(bare[:1] == "س" and bare[1:2] in {"ي", "ت"}),
        "far_present": float(bare[:1] in {"ي", "ت"}),
        "far_content": float(any(w in words["complementizer"] for w in before)),
        "far_quoted": float(own.starts_quoted),
        "far_before_word": float(any(w in words["earlier"] for w in before[-_NEAR:])),
    }
