"""What every reader keeps to: the one of the program, stricter and looser ones, and the one that asks a large model."""

from __future__ import annotations

import pickle
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from musnad.api.readers import stating
from musnad.claims.identity import content_hash
from musnad.claims.model import Document
from musnad.formats.contract import reading_from_dict, reading_to_dict
from musnad.ledger import LedgerStore
from musnad.ledger.consistency import check_reading
from musnad.reading.learned import fast_models
from musnad.reading.llm.endpoint import Endpoint
from musnad.reading.llm.reader import LlmReader
from musnad.reading.reader import WeighingReader

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE / "llm"), str(HERE.parent / "api")]

from loopback import model, serving  # noqa: E402
from tiny_reader import TinyReader  # noqa: E402

NEWS = (
    "قمة الواحة\n"
    "قال وزير الخارجية في مملكة الواحة أمس إن مصر تدعم السودان وإن إيطاليا تعارض اليونان منذ مارس 1949.\n"
    "«لن تهاجم فرنسا ليبيا»، أضاف الوزير، ولم يُعلّق سفير فرنسا."
)
DOCUMENTS = [
    Document("news", NEWS, "قمة الواحة", "جريدة الساحل", date(1949, 5, 10)),
    Document("undated", NEWS),
    Document("marked", "مِصر تَدعَم السُّودان.\u200f\r\nإيطاليا\u00a0تعارض اليونان.", published=date(1949, 5, 10)),
    Document("no claims", "هذا نص لا يقول عن أحد شيئا."),
    Document("one word", "مصر"),
    Document("marks", "… ؟! «»"),
    Document("blank", " \n\u200f\n "),
    Document("empty", ""),
    Document("latin", "Egypt supports Sudan."),
    Document("surrogate pair", "😀 مصر تدعم السودان 😀."),
]
NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
READERS = {
    "standard": lambda _url: WeighingReader(),
    "fast": lambda _url: WeighingReader(fast_models()),
    "looser": lambda _url: WeighingReader().at_least(0.01),
    "stricter": lambda _url: stating(WeighingReader(), 0.5),
    "filtered": lambda _url: stating(TinyReader(), 0.5),
    "large model": lambda url: LlmReader(Endpoint(url, "tiny", timeout=20)),
    "large model, stricter": lambda url: stating(LlmReader(Endpoint(url, "tiny", timeout=20)), 0.5),
}


@pytest.fixture(scope="module")
def server():
    with serving(model()) as running:
        yield running


@pytest.fixture(params=READERS)
def reader(request, server):
    return READERS[request.param](server.url)


@pytest.fixture(params=DOCUMENTS, ids=lambda d: d.id)
def reading(request, reader):
    return reader.read(request.param)


def test_it_has_one_name(reader):
    assert isinstance(reader.name, str)
    assert reader.name.isprintable()
    assert reader.name.strip() == reader.name != ""
    assert reader.read(DOCUMENTS[0]).reader == reader.name == reader.name


def test_the_reading_is_sound(reader, reading):
    check_reading(reading)
    assert reading.reader == reader.name
    assert reading.document in DOCUMENTS


def test_claims_stand_in_the_order_of_the_text_each_in_its_sentence(reading):
    triggers = [c.trigger for c in reading.claims]
    assert triggers == sorted(triggers)
    text = reading.document.text
    for claim in reading.claims:
        assert claim.sentence.start <= claim.trigger.start < claim.trigger.end <= claim.sentence.end
        assert "\n" not in claim.sentence.of(text)
        assert claim.trigger.of(text).strip() == claim.trigger.of(text) != ""
        assert claim.subject or claim.object
        assert len(set(claim.subject)) == len(claim.subject)
        assert not set(claim.subject) & set(claim.object)


def test_every_actor_is_named_in_the_text_or_used(reading):
    used = {
        i for c in reading.claims for i in (*c.subject, *c.object, *(s.actor for s in c.sources if s.actor))
    }
    assert used <= {actor.id for actor in reading.actors}
    for actor in reading.actors:
        assert actor.ar or actor.en
        assert actor.mentions or actor.id in used
        assert actor.known != actor.id.startswith("~")
        assert all(span.of(reading.document.text).strip() for span in actor.mentions)


def test_it_keeps_nothing_from_one_document_to_the_next(reader):
    first = [reading_to_dict(reader.read(d)) for d in DOCUMENTS]
    again = [reading_to_dict(reader.read(d)) for d in reversed(DOCUMENTS)]
    assert first == again[::-1]


def test_a_reading_survives_every_way_out_and_back(reading, tmp_path):
    assert reading_from_dict(reading_to_dict(reading)) == reading
    assert pickle.loads(pickle.dumps(reading)) == reading  # noqa: S301 - our own
    store = LedgerStore.open(str(tmp_path / "ledger.db"))
    stored = store.add(reading, recorded=NOON)
    assert stored.claims == len(reading.claims)
    assert store.has(content_hash(reading.document), reading.reader)
    store.close()


def test_it_finds_something_in_news(reader):
    assert reader.read(DOCUMENTS[0]).claims or "min0.5" in reader.name
