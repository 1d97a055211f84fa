"""The Python interface: what its verbs answer on a ledger whose content is known."""

from __future__ import annotations

from datetime import date

import pytest
from tiny_reader import SPRING, TinyReader

import musnad
from musnad.api.days import now
from musnad.api.reporting import report_content
from musnad.claims.identity import content_hash

SAHLI = "~فريد السهلي"


def code_of(caught):
    return caught.value.code


def test_reading_a_text_stores_nothing_and_needs_no_more_than_the_text():
    reading = musnad.read(SPRING, published="2021-03-04", publisher="بريد الساحل", reader=TinyReader())
    assert reading.document.published == date(2021, 3, 4)
    assert reading.document.id == content_hash(reading.document)[:16]
    assert [claim.type.value for claim in reading.claims] == ["SUPPORT", "OPPOSE", "SUPPORT", "SUPPORT"]


@pytest.mark.parametrize(("text", "code"), [("", "M120"), ("only English here", "M121")])
def test_what_is_not_arabic_is_refused(text, code):
    with pytest.raises(musnad.MusnadError) as caught:
        musnad.read(text, reader=TinyReader())
    assert code_of(caught) == code


def test_a_malformed_day_is_refused():
    with pytest.raises(musnad.MusnadError) as caught:
        musnad.read(SPRING, published="the fourth of March", reader=TinyReader())
    assert code_of(caught) == "M423"


def test_reading_again_changes_nothing(ledger, articles):
    before = ledger.counts()
    summary = ledger.read(articles)
    assert (summary.documents, summary.stored, summary.known) == (3, 0, 3)
    assert ledger.counts() == before


def test_a_fault_of_the_reader_costs_one_article_only(ledger):
    bad = musnad.Document("bad", "نص فيه عطل مقصود")
    good = musnad.Document("good", "رافد تدعم مصر في هذا النص القصير.")
    summary = ledger.read(bad, good, "no-such-file.txt")
    assert summary.stored == 1
    assert [failure.error.code for failure in summary.failures] == ["M440", "M101"]
    assert "\n" not in summary.failures[0].error.message("ar")


def test_a_reading_made_elsewhere_can_be_added(ledger):
    reading = musnad.read("رافد تدعم مصر في هذا النص القصير.", reader=TinyReader("other-1"))
    assert ledger.add(reading).claims == 1
    assert not ledger.add(reading).new_reading


def test_who_backs_as_of_different_days(ledger):
    spring = {tie.subject.id: tie.state.value for tie in ledger.who("السهلي", as_of="2021-03")}
    assert {"rafid_x", "egypt"} <= set(spring)
    autumn = {tie.subject.id for tie in ledger.who("السهلي", as_of="2021-09-01")}
    assert "rafid_x" not in autumn
    assert [tie.subject.id for tie in ledger.who("السهلي", "opposes", as_of="2021-03")] == ["boldar_x"]
    # Known in March, the end of August is not evidence, whatever day is asked about.
    known = {tie.subject.id for tie in ledger.who("السهلي", as_of="2021-09-01", known_by="2021-04")}
    assert "rafid_x" in known


def test_whom_turns_the_question_round(ledger):
    assert [tie.object.id for tie in ledger.who("Egypt", whom=True)] == [SAHLI]


def test_the_default_day_is_the_latest_learnt(ledger):
    assert ledger.terms().as_of == date(2021, 8, 21)
    assert ledger.terms(known_by="2021-04").as_of == date(2021, 3, 5)
    assert ledger.terms(as_of="2021").as_of == date(2021, 12, 31)


def test_a_wire_copy_is_no_second_voice(ledger):
    tie = ledger.tie("بولدار", "السهلي", as_of="2021-03-31")
    assert len(tie.voices) == 1
    assert len(tie.voices[0].repeats) == 1


def test_a_tie_over_time(ledger):
    states = [tie.state.value for tie in ledger.timeline("رافد", "السهلي", as_of="2021-09-30")]
    assert states[0] == "backs" or states[0] == "leans_to"
    assert states[-1] not in {"backs", "leans_to"}


def test_no_tie_with_oneself(ledger):
    with pytest.raises(musnad.MusnadError) as caught:
        ledger.tie("السهلي", "فريد السهلي")
    assert code_of(caught) == "M410"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("فريد السهلي", SAHLI),
        ("فَرِيد السَّهلي", SAHLI),
        ("السهلى", SAHLI),
        ("Farid al-Sahli", SAHLI),
        ("Fareed Alsahly", SAHLI),
        (SAHLI, SAHLI),
        ("Egypt", "egypt"),
        ("القاهرة", "egypt"),
        ("جمهورية مصر العربية", "egypt"),
        ("RAFID", "rafid_x"),
        ("boldar_x", "boldar_x"),
    ],
)
def test_names_in_any_usual_spelling(ledger, name, expected):
    assert ledger.resolve(name).id == expected


def test_an_ambiguous_name_asks_which(ledger):
    with pytest.raises(musnad.MusnadError) as caught:
        ledger.resolve("سامي")
    assert code_of(caught) == "M420"
    assert "~سامي النجار" in str(caught.value)
    assert "~سامي الحداد" in str(caught.value)


def test_an_unknown_name_gets_the_nearest(ledger):
    with pytest.raises(musnad.MusnadError) as caught:
        ledger.resolve("فريد السلهب")
    assert code_of(caught) == "M421"
    assert SAHLI in str(caught.value)


@pytest.mark.parametrize(("name", "code"), [("زقزوق العنبر", "M422"), ("  ", "M428")])
def test_other_names_are_refused(ledger, name, code):
    with pytest.raises(musnad.MusnadError) as caught:
        ledger.resolve(name)
    assert code_of(caught) == code


def test_an_empty_ledger_says_so(tmp_path):
    with musnad.Ledger(tmp_path / "new.db") as ledger:
        for ask in (lambda: ledger.resolve("مصر"), ledger.report):
            with pytest.raises(musnad.MusnadError) as caught:
                ask()
            assert code_of(caught) == "M425"


def test_no_ledger_is_made_where_none_is_wanted(tmp_path):
    with pytest.raises(musnad.MusnadError) as caught:
        musnad.Ledger(tmp_path / "none.db", create=False)
    assert code_of(caught) == "M300"
    assert not (tmp_path / "none.db").exists()


def test_the_default_ledger_is_in_the_user_s_data_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("MUSNAD_LEDGER", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    with musnad.Ledger() as ledger:
        assert ledger.counts().documents == 0
    assert list(tmp_path.rglob("ledger.db"))
    monkeypatch.setenv("MUSNAD_LEDGER", str(tmp_path / "other.db"))
    with musnad.Ledger():
        assert (tmp_path / "other.db").exists()


def test_claims_by_every_filter(ledger):
    def ids(**filters):
        return {record.id for record in ledger.claims(**filters)}

    everything = ids()
    assert len(everything) == 10
    assert len(ids(actor="بولدار")) == 3
    assert ids(actor=["بولدار", "Egypt"]) == ids(actor="بولدار") | ids(actor="Egypt")
    assert ids(subject="السهلي") == set()
    assert ids(object="السهلي", type="oppose") == ids(type=["OPPOSE"])
    assert len(ids(source="ناطق باسم")) == 2
    assert ids(document="3-autumn") == ids(since="2021-08", until="2021-08")
    assert ids(text="الميناء", document="3-autumn") != set()
    assert ids(known_by="2021-03-04") == ids(document="1-spring")
    assert ids(min_confidence=0.5) < everything
    assert len(ledger.claims(limit=2)) == 2
    assert ids(as_of="2021-01") == set()
    days = [record.learnt for record in ledger.claims()]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    ("filters", "code"),
    [
        ({"since": "2021-08", "until": "2021-07"}, "M424"),
        ({"type": "LOVE"}, "M426"),
        ({"min_confidence": 2}, "M427"),
        ({"since": "yesterday"}, "M423"),
    ],
)
def test_impossible_filters_are_refused(ledger, filters, code):
    with pytest.raises(musnad.MusnadError) as caught:
        ledger.claims(**filters)
    assert code_of(caught) == code


def test_a_rejected_claim_counts_for_nothing(ledger):
    record = ledger.claims(subject="Egypt", document="1-spring")[0]
    copy = ledger.claims(subject="Egypt", document="2-copy")[0]
    assert ledger.review(record.id, "reject", "مراجع", "ليس كذلك").review.value == "rejected"
    ledger.review(copy.id, "reject", "مراجع")
    assert "egypt" not in {tie.subject.id for tie in ledger.who("السهلي", as_of="2021-03")}
    assert ledger.claims(subject="Egypt") == []
    assert len(ledger.claims(subject="Egypt", rejected=True)) == 2
    assert [review.note for review in ledger.reviews(record.id)] == ["ليس كذلك"]
    content = report_content(ledger.store, None, ledger.terms(), generated=now(), articles=20, lang="ar")
    shown = {claim.subject for reading in content.articles for claim in reading.claims}
    assert ("egypt",) not in shown
    assert ("rafid_x",) in shown
    ledger.review(record.id, "undo", "مراجع")
    assert ledger.claims(subject="Egypt") != []


def test_an_unknown_decision_is_refused(ledger):
    with pytest.raises(musnad.MusnadError) as caught:
        ledger.review(ledger.claims()[0].id, "maybe", "مراجع")
    assert code_of(caught) == "M426"


def test_a_profile_gathers_both_directions(ledger):
    found = ledger.actor("السهلي", as_of="2021-03-31")
    assert {tie.subject.id for tie in found.backed_by} == {"rafid_x", "egypt"}
    assert [tie.subject.id for tie in found.opposed_by] == ["boldar_x"]
    assert found.backs == ()
    assert found.names[0][0] == "فريد السهلي"
    assert found.claims == len(ledger.claims(actor="السهلي"))
    assert found.latest[0].document.id == "3-autumn"


def test_a_report_in_both_languages(ledger):
    arabic, english = ledger.report("السهلي"), ledger.report("السهلي", lang="en")
    assert 'dir="rtl"' in arabic
    assert 'lang="en"' in english
    assert "فريد السهلي" in english


def test_actors_and_documents(ledger):
    assert [actor.id for actor in ledger.actors("سهلى")] == [SAHLI]
    assert len(ledger.actors()) == 6
    assert [ref.id for ref in ledger.documents()] == ["3-autumn", "2-copy", "1-spring"]
    assert [ref.id for ref in ledger.documents(publisher="الضفة")] == ["2-copy"]
    assert [ref.id for ref in ledger.documents(since="2021-08", limit=1)] == ["3-autumn"]
    with pytest.raises(musnad.MusnadError):
        ledger.documents(since="2022", until="2021")


def test_things_draw_themselves(ledger):
    reading = ledger.store.reading("1-spring")
    for thing in (
        reading,
        ledger.who("السهلي"),
        ledger.claims(),
        ledger.actor("السهلي"),
        ledger.tie("مصر", "السهلي"),
    ):
        html = musnad.show(thing)._repr_html_()
        assert html.startswith("<iframe")
        assert "sandbox" in html
        assert "فريد السهلي" in html
    with pytest.raises(TypeError):
        musnad.show([3])


def test_the_package_offers_what_it_lists():
    for name in musnad.__all__:
        assert getattr(musnad, name) is not None
    with pytest.raises(AttributeError):
        musnad.no_such_thing  # noqa: B018
