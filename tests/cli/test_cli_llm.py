"""`musnad read --reader llm`: off unless asked for, said aloud, and in clear words where it fails."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "reading" / "llm"))

from loopback import answers, model, nobody, serving, statuses

TEXT = "مصر تدعم السودان في الميناء القديم.\nإيطاليا تهاجم اليونان كل شتاء."


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf8")
    return path


@pytest.fixture
def asked(run, article):
    """Reads the article with the model of a server that behaves so."""

    def read(behave, *options, lang="en", target=article, **more):
        with serving(behave) as server:
            shown = run(
                "--lang", lang, "read", target, "--reader", "llm", "--endpoint", server.url, "--model", "tiny",
                *options, **more,
            )  # fmt: skip
        return shown, server

    return read


def test_claims_are_shown_and_stored_like_any_others(asked, run):
    shown, server = asked(model())
    assert shown.exit_code == 0
    assert "Egypt  supports · ongoing  Sudan" in shown.stdout
    host = server.url.removeprefix("http://").removesuffix("/v1")
    assert shown.stderr.count(f"The texts of the articles are sent to: {host} (tiny)") == 1
    assert host not in shown.stdout
    records = json.loads(run("claims", "--format", "json").stdout)
    assert {record["reader"] for record in records} == {"musnad-llm-1/tiny"}
    assert "Egypt" in run("who", "backs", "السودان").stdout


def test_an_article_that_was_read_is_not_sent_again(asked):
    asked(model())
    again, server = asked(model())
    assert server.requests == []
    assert "already known: 1" in again.stderr


def test_the_key_comes_from_the_environment_alone(asked, tmp_path):
    shown, server = asked(model(), env={"MUSNAD_LLM_KEY": "k-secret"})
    assert server.headers[0]["Authorization"] == "Bearer k-secret"
    assert "k-secret" not in shown.output
    assert b"k-secret" not in (tmp_path / "ledger.db").read_bytes()


def test_a_key_that_cannot_be_sent_is_refused_unseen(asked):
    for lang in ("en", "ar"):
        shown, server = asked(model(), lang=lang, env={"MUSNAD_LLM_KEY": "k-sécret"})
        assert shown.exit_code == 1
        assert "[M232]" in shown.stderr
        assert "k-s" not in shown.output
        assert server.requests == []


@pytest.mark.parametrize(
    ("behave", "code", "words"),
    [
        (statuses(401), "M224", "MUSNAD_LLM_KEY"),
        (statuses(404), "M225", "HTTP 404"),
        (answers("sorry"), "M228", "«sorry»"),
        (answers("{}"), "M229", "JSON"),
    ],
)
def test_failures_have_codes_in_both_languages(asked, behave, code, words):
    for lang in ("en", "ar"):
        shown, _ = asked(behave, "--no-store", lang=lang)
        assert shown.exit_code == 1
        assert f"[{code}]" in shown.stderr
    assert words in shown.stderr


def test_a_slow_server_is_given_up(asked):
    def behave(handler, request, count):
        __import__("time").sleep(2)

    shown, _ = asked(behave, "--timeout", "0.3")
    assert "[M223]" in shown.stderr
    assert "0.3 seconds" in shown.stderr


def test_an_absent_server(run, article):
    shown = run("read", article, "--reader", "llm", "--endpoint", nobody(), "--model", "tiny")
    assert shown.exit_code == 1
    assert "[M222]" in shown.stderr


def test_what_was_left_out_is_said(asked):
    said = json.dumps({"claims": [{"sentence": 0, "trigger": "لا وجود له", "type": "SUPPORT"}]})
    shown, _ = asked(answers(said), "--no-store", lang="ar")
    assert "[M231]" in shown.stdout
    assert "1 من 1" in shown.stdout


@pytest.mark.parametrize(
    ("options", "exit_code"),
    [
        (("--reader", "llm"), 1),
        (("--reader", "llm", "--endpoint", "http://localhost/v1"), 1),
        (("--reader", "llm", "--endpoint", "localhost", "--model", "m"), 1),
        (("--endpoint", "http://localhost/v1"), 2),
        (("--model", "m"), 2),
        (("--reader", "llm", "--endpoint", "http://localhost", "--model", "m", "--timeout", "0"), 2),
        (("--reader", "gpt"), 2),
    ],
)
def test_half_an_order_is_refused(run, article, options, exit_code):
    shown = run("read", article, *options)
    assert shown.exit_code == exit_code
    assert "sent to" not in shown.stderr


def test_nothing_is_sent_unless_asked(run, article, monkeypatch):
    monkeypatch.setitem(sys.modules, "httpx", None)
    assert run("read", article).exit_code == 0
    shown = run("read", article, "--reader", "llm", "--endpoint", "http://localhost:1", "--model", "m")
    assert "[M220]" in shown.stderr
    assert "Nothing leaves" in run("read", "--help").stdout
