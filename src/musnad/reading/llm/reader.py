"""The reader that asks a large language model.

No pure function of the document as other readers are: a server may answer differently next time, though it is asked at
temperature 0. Everything after the answer is the same for all readers.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from musnad.errors import MusnadError
from musnad.reading.analysis import analyse
from musnad.reading.llm.answer import NoAnswerError, Parsed, parse
from musnad.reading.llm.assembly import Assembler
from musnad.reading.llm.client import ChatClient
from musnad.reading.llm.pieces import pieces
from musnad.reading.llm.prompt import asked_again, conversation
from musnad.reading.llm.schema import schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from musnad.claims.model import Document, Reading
    from musnad.reading.llm.endpoint import Endpoint
    from musnad.reading.llm.pieces import Piece

VERSION: Final = "musnad-llm-1"


class LlmReader:
    """Reads with the model of an endpoint. The texts of documents are sent there.

    Args:
        endpoint: server and model.
        lang: the language of the notes of readings, "en" or "ar".
        sleep: waits between attempts.
        least: the confidence from which a claim is stated.

    Raises:
        MusnadError: M220, the package httpx is not installed; M221, M222, the address or the way to it cannot be used.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        lang: str = "en",
        sleep: Callable[[float], None] = time.sleep,
        least: float = 0.0,
    ) -> None:
        self.endpoint = endpoint
        self._lang = lang
        self._sleep = sleep
        self._least = least
        self._client = ChatClient(endpoint, schema(), sleep)

    @property
    def name(self) -> str:
        """Version of the prompt and of what is done with answers, and the model; with another bar, that too."""
        plain = f"{VERSION}/{self.endpoint.model}"
        return f"{plain}+min{self._least:g}" if self._least else plain

    def at_least(self, confidence: float) -> LlmReader:
        """The same reader, stating only what the model says it is so sure of, in [0, 1]."""
        return LlmReader(self.endpoint, lang=self._lang, sleep=self._sleep, least=confidence)

    def read(self, document: Document) -> Reading:
        """What the model finds claimed in the document.

        Raises:
            MusnadError: M222-M230, by what went wrong; nothing is half read.
        """
        analysis = analyse(document)
        made = Assembler(analysis)
        total = malformed = 0
        for piece in pieces(analysis):
            for part, answer in self._answers(piece):
                made.add(answer.claims, {number for number, _ in part.sentences})
                total += len(answer.claims) + answer.malformed
                malformed += answer.malformed
        lost = made.dropped + malformed
        notes = (MusnadError("M231", lost=lost, total=total).message(self._lang),) if lost else ()
        return made.reading(self.name, notes, self._least)

    def close(self) -> None:
        """Closes its connections."""
        self._client.close()

    def _answers(self, piece: Piece) -> Iterator[tuple[Piece, Parsed]]:
        """The answers about a piece; where one is cut off at its limit, those about the halves of the piece."""
        answer = self._answer(piece)
        if answer is not None:
            yield piece, answer
            return
        halves = piece.halves()
        if halves is None:
            raise MusnadError("M230", host=self.endpoint.host, model=self.endpoint.model)
        for half in halves:
            yield from self._answers(half)

    def _answer(self, piece: Piece) -> Parsed | None:
        """The answer about a piece; None where it is cut off. Asked once more where it is not what was asked for."""
        messages = conversation(piece)
        answered = self._client.ask(messages)
        if not answered.cut:
            try:
                return parse(answered.text)
            except NoAnswerError:
                answered = self._client.ask(asked_again(messages, answered.text))
        return None if answered.cut else self._parsed(answered.text)

    def _parsed(self, text: str) -> Parsed:
        host, model = self.endpoint.host, self.endpoint.model
        try:
            return parse(text)
        except NoAnswerError as fault:
            if fault.shape:
                raise MusnadError("M229", host=host, model=model, place=fault.shape) from fault
            raise MusnadError("M228", host=host, start=self._client.shown(text)) from fault
