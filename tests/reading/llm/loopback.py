"""A chat-completions server on this machine that does what a test tells it, and a model small enough to foresee."""

from __future__ import annotations

import json
import re
import socket
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_SENTENCE = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)
_VERBS = {"تدعم": "SUPPORT", "تهاجم": "ASSAULT", "تعارض": "OPPOSE", "ترفض": "REJECT"}


def completion(content, finish="stop"):
    """The body of a server's answer."""
    return {"choices": [{"message": {"role": "assistant", "content": content}, "finish_reason": finish}]}


def claim(sentence=0, trigger="تدعم", subject="مصر", object_="رافد", **more):
    """One claim as a model should answer it."""
    ends = {"subject": subject, "object": object_}
    return {
        "sentence": sentence,
        "trigger": trigger,
        "type": "SUPPORT",
        **{end: [{"quote": q, "kind": "state"}] if q else [] for end, q in ends.items()},
        "phase": "ongoing",
        "modality": "asserted",
        "negated": False,
        "time": None,
        "sources": [],
        "confidence": 0.8,
        **more,
    }


def foreseeable_model(request):
    """Claims of each sentence with a word that has another on each side: who does what to whom."""
    asked = request["messages"][1]["content"].partition("sentences:")[2]
    claims = []
    for number, text in _SENTENCE.findall(asked):
        words = re.findall(r"\w+", text)
        for at, word in enumerate(words[1:-1], 1):
            if word in _VERBS:
                ends = {"subject": words[at - 1], "object_": words[at + 1]}
                claims.append(claim(int(number), word, **ends, type=_VERBS[word]))
    return json.dumps({"claims": claims}, ensure_ascii=False)


class Loopback:
    """What the server was asked, and what it does: `behave(handler, request, count)` answers each request."""

    def __init__(self, behave):
        self.behave = behave
        self.requests = []
        self.headers = []
        self.url = ""


def answers(*bodies, status=200, headers=()):
    """A behaviour: one answer after another, the last one again and again; a string is what the model says."""

    def behave(handler, _request, count):
        body = bodies[min(count, len(bodies)) - 1]
        reply(handler, completion(body) if isinstance(body, str) else body, status, headers)

    return behave


def model(say=foreseeable_model):
    """A behaviour: what `say` makes of the request."""
    return lambda handler, request, _count: reply(handler, completion(say(request)))


def statuses(*codes, then=foreseeable_model, headers=()):
    """A behaviour: these HTTP statuses first, then a model that answers."""

    def behave(handler, request, count):
        if count <= len(codes):
            reply(handler, {"error": {"message": "trouble"}}, codes[count - 1], headers)
        else:
            reply(handler, completion(then(request)))

    return behave


def hang_up(handler, _request, _count):
    """A behaviour: closes the connection without a word."""
    handler.connection.shutdown(socket.SHUT_RDWR)
    handler.close_connection = True


def dawdle(seconds):
    """A behaviour: says nothing for a while."""

    def behave(handler, request, _count):
        time.sleep(seconds)
        reply(handler, completion(foreseeable_model(request)))

    return behave


def drip(pause):
    """A behaviour: sends a byte now and then, without end."""

    def behave(handler, _request, _count):
        handler.send_response(200)
        handler.end_headers()
        for _ in range(200):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(pause)

    return behave


def flood(size):
    """A behaviour: a body of so many bytes."""
    return lambda handler, _request, _count: reply(handler, " " * size)


def reply(handler, body, status=200, headers=()):
    raw = body.encode() if isinstance(body, str) else json.dumps(body).encode()
    handler.send_response(status)
    for name, value in headers:
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(raw)))
    handler.end_headers()
    handler.wfile.write(raw)


@contextmanager
def serving(behave):
    """A server that behaves so, while the block lasts."""
    loopback = Loopback(behave)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self):
            raw = self.rfile.read(int(self.headers["Content-Length"]))
            request = json.loads(raw)
            loopback.requests.append(request)
            loopback.headers.append(dict(self.headers))
            try:
                loopback.behave(self, request, len(loopback.requests))
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_):
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    loopback.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield loopback
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def nobody():
    """An address on this machine where nothing listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/v1"
