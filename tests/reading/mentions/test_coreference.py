from __future__ import annotations

from datetime import date

import pytest
from mention_reading import Article


def test_a_surname_means_the_person_named_in_full():
    found = Article("وصل الوزير سالم الورداني. ثم غادر الورداني.")
    assert found.key("الورداني") == found.key("الوزير سالم الورداني") == "~سالم الورداني"


def test_a_surname_may_come_before_the_full_name():
    found = Article("الورداني يغادر\nغادر الوزير سالم الورداني صباح اليوم بعد لقاء طويل مع الوفد.")
    assert found.key("الورداني") == "~سالم الورداني"


def test_a_relative_with_the_same_surname_is_another_person():
    found = Article("وصل سالم الورداني. وحضر كريم الورداني اللقاء.")
    assert found.key("سالم الورداني") != found.key("كريم الورداني")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("أعلنت المملكة موقفها.", "saudi_arabia"),
        ("زار الوفد الأردن. وتحدث ملك الأردن عن الأردن. وأعلنت المملكة موقفها.", "jordan"),
    ],
)
def test_the_kingdom_is_the_one_spoken_of(text, key):
    assert Article(text).key("المملكة") == key


def test_the_kingdom_of_a_publisher_is_his_own():
    text = "زار وفد من الأردن الرياض. وأعلنت المملكة موقفها."
    assert Article(text, publisher="عكاظ").key("المملكة") == "saudi_arabia"


def test_the_country_is_the_state_spoken_of_most():
    assert Article("وصل الوفد إلى تونس. وقالت تونس إن البلاد آمنة. وردت فرنسا.").key("البلاد") == "tunisia"


def test_two_countries_are_no_single_state():
    assert Article("اتفقت تونس والجزائر. وأيد البلدان ذلك.").key("البلدان") == ""


def test_a_bare_head_means_the_actor_called_so():
    found = Article("سيطر تنظيم داعش على البلدة. وقصف التحالف الدولي مواقعه. ثم انسحب التنظيم.")
    assert found.key("التنظيم") == "islamic_state"


def test_a_movement_is_not_the_party_named_after_it():
    found = Article("رفضت حركة النهضة العرض. وقبله حزب «الغد الأخضر». ثم عادت الحركة.")
    assert found.key("الحركة") == "ennahda"


def test_an_ordinary_word_is_a_name_once_the_article_has_named_it():
    assert Article("رفضت حركة النهضة العرض. وقالت النهضة ذلك.").key("النهضة") == "ennahda"


def test_the_city_is_the_last_one_named():
    assert Article("دخلت القوات بنغازي. ثم قصفت المدينة.").key("المدينة") == "benghazi"


def test_an_unnamed_office_holder_is_the_one_of_that_day():
    text = "قال الرئيس الأميركي ذلك."
    assert Article(text, date(2015, 5, 1)).key("الرئيس الأميركي") == "barack_obama"
    assert Article(text, date(2018, 5, 1)).key("الرئيس الأميركي") == "donald_trump"


def test_without_a_date_no_holder_is_guessed():
    assert Article("قال الرئيس الأميركي ذلك.", None).key("الرئيس الأميركي").startswith("~")


def test_a_former_holder_is_not_the_one_of_that_day():
    assert (
        Article("قال الرئيس الأميركي السابق ذلك.", date(2015, 5, 1)).key("الرئيس الأميركي السابق")
        != "barack_obama"
    )


def test_a_counterpart_holds_the_same_office_elsewhere():
    text = "التقى وزير الخارجية المصري سامح شكري نظيره الروسي في القاهرة."
    assert Article(text).key("نظيره الروسي") == "sergey_lavrov"


def test_the_president_alone_is_that_of_the_state_spoken_of():
    assert Article("تنتظر مصر الخطاب. وقال الرئيس ذلك.").key("الرئيس") == "abdel_fattah_el_sisi"


def test_his_country_is_that_of_the_person():
    found = Article("قال وزير الخارجية المصري سامح شكري إن بلاده ترفض ذلك.")
    assert found.key("بلاده") == "egypt"


def test_an_office_in_apposition_is_the_person():
    found = Article("وصل سالم الورداني، قائد الجيش المصري، أمس.")
    assert found.key("قائد الجيش المصري") == "~سالم الورداني"


def test_a_list_is_no_apposition():
    found = Article("حضر سالم الورداني، وقائد الجيش المصري، أمس.")
    assert found.key("وقائد الجيش المصري") != "~سالم الورداني"


def test_groups_are_told_apart_by_whose_they_are():
    found = Article("هاجمت القوات الموالية لمصر الميناء. وردت القوات الموالية لتركيا.")
    assert found.key("القوات الموالية") != found.key("القوات الموالية", 1)


def test_the_same_phrase_in_another_case_is_the_same_group():
    found = Article("احتج أنصار النظام السابق. ورد خصوم أنصار النظام السابق. وللأنصار رأي.")
    assert found.key("أنصار النظام السابق") == found.key("أنصار النظام السابق", 1)


def test_a_number_of_people_are_those_people():
    found = Article("وصل ثلاثة مفاوضين. وغادر المفاوضون.")
    assert found.key("ثلاثة مفاوضين") == found.key("المفاوضون")


def test_a_possessor_is_the_actor_before():
    found = Article("أعلنت تركيا الهدنة، وانسحبت قواتها.")
    assert found.key("قواتها") == "~force@turkey"
