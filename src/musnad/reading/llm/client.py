"""Asks a chat-completions server: retries, falls back to simpler forms of request, and turns every failure into its code."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final

from musnad.errors import MusnadError
from musnad.reading.llm.wire import MANNERS, Answered, answered, encoded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import httpx

    from musnad.reading.llm.endpoint import Endpoint

_CONNECTING: Final = 10.0
_LONGEST_PAUSE: Final = 60.0
_BUSY: Final = frozenset({408, 425, 429, 500, 502, 503, 504, 529})
_NO_ENTRY: Final = frozenset({401, 403})
_NOT_SO: Final = frozenset({400, 415, 422})
_OK: Final = 200
_SHOWN: Final = 160


class ChatClient:
    """Asks one server.

    Args:
        endpoint: which, and how patiently.
        schema: the JSON Schema of the answer.
        sleep: waits for some seconds between attempts.

    Raises:
        MusnadError: M220, the package httpx is not installed; M221, the address is none after all; M222, there is no way to
            the server.
    """

    def __init__(
        self, endpoint: Endpoint, schema: Mapping[str, Any], sleep: Callable[[float], None] = time.sleep
    ) -> None:
        try:
            import httpx  # noqa: PLC0415 - an extra; most installations have no use for it
        except ImportError as error:
            raise MusnadError("M220") from error
        self._httpx = httpx
        self._endpoint = endpoint
        self._schema = schema
        self._sleep = sleep
        self._manner = 0
        self._client = self._connected()

    def ask(self, messages: Sequence[Mapping[str, str]]) -> Answered:
        """The model's answer to a conversation.

        Raises:
            MusnadError: M222-M228, by what went wrong.
        """
        status, body = 0, b""
        for number in range(self._manner, len(MANNERS)):
            request = encoded(self._endpoint, messages, self._schema, MANNERS[number])
            status, body = self._patiently(request)
            if status == _OK:
                self._manner = number
                return self._answered(body)
            if status not in _NOT_SO:
                break
        reason = self.shown(body.decode("utf8", "replace"))
        raise MusnadError("M225", host=self._endpoint.host, status=status, reason=reason)

    def shown(self, text: str) -> str:
        """The beginning of what a server or a model says, on one line, without the key should it repeat that."""
        if self._endpoint.key:
            text = text.replace(self._endpoint.key, "…")
        return " ".join(text.split())[:_SHOWN].rstrip(".") or "…"

    def close(self) -> None:
        """Closes its connections."""
        self._client.close()

    def _connected(self) -> httpx.Client:
        """A client for the endpoint's server; nothing is sent yet."""
        library, endpoint = self._httpx, self._endpoint
        headers = {"Accept-Encoding": "identity", "Content-Type": "application/json"}
        if endpoint.key:
            headers["Authorization"] = f"Bearer {endpoint.key}"
        try:
            library.URL(endpoint.address)
            # A proxy is no way to one's own machine.
            client: httpx.Client = library.Client(
                timeout=library.Timeout(endpoint.timeout, connect=min(_CONNECTING, endpoint.timeout)),
                headers=headers,
                trust_env=not endpoint.local,
            )
        except library.InvalidURL as error:
            raise MusnadError("M221", name="endpoint", value=endpoint.host) from error
        except (ImportError, ValueError, OSError) as error:
            # The variables of the environment name a proxy or certificates that cannot be used.
            raise MusnadError("M222", host=endpoint.host, reason=self._words(error)) from error
        return client

    def _patiently(self, request: bytes) -> tuple[int, bytes]:
        """Status and body of the answer; asks again while the server is overloaded, fails or hangs up."""
        endpoint = self._endpoint
        trouble = ""
        for pause in self._pauses():
            try:
                status, body, wait = self._once(request)
            except self._httpx.RequestError as error:
                trouble, wait = self._words(error), None
            else:
                if status in _NO_ENTRY:
                    raise MusnadError("M224", host=endpoint.host, status=status)
                if status not in _BUSY:
                    return status, body
                trouble = f"HTTP {status}"
            if pause is not None:
                self._sleep(min(wait, _LONGEST_PAUSE) if wait is not None else pause)
        raise MusnadError("M226", host=endpoint.host, attempts=endpoint.attempts, reason=trouble)

    def _pauses(self) -> Iterator[float | None]:
        """Seconds to wait after each attempt that failed, doubling; None after the last."""
        for attempt in range(1, self._endpoint.attempts):
            yield min(2.0 ** (attempt - 1), _LONGEST_PAUSE)
        yield None

    def _once(self, request: bytes) -> tuple[int, bytes, float | None]:
        httpx, endpoint = self._httpx, self._endpoint
        end = time.monotonic() + endpoint.timeout
        try:
            with self._client.stream("POST", endpoint.address, content=request) as response:
                body = self._body(response, end)
                return response.status_code, body, _asked_to_wait(response)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError, UnicodeError) as error:
            # Names with empty or overlong parts are no names of hosts, and Python says so by a UnicodeError.
            raise MusnadError("M222", host=endpoint.host, reason=self._words(error)) from error
        except httpx.TimeoutException as error:
            raise MusnadError("M223", host=endpoint.host, seconds=f"{endpoint.timeout:g}") from error

    def _body(self, response: httpx.Response, end: float) -> bytes:
        """The whole body. A server that sends a byte now and then is given up as well."""
        parts: list[bytes] = []
        size = 0
        for part in response.iter_bytes():
            size += len(part)
            if size > self._endpoint.longest:
                raise MusnadError("M227", host=self._endpoint.host, limit=f"{self._endpoint.longest / 1e6:g}")
            if time.monotonic() > end:
                raise MusnadError("M223", host=self._endpoint.host, seconds=f"{self._endpoint.timeout:g}")
            parts.append(part)
        return b"".join(parts)

    def _answered(self, body: bytes) -> Answered:
        found = answered(body)
        if found is None:
            start = self.shown(body.decode("utf8", "replace"))
            raise MusnadError("M228", host=self._endpoint.host, start=start)
        return found

    def _words(self, error: Exception) -> str:
        """What an error of the transport says; some repeat what the server sent."""
        return self.shown(f"{type(error).__name__}: {error}".partition("\n")[0].rstrip(". :"))


def _asked_to_wait(response: httpx.Response) -> float | None:
    value = response.headers.get("Retry-After", "")
    return float(value) if value.isdecimal() and len(value) < 6 else None  # noqa: PLR2004 - a day has 5 digits
