"""How sure it is who is meant."""

import pytest
from mention_reading import Article

from musnad.claims.model import Document
from musnad.knowledge.base import knowledge_base
from musnad.reading.analysis import analyse
from musnad.reading.assembly import ActorRegister
from musnad.reading.mentions.identification import Identification, confidence, identification


@pytest.mark.parametrize(
    ("text", "words", "how"),
    [
        ("رفضت مصر العرض.", "مصر", Identification.NAME),
        ("رفضت القاهرة العرض.", "القاهرة", Identification.ALIAS),
        ("وقال مسؤول في العراق إن المالكي رفض ذلك.", "المالكي", Identification.SURNAME),
        ("وصل سالم الورداني أمس.", "سالم الورداني", Identification.ITSELF),
    ],
)
def test_the_words_say_how(text, words, how):
    assert identification(Article(text).mention(words), knowledge_base()) is how


def test_what_points_back_is_less_sure_than_a_name():
    article = Article("هاجمت حركة النهضة القرار. وأعلنت الحركة رفضها.")
    back = article.mention("الحركة")
    assert identification(back, knowledge_base()) is Identification.REFERENCE
    assert confidence([back], knowledge_base()) < confidence(article.all(), knowledge_base())


def test_nobody_is_not_sure_at_all():
    assert confidence([], knowledge_base()) == 0.0


def test_every_actor_has_a_chance():
    register = ActorRegister(
        analyse(Document("x", "رفضت مصر العرض. ووصل سالم الورداني. وهاجم مسلحون الميناء."))
    )
    assert all(0 < register.confidence(key) <= 1 for key in register._mentions)
