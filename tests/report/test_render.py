"""The whole page: complete, self-contained, safe, in both languages."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
from itertools import pairwise

import pytest
import report_sample as sample
from page_reader import read_page

from musnad.alignment.ties import ties_among
from musnad.claims.model import ActorKind, Document, Reading
from musnad.claims.record import ActorRef
from musnad.labels import has_label
from musnad.report import render_report
from musnad.resources import load_yaml

CONTENT = sample.content()
PAGES = {lang: render_report(CONTENT, lang) for lang in ("ar", "en")}
TREES = {lang: read_page(page) for lang, page in PAGES.items()}
HOSTILE = "</style><script>alert(1)</script><img src=x onerror=y> \"'&\u202e{{ 7*7 }}"


def hostile_content():
    actor = ActorRef("evil", HOSTILE, HOSTILE, ActorKind.PERSON)
    reading = sample.article()
    document = Document(
        "h", HOSTILE + "\n" + sample.TEXT, HOSTILE, HOSTILE, None, "https://x.example/" + HOSTILE
    )
    tie = CONTENT.ties[0]
    claim = tie.voices[0].claim
    bad = dataclasses.replace(
        claim, subjects=(actor,), sentence=HOSTILE, quote=HOSTILE,
        sources=tuple(dataclasses.replace(link, text=HOSTILE) for link in sample.LONG_CHAIN),
        document=dataclasses.replace(claim.document, publisher=HOSTILE, title=HOSTILE),
    )  # fmt: skip
    voice = dataclasses.replace(
        tie.voices[0], claim=bad, repeats=(bad,), root=HOSTILE, factors=((HOSTILE, 0.5),)
    )
    return dataclasses.replace(
        CONTENT,
        title=HOSTILE,
        focus=actor,
        articles=(Reading(document, reading.actors, reading.claims, "r", (HOSTILE,)),),
        ties=(dataclasses.replace(tie, subject=actor, voices=(voice,), superseded=(bad,)),),
        claims=(bad,),
    )


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_page_is_well_formed_and_has_its_language_and_direction(lang):
    (html,) = TREES[lang].all("html")
    assert html.attributes == {"lang": lang, "dir": "rtl" if lang == "ar" else "ltr"}
    assert [h.text() for h in TREES[lang].all("h1")] == [CONTENT.title]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_ids_are_unique_and_every_inner_reference_leads_somewhere(lang):
    ids = [e.attributes["id"] for e in TREES[lang].all() if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    for element in TREES[lang].all():
        target = element.attributes.get("href") or ""
        if target.startswith("#"):
            assert target[1:] in ids
        for name in ("aria-labelledby", "aria-describedby"):
            assert set((element.attributes.get(name) or "").split()) <= set(ids)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_headings_never_skip_a_level(lang):
    levels = [int(e.tag[1]) for e in TREES[lang].all() if re.fullmatch("h[1-6]", e.tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_page_loads_nothing_and_its_policy_allows_only_its_style():
    for tree in TREES.values():
        assert not tree.all("script") + tree.all("link") + tree.all("img") + tree.all("iframe")
        assert not [e for e in tree.all() if "src" in e.attributes or "style" in e.attributes]
        assert not [n for e in tree.all() for n in e.attributes if n.startswith("on")]
        (style,) = tree.all("style")
        digest = base64.b64encode(hashlib.sha256(style.text().encode()).digest()).decode()
        (policy,) = tree.all("meta", **{"http-equiv": "Content-Security-Policy"})
        assert policy.attributes["content"].startswith(f"default-src 'none'; style-src 'sha256-{digest}'")
        assert "url(" not in style.text()
        assert "@import" not in style.text()


def test_articles_stand_as_published():
    for tree in TREES.values():
        texts = [e.text() for e in tree.all("article")]
        assert texts == [reading.document.text for reading in CONTENT.articles]


def test_every_claim_has_mark_reference_and_note():
    tree = TREES["ar"]
    for number in range(1, len(CONTENT.articles[0].claims) + 1):
        assert tree.all("li", id=f"a1-n{number}")
        assert tree.all("a", id=f"a1-r{number}")
    assert all(mark.attributes["tabindex"] == "0" for mark in tree.all("article")[0].all("mark"))


def test_summary_gives_evidence_with_quote_chain_date_weight_and_factors():
    (summary,) = TREES["en"].all("section", id="summary")
    details = summary.all("details")
    assert len(details) == len(CONTENT.ties)
    voices = summary.all("ol", class_="voices")
    assert sum(len([c for c in v.children if not isinstance(c, str)]) for v in voices) == sum(
        len(t.voices) for t in CONTENT.ties
    )
    first = details[0].text()
    for words in (
        "speaks for",
        "Weight",
        "event type",
        "decay with age",
        "B3",
        "usually reliable",
        "Chain of sources",
    ):
        assert words in first
    assert all(q.all("mark") for q in summary.all("blockquote"))
    assert len(summary.all("span", class_="contradicted")) == sum(t.contradicted for t in CONTENT.ties)


def test_all_parts_are_there_in_both_languages():
    for tree in TREES.values():
        assert [s.attributes["id"] for s in tree.all("section") if "class" not in s.attributes] == [
            "summary", "articles", "timeline", "network", "sources",
        ]  # fmt: skip
        assert all(table.all("th", scope="col") for table in tree.all("table"))


def test_an_empty_report_is_a_page():
    empty = dataclasses.replace(CONTENT, articles=(), ties=(), claims=(), focus=None, known_by=None)
    tree = read_page(render_report(empty, "ar"))
    assert "لا صلات" in tree.text()
    assert not tree.all("section", id="network")


def test_the_same_content_gives_the_same_page():
    assert render_report(sample.content(), "ar") == PAGES["ar"]


def test_other_languages_are_refused():
    with pytest.raises(ValueError, match="fr"):
        render_report(CONTENT, "fr")


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_hostile_text_is_only_text(lang):
    page = render_report(hostile_content(), lang)
    tree = read_page(page)
    assert not tree.all("script") + tree.all("img")
    assert not [n for e in tree.all() for n in e.attributes if n.startswith("on")]
    assert "49" not in page.replace("{{ 7*7 }}", "").split("<body>")[0]
    assert "{{ 7*7 }}" in tree.all("h1")[0].text()
    overrides = [m.start() for m in re.finditer("\u202e", page)]
    assert overrides
    assert all(page[:at].endswith('title="U+202E">') for at in overrides), "an override outside its box"


def test_no_english_words_in_the_arabic_frame():
    tree = TREES["ar"]
    frame = [e.text() for tag in ("h2", "h3", "h4", "th", "dt", "summary") for e in tree.all(tag)]
    names = {*sample.PUBLISHERS, "Coral Gazette"}
    for words in frame:
        rest = words
        for name in names:
            rest = rest.replace(name, "")
        assert not re.search("[a-z]{3}", rest) or "Council statement" in words


def test_prose_has_both_languages():
    for entry in load_yaml("musnad.report", "prose.yaml"):
        for part in ("title", "text"):
            assert re.search("[\u0600-\u06ff]", entry[part]["ar"])
            assert not re.search("[\u0600-\u06ff]", entry[part]["en"])


def test_ties_that_the_alignment_computes_are_shown_with_all_their_factors_in_words():
    reading = sample.article()
    records = [sample.record(c, reading) for c in reading.claims] + [
        v.claim for t in CONTENT.ties for v in t.voices
    ]
    ties = tuple(ties_among(records, as_of=CONTENT.as_of))
    assert len(ties) > 10
    names = {name for tie in ties for voice in tie.voices for name, _ in voice.factors}
    assert not [name for name in names if not has_label(f"factor.{name}")]
    tree = read_page(render_report(dataclasses.replace(CONTENT, ties=ties), "ar"))
    assert len(tree.all("tr", class_="tie")) == len(ties)
