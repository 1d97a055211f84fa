"""`musnad explain`: what it shows of a claim, and of a place without one."""

from __future__ import annotations

import json

import pytest

from musnad.claims.model import Phase
from musnad.reading.certainty.cues import certainty_cues
from musnad.reading.explaining.model import Obstacle, Rule, Verdict
from musnad.reading.lexicon.entries import Part
from musnad.reading.reader import default_reader
from musnad.reading.times.model import Grain, TimeKind
from musnad.resources import load_yaml

TEXT = (
    "قال وزير الخارجية الإيطالي كارلو روسيني أمس إن مصر تدعم السودان وإن فرنسا قد تعارض اليونان منذ مارس 1949.\n"
    "ونقلت صحيفة الضفة عن مصدر عسكري أن قوات الفجر هاجمت القاهرة في الصيف الحار."
)


@pytest.fixture
def article(tmp_path, monkeypatch):
    monkeypatch.setattr("musnad.api.readers.default_reader", default_reader)
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf8")
    return path


def explained(run, article, *options, lang="en"):
    shown = run("--lang", lang, "explain", article, "--published", "1949-05-10", *options)
    assert shown.exit_code == 0, shown.output
    return shown.stdout


def test_every_claim_of_an_article(run, article):
    shown = explained(run, article)
    assert "1. «وزير الخارجية»" in shown
    assert "lexicon entry دعم (supports) · present verb" in shown
    assert "✓" in shown
    assert "Egypt [egypt] · «مصر» · a name in the knowledge base; also mentioned as: «القاهرة»" in shown
    assert "by the words «قال»" in shown
    assert "«قد» (possibility, " in shown
    assert "1949-03/1949-05-10 — «منذ مارس 1949» · since, month, exact" in shown
    assert "\x1b" not in shown
    assert "\u2068" not in shown


def test_in_arabic(run, article):
    shown = explained(run, article, "--claim", "2", lang="ar")
    assert "يدعم (SUPPORT)" in shown
    assert "مدخل المعجم دعم" in shown
    assert "اسم في قاعدة المعرفة" in shown


def test_a_place_without_a_claim(run, article):
    assert "no entry for this word" in explained(run, article, "--at", TEXT.index("الحار"))
    assert "part of a person's name" in explained(run, article, "--at", TEXT.index("كارلو"))
    assert "لا كلمة في هذا الموضع" in explained(run, article, "--at", TEXT.index("\n"), lang="ar")
    strict = explained(run, article, "--at", TEXT.index("تدعم"), "--min-confidence", "0.99")
    assert "not stated; too doubtful" in strict
    assert "< 0.99" in strict


def test_as_json(run, article):
    tree = json.loads(explained(run, article, "--claim", "2", "--json"))
    (case,) = tree["cases"]
    assert case["trigger"]["words"] == {"start": 51, "end": 55, "text": "تدعم"}
    assert case["claim"]["subject"] == ["egypt"]
    assert set(case["certainty"]["phases"]) == {phase.value for phase in Phase}
    assert tree["thresholds"]["claim"] > 0


def test_a_claim_of_the_ledger(run, article):
    stored = run("read", article, "--published", "1949-05-10", "--format", "json")
    for claim in json.loads(stored.stdout)[0]["claims"]:
        tree = json.loads(run("explain", claim["id"], "--json").stdout)
        (case,) = tree["cases"]
        assert case["trigger"]["words"]["text"] == claim["quote"]
        assert case["claim"]["type"] == claim["type"]
    run("read", article, "--published", "1949-05-10", "--min-confidence", "0.4")
    records = json.loads(run("claims", "--format", "json").stdout)
    tree = json.loads(run("explain", records[0]["id"], "--json").stdout)
    assert tree["thresholds"]["claim"] == 0.4
    assert tree["reader"] == records[0]["reader"]


def test_what_cannot_be_explained(filled, article, tmp_path):
    run = filled
    record = json.loads(run("claims", "--format", "json").stdout)[0]
    for lang in ("en", "ar"):
        other = run("--lang", lang, "explain", record["id"])
        assert other.exit_code == 1
        assert "[M430]" in other.stderr
        assert "tiny-1" in other.stderr
    assert "[M310]" in run("explain", "0" * 16).stderr
    assert "[M101]" in run("explain", "missing.txt").stderr
    assert "[M431]" in run("explain", article, "--at", 10**6).stderr
    assert "[M432]" in run("explain", article, "--claim", 99).stderr
    assert run("explain", article, "--at", 1, "--claim", 1).exit_code == 2
    assert "[M310]" in run("explain", f"{'0' * 16}-2").stderr
    for option in (("--at", 1), ("--publisher", "x"), ("--published", "1949-05-10")):
        assert run("explain", record["id"], *option).exit_code == 2
    assert run("explain", tmp_path / "articles").exit_code == 2


def test_from_standard_input(run, article):
    shown = run("explain", "-", "--claim", "1", stdin=TEXT)
    assert shown.exit_code == 0
    assert "no publication date" in shown.stdout
    assert "the day it enters the ledger" in shown.stdout or "time:" in shown.stdout


def test_every_value_has_its_word():
    words = load_yaml("musnad.cli", "words.yaml")
    groups = {
        "verdict": Verdict, "obstacle": Obstacle, "rule": Rule, "part": Part, "kind": TimeKind, "grain": Grain,
    }  # fmt: skip
    for group, values in groups.items():
        assert [v for v in values if f"explain.{group}.{v.value}" not in words] == []
    assert [c for c in certainty_cues().classes if f"explain.cue.{c}" not in words] == []
