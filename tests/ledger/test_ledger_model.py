"""The ledger against a naive model of it: lists in memory, filtered by hand."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_builders import AMIR, GUARDS, MERCHANT, NOON, SUPPORT, document, reading, span

from musnad.claims.identity import claim_id, content_hash
from musnad.claims.model import EventType, Interval
from musnad.errors import MusnadError
from musnad.ledger import ClaimQuery, Decision, LedgerStore

ACTORS = ("amir", MERCHANT.id, "g1")
TIMES = (None, Interval("2020-06", "2020-06"), Interval("2021", None), Interval(None, "2020-01-15"))
BOUNDS = (
    (None, None),
    ("2020-06-01", "2020-06-30"),
    ("2021-01-01", "9999-12-31"),
    ("0001-01-01", "2020-01-15"),
)
TRIGGERS = tuple(span(word) for word in ("دعم", "هاجم", "يلتقِ", "قال"))
MOMENTS = tuple(NOON + timedelta(days=n) for n in range(4))
PUBLISHED = (None, date(2020, 6, 10), date(2022, 2, 2))

claims = st.builds(
    lambda kind, who, whom, at, time, sure: replace(
        SUPPORT,
        type=kind,
        subject=(who,),
        object=(whom,),
        trigger=at,
        time=TIMES[time],
        confidence=sure,
        sources=(),
    ),
    st.sampled_from(list(EventType)[:3]),
    st.sampled_from(ACTORS[:2]),
    st.sampled_from(ACTORS[:2]),
    st.sampled_from(TRIGGERS),
    st.integers(0, 3),
    st.sampled_from([0.2, 0.5, 0.9]),
)
adds = st.tuples(
    st.just("add"),
    st.integers(0, 2),
    st.sampled_from(["reader 1", "reader 2"]),
    st.lists(claims, max_size=4, unique_by=lambda c: (c.type, c.subject, c.object, c.trigger)),
    st.sampled_from(MOMENTS),
)
reviews = st.tuples(
    st.just("review"), st.integers(0, 20), st.sampled_from(list(Decision)), st.sampled_from(MOMENTS)
)
queries = st.builds(
    ClaimQuery,
    actors=st.sampled_from([(), ("amir",), ACTORS[:2]]),
    subjects=st.sampled_from([(), ("amir",), (MERCHANT.id,)]),
    types=st.sampled_from([(), (EventType.SUPPORT,), tuple(list(EventType)[1:3])]),
    since=st.sampled_from([None, date(2020, 6, 30), date(2021, 1, 1)]),
    until=st.sampled_from([None, date(2020, 1, 1), date(2020, 6, 15)]),
    known_by=st.sampled_from([None, date(2020, 6, 10), date(2024, 3, 2)]),
    recorded_by=st.sampled_from([None, *MOMENTS]),
    include_rejected=st.booleans(),
    min_confidence=st.sampled_from([0.0, 0.5]),
)


@dataclass
class Naive:
    """What was added, and what was said, in the order in which it came."""

    readings: list = field(default_factory=list)  # (hash, published, reader, claims, recorded)
    said: list = field(default_factory=list)  # (statement, decision, at, index of what it undoes)

    def add(self, article, reader, found, recorded):
        key = content_hash(article)
        if not any(row[0] == key and row[2] == reader for row in self.readings):
            self.readings.append((key, article.published, reader, found, recorded))

    def ids(self):
        return [
            (claim_id(key, reader, claim), self.statement(key, claim))
            for key, _, reader, found, _ in self.readings
            for claim in found
        ]

    @staticmethod
    def statement(key, claim):
        return key, replace(claim, confidence=1.0)

    def standing(self, statement, by):
        seen = [
            (at, n)
            for n, (s, _, at, _) in enumerate(self.said)
            if s == statement and (by is None or at <= by)
        ]
        undone = {self.said[n][3] for _, n in seen}
        deciding = [
            (at, n)
            for at, n in seen
            if self.said[n][1] in (Decision.ACCEPT, Decision.REJECT) and n not in undone
        ]
        return max(deciding)[1] if deciding else None

    def review(self, statement, decision, at):
        undoes = self.standing(statement, None) if decision is Decision.UNDO else None
        if decision is Decision.UNDO and undoes is None:
            return False
        self.said.append((statement, decision, at, undoes))
        return True

    def answer(self, query):
        by = query.recorded_by
        known = [(row[4], n) for n, row in enumerate(self.readings) if by is None or row[4] <= by]
        latest = {self.readings[n][0]: n for _, n in sorted(known)}
        return {
            claim_id(key, reader, claim)
            for n in latest.values()
            for key, published, reader, found, recorded in [self.readings[n]]
            for claim in found
            if self.wanted(query, key, claim, published or recorded.date())
        }

    def wanted(self, query, key, claim, learnt):
        low, high = BOUNDS[TIMES.index(claim.time)]
        start, end = (date.fromisoformat(low), date.fromisoformat(high)) if low else (learnt, learnt)
        standing = self.standing(self.statement(key, claim), query.recorded_by)
        rejected = standing is not None and self.said[standing][1] is Decision.REJECT
        people = {*claim.subject, *claim.object}
        return all(
            (
                not query.actors or people & set(query.actors),
                not query.subjects or set(claim.subject) & set(query.subjects),
                not query.types or claim.type in query.types,
                query.since is None or end >= query.since,
                query.until is None or start <= query.until,
                query.known_by is None or learnt <= query.known_by,
                claim.confidence >= query.min_confidence,
                query.include_rejected or not rejected,
            )
        )


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(adds, adds, reviews), max_size=12), st.lists(queries, min_size=3, max_size=6))
def test_the_ledger_answers_as_the_naive_model_does(steps, asked):
    naive = Naive()
    with tempfile.TemporaryDirectory() as folder, LedgerStore.open(Path(folder) / "ledger.db") as store:
        for step in steps:
            _apply(store, naive, step)
        for query in asked:
            assert {record.id for record in store.claims(query)} == naive.answer(query)
        assert store.counts().readings == len(naive.readings)
        assert store.check() == ()


def _apply(store, naive, step):
    if step[0] == "add":
        _, number, reader, found, recorded = step
        article = document(number, published=PUBLISHED[number])
        people = (AMIR, MERCHANT, GUARDS)
        store.add(
            reading(document=article, actors=people, claims=tuple(found), reader=reader), recorded=recorded
        )
        naive.add(article, reader, found, recorded)
        return
    _, index, decision, at = step
    ids = naive.ids()
    if not ids:
        return
    key, statement = ids[index % len(ids)]
    if naive.review(statement, decision, at):
        store.review(key, decision, "هند", at)
    else:
        with pytest.raises(MusnadError, match=r"\[M315\]"):
            store.review(key, decision, "هند", at)
