"""Where a large model is asked, and on what terms."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from musnad.errors import MusnadError

_PATH: Final = "/chat/completions"
PATIENCE: Final = 120.0


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server, the model it is asked for, and the limits of patience.

    Attributes:
        url: its address, with the path under which it offers `chat/completions` (`http://localhost:8080/v1`).
        model: the model's name at that server.
        key: sent as a bearer token; never shown, stored or logged.
        timeout: seconds after which one answer is given up.
        attempts: how often a request is made in all while the server is overloaded, fails or hangs up.
        longest: bytes of an answer after which it is given up.
        tokens: tokens the model may answer with.
    """

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    timeout: float = PATIENCE
    attempts: int = 4
    longest: int = 4_000_000
    tokens: int = 8_000

    def __post_init__(self) -> None:
        """Refuses what cannot be an address, a model or a key.

        Raises:
            MusnadError: M221, no address or no model; M232, no key that can be sent.
        """
        try:
            parts = urlsplit(self.url)
            sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        except ValueError:
            sound = False
        if not sound or not self.url.isprintable() or " " in self.url:
            raise MusnadError("M221", name="endpoint", value=_harmless(self.url))
        if not self.model.strip() or not self.model.isprintable():
            raise MusnadError("M221", name="model", value=self.model)
        if self.key is not None and not (self.key.isascii() and self.key.isprintable()):
            raise MusnadError("M232")

    @property
    def host(self) -> str:
        """The host and port, without anything secret an address may hold."""
        parts = urlsplit(self.url)
        name = parts.hostname or ""
        name = f"[{name}]" if ":" in name else name
        return f"{name}:{parts.port}" if parts.port else name

    @property
    def local(self) -> bool:
        """Whether it is this very machine, so that nothing leaves it."""
        name = urlsplit(self.url).hostname or ""
        try:
            return ip_address(name).is_loopback
        except ValueError:
            return name == "localhost" or name.endswith(".localhost")

    @property
    def address(self) -> str:
        """Where requests go. What stands after a question mark stays there, since some servers want a version."""
        parts = urlsplit(self.url)
        path = parts.path.rstrip("/").removesuffix(_PATH) + _PATH
        return urlunsplit(parts._replace(path=path, fragment=""))


def _harmless(url: str) -> str:
    """An address as an error may show it: what stands before an @ may be a password."""
    return url.rpartition("@")[2]
