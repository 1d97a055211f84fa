from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.alignment.copies import group_copies

if TYPE_CHECKING:
    import random

WIRE = (
    "أعلنت إمارة القمر مساء أمس أنها ستقف إلى جانب مملكة الوادي في نزاعها على نهر الزمرد، وقال كبير وزرائها في كلمة "
    "ألقاها أمام مجلس الأعيان إن القافلة الأولى من الحبوب ستصل قبل حلول الشتاء. وأضاف أن بلاده لن تقبل بإغلاق الممرات "
    "الجبلية أمام التجار، داعيا سلطنة النخيل إلى سحب حراسها من القلاع القديمة والعودة إلى مائدة التفاوض."
)
OTHER = (
    "شهد سوق البحارة في مدينة المرجان ازدحاما كبيرا مع بدء موسم اللؤلؤ، وذكر شيخ الغواصين أن محصول هذا العام أوفر من "
    "الأعوام الثلاثة الماضية، وأن الأسعار مرشحة للهبوط إذا وصلت سفن الشرق في موعدها المعتاد قبل نهاية الخريف."
)
COPY = "خاص - " + WIRE.replace("أعلنت", "اعلنت").replace("الشتاء", "الشِّتاء").replace("أمس", "الأمس")


def test_copies_are_one_group_and_others_are_not():
    groups = group_copies([("c", WIRE), ("a", COPY), ("b", OTHER)])
    assert groups == {"c": "a", "a": "a", "b": "b"}


def test_short_and_empty_texts_stand_alone():
    groups = group_copies([("a", ""), ("b", ""), ("c", "نعم"), ("d", "نعم")])
    assert groups == {key: key for key in "abcd"}


def test_broken_text_is_no_fault():
    assert group_copies([("a", "\ud800" * 200), ("b", WIRE)]) == {"a": "a", "b": "b"}


def test_nothing_gives_nothing():
    assert group_copies([]) == {}


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(rng: random.Random):
    documents = [("c", WIRE), ("a", COPY), ("b", OTHER), ("e", WIRE + " " + WIRE[:40]), ("f", OTHER[:-10])]
    expected = group_copies(documents)
    rng.shuffle(documents)
    assert group_copies(documents) == expected
    assert len(set(expected.values())) == 2
