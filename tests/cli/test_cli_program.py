"""The program as a whole: languages, help, exit codes, pipes, and the doctor."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import musnad
from musnad.cli.checks import PACKAGES
from musnad.cli.program import COMMANDS

PROGRAM = "import sys; sys.path.insert(0, {api!r}); import musnad.api.readers as r; from tiny_reader import TinyReader; {extra}; r.default_reader = TinyReader; from musnad.cli import main; main()"
API = str(Path(__file__).parent.parent / "api")


def start(arguments, extra="pass", **more):
    code = PROGRAM.format(api=API, extra=extra)
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **more,
    )


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_has_help_in_both_languages(run, lang, command):
    shown = run("--lang", lang, command, "--help")
    assert shown.exit_code == 0
    lines = shown.stdout.splitlines()
    options = [line for line in lines if line.startswith("  -") and "--help" not in line]
    # An option without a help text stands alone on its line, with nothing under it.
    for line in options:
        after = lines[lines.index(line) + 1] if lines.index(line) + 1 < len(lines) else ""
        assert len(line.split("  ")) > 2 or after.startswith("      ")
    assert ("ا" in shown.stdout) == (lang == "ar")


def test_the_program_s_own_help(run):
    arabic, english = run("--lang", "ar", "--help").stdout, run("--help").stdout
    assert "يقرأ الأخبار" in arabic
    assert all(command in english for command in COMMANDS)
    assert run("--version").stdout.strip().endswith(musnad.__version__)


def test_the_version_is_the_project_s():
    import tomllib  # noqa: PLC0415

    project = Path(__file__).parent.parent.parent / "pyproject.toml"
    assert tomllib.loads(project.read_text("utf8"))["project"]["version"] == musnad.__version__


def test_the_doctor_looks_for_every_dependency():
    import tomllib  # noqa: PLC0415

    project = tomllib.loads((Path(__file__).parent.parent.parent / "pyproject.toml").read_text("utf8"))[
        "project"
    ]
    names = {re.match(r"[\w-]+", line)[0].lower().replace("-", "_") for line in project["dependencies"]}
    assert {"yaml" if name == "pyyaml" else name for name in names} == set(PACKAGES)


@pytest.mark.parametrize(
    ("environment", "arabic"),
    [
        ({"LANG": "ar_EG.UTF-8"}, True),
        ({"LANG": "en_US.UTF-8"}, False),
        ({"LANG": "ar_EG.UTF-8", "LC_ALL": "C.UTF-8"}, False),
        ({"LANG": "en_US.UTF-8", "MUSNAD_LANG": "ar"}, True),
    ],
)
def test_the_language_comes_from_the_surroundings(run, environment, arabic):
    shown = run("actors", env=environment)
    assert shown.exit_code == 1
    assert ("لا يوجد سجل" in shown.stderr) == arabic


@pytest.mark.parametrize(
    "wrong",
    [
        ["frobnicate"],
        ["who", "loves", "X"],
        ["who", "backs"],
        ["tie", "A"],
        ["claims", "--limit", "0"],
        ["claims", "--min-confidence", "2"],
        ["read"],
        ["--lang", "fr", "actors"],
    ],
)
def test_wrong_usage_is_exit_code_2(run, wrong):
    shown = run(*wrong)
    assert shown.exit_code == 2
    assert shown.stdout == ""


def test_a_malformed_date_is_wrong_usage_with_a_code_in_the_right_language(run):
    shown = run("--lang", "ar", "who", "backs", "X", "--as-of", "2020-13")
    assert shown.exit_code == 2
    assert "[M423]" in shown.stderr
    assert "ليس تاريخ" in shown.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["who", "backs", "زقزوق العنبر"], "M422"),
        (["who", "backs", "سامي"], "M420"),
        (["tie", "السهلي", "السهلي"], "M410"),
        (["claims", "--since", "2022", "--until", "2021"], "M424"),
        (["claims", "--text", "!!"], "M316"),
    ],
)
def test_errors_for_people_are_exit_code_1(filled, arguments, code):
    for lang in ("ar", "en"):
        shown = filled("--lang", lang, *arguments)
        assert shown.exit_code == 1
        assert f"[{code}]" in shown.stderr
        assert shown.stdout == ""


def test_an_empty_ledger_is_told_from_a_missing_one(run, tmp_path):
    assert "[M300]" in run("who", "backs", "X").stderr
    (tmp_path / "a.txt").write_text("هذا نص لا يقول عن أحد شيئا.", "utf8")
    run("read", tmp_path / "a.txt")
    assert "[M425]" in run("who", "backs", "X").stderr


def test_the_doctor(filled, run):
    found = {check["check"]: check for check in json.loads(filled("doctor", "--format", "json").stdout)}
    assert found["python"]["status"] == found["data"]["status"] == found["ledger"]["status"] == "ok"
    assert found["reader"]["detail"] == "tiny-1"
    assert "سليم" in run("--lang", "ar", "doctor").stdout


def test_the_doctor_finds_what_is_wrong(run, tmp_path, monkeypatch):
    (tmp_path / "ledger.db").write_bytes(b"no database at all, but long enough to be looked at" * 30)

    def broken():
        raise ValueError("a model with a hole")

    monkeypatch.undo()
    monkeypatch.setenv("MUSNAD_LEDGER", str(tmp_path / "ledger.db"))
    monkeypatch.setattr("musnad.cli.checks.PACKAGES", ("click", "no_such_package_here"))
    monkeypatch.setattr("musnad.reading.reader.default_reader", broken)
    shown = run("doctor", "--format", "json")
    assert shown.exit_code == 1
    found = {check["check"]: check for check in json.loads(shown.stdout)}
    assert found["packages"]["status"] == "fail"
    assert "no_such_package_here" in found["packages"]["detail"]
    assert "[M302]" in found["ledger"]["detail"]
    assert found["reader"]["status"] == "fail"
    assert "[M441]" in found["reader"]["detail"]
    assert "a model with a hole" in found["reader"]["detail"]


def test_a_closed_pipe_is_quiet(filled):
    # More lines than a pipe holds, so that the writer notices.
    extra = "import dataclasses as d, musnad.ledger.store as m; c = m.LedgerStore.claims; m.LedgerStore.claims = lambda s, q: (d.replace(r, quote='نص' * 200000, id='x' * 200000) for r in c(s, q))"
    process = start(["claims", "--format", "jsonl"], extra)
    process.stdout.read(10)
    process.stdout.close()
    assert process.wait(30) == 141
    assert process.stderr.read() == b""


def test_an_interrupted_run_keeps_what_it_stored(run, tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(f"رافد تدعم فريد السهلي في اليوم {number} من الشهر.", "utf8")
    slow = "import time; t = TinyReader.read; TinyReader.read = lambda s, d: (time.sleep(0.1), t(s, d))[1]"
    process = start(["read", folder, "--format", "jsonl"], slow, env=os.environ | {"PYTHONUNBUFFERED": "1"})
    for _ in range(3):
        process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Interrupted" in errors.decode()
    assert "Traceback" not in errors.decode()
    kept = len(json.loads(run("documents", "--format", "json").stdout))
    assert 2 <= kept < 40


def test_an_output_that_cannot_hold_arabic_gets_escapes(filled):
    process = start(["claims", "--format", "json"], env=os.environ | {"PYTHONIOENCODING": "ascii"})
    out, errors = process.communicate(timeout=30)
    assert process.returncode == 0, errors
    assert json.loads(out) == json.loads(filled("claims", "--format", "json").stdout)


def test_help_comes_at_once():
    best = 10.0
    for _ in range(3):
        before = time.perf_counter()
        process = start(["--help"])
        process.communicate()
        best = min(best, time.perf_counter() - before)
    # Measured 0.1 s; the bound allows for a busy machine.
    assert best < 1.0


def test_help_loads_nothing_heavy():
    heavy = ("sqlalchemy", "trafilatura", "pydantic", "rich", "numpy", "alembic", "jinja2")
    code = f"import sys; from musnad.cli import cli; cli.main(['--help'], standalone_mode=False); print([m for m in {heavy} if m in sys.modules], file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
