"""Chains over invented sentences, one test or more for every way of reporting."""

from __future__ import annotations

from datetime import date

import pytest

from musnad.arabic.folding import fold
from musnad.arabic.sentences import sentences
from musnad.claims.model import SourceKind
from musnad.reading.chains.building import ChainBuilder
from musnad.reading.mentions.coreference import Resolver
from musnad.reading.mentions.detection import detect
from musnad.reading.mentions.scan import scan
from musnad.reading.words.vocabulary import vocabulary

PUBLISHED = date(2019, 5, 14)


def read(text: str, publisher: str = ""):
    """Every sentence's scan with its chains."""
    words = vocabulary()
    scans = [scan(one, words) for one in sentences(fold(text))]
    found = [detect(one) for one in scans]
    resolver = Resolver(words, PUBLISHED)
    resolver.learn(m for ms in found for m in ms)
    for one, ms in zip(scans, found, strict=True):
        resolver.add_surnames(one, ms)
        resolver.resolve(ms)
    builder = ChainBuilder(publisher=publisher, published=PUBLISHED)
    return [(one, builder.read(one, ms)) for one, ms in zip(scans, found, strict=True)]


def chain(text: str, word: str, publisher: str = ""):
    """The chain over the last token in the text that is `word`."""
    wanted = fold(word)
    for one, chains in reversed(read(text, publisher)):
        for at in range(len(one.tokens) - 1, -1, -1):
            if one.tokens[at].text == wanted:
                return chains.at(at)
    raise AssertionError(f"{word} is not in the text")


def names(text: str, word: str, publisher: str = "") -> list[str]:
    """The words that name each link, nearest to the reader first."""
    scans = [one for one, _ in read(text, publisher)]
    out = []
    for link in chain(text, word, publisher):
        place = link.named
        out.append("" if place is None else scans[place.sentence].text(place.first, place.last))
    return out


def assert_links(text: str, word: str, *parts: str, publisher: str = "") -> None:
    found = names(text, word, publisher)
    assert len(found) == len(parts), found
    for name, part in zip(found, parts, strict=True):
        assert fold(part) in name, found


def test_speaker_after_the_verb() -> None:
    assert_links("قال وزير الخارجية الفرنسي إن القوات قصفت الميناء.", "قصفت", "وزير الخارجية")


def test_speaker_before_the_verb() -> None:
    assert_links("مصادر محلية قالت إن المسلحين هاجموا القلعة.", "هاجموا", "مصادر محلية")


def test_own_voice_has_no_chain() -> None:
    assert names("هاجم المسلحون القلعة صباح الأربعاء.", "هاجم") == []


def test_the_cue_itself_is_not_said() -> None:
    assert names("قال مصدر أمني إن الجيش انسحب من القلعة.", "قال") == []


def test_noun_that_is_said() -> None:
    assert_links("أكد مصدر طبي مقتل ثلاثة جنود في القلعة.", "مقتل", "مصدر طبي")


def test_preposition_that_brings_what_is_said() -> None:
    assert_links("أشارت مصادر محلية إلى انسحاب القوات من القلعة.", "انسحاب", "مصادر محلية")


def test_colon_and_quotation() -> None:
    assert_links("وقال مصدر أمني: «الجيش انسحب من القلعة».", "انسحب", "مصدر أمني")


def test_carry_over_to_the_next_sentence() -> None:
    text = "قال مصدر أمني إن الجيش انسحب من القلعة. وأضاف أن السكان عادوا إلى بيوتهم."
    assert_links(text, "عادوا", "مصدر أمني")


def test_the_source_points_back() -> None:
    text = "قال مصدر أمني رفيع إن الجيش انسحب.\nوتابع المصدر أن السكان عادوا إلى بيوتهم."
    assert_links(text, "عادوا", "مصدر أمني رفيع")


def test_participle_goes_on() -> None:
    text = "قال مصدر أمني إن الجيش انسحب من القلعة، مشيرا إلى أن السكان عادوا إلى بيوتهم."
    assert_links(text, "عادوا", "مصدر أمني")


def test_article_takes_over_in_a_new_paragraph() -> None:
    text = "قال مصدر أمني إن الجيش انسحب من القلعة.\nهاجم المسلحون القرية قبل عام."
    assert names(text, "هاجم") == []


def test_quotation_over_several_sentences() -> None:
    text = "وقال مصدر أمني: «الجيش انسحب من القلعة. السكان عادوا إلى بيوتهم»."
    assert_links(text, "عادوا", "مصدر أمني")


@pytest.mark.parametrize("cue", ["بحسب", "وفق", "حسب"])
def test_according_to_covers_what_stands_before(cue: str) -> None:
    assert_links(f"انسحب الجيش من القلعة، {cue} مصادر محلية.", "انسحب", "مصادر محلية")


def test_according_to_at_the_start() -> None:
    assert_links("وبحسب مصادر محلية، انسحب الجيش من القلعة.", "انسحب", "مصادر محلية")


def test_according_to_what_somebody_said() -> None:
    assert_links("انسحب الجيش من القلعة، وفق ما أعلن مصدر أمني.", "انسحب", "مصدر أمني")


def test_according_to_a_law_is_no_source() -> None:
    assert names("انسحب الجيش من القلعة وفق خطة متقنة.", "انسحب") == []


def test_told_outlet_stands_nearer() -> None:
    assert_links("قال مصدر أمني لوكالة رويترز إن الجيش انسحب من القلعة.", "انسحب", "رويترز", "مصدر أمني")


def test_told_outlet_in_an_interview() -> None:
    text = "وقال وزير الخارجية الفرنسي في مقابلة مع وكالة رويترز إن الجيش انسحب من القلعة."
    assert_links(text, "انسحب", "رويترز", "وزير الخارجية")


def test_the_publishing_paper_is_no_link() -> None:
    assert_links(
        "قال مصدر أمني لصحيفة الرياض إن الجيش انسحب من القلعة.", "انسحب", "مصدر أمني", publisher="الرياض"
    )


def test_a_quoted_name_alone_is_the_paper_itself() -> None:
    assert_links("قال مصدر أمني لـ«المنارة» إن الجيش انسحب من القلعة.", "انسحب", "مصدر أمني")


def test_statement_is_its_issuer() -> None:
    found = chain("قالت وزارة الدفاع الفرنسية في بيان إن الجيش انسحب من القلعة.", "انسحب")
    assert [link.kind for link in found] == [SourceKind.OFFICIAL]


def test_in_the_statement_points_back_to_the_issuer() -> None:
    text = "قالت وزارة الدفاع الفرنسية إن الجيش انسحب.\nوجاء في البيان أن السكان عادوا إلى بيوتهم."
    assert_links(text, "عادوا", "وزارة الدفاع")


def test_relayed_by_an_agency() -> None:
    text = "نقلت وكالة رويترز عن مصدر أمني قوله إن الجيش انسحب من القلعة."
    assert_links(text, "انسحب", "رويترز", "مصدر أمني")


def test_reported_on_the_word_of_another() -> None:
    text = "ذكرت وكالة رويترز، نقلا عن مصدر أمني، أن الجيش انسحب من القلعة."
    assert_links(text, "انسحب", "رويترز", "مصدر أمني")


def test_three_links() -> None:
    text = "نقلت وكالة رويترز عن مصدر أمني قوله إن شهود عيان أكدوا أن الجيش انسحب من القلعة."
    assert_links(text, "انسحب", "رويترز", "مصدر أمني", "شهود عيان")


def test_four_links() -> None:
    text = "نقلت وكالة رويترز عن مصدر أمني قوله إن شهود عيان أكدوا أن وزير الدفاع الفرنسي اعترف بأن الجيش انسحب من القلعة."
    assert_links(text, "انسحب", "رويترز", "مصدر أمني", "شهود عيان", "وزير الدفاع")


def test_nested_speaker_does_not_go_on() -> None:
    text = "قال مصدر أمني إن شهود عيان أكدوا أن الجيش انسحب. وأضاف أن السكان عادوا إلى بيوتهم."
    assert_links(text, "عادوا", "مصدر أمني")


def test_speakers_side_by_side() -> None:
    text = "قال مصدر أمني إن الجيش انسحب من القلعة، وقالت وزارة الصحة الفرنسية إن السكان عادوا إلى بيوتهم."
    assert_links(text, "عادوا", "وزارة الصحة")


def test_hearsay() -> None:
    found = chain("يقال إن الجيش انسحب من القلعة.", "انسحب")
    assert [(link.kind, link.named) for link in found] == [(SourceKind.HEARSAY, None)]


def test_news_that_nobody_is_named_for() -> None:
    found = chain("وسط أنباء عن انسحاب الجيش من القلعة.", "انسحاب")
    assert [link.kind for link in found] == [SourceKind.HEARSAY]


def test_denial_hangs_on_the_denier() -> None:
    assert_links("نفت وزارة الدفاع الفرنسية أن الجيش انسحب من القلعة.", "انسحب", "وزارة الدفاع")


def test_accusation_hangs_on_the_accuser() -> None:
    text = "اتهمت وزارة الدفاع الفرنسية المسلحين بقصف القلعة."
    assert names(text, "اتهمت") == []
    assert_links(text, "بقصف", "وزارة الدفاع")


def test_demand_is_itself_what_happened() -> None:
    assert names("دعت وزارة الدفاع الفرنسية المسلحين إلى وقف القتال.", "القتال") == []


def test_belief() -> None:
    assert_links("ويرى وزير الخارجية الفرنسي أن الجيش انسحب من القلعة.", "انسحب", "وزير الخارجية")


def test_headline_with_a_colon() -> None:
    text = "وزير الخارجية الفرنسي: الجيش انسحب من القلعة\nوصل الوفد إلى العاصمة صباح اليوم ثم غادرها."
    assert_links(text, "انسحب", "وزير الخارجية")


def test_topic_before_a_colon_is_no_speaker() -> None:
    text = "فرنسا: الجيش ينسحب من القلعة\nوصل الوفد إلى العاصمة صباح اليوم ثم غادرها."
    assert names(text, "ينسحب") == []


def test_an_outlet_with_its_author() -> None:
    text = "نشرت صحيفة واشنطن بوست مقالا للكاتب ديفيد مارتن قال فيه إن الجيش انسحب من القلعة."
    found = chain(text, "انسحب")
    assert [link.kind for link in found] == [SourceKind.MEDIA, SourceKind.MEDIA]


def test_long_description_of_a_nameless_source() -> None:
    assert_links(
        "قال مصدر في المقاومة الشعبية إن الجيش انسحب من القلعة.", "انسحب", "مصدر في المقاومة الشعبية"
    )


def test_relative_clause_between_speaker_and_words() -> None:
    text = "وقال مصدر أمني، الذي فضل عدم الكشف عن اسمه، إن الجيش انسحب من القلعة."
    assert_links(text, "انسحب", "مصدر أمني")


def test_pretext_is_the_doers_word() -> None:
    assert_links("حجبت فرنسا الموقع بذريعة دعم المسلحين.", "دعم", "فرنسا")


def test_when_it_was_said() -> None:
    found = chain("قال مصدر أمني أمس إن الجيش انسحب من القلعة.", "انسحب")
    assert found[-1].time is not None
    assert found[-1].time.start == "2019-05-13"


def test_article_boilerplate_is_no_source() -> None:
    text = "قال مصدر أمني إن الجيش انسحب.\nيذكر أن المسلحين هاجموا القرية قبل عام."
    assert names(text, "هاجموا") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قالت وكالة رويترز إن الجيش انسحب من القلعة.", SourceKind.MEDIA),
        ("قالت وزارة الدفاع الفرنسية إن الجيش انسحب من القلعة.", SourceKind.OFFICIAL),
        ("قال مصدر أمني إن الجيش انسحب من القلعة.", SourceKind.ANONYMOUS),
        ("أظهرت وثائق أن الجيش انسحب من القلعة.", SourceKind.DOCUMENT),
    ],
)
def test_kinds(text: str, kind: SourceKind) -> None:
    assert [link.kind for link in chain(text, "انسحب")] == [kind]


def test_who_was_told_is_no_part_of_the_source() -> None:
    text = "انسحب الجيش من القلعة، وفق ما أوضح مسؤول تركي لوكالة رويترز."
    assert_links(text, "انسحب", "رويترز", "مسؤول تركي")
    assert "رويترز" not in names(text, "انسحب")[-1]


def test_words_that_name_a_cited_source_are_not_its_words() -> None:
    assert names("انسحب الجيش من القلعة، بحسب الناطق باسم وزارة الدفاع الفرنسية.", "الناطق") == []


def test_besides_is_no_verb_of_adding() -> None:
    text = "قال مصدر أمني إن الجيش انسحب من القلعة إضافة إلى أن السكان عادوا إلى بيوتهم."
    assert_links(text, "عادوا", "مصدر أمني")


def test_a_clause_of_contrast_stands_beside_what_was_said() -> None:
    text = "قالت فرنسا إن الجيش انسحب من القلعة، لكن وزارة الدفاع الألمانية أكدت أن السكان عادوا إلى بيوتهم."
    assert_links(text, "عادوا", "وزارة الدفاع")


def test_a_contrast_within_a_quotation_stays_in_it() -> None:
    text = "وقال وزير الخارجية الفرنسي: «الجيش انسحب لكن شهود عيان أكدوا أن السكان عادوا إلى بيوتهم»."
    assert_links(text, "عادوا", "وزير الخارجية", "شهود عيان")


def test_from_another_side_is_no_speaker() -> None:
    text = "قال مصدر أمني إن الجيش انسحب. وصرح من جهة أخرى بأن السكان عادوا إلى بيوتهم."
    assert_links(text, "عادوا", "مصدر أمني")


def test_what_an_event_shows_is_the_articles_own_remark() -> None:
    assert names("قصف المسلحون القلعة، ما يشير إلى أن الجيش انسحب منها.", "انسحب") == []


def test_a_thing_that_indicates_is_no_speaker() -> None:
    text = "قال مصدر أمني إن الجيش باق. ويشير القرار إلى انسحاب السكان من القلعة."
    assert names(text, "انسحاب") == []


def test_those_warned_are_no_speakers() -> None:
    text = "وقالت فرنسا إنها حزينة. كما حذر المشرعين من أن الجيش ينسحب."
    assert "المشرعين" not in names(text, "ينسحب")


def test_who_accused_them_stands_behind_the_pronoun() -> None:
    text = "وصل وفد الجماعة التي اتهمتها فرنسا بقصف القلعة."
    assert_links(text, "بقصف", "فرنسا")


def test_a_deed_ascribed_to_somebody_by_nobody() -> None:
    found = chain("وقع هجوم أمس ونسب إلى الجماعة المسلحة.", "هجوم")
    assert [link.kind for link in found] == [SourceKind.HEARSAY]


def test_a_name_in_no_list_that_begins_like_a_preposition() -> None:
    assert_links("وقال بيربند ركسنغه إن الجيش انسحب من القلعة.", "انسحب", "بيربند")


def test_a_quoted_speaker_does_not_bring_its_quoter_along() -> None:
    text = "قال مصدر أمني إن فرنسا أكدت أن الجيش انسحب.\nوأعلنت فرنسا أن السكان عادوا إلى بيوتهم."
    assert_links(text, "عادوا", "فرنسا")


def test_an_outlet_told_long_ago_is_forgotten() -> None:
    filler = "\n".join(["وصل الوفد إلى القلعة صباح اليوم."] * 9)
    text = "قال وزير الخارجية الفرنسي لوكالة رويترز إن الجيش انسحب.\n"
    assert_links(f"{text}{filler}\nوقال وزير الخارجية الفرنسي إن السكان عادوا.", "عادوا", "وزير الخارجية")


def test_news_amid_which_something_is_said() -> None:
    text = "أكد مصدر أمني مقتل ثلاثة جنود في القلعة، وسط أنباء عن انسحاب الجيش."
    assert [link.kind for link in chain(text, "انسحاب")] == [SourceKind.HEARSAY]


def test_reply_by_saying_is_the_replier() -> None:
    text = "قال مصدر أمني إن الجيش باق. ورد وزير الخارجية الفرنسي بقوله: «الجيش انسحب من القلعة»."
    assert_links(text, "انسحب", "وزير الخارجية")


def test_its_own_sources_are_new_ones() -> None:
    text = "ذكرت وكالة رويترز، نقلا عن مصادرها، أن الجيش انسحب من القلعة."
    assert_links(text, "انسحب", "رويترز", "مصادر")


def test_its_author_stands_behind_the_outlet_that_brought_the_report_out() -> None:
    text = "نشر موقع الأفق البريطاني تقريرا عن القلعة، أشار فيه كاتبه إلى أن الجيش انسحب منها."
    assert [link.head for link in chain(text, "انسحب")] == ["موقع", "كاتبه"]


def test_what_is_moved_somewhere_says_nothing() -> None:
    assert chain("نقل الوزير ملف القلعة إلى القيادة، وأن الجيش انسحب أمر معروف.", "انسحب") == ()
