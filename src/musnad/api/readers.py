"""Which reader reads: the one that comes with the program, or a large language model where somebody asks for one."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from musnad.errors import MusnadError

if TYPE_CHECKING:
    from musnad.claims.model import Document, Reading
    from musnad.reading.llm.reader import LlmReader
    from musnad.reading.reader import Reader, WeighingReader

KEY_VARIABLE: Final = "MUSNAD_LLM_KEY"
_LONGEST: Final = 86_400


def default_reader() -> Reader:
    """The reader that comes with the program.

    Raises:
        MusnadError: M441, its code or data are missing or damaged.
    """
    return _own()


def fast_reader() -> Reader:
    """The program's reader without its encoder: several times faster, less often right.

    Raises:
        MusnadError: M441, its code or data are missing or damaged.
    """
    return _own(fast=True)


def _own(*, fast: bool = False) -> Reader:
    try:
        # Its lexicon and models take a moment to load, and questions to the ledger need no reader.
        from musnad.reading import reader  # noqa: PLC0415

        return reader.fast_reader() if fast else reader.default_reader()
    except Exception as error:
        reason = f"{type(error).__name__}: {error}".partition("\n")[0].rstrip(".")
        raise MusnadError("M441", reason=reason) from error


def own_reader(min_confidence: float | None, *, fast: bool = False) -> WeighingReader:
    """The reader that comes with the program, or the fast one, as what it is; `min_confidence` as for `stating`.

    Raises:
        MusnadError: M427, M441.
    """
    from musnad.reading.reader import WeighingReader  # noqa: PLC0415

    reader = stating(_own(fast=fast), min_confidence)
    if not isinstance(reader, WeighingReader):
        raise MusnadError("M441", reason=reader.name)
    return reader


def llm_reader(endpoint: str, model: str, *, timeout: float | None = None, lang: str = "en") -> LlmReader:
    """A reader that asks a large language model at any server with chat completions, a local one or another.

    The texts of the articles it reads are sent to that server. The key, where one is needed, is taken from the environment
    variable `MUSNAD_LLM_KEY`; it is sent to that server alone, and never stored or shown.

    Args:
        endpoint: the address of the server, with its path: `http://localhost:8080/v1`.
        model: the model's name at that server.
        timeout: seconds after which one answer is given up; default 120.
        lang: the language of the notes of readings, "en" or "ar".

    Raises:
        MusnadError: M220, the package httpx is not installed; M221, no address or no model; M222, the environment
            names a proxy or certificates that cannot be used; M232, the key cannot be sent; M427, `timeout` is not above 0.
    """
    from musnad.reading.llm.endpoint import PATIENCE, Endpoint  # noqa: PLC0415 - most runs need none of it
    from musnad.reading.llm.reader import LlmReader  # noqa: PLC0415

    seconds = PATIENCE if timeout is None else timeout
    if not 0 < seconds <= _LONGEST:
        raise MusnadError("M427", name="timeout", value=timeout, low=0, high=_LONGEST)
    key = os.environ.get(KEY_VARIABLE, "").strip() or None
    return LlmReader(Endpoint(endpoint, model, key, seconds), lang=lang)


def stating(reader: Reader, min_confidence: float | None) -> Reader:
    """The reader, stating only claims that it is at least so sure of; None leaves it as it is.

    A reader that can, weighs anew: the one that comes with the program then states less or more than by its own threshold.
    Of any other reader the less certain claims are left out. The name of the reader says so.

    Raises:
        MusnadError: M427, `min_confidence` is not in [0, 1].
    """
    if min_confidence is None:
        return reader
    if not 0.0 <= min_confidence <= 1.0:
        raise MusnadError("M427", name="min_confidence", value=min_confidence, low=0, high=1)
    other: Reader | None = reader.at_least(min_confidence) if hasattr(reader, "at_least") else None
    return other or (_Sure(reader, min_confidence) if min_confidence else reader)


@dataclass(frozen=True, slots=True)
class _Sure:
    """A reader without the claims that it is less sure of."""

    reader: Reader
    least: float

    @property
    def name(self) -> str:
        """The reader's name and the bar."""
        return f"{self.reader.name}+min{self.least:g}"

    def read(self, document: Document) -> Reading:
        """What the reader reads, without the less certain claims."""
        found = self.reader.read(document)
        claims = tuple(claim for claim in found.claims if claim.confidence >= self.least)
        return replace(found, claims=claims, reader=self.name)
