"""What a ledger promises, on every database."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from ledger_builders import (
    AMIR,
    ASSAULT,
    CONSULT,
    DOCUMENT,
    GUARDS,
    MERCHANT,
    NOON,
    SUPPORT,
    TEXT,
    document,
    reading,
    span,
)

from musnad.claims.identity import claim_id, content_hash
from musnad.claims.model import Document, EventType, Interval, Reading
from musnad.claims.record import ReviewStatus
from musnad.errors import MusnadError
from musnad.ledger import ClaimQuery, Decision, LedgerStore
from musnad.ledger.identity import ledger_actor_id

HASH = content_hash(DOCUMENT)
DAY = timedelta(days=1)
SUPPORT_ID = claim_id(HASH, "reader 1.0", SUPPORT)


def types(store, **conditions):
    return [record.type for record in store.claims(ClaimQuery(**conditions))]


def code_of(action, *arguments, **named):
    with pytest.raises(MusnadError) as caught:
        action(*arguments, **named)
    return caught.value.code


def test_a_reading_comes_back_equal(store):
    store.add(reading(), recorded=NOON)
    assert store.reading(HASH) == store.reading("valley-1") == store.reading(HASH, "reader 1.0") == reading()
    assert store.document("valley-1") == store.document(HASH) == DOCUMENT


def test_a_record_shows_the_whole_claim(store):
    store.add(reading(), recorded=NOON.astimezone(timezone(timedelta(hours=3))))
    record = store.claim(SUPPORT_ID)
    assert record.id == SUPPORT_ID
    assert (record.subjects[0].id, record.subjects[0].ar, record.subjects[0].wikidata) == (
        "amir",
        AMIR.ar,
        "Q1",
    )
    assert [ref.id for ref in record.objects] == [MERCHANT.id]
    assert (record.quote, record.sentence) == ("دعم", TEXT.split("\n")[0])
    assert (record.time, record.amount, record.place) == (SUPPORT.time, SUPPORT.amount, "السوق")
    assert record.sources == SUPPORT.sources
    assert (record.recorded, record.learnt) == (NOON, date(2022, 5, 4))
    assert record.recorded.tzinfo == UTC
    assert record.document.hash == HASH
    assert record.review is ReviewStatus.UNREVIEWED
    assert record == next(store.claims(ClaimQuery(types=(EventType.SUPPORT,))))


def test_local_actors_are_one_per_document_and_speakers_carry_ledger_ids(store):
    store.add(reading(), recorded=NOON)
    store.add(reading(document=document(2)), recorded=NOON)
    first, second = store.claims(ClaimQuery(types=(EventType.ASSAULT,)))
    assert first.subjects[0].id == ledger_actor_id(HASH, GUARDS) != second.subjects[0].id
    assert first.sources[1].actor == first.subjects[0].id
    assert first.objects == second.objects
    assert [ref.id for ref in store.actors()] == ["amir", MERCHANT.id]
    assert [ref.id for ref in store.actors([first.subjects[0].id, "amir", "nobody"])] == [
        first.subjects[0].id,
        "amir",
    ]


def test_another_reader_may_mean_somebody_else_by_a_local_id(store):
    store.add(reading(), recorded=NOON)
    other = replace(GUARDS, ar="الجسر", mentions=(span("الجسر"),))
    store.add(reading(actors=(AMIR, MERCHANT, other), reader="reader 2.0"), recorded=NOON + DAY)
    old, new = (next(iter(store.claims(ClaimQuery(types=(EventType.ASSAULT,), recorded_by=at))))
                for at in (NOON, NOON + DAY))  # fmt: skip
    assert (old.subjects[0].ar, new.subjects[0].ar) == (GUARDS.ar, "الجسر")


def test_the_same_reading_again_changes_nothing(store):
    first = store.add(reading(), recorded=NOON)
    assert (first.new_document, first.new_reading, first.claims) == (True, True, 3)
    before = store.counts(), list(store.names())
    again = store.add(reading(document=replace(DOCUMENT, id="copy", url="")), recorded=NOON + DAY)
    assert (again.document_hash, again.new_document, again.new_reading, again.claims) == (
        HASH,
        False,
        False,
        0,
    )
    assert (store.counts(), list(store.names())) == before


def test_a_newer_reader_adds_and_answers_and_the_old_one_is_kept(store):
    store.add(reading(), recorded=NOON)
    newer = reading(claims=(replace(SUPPORT, confidence=1.0),), reader="reader 2.0", notes=())
    stored = store.add(newer, recorded=NOON + DAY)
    assert (stored.new_document, stored.new_reading) == (False, True)
    assert [record.reader for record in store.claims(ClaimQuery())] == ["reader 2.0"]
    assert types(store, recorded_by=NOON) == [EventType.SUPPORT, EventType.ASSAULT, EventType.CONSULT]
    assert types(store, recorded_by=NOON - DAY) == []
    assert store.reading(HASH) == newer
    assert store.reading(HASH, "reader 1.0") == reading()
    counts = store.counts()
    assert (counts.documents, counts.readings, counts.claims, counts.current) == (1, 2, 4, 1)


def test_a_reading_recorded_late_but_made_earlier_does_not_take_over(store):
    store.add(reading(), recorded=NOON)
    store.add(reading(reader="reader 0.9", claims=(), actors=()), recorded=NOON - DAY)
    assert len(types(store)) == 3
    assert store.actors_named(AMIR.ar)[0].count == 2


def test_claims_alike_get_ids_of_their_own(store):
    twin = replace(SUPPORT, sources=())
    store.add(reading(claims=(SUPPORT, twin, SUPPORT)), recorded=NOON)
    ids = [record.id for record in store.claims(ClaimQuery())]
    assert ids == [SUPPORT_ID, f"{SUPPORT_ID}-2", f"{SUPPORT_ID}-3"]
    assert store.claim(f"{SUPPORT_ID}-2").sources == ()


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ({"actors": ("amir",)}, "SUPPORT CONSULT"),
        ({"actors": ("nobody",)}, ""),
        ({"subjects": ("amir",), "objects": (MERCHANT.id,)}, "SUPPORT CONSULT"),
        ({"subjects": (MERCHANT.id,)}, ""),
        ({"actors": ("amir", MERCHANT.id)}, "SUPPORT ASSAULT CONSULT"),
        ({"types": (EventType.ASSAULT, EventType.CONSULT)}, "ASSAULT CONSULT"),
        ({"source": "راو"}, "SUPPORT"),
        ({"source": "صحيفه الضفّة"}, "SUPPORT ASSAULT CONSULT"),
        ({"source": "%"}, ""),
        ({"document": "valley-1"}, "SUPPORT ASSAULT CONSULT"),
        ({"document": "valley-9"}, ""),
        ({"since": date(2022, 1, 1)}, "SUPPORT CONSULT"),
        ({"until": date(2020, 5, 31)}, ""),
        ({"until": date(2020, 6, 1)}, "SUPPORT"),
        ({"since": date(2021, 12, 31), "until": date(2022, 5, 3)}, "SUPPORT ASSAULT"),
        ({"known_by": date(2022, 5, 3)}, ""),
        ({"known_by": date(2022, 5, 4)}, "SUPPORT ASSAULT CONSULT"),
        ({"min_confidence": 0.5}, "SUPPORT ASSAULT"),
        ({"limit": 2}, "SUPPORT ASSAULT"),
        ({"limit": 2, "newest_first": True}, "CONSULT ASSAULT"),
        ({"text": "امير بألف"}, "SUPPORT"),
        ({"text": "تاجر"}, "SUPPORT ASSAULT CONSULT"),
        ({"text": "والمرفأ"}, "SUPPORT CONSULT"),
        ({"text": "سفينة"}, ""),
    ],
)
def test_each_condition(store, conditions, found):
    store.add(reading(), recorded=NOON)
    assert types(store, **conditions) == [EventType(name) for name in found.split()]


def test_reviews_are_appended_and_the_latest_standing_one_counts(store):
    store.add(reading(), recorded=NOON)
    steps = [(Decision.ACCEPT, "accepted"), (Decision.NOTE, "accepted"), (Decision.REJECT, "rejected"),
             (Decision.UNDO, "accepted"), (Decision.UNDO, "unreviewed")]  # fmt: skip
    for hours, (decision, status) in enumerate(steps):
        store.review(SUPPORT_ID, decision, "هند", NOON + timedelta(hours=hours), "سبب")
        assert store.claim(SUPPORT_ID).review == status
        assert len(types(store)) == (2 if status == "rejected" else 3)
        assert len(types(store, include_rejected=True)) == 3
    assert [(row.decision, row.by, row.note) for row in store.reviews(SUPPORT_ID)] == [
        (decision, "هند", "سبب") for decision, _ in steps
    ]
    for hours, (_, status) in enumerate(steps):
        at = NOON + timedelta(hours=hours)
        seen = {r.id: r.review for r in store.claims(ClaimQuery(recorded_by=at, include_rejected=True))}
        assert seen[SUPPORT_ID] == status
    assert code_of(store.review, SUPPORT_ID, Decision.UNDO, "هند", NOON + DAY) == "M315"


def test_a_rejection_outlives_a_newer_reader_that_says_exactly_the_same(store):
    store.add(reading(), recorded=NOON)
    store.review(SUPPORT_ID, Decision.REJECT, "هند", NOON)
    mended = replace(SUPPORT, negated=True)
    store.add(reading(reader="reader 2.0", claims=(SUPPORT, mended)), recorded=NOON + DAY)
    remaining = list(store.claims(ClaimQuery()))
    assert [record.negated for record in remaining] == [True]


def test_what_is_not_there_is_a_coded_error(store):
    store.add(reading(), recorded=NOON)
    assert code_of(store.claim, "0" * 16) == "M310"
    assert code_of(store.reviews, "0" * 16) == "M310"
    assert code_of(store.review, "0" * 16, Decision.NOTE, "هند", NOON) == "M310"
    assert code_of(store.document, "valley-9") == code_of(store.reading, "valley-9") == "M311"
    assert code_of(store.reading, "valley-1", "reader 7") == "M312"
    assert code_of(store.search, "؟!") == "M316"
    assert code_of(list, store.claims(ClaimQuery(text="  "))) == "M316"


@pytest.mark.parametrize(
    "changes",
    [
        {"actors": (AMIR, AMIR, MERCHANT, GUARDS)},
        {"actors": (AMIR, MERCHANT)},
        {"claims": (replace(SUPPORT, confidence=float("nan")),)},
        {"claims": (replace(SUPPORT, confidence=1.5),)},
        {"claims": (replace(SUPPORT, time=Interval("2020-13", None)),)},
        {"claims": (replace(SUPPORT, time=Interval("20200601", None)),)},
        {"claims": (replace(SUPPORT, time=Interval("2020-06", "2020-05")),)},
        {"claims": (replace(SUPPORT, trigger=replace(SUPPORT.trigger, end=10_000)),)},
        {"claims": (replace(SUPPORT, amount=replace(SUPPORT.amount, value=float("inf"))),)},
    ],
)
def test_a_reading_that_contradicts_itself_is_refused_whole(store, changes):
    assert code_of(store.add, reading(**changes), recorded=NOON) == "M313"
    assert store.counts().documents == 0


def test_moments_need_a_zone(store):
    naive = datetime(2024, 1, 1)  # noqa: DTZ001 - that is the point
    with pytest.raises(ValueError, match="time zone"):
        store.add(reading(), recorded=naive)
    store.add(reading(), recorded=NOON)
    with pytest.raises(ValueError, match="time zone"):
        list(store.claims(ClaimQuery(recorded_by=naive)))


def test_any_string_is_kept_exactly(store):
    text = "نص \ud800 مكسور \x00 و\ufdd0d800 سليم 𐎀"
    broken = Reading(Document("\udcff", text, "\x00", "ناشر\ud801"), (), (), "r\udfff", ("\ud800",))
    stored = store.add(broken, recorded=NOON)
    assert store.reading("\udcff") == store.reading(stored.document_hash, "r\udfff") == broken
    assert store.has(stored.document_hash, "r\udfff")
    assert store.search("مكسور")[0].snippet == text
    assert store.documents(publisher="ناشر\ud801")[0].title == "\x00"


def test_names_count_the_latest_readings_only(store):
    store.add(reading(), recorded=NOON)
    store.add(reading(document=document(2)), recorded=NOON)
    by_name = {name: count for actor, name, count in store.names() if actor == MERCHANT.id}
    assert by_name == {"تاجر المرفا": 4, "التاجر": 2}
    named = store.actors_named("تَاجِرُ  المرفأ")
    assert [(item.actor.id, item.count) for item in named] == [(MERCHANT.id, 4)]
    assert store.actors_named("emir of the valley")[0].actor.id == "amir"
    assert store.actors_named(GUARDS.ar) == []
    shorter = replace(MERCHANT, mentions=MERCHANT.mentions[:1])
    store.add(reading(reader="reader 2.0", actors=(AMIR, shorter, GUARDS)), recorded=NOON + DAY)
    assert {n: c for a, n, c in store.names() if a == MERCHANT.id} == {"تاجر المرفا": 4, "التاجر": 1}


def test_known_actors_are_shown_as_corrected_and_others_as_first_met(store):
    store.add(reading(), recorded=NOON)
    people = (replace(AMIR, en="Emir"), replace(MERCHANT, ar="غيره", en="Merchant", wikidata="Q2"), GUARDS)
    store.add(reading(document=document(2), actors=people), recorded=NOON)
    amir, merchant = store.actors()
    assert (amir.ar, amir.en) == (AMIR.ar, "Emir")
    assert (merchant.ar, merchant.en, merchant.wikidata) == (MERCHANT.ar, "Merchant", "Q2")


def test_search_finds_spelling_variants_and_shows_where(store):
    store.add(reading(), recorded=NOON)
    unrelated = Document("other", "حديث عن الزراعة", "شؤون", "نشرة", date(2023, 1, 1))
    store.add(Reading(unrelated, (), (), "reader 1.0"), recorded=NOON)
    for wanted in ("أَمِيرُ الوادى", "وامير", "للأمير", "وادي", "بالوادي"):
        (hit,) = store.search(wanted)
        assert hit.document.hash == HASH
        assert hit.snippet == hit.span.of(TEXT)
        assert hit.matches
        assert all(hit.span.start <= match.start < match.end <= hit.span.end for match in hit.matches)
    assert {match.of(TEXT) for match in store.search("امير")[0].matches} >= {"أمير"}
    assert len(store.search("امير")[0].claims) == 2
    title_only = store.search("شؤون")[0]
    assert (title_only.matches, title_only.snippet) == ((), unrelated.text)
    assert store.search("امير الزراعة") == []
    assert store.search('" OR * NEAR( امير') == []


def test_documents_by_day_and_publisher(store):
    for number, day in enumerate([date(2020, 1, 1), date(2021, 1, 1), None]):
        store.add(reading(document=document(number, published=day)), recorded=NOON)
    assert [ref.id for ref in store.documents()] == ["valley-2", "valley-1", "valley-0"]
    assert [ref.id for ref in store.documents(since=date(2021, 1, 1), until=date(2021, 1, 1))] == ["valley-1"]
    assert len(store.documents(publisher="ضفه", limit=2)) == 2
    assert store.documents(publisher="لا أحد") == []


def test_a_claim_of_an_undated_article_is_learnt_when_recorded(store):
    store.add(reading(document=replace(DOCUMENT, published=None)), recorded=NOON)
    assert types(store, known_by=NOON.date() - DAY) == []
    assert types(store, known_by=NOON.date(), since=NOON.date()) == [EventType.SUPPORT, EventType.CONSULT]


def test_a_revised_article_under_the_same_id_is_another_document(store):
    store.add(reading(), recorded=NOON)
    revised = replace(DOCUMENT, title="نزاع الوادي، منقح")
    store.add(reading(document=revised, claims=(CONSULT,)), recorded=NOON + DAY)
    assert store.document("valley-1") == revised
    assert store.document(HASH) == DOCUMENT


def test_an_iterator_sees_one_state_while_another_connection_writes(store, location):
    for number in range(3):
        store.add(reading(document=document(number)), recorded=NOON)
    running = store.claims(ClaimQuery())
    next(running)
    with LedgerStore.open(location) as other:
        other.add(reading(document=document(9)), recorded=NOON)
        assert len(types(other)) == 12
    assert len(list(running)) == 8


def test_threads_write_and_read_at_once(store):
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: store.add(reading(document=document(n % 10)), recorded=NOON), range(20)))
    assert store.counts().documents == store.counts().readings == 10
    assert len(types(store)) == 30
    assert {count for actor, name, count in store.names() if name == "التاجر"} == {10}


def test_a_ledger_opened_again_holds_what_it_held(store, location):
    store.add(reading(), recorded=NOON)
    store.close()
    with LedgerStore.open(location, create=False) as again:
        assert again.reading(HASH) == reading()
        assert again.check() == ()
    assert ASSAULT.subject == ("g1",)
