from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mention_reading import Article, actors

from musnad.arabic.folding import fold
from musnad.claims.model import Document
from musnad.reading.analysis import analyse
from musnad.reading.assembly import ActorRegister

WORDS = [
    "قال",
    "الوزير",
    "وزير",
    "الخارجية",
    "المصري",
    "مصر",
    "وللجيش",
    "الجيش",
    "سالم",
    "الورداني",
    "نجل",
    "«النهضة»",
    "حركة",
    "قوات",
    "الموالية",
    "لـ",
    "له",
    "لها",
    "بلاده",
    "و",
    "في",
    "على",
    "إلى",
    "الرئيس",
    "رئيس",
    "نظيره",
    "الروسي",
    "ثلاثة",
    "من",
    "مُقَاتِلِي",
    "البلدان",
    "،",
    ".",
    "؟",
    "(",
    ")",
    '"',
    "12",
    "abc",
    "التنظيم",
    "المدينة",
    "صنعاء",
    "العاصمة",
    "بن",
    "عبد",
    "أبو",
    "آل",
    "ذي",
    "ال",
    "لل",
]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("سلموا الميناء للوزير سالم الورداني.", "سالم الورداني"),
        ("رد سالم الورداني. وقال ذلك لسالم الورداني.", "سالم الورداني"),
        ("تحدثوا وللميليشيات المسلحة رأي.", "الميليشيات المسلحة"),
        ("اتصلوا بالميليشيات المسلحة.", "الميليشيات المسلحة"),
        ("تقدمت وميليشيات مسلحة انسحبت.", "ميليشيات مسلحة"),
        ("اتصلوا بِالميليشياتِ المسلّحةِ.", "الميليشياتِ المسلّحةِ"),
        ("رد وَلِلميليشيات المسلحة رأي.", "الميليشيات المسلحة"),
    ],
)
def test_names_are_as_published_but_without_clitics(text, name):
    assert any(fold(ar) == fold(name) and not ar.startswith(("و", "ب", "لل")) for ar in actors(text))


def test_the_fullest_name_is_shown():
    assert "سالم الورداني" in actors("غادر الورداني. وكان سالم الورداني وصل أمس.")


def test_known_actors_have_their_own_names():
    actor = actors("رفضت الحكومة المصرية العرض.")["مصر"]
    assert (actor.id, actor.en, actor.known, actor.local) == ("egypt", "Egypt", True, False)


def test_full_names_are_global_and_descriptions_local():
    found = actors("وصل سالم الورداني. وهاجم مسلحون الميناء. وتقدمت قوات مصر.")
    assert not found["سالم الورداني"].local
    assert found["مسلحون"].local


def test_mentions_point_at_the_words():
    text = "غادر الورداني. وكان سالم الورداني وصل."
    spans = [span.of(text) for span in actors(text)["سالم الورداني"].mentions]
    assert spans == ["الورداني", "سالم الورداني"]


def test_ids_hold_no_blanks():
    assert all(" " not in a.id for a in actors("وصل سالم بن كريم الورداني وأنصار النظام السابق.").values())


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_any_run_of_words_is_read_and_every_span_is_valid(text):
    analysis = analyse(Document("x", text))
    register = ActorRegister(analysis)
    for actor in register.actors(register._mentions):
        assert actor.ar == actor.ar.strip()
        assert all(0 <= s.start < s.end <= len(text) for s in actor.mentions)
    for mention in Article(text).all():
        assert 0 <= mention.first <= mention.last
        assert all(mention.first <= inner.first and inner.last <= mention.last for inner in mention.inner)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ابتثجحدرزسشصطعفقكلمنهويأإةىؤئء ،.«»()\n\u064e\u0640\u200f12", max_size=120))
def test_any_text_is_read_the_same_twice(text):
    first, second = analyse(Document("x", text)), analyse(Document("x", text))
    assert first.salience == second.salience


def test_everybody_with_words_of_their_own_is_among_the_actors():
    text = "وصل سالم الورداني. وتقدمت قوات الشمال. وغادر هو."
    register = ActorRegister(analyse(Document("x", text)))
    assert {"سالم الورداني", "قوات الشمال"} <= {actor.ar for actor in register.everyone(())}
    assert all(actor.mentions for actor in register.everyone(()))
