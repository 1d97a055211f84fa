from __future__ import annotations

import pytest
from mention_reading import Article

from musnad.claims.model import ActorKind
from musnad.reading.mentions.model import MentionForm


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        (
            "التقى وزير الخارجية الروسي سالم الورداني الوفد.",
            "وزير الخارجية الروسي سالم الورداني",
            ActorKind.PERSON,
        ),
        ("هاجمت ميليشيات مسلحة الميناء.", "ميليشيات مسلحة", ActorKind.ARMED_GROUP),
        ("رفضت الحكومة المصرية العرض.", "الحكومة المصرية", ActorKind.STATE),
        ("وصل نجل خالد البرقاوي أمس.", "نجل خالد البرقاوي", ActorKind.PERSON),
        ("أعلن حزب «الغد الأخضر» ذلك.", "حزب «الغد الأخضر»", ActorKind.PARTY),
        ("زار رئيس اتحاد العمال سامي النوري المصنع.", "رئيس اتحاد العمال سامي النوري", ActorKind.PERSON),
    ],
)
def test_a_phrase_is_one_mention(text, words, kind):
    assert Article(text).mention(words).kind is kind


def test_clitics_are_noted():
    mention = Article("سلموا المدينة وللحكومة المصرية رأي.").mention("وللحكومة المصرية")
    assert (mention.conjunction, mention.preposition, mention.definite) == (True, "ل", True)


@pytest.mark.parametrize(
    "text",
    [
        "أثار القرار السياسي جدلا.",
        "هذا حل سياسي مقبول.",
        "انتقد بيانه السياسي كثيرون.",
        "إن الملف الدبلوماسي مغلق.",
    ],
)
def test_an_adjective_is_no_person(text):
    found = Article(text)
    assert not any(
        m.form in (MentionForm.OFFICE, MentionForm.GROUP) and m.first == m.last for m in found.all()
    )


def test_a_person_noun_after_a_verb_is_a_person():
    assert "السياسي" in Article("قال السياسي إن البلد بخير.").outermost


@pytest.mark.parametrize(
    "text",
    ["لدينا أية فكرة عن ذلك.", "وقف أمام الباب طويلا.", "المساعدات وصلت اليوم.", "خطة طويلة ومعاهدة قديمة."],
)
def test_common_words_are_no_mentions(text):
    assert Article(text).outermost == []


def test_a_name_does_not_run_over_a_masdar_or_a_day():
    found = Article("يريد الوزير سالم النوري الترشح. وصل الوزير سالم النوري السبت.")
    assert [found.words_of(m) for m in found.all() if m.name == "سالم النوري"] == ["الوزير سالم النوري"] * 2


def test_an_unnamed_source_takes_no_adjective_for_a_name():
    assert not [m for m in Article("قالت مصادر مطلعة ذلك.").all() if m.name_first >= 0]


def test_an_ordinary_given_name_needs_a_given_name_after_it():
    assert "منير ابراهيم" in Article("أشار منير ابراهيم إلى الأمر.").outermost
    assert Article("عادل جدا هذا القرار.").outermost == []


def test_a_group_takes_no_verbal_noun_for_an_adjective():
    assert "الأجهزة الأمنية" in Article("ألقت الأجهزة الأمنية القبض عليه.").outermost


def test_an_indefinite_group_takes_its_adjective():
    assert (
        "ثكنة عسكرية" in Article("سيطروا على ثكنة عسكرية قديمة.").outermost
        or "ثكنة عسكرية قديمة" in Article("سيطروا على ثكنة عسكرية قديمة.").outermost
    )


def test_a_name_that_is_an_ordinary_word_needs_a_head_noun():
    assert Article("إن النهضة الزراعية قادمة.").outermost == []
    assert Article("قالت حركة النهضة ذلك.").key("حركة النهضة") == "ennahda"


def test_only_an_accredited_office_takes_a_body_by_to():
    found = Article("وصل وزير الدفاع إلى القاهرة، والتقى السفير إلى مصر.")
    assert found.mention("وزير الدفاع").body is None
    assert found.mention("السفير إلى مصر").body.key == "egypt"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("قصفوا العاصمة صنعاء.", "sanaa"),
        ("دخلوا صنعاء فجرا.", "sanaa"),
        ("قتلوا جنودا داخل دمشق.", "damascus"),
        ("رفضت دمشق العرض.", "syria"),
        ("اتفقت أنقرة مع موسكو.", "russia"),
    ],
)
def test_a_capital_stands_for_its_state_but_not_as_a_place(text, key):
    assert key in {m.resolved for m in Article(text).all()}


def test_the_finest_mention_inside_another_is_kept():
    outer = Article("أدان وزير خارجية مصر الهجوم.").mention("وزير خارجية مصر")
    assert [m.key for m in outer.inner] == ["egypt"]


def test_inner_mentions_stand_inside():
    for mention in Article("اتهم المتحدث باسم قوات خالد البرقاوي أنصار النظام السابق في شرق البلاد.").all():
        for inner in mention.inner:
            assert mention.first <= inner.first <= inner.last <= mention.last


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("رفض رئيس هيئة الطاقة الشمسية الخطة.", "هيئة الطاقة الشمسية"),
        ("أعلنت لجنة مكافحة الأوبئة ذلك.", "لجنة مكافحة الأوبئة"),
        ("قتل انتحاري ثلاثة جنود في السوق.", "انتحاري"),
        ("وصلت والدة المعتقل إلى المحكمة.", "والدة المعتقل"),
    ],
)
def test_a_phrase_goes_as_far_as_its_words(text, words):
    assert Article(text).mention(words)


def test_a_quotation_after_a_preposition_is_anothers():
    found = Article("هاجمت الكتيبة التابعة «لمجلس الغد» البلدة.")
    assert all("مجلس" not in found.words_of(m) for m in found.all() if "الكتيبة" in found.words_of(m))


def test_a_known_first_name_that_is_an_office_too():
    article = Article("وجه الشكر لصاحب السمو الشيخ خليفة بن زايد آل نهيان أمس.")
    assert any(m.resolved == "khalifa_bin_zayed" for m in article.all())
