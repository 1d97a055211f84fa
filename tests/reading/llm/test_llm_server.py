"""The large model's server behaves well, badly, slowly, or not at all."""

from __future__ import annotations

import json

import pytest
from loopback import (
    answers,
    claim,
    completion,
    dawdle,
    drip,
    flood,
    foreseeable_model,
    hang_up,
    model,
    nobody,
    reply,
    serving,
    statuses,
)

from musnad.claims.model import Document
from musnad.errors import MusnadError
from musnad.reading.llm.endpoint import Endpoint
from musnad.reading.llm.reader import LlmReader

TEXT = "مصر تدعم رافد في الميناء القديم.\nوقال الناطق إن بولدار تهاجم رافد كل شتاء."
DOCUMENT = Document("d", TEXT)
GOOD = json.dumps({"claims": [claim()]}, ensure_ascii=False)


def reader(url, pauses=None, **limits):
    limits = {"timeout": 5.0} | limits
    return LlmReader(Endpoint(url, "tiny", **limits), sleep=(pauses if pauses is not None else []).append)


def fault(behave, document=DOCUMENT, **limits):
    with serving(behave) as server, pytest.raises(MusnadError) as caught:
        reader(server.url, **limits).read(document)
    assert all(caught.value.message(lang) for lang in ("en", "ar"))
    return caught.value


def test_a_server_that_answers_well():
    with serving(model()) as server:
        reading = reader(server.url).read(DOCUMENT)
    assert [(c.type.value, c.trigger.of(TEXT)) for c in reading.claims] == [
        ("SUPPORT", "تدعم"),
        ("ASSAULT", "تهاجم"),
    ]
    assert reading.reader == "musnad-llm-1/tiny"
    assert reading.notes == ()
    (request,) = server.requests
    assert request["model"] == "tiny"
    assert request["temperature"] == 0
    assert request["response_format"]["json_schema"]["schema"]["required"] == ["claims"]


def test_the_key_is_sent_and_shown_nowhere():
    def echo(handler, _request, _count):
        reply(handler, f"no entry for {handler.headers['Authorization']}", 404)

    with serving(echo) as server:
        asking = reader(server.url, key="k-secret")
        with pytest.raises(MusnadError) as caught:
            asking.read(DOCUMENT)
    assert server.headers[0]["Authorization"] == "Bearer k-secret"
    assert "k-secret" not in str(caught.value)
    assert "k-secret" not in repr(asking.endpoint)
    assert "k-secret" not in asking.name


@pytest.mark.parametrize("said", ["no entry for k-secret", f"{'x' * 150} k-secret"])
def test_a_model_that_repeats_the_key_is_not_quoted(said):
    for behave in (answers(said), answers({"error": said})):
        found = fault(behave, key="k-secret")
        assert found.code == "M228"
        assert "k-s" not in found.message("en")


@pytest.mark.parametrize("key", ["مفتاح", "k\nsecret", "k-secret\x00"])
def test_a_key_that_cannot_be_sent_is_refused_unseen(key):
    with pytest.raises(MusnadError) as caught:
        Endpoint("http://localhost/v1", "m", key)
    assert caught.value.code == "M232"
    assert key not in str(caught.value)


def test_without_a_key_none_is_sent():
    with serving(model()) as server:
        reader(server.url).read(DOCUMENT)
    assert "Authorization" not in server.headers[0]


@pytest.mark.parametrize("codes", [(429,), (500, 503), (429, 502, 504)])
def test_an_overloaded_server_is_asked_again(codes):
    pauses = []
    with serving(statuses(*codes)) as server:
        assert len(reader(server.url, pauses).read(DOCUMENT).claims) == 2
    assert pauses == [1.0, 2.0, 4.0][: len(codes)]


def test_a_server_may_say_how_long_to_wait():
    pauses = []
    with serving(statuses(429, headers=[("Retry-After", "7")])) as server:
        reader(server.url, pauses).read(DOCUMENT)
    with serving(statuses(429, headers=[("Retry-After", "99999")])) as server:
        reader(server.url, pauses).read(DOCUMENT)
    assert pauses == [7.0, 60.0]


@pytest.mark.parametrize(
    ("behave", "code"),
    [
        (statuses(*[500] * 9), "M226"),
        (statuses(*[429] * 9), "M226"),
        (hang_up, "M226"),
        (statuses(401), "M224"),
        (statuses(403), "M224"),
        (statuses(404), "M225"),
        (statuses(302, headers=[("Location", "http://127.0.0.1:1/")]), "M225"),
        (statuses(*[400] * 9), "M225"),
        (answers("I am sorry, I cannot do this."), "M228"),
        (answers("{}"), "M229"),
        (answers('{"claims": "none"}'), "M229"),
        (answers('{"claims": [{"who": "x"}, {"type": "LOVE"}]}'), "M229"),
        (answers('{"claims": [{"sentence": 0, "trig'), "M228"),
        (answers("[" * 100_000), "M228"),
        (answers({"no": "choices"}), "M228"),
        (answers({"choices": []}), "M228"),
        (answers({"choices": [{"message": {"content": None}}]}), "M228"),
        (answers([]), "M228"),
        (lambda handler, _request, _count: reply(handler, "<html>not JSON</html>"), "M228"),
        (lambda handler, _request, _count: reply(handler, ""), "M228"),
        (answers(completion("{", finish="length")), "M230"),
        (answers(completion(None, finish="length")), "M230"),
        (
            lambda handler, _request, _count: reply(handler, "no gzip", 200, [("Content-Encoding", "gzip")]),
            "M226",
        ),
    ],
)
def test_a_server_that_fails_gives_a_code(behave, code):
    assert fault(behave).code == code


def test_attempts_are_counted():
    with serving(statuses(*[500] * 9)) as server, pytest.raises(MusnadError):
        reader(server.url, attempts=3).read(DOCUMENT)
    assert len(server.requests) == 3


def test_a_connection_that_breaks_once_is_no_matter():
    def behave(handler, request, count):
        (hang_up if count == 1 else model())(handler, request, count)

    with serving(behave) as server:
        assert reader(server.url).read(DOCUMENT).claims


def test_nobody_there():
    with pytest.raises(MusnadError) as caught:
        reader(nobody()).read(DOCUMENT)
    assert caught.value.code == "M222"
    assert "127.0.0.1" in caught.value.message("ar")


@pytest.mark.parametrize("behave", [dawdle(3), drip(0.05)])
def test_a_slow_server_is_given_up(behave):
    assert fault(behave, timeout=0.4).code == "M223"


def test_an_answer_without_end_is_given_up():
    assert fault(flood(300_000), longest=100_000).code == "M227"


def test_a_server_without_schemas_is_asked_more_simply():
    def behave(handler, request, count):
        known = request.get("response_format", {}).get("type") != "json_schema"
        body = completion(foreseeable_model(request)) if known else {"error": "unknown response_format"}
        reply(handler, body, 200 if known else 400)

    with serving(behave) as server:
        asking = reader(server.url)
        assert asking.read(DOCUMENT).claims
        asking.read(DOCUMENT)
    forms = [request["response_format"]["type"] for request in server.requests]
    # What the server does not know is not tried again.
    assert forms == ["json_schema", "json_schema", "json_object", "json_object"]


def test_a_server_that_knows_neither_is_asked_for_text():
    def behave(handler, request, count):
        plain = request.keys() == {"model", "messages", "stream"}
        said = f"Here you are:\n```json\n{foreseeable_model(request)}\n```\nAnything else?"
        reply(handler, completion(said) if plain else {"error": "no"}, 200 if plain else 422)

    with serving(behave) as server:
        assert len(reader(server.url).read(DOCUMENT).claims) == 2


@pytest.mark.parametrize(
    "said",
    [
        GOOD,
        f"```json\n{GOOD}\n```",
        f"<think>perhaps {{}} or [1]</think>\n{GOOD}",
        f"Sure. {GOOD} I hope this helps.",
        json.dumps([claim()]),
        json.dumps({"claims": [claim() | {"comment": "well"}], "done": True}),
        json.dumps({"claims": [{"sentence": 0, "trigger": "تدعم", "type": "SUPPORT",
                                "subject": [{"quote": "مصر", "kind": "state"}]}]}),
    ],
)  # fmt: skip
def test_the_object_is_found_wherever_the_model_puts_it(said):
    with serving(answers(said)) as server:
        (found,) = reader(server.url).read(DOCUMENT).claims
    assert found.subject == ("egypt",)


def test_nonsense_is_answered_with_a_second_question():
    with serving(answers("what?", GOOD)) as server:
        assert reader(server.url).read(DOCUMENT).claims
    assert [len(request["messages"]) for request in server.requests] == [2, 4]


def test_letters_without_utf8_reach_no_wire():
    with serving(answers("what \ud800?", GOOD)) as server:
        assert reader(server.url).read(Document("d", f"{TEXT} \udfff")).claims
    assert server.requests[1]["messages"][2]["content"] == "what ??"


def test_null_is_as_good_as_nothing():
    said = claim() | {"object": None, "phase": None, "negated": None, "confidence": None}
    said["subject"] = [{"quote": "مصر"}]
    with serving(answers(json.dumps({"claims": [said]}))) as server:
        (found,) = reader(server.url).read(DOCUMENT).claims
    assert (found.subject, found.object, found.negated, found.confidence) == (("egypt",), (), False, 0.5)


def test_an_answer_cut_off_is_asked_for_in_halves():
    def behave(handler, request, _count):
        long = request["messages"][1]["content"].partition("sentences:")[2].count("[") > 1
        said = completion("{", finish="length") if long else completion(foreseeable_model(request))
        reply(handler, said)

    with serving(behave) as server:
        assert len(reader(server.url).read(DOCUMENT).claims) == 2
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    ("url", "name"),
    [("", "m"), ("localhost:80/v1", "m"), ("ftp://host/v1", "m"), ("http://", "m"), ("http://[::1/v1", "m"),
     ("http://h:99999/v1", "m"), ("http://host/v1", " "), ("http://host/\n", "m"), ("http://host/v1 ", "m")],
)  # fmt: skip
def test_what_is_no_address_is_refused(url, name):
    with pytest.raises(MusnadError) as caught:
        Endpoint(url, name)
    assert caught.value.code == "M221"


def test_addresses():
    plain = Endpoint("http://u:pw@localhost:8080/v1/", "m")
    assert plain.address == "http://u:pw@localhost:8080/v1/chat/completions"
    assert (plain.host, plain.local) == ("localhost:8080", True)
    whole = Endpoint("https://models.example/v1/chat/completions", "m")
    assert (whole.address, whole.host, whole.local) == (whole.url, "models.example", False)
    version = Endpoint("https://models.example/v1/?version=2#top", "m")
    assert version.address == "https://models.example/v1/chat/completions?version=2"


@pytest.mark.parametrize(
    ("host", "local"),
    [("LOCALHOST", True), ("models.localhost", True), ("127.0.0.9", True), ("[::1]", True), ("localhost.example", False),
     ("127.0.0.1.example", False), ("[::1234]", False), ("192.168.1.1", False)],
)  # fmt: skip
def test_what_is_this_machine(host, local):
    assert Endpoint(f"http://{host}:8080/v1", "m").local is local


@pytest.mark.parametrize(("url", "code"), [("http://م.☃/v1", "M221"), ("http://127.0.0.1..:1/v1", "M222")])
def test_names_that_no_host_has(url, code):
    with pytest.raises(MusnadError) as caught:
        reader(url).read(DOCUMENT)
    assert caught.value.code == code


def test_a_proxy_that_cannot_be_used_is_said(monkeypatch):
    monkeypatch.setenv("ALL_PROXY", "gopher://user:k-secret@127.0.0.1:1")
    with pytest.raises(MusnadError) as caught:
        reader("http://models.example/v1")
    assert caught.value.code == "M222"
    assert "k-secret" not in str(caught.value)
    reader("http://127.0.0.1:1/v1")


def test_without_httpx_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "httpx", None)
    with pytest.raises(MusnadError) as caught:
        reader("http://127.0.0.1:1/v1")
    assert caught.value.code == "M220"
