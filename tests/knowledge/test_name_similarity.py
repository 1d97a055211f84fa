"""Names in two scripts and many spellings: what is one name, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.knowledge import similarity
from musnad.knowledge.names import words_of

SAME = [
    ("خليفة حفتر", "Khalifa Haftar"),
    ("خليفة حفتر", "Khalifa Hifter"),
    ("Khalifa Haftar", "Khalifa Hifter"),
    ("عبد الفتاح السيسي", "Abdel Fattah el-Sisi"),
    ("عبدالفتاح السيسي", "Abdul-Fattah al-Sisi"),
    ("عبد الفتاح السيسي", "عبدالفتاح السيسى"),
    ("رجب طيب أردوغان", "Recep Tayyip Erdoğan"),
    ("معمر القذافي", "Muammar Gaddafi"),
    ("معمر القذافي", "Moammar Qadhafi"),
    ("حسن نصر الله", "Hassan Nasrallah"),
    ("عمر البشير", "Omar al-Bashir"),
    ("الباجي قائد السبسي", "Beji Caid Essebsi"),
    ("فايز السراج", "Fayez al-Sarraj"),
    ("عقيلة صالح", "Aguila Saleh"),
    ("علي عبد الله صالح", "Ali Abdullah Saleh"),
    ("عبد ربه منصور هادي", "Abdrabbuh Mansur Hadi"),
    ("مقتدى الصدر", "Muqtada al-Sadr"),
    ("سعد الحريري", "Saad Hariri"),
    ("ميشال عون", "Michel Aoun"),
    ("جمال عبد الناصر", "Gamal Abdel Nasser"),
    ("حميد كرزاي", "Hamid Karzai"),
    ("فلاديمير بوتين", "Vladimir Putin"),
    ("بنيامين نتنياهو", "Benjamin Netanyahu"),
    ("عبد الحميد الدبيبة", "Abdul Hamid Dbeibah"),
    ("غوغل", "جوجل"),
    ("ترامب", "ترمب"),
    ("ميركل", "مركل"),
    ("بلومبيرغ", "بلومبرغ"),
    ("جونسون", "Johnson"),
    ("محمد بن سلمان", "محمد بن سلمان آل سعود"),
    ("Mohammed bin Salman", "Muhammad Bin Salman"),
]
DIFFERENT = [
    ("محمد بن سلمان", "محمد بن زايد"),
    ("محمد بن سلمان", "Mohammed bin Zayed"),
    ("صدام حفتر", "خليفة حفتر"),
    ("أحمد معيتيق", "محمد معيتيق"),
    ("حسين نصر الله", "Hassan Nasrallah"),
    ("حسن روحاني", "حسين روحاني"),
    ("Hassan Ali", "Hussein Ali"),
    ("سالم", "سليم"),
    ("كمال", "جمال"),
    ("سعيد", "سعد"),
    ("خميني", "خامنئي"),
    ("محمد", "محمد بن سلمان"),
    ("عبد الله الثني", "عبد الله السنوسي"),
    ("بشار الأسد", "حافظ الأسد"),
    ("Bashar al-Assad", "حافظ الأسد"),
    ("علي خامنئي", "مجتبى خامنئي"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_name(a, b):
    assert similarity(a, b) >= 0.85


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_two_names(a, b):
    assert similarity(a, b) < 0.62


def test_the_son_is_not_the_father():
    assert 0.7 < similarity("خالد بن محمد بن زايد", "محمد بن زايد") < 0.85


def test_the_family_name_alone_is_part_of_the_name():
    assert 0.7 < similarity("حفتر", "خليفة حفتر") < 0.9
    assert similarity("Haftar", "خليفة حفتر") > 0.7


@pytest.mark.parametrize("nothing", ["", " ", "...", "؟"])
def test_nothing_is_like_nothing(nothing):
    assert similarity(nothing, "خليفة حفتر") == 0.0
    assert similarity(nothing, nothing) == 0.0


def test_words_leave_articles_and_particles_out():
    assert words_of("محمد بن سلمان آل سعود") == ("محمد", "سلمان", "سعود")
    assert words_of("Abd al-Fattah el-Sisi") == ("abd_fattah", "sisi")
    assert words_of("عبد الفتاح السيسي") == ("عبدفتاح", "سيسي")
    assert words_of("آل") == ("ال",)


NAMES = st.text(st.sampled_from("ابتجحخدرسشعغفقكلمنهوي ة أ"), min_size=1, max_size=14) | st.text(
    st.sampled_from("abcdefghijklmnopqrstuvwxyz -'"), min_size=1, max_size=14
)


@given(NAMES, NAMES)
def test_symmetric_and_bounded(a, b):
    score = similarity(a, b)
    assert 0.0 <= score <= 1.0
    assert score == pytest.approx(similarity(b, a))


@given(NAMES)
def test_a_name_is_itself(name):
    assert similarity(name, name) == (1.0 if words_of(name) else 0.0)


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_text_is_taken(a, b):
    assert 0.0 <= similarity(a, b) <= 1.0
