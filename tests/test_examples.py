"""The example articles: all are read, the story holds together, and what the documentation asks is answered."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from musnad.alignment.copies import group_copies
from musnad.claims.identity import content_hash
from musnad.cli import cli
from musnad.intake.model import Defaults, Taken
from musnad.intake.sources import read_inputs

PUBLISHED = {
    "sindar-1951-03-08": date(1951, 3, 8),
    "sindar-1951-11-23": date(1951, 11, 23),
    "sindar-1951-11-23-copy": date(1951, 11, 23),
    "sindar-1951-12-14": date(1951, 12, 14),
    "sindar-1952-02-02": date(1952, 2, 2),
    "union-2011-09-28": date(2011, 9, 28),
    "yemen-2012-09-26": date(2012, 9, 26),
}
READ_COMMAND = re.compile(r"^musnad read (.+)$", re.MULTILINE)
QUESTION = re.compile(r"^\| `musnad ([^`]+)` \|", re.MULTILINE)
EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
README = (EXAMPLES / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def documents():
    inputs = read_inputs([str(EXAMPLES / "articles")], defaults=Defaults(date(1951, 6, 12), "بريد الساحل"))
    items = list(inputs)
    assert all(isinstance(item, Taken) for item in items), items
    return [item.document for item in items]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    """A ledger that holds the examples, read by the command the documentation gives."""
    path = tmp_path_factory.mktemp("examples") / "examples.ledger"
    result = musnad(path, *read_command("examples/articles "))
    assert result.exit_code == 0, result.output
    assert "articles read: 9" in result.stderr
    assert "failed: 0" in result.stderr
    return path


def musnad(ledger, *arguments):
    return CliRunner().invoke(cli, ["--ledger", str(ledger), "--lang", "en", *arguments])


def read_command(start):
    (found,) = [line for line in READ_COMMAND.findall(README) if line.startswith(start)]
    path, *options = shlex.split(found)
    return ["read", str(EXAMPLES.parent / path), *options]


def test_every_article_has_its_day_and_publisher(documents):
    assert len(documents) == 9
    assert {d.id: d.published for d in documents}.items() >= PUBLISHED.items()
    assert all(d.published and d.publisher and d.title for d in documents)
    assert sum(d.published < date(1953, 1, 1) for d in documents) == 7


def test_the_plain_text_is_windows_1256():
    raw = (EXAMPLES / "articles" / "02-karkhi-changes-sides.txt").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        raw.decode("utf-8")
    assert "الكرخي" in raw.decode("cp1256")


def test_the_wire_copy_and_nothing_else_is_one_voice(documents):
    groups = group_copies((content_hash(d), d.text) for d in documents)
    ids = {content_hash(d): d.id for d in documents}
    members: dict[str, set[str]] = {}
    for digest, group in groups.items():
        members.setdefault(group, set()).add(ids[digest])
    assert [m for m in members.values() if len(m) > 1] == [{"sindar-1951-11-23", "sindar-1951-11-23-copy"}]


def test_the_single_plain_text_is_read_as_documented(tmp_path):
    result = musnad(tmp_path / "one.ledger", *read_command("examples/articles/02"), "--format", "json")
    assert result.exit_code == 0, result.output
    (reading,) = json.loads(result.stdout)
    assert reading["document"]["published"] == "1951-06-12"
    assert reading["claims"]


def test_the_documentation_asks_something():
    assert len(QUESTION.findall(README)) >= 8


@pytest.mark.parametrize("question", QUESTION.findall(README))
def test_every_question_of_the_documentation_is_answered(ledger, question):
    result = musnad(ledger, *shlex.split(question), "--format", "json")
    assert result.exit_code == 0, result.output
    json.loads(result.stdout)


@pytest.mark.parametrize("question", QUESTION.findall(README))
def test_the_answers_are_printed_in_arabic_too(ledger, question):
    arguments = ["--ledger", str(ledger), "--lang", "ar", *shlex.split(question)]
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 0, result.output
    assert "الحال يوم" in result.stdout


def test_france_and_the_marshal_are_known_to_the_ledger(ledger):
    result = musnad(ledger, "tie", "France", "السهلي", "--as-of", "1951-07-01", "--format", "json")
    assert result.exit_code == 0, result.output
    tie = json.loads(result.stdout)["tie"]
    assert tie["subject"]["id"] == "france"
    assert tie["roots"] >= 1
    assert tie["weight_for"] > tie["weight_against"]


def test_the_demo_runs(tmp_path):
    command = tmp_path / "musnad"
    entry = "from musnad.cli import main; main()"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -c "{entry}" "$@"\n', "utf-8")
    command.chmod(0o755)
    path = os.pathsep.join(entry for entry in sys.path if entry)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MUSNAD_")}
    done = subprocess.run(
        ["sh", str(EXAMPLES / "demo.sh"), str(command), str(tmp_path)],
        check=False, capture_output=True, timeout=300, encoding="utf-8",
        env=kept | {"PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", "COLUMNS": "100"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "failed: 0" in done.stderr
    assert len(done.stdout.splitlines()) <= 120
    assert done.stdout.count("$ musnad who backs") >= 2
    assert "$ musnad tie" in done.stdout
    report = (tmp_path / "report.html").read_text("utf-8")
    assert "السهلي" in report
    assert report.rstrip().endswith("</html>")
