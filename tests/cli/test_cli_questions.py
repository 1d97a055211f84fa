"""The commands that ask the ledger: tables for people, JSON and CSV for programs."""

from __future__ import annotations

import csv
import io
import json

import pytest


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_who_backs(filled):
    shown = filled("who", "backs", "السهلي", "--as-of", "2021-03")
    assert shown.exit_code == 0
    assert "Who backs فريد السهلي" in shown.stdout
    assert "as of 2021-03-31" in shown.stdout
    assert "Rafid" in shown.stdout
    assert "Boldar" not in shown.stdout


def test_who_in_every_format(filled):
    question = ("who", "backs", "Farid al-Sahli", "--as-of", "2021-03-31")
    listed = json.loads(filled(*question, "--format", "json").stdout)
    lines = [json.loads(line) for line in filled(*question, "--format", "jsonl").stdout.splitlines()]
    table = rows(filled(*question, "--format", "csv").stdout)
    assert listed == lines
    assert (
        [tie["subject"]["id"] for tie in listed] == [row["subject"] for row in table] == ["rafid_x", "egypt"]
    )
    assert "evidence" not in listed[0]


def test_who_with_its_evidence(filled):
    question = ("who", "backs", "السهلي", "--as-of", "2021-03", "--why")
    shown = filled(*question).stdout
    assert "رافد تدعم فريد السهلي بالمال" in shown
    assert "عنوان 1-spring · بريد الساحل · 2021-03-04" in shown
    assert "Weight 0." in shown
    assert "Grade" in shown
    voice = json.loads(filled(*question, "--format", "json").stdout)[0]["evidence"][0]
    assert voice["claim"]["quote"] == "تدعم"
    assert voice["grade"]
    assert rows(filled(*question, "--format", "csv").stdout)[0]["claim_quote"] == "تدعم"


def test_who_opposes_whom_and_by_what_was_known(filled):
    assert "Boldar" in filled("who", "opposes", "السهلي", "--as-of", "2021-03").stdout
    assert "فريد السهلي" in filled("who", "backs", "Egypt", "--whom").stdout
    late = json.loads(
        filled(
            "who", "backs", "السهلي", "--as-of", "2021-09", "--known-by", "2021-04", "--format", "json"
        ).stdout
    )
    assert "rafid_x" in {tie["subject"]["id"] for tie in late}


def test_nobody_is_said_in_words(filled):
    assert "Nobody" in filled("who", "backs", "Egypt").stdout
    assert "لا أحد" in filled("--lang", "ar", "who", "wavers", "Egypt").stdout


def test_a_tie(filled):
    shown = filled("tie", "رافد", "السهلي")
    assert shown.exit_code == 0
    for part in ("Over time", "Evidence for: 1", "Evidence against: 1", "The other way round", "2021-02-28"):
        assert part in shown.stdout
    assert "عبر الزمن" in filled("--lang", "ar", "tie", "رافد", "السهلي", "--why").stdout
    found = json.loads(filled("tie", "رافد", "السهلي", "--format", "json").stdout)
    assert found["tie"]["superseded"]
    assert found["timeline"][-1]["stance"] == found["tie"]["stance"]
    assert found == json.loads(filled("tie", "رافد", "السهلي", "--format", "jsonl").stdout)
    assert rows(filled("tie", "رافد", "السهلي", "--format", "csv").stdout)


def test_a_tie_nobody_speaks_of(filled):
    shown = filled("tie", "مصر", "رافد")
    assert shown.exit_code == 0
    assert "no evidence" in shown.stdout


def test_an_actor(filled):
    shown = filled("actor", "السهلي", "--as-of", "2021-03")
    assert shown.exit_code == 0
    assert "Backed by" in shown.stdout
    assert "Opposed by" in shown.stdout
    found = json.loads(filled("actor", "السهلي", "--format", "json").stdout)
    assert found["actor"]["id"] == "~فريد السهلي"
    assert len(found["latest"]) == found["claims"] == 8
    parts = rows(filled("actor", "السهلي", "--as-of", "2021-03", "--format", "csv").stdout)
    assert {"backed_by", "opposed_by"} <= {row["part"] for row in parts}
    assert "يدعمه" in filled("--lang", "ar", "actor", "السهلي", "--as-of", "2021-03").stdout


def test_claims(filled):
    assert filled("claims", "--actor", "بولدار").stdout.count("Boldar") == 3
    assert len(rows(filled("claims", "--type", "oppose", "--format", "csv").stdout)) == 2
    assert len(filled("claims", "--source", "ناطق", "--format", "jsonl").stdout.splitlines()) == 2
    assert "No claims fulfil" in filled("claims", "--since", "2022").stdout
    why = filled("claims", "--document", "3-autumn", "--why").stdout
    assert "خلاف طويل على الميناء" in why


def test_a_cut_list_says_so(filled):
    cut = filled("claims", "--limit", "2", "--format", "jsonl")
    assert len(cut.stdout.splitlines()) == 2
    assert "--limit" in cut.stderr
    assert "--limit" not in filled("claims", "--format", "jsonl").stderr


def test_a_review(filled):
    claim = json.loads(filled("claims", "--subject", "Egypt", "--format", "json").stdout)[0]["id"]
    shown = filled("review", claim, "reject", "--by", "مراجع", "--note", "ليس كذلك")
    assert shown.exit_code == 0
    assert "Rejected · rejected" in shown.stdout
    assert len(rows(filled("claims", "--subject", "Egypt", "--format", "csv").stdout)) == 1
    assert len(rows(filled("claims", "--subject", "Egypt", "--rejected", "--format", "csv").stdout)) == 2
    undone = json.loads(filled("review", claim, "undo", "--by", "مراجع", "--format", "json").stdout)
    assert undone["review"] == "unreviewed"
    assert filled("review", claim, "undo", "--by", "مراجع").exit_code == 1
    assert filled("review", claim, "note", "--by", "مراجع").exit_code == 2
    assert "[M310]" in filled("review", "0" * 16, "accept", "--by", "مراجع").stderr


@pytest.mark.parametrize(("lang", "direction"), [("ar", 'dir="rtl"'), ("en", 'dir="ltr"')])
def test_a_report(filled, tmp_path, lang, direction):
    target = tmp_path / "page.html"
    shown = filled("--lang", lang, "report", "السهلي", "-o", target)
    assert shown.exit_code == 0
    assert str(target) in shown.stderr
    assert direction in target.read_text("utf8")
    assert filled("--lang", lang, "report", "-o", "-").stdout.startswith("<!")


def test_a_report_that_cannot_be_written(filled, tmp_path):
    shown = filled("report", "-o", tmp_path / "no-folder" / "page.html")
    assert shown.exit_code == 1
    assert "[M502]" in shown.stderr


def test_actors_and_documents(filled):
    assert "~فريد السهلي" in filled("actors").stdout
    assert [row["id"] for row in rows(filled("actors", "sah", "--format", "csv").stdout)] == []
    assert [row["id"] for row in rows(filled("actors", "السهلى", "--format", "csv").stdout)] == [
        "~فريد السهلي"
    ]
    assert "No such actors" in filled("actors", "زقزوق").stdout
    listed = json.loads(filled("documents", "--format", "json").stdout)
    assert [document["id"] for document in listed] == ["3-autumn", "2-copy", "1-spring"]
    assert [
        row["document"] for row in rows(filled("documents", "--publisher", "الضفة", "--format", "csv").stdout)
    ] == ["2-copy"]
    assert "--limit" in filled("documents", "--limit", "1").stderr
    assert "لا مقالات" in filled("--lang", "ar", "documents", "--since", "2022").stdout
