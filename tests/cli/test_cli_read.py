"""`musnad read`: what it shows, stores, and says of what it could not read."""

from __future__ import annotations

import csv
import io
import json

from tiny_reader import SPRING

from musnad.claims.model import Reading
from musnad.formats.contract import reading_from_dict

LINE = "رافد تدعم فريد السهلي في هذا النص القصير."


def test_an_article_for_people(run, articles):
    shown = run("read", articles / "1-spring.json")
    assert shown.exit_code == 0
    assert "supports · ongoing" in shown.stdout
    assert "according to: ناطق باسم القصر" in shown.stdout
    assert "رافد تدعم فريد السهلي بالمال" in shown.stdout
    assert "articles read: 1 · claims: 4 · stored: 1 · already known: 0 · failed: 0" in shown.stderr
    assert "\x1b" not in shown.stdout
    assert "\u2068" not in shown.stdout


def test_in_arabic(run, articles):
    shown = run("--lang", "ar", "read", articles / "1-spring.json")
    assert "يدعم · مستمر" in shown.stdout
    assert "بحسب: ناطق باسم القصر" in shown.stdout
    assert "مقالات قُرئت: 1" in shown.stderr


def test_reading_again_stores_nothing(filled, articles):
    again = filled("read", articles)
    assert "stored: 0 · already known: 3" in again.stderr


def test_colour_and_isolation_on_a_terminal(run, articles):
    shown = run("read", articles / "1-spring.json", env={"FORCE_COLOR": "1", "COLUMNS": "100"})
    assert "\x1b[" in shown.stdout
    assert "\u2068رافد\u2069" in shown.stdout or "\u2068Rafid\u2069" in shown.stdout
    assert "╭" in shown.stdout


def test_json_lines_are_the_contract(run, articles):
    shown = run("read", articles, "--format", "jsonl")
    readings = [reading_from_dict(json.loads(line)) for line in shown.stdout.splitlines()]
    assert [r.document.id for r in readings] == ["1-spring", "2-copy", "3-autumn"]
    assert all(isinstance(r, Reading) and r.claims for r in readings)


def test_json_is_one_list(run, articles):
    assert len(json.loads(run("read", articles, "--format", "json").stdout)) == 3
    assert json.loads(run("read", "missing.txt", "--format", "json").stdout) == []


def test_csv_has_one_header(run, articles):
    rows = list(csv.DictReader(io.StringIO(run("read", articles, "--format", "csv").stdout)))
    assert len(rows) == 10
    assert rows[0]["type"] == "SUPPORT"
    assert {row["document"] for row in rows} == {"1-spring", "2-copy", "3-autumn"}


def test_no_store_leaves_no_ledger(run, articles, tmp_path):
    shown = run("read", articles, "--no-store")
    assert shown.exit_code == 0
    assert "stored: 0" in shown.stderr
    assert not (tmp_path / "ledger.db").exists()


def test_standard_input_takes_its_day_from_the_option(run):
    shown = run(
        "read", "-", "--published", "1958-02-22", "--publisher", "جريدة", "--format", "jsonl", stdin=SPRING
    )
    document = json.loads(shown.stdout)["document"]
    assert (document["published"], document["publisher"]) == ("1958-02-22", "جريدة")


def test_least_confidence_and_most_claims(run, articles):
    few = run("read", articles / "3-autumn.json", "--min-confidence", "0.5")
    assert "possible" not in few.stdout
    cut = run("read", articles / "1-spring.json", "--limit-claims", "1")
    assert cut.stdout.count("according to") == 1
    assert "further claims not shown: 3" in cut.stdout
    # What is cut from the view is stored all the same, what is not sure enough is not.
    assert len(json.loads(run("claims", "--format", "json").stdout)) == 5


def test_another_bar_is_another_reading(filled, articles):
    def stored():
        return json.loads(filled("claims", "--document", "3-autumn", "--format", "json").stdout)

    assert {claim["reader"] for claim in stored()} == {"tiny-1"}
    again = filled("read", articles / "3-autumn.json", "--min-confidence", "0.5")
    assert "stored: 1 · already known: 0" in again.stderr
    assert [(c["reader"], c["confidence"]) for c in stored()] == [("tiny-1+min0.5", 0.9)]


def test_some_inputs_failing_is_exit_code_3_and_stops_nothing(run, articles, tmp_path):
    bad = tmp_path / "0-bad.txt"
    bad.write_text("هذا نص فيه عطل مقصود للقارئ", "utf8")
    shown = run("read", "missing.txt", bad, articles)
    assert shown.exit_code == 3
    assert "missing.txt: [M101]" in shown.stderr
    assert "[M440]" in shown.stderr
    assert "stored: 3" in shown.stderr
    assert shown.stderr.index("[M101]") < shown.stderr.index("failed: 2")


def test_all_inputs_failing_is_exit_code_1(run):
    shown = run("--lang", "ar", "read", "missing.txt")
    assert shown.exit_code == 1
    assert "لا يوجد ملف" in shown.stderr


def test_an_article_without_claims_says_so(run, tmp_path):
    (tmp_path / "a.txt").write_text("هذا نص لا يقول عن أحد شيئا.", "utf8")
    assert "No claim was read" in run("read", tmp_path / "a.txt").stdout


def test_notes_are_shown(run):
    assert "[M151]" in run("read", "-", stdin=LINE).stdout


def test_a_hostile_text_cannot_command_the_terminal(run):
    hostile = "\u202eرافد تدعم فريد السهلي \x9b31m في النص القصير."
    shown = run("read", "-", stdin=hostile.encode(), env={"FORCE_COLOR": "1"})
    assert "\u202e" not in shown.stdout
    assert "\x9b" not in shown.stdout
