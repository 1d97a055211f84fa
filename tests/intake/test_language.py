"""What counts as Arabic."""

from __future__ import annotations

import pytest

from musnad.errors import MusnadError
from musnad.intake.language import arabic_share, is_arabic, require_arabic

PERSIAN = "رئیس جمهور گفت که دولت در چند ماه گذشته پیشنهاد تازه‌ای را برای گفتگو با همسایگان پیش کشیده است و این پیشنهاد هنوز پذیرفته نشده و پاسخ کشورها نیز گزارش نشده است. "
ARABIC = "قالت الصحيفة إن الوفد غادر العاصمة إلى الميناء، وإن پاولو گارسيا مبعوث الحلف وصل إلى القصر أمس للقاء الوزراء وقادة الجيش والأحزاب في المدينة القديمة."


def refusal(text: str) -> str:
    with pytest.raises(MusnadError) as caught:
        require_arabic(text)
    return caught.value.code


def test_share_is_of_letters_only() -> None:
    assert arabic_share("سند 123 !!! abc") == pytest.approx(0.5)
    assert arabic_share("123 - !") == 0
    assert arabic_share("ﻻ ﷲ مُسْنَد") == 1


def test_mixed_text_is_read() -> None:
    assert is_arabic("وقّعت شركة Valmont Mining Company اتفاقاً مع حكومة سندار في مدينة Port Aldin")
    assert is_arabic(ARABIC)


@pytest.mark.parametrize("text", ["", "  \n\t ", "\u200f\u200e", "1958 – 1961 !"])
def test_nothing_to_read(text: str) -> None:
    assert refusal(text) == "M120"


def test_other_languages_are_refused() -> None:
    assert refusal("The two republics signed a union in Damascus, the agency (وكالة) said.") == "M121"
    assert refusal(PERSIAN) == "M122"
    assert not is_arabic(PERSIAN)
