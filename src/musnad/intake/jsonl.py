"""JSON of all shapes: an object, an array of objects, or JSON Lines, told apart by how the stream begins.

Lines and elements are read one at a time, so a file may be larger than memory. A bad line is a failure with its
number, and the next one is read. An array ends at its first fault, since nothing tells where the next element begins.
"""

from __future__ import annotations

import itertools
import json
import re
from typing import TYPE_CHECKING

from musnad.errors import MusnadError
from musnad.intake.encoding import decode, wide_encoding
from musnad.intake.model import Failure, Kind, Note, Taken
from musnad.intake.record import read_record
from musnad.intake.streams import as_utf8, lines, peek, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator

    from musnad.intake.model import Defaults, Intake

_DECODER = json.JSONDecoder()
_BETWEEN = re.compile(r"[\s,]*")
_ARRAY = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[")


def read_json(
    chunks: Iterator[bytes], where: str, defaults: Defaults, kind: Kind, limit: int
) -> Iterator[Intake]:
    """The articles of a stream of JSON, and a failure for each part of it that is none.

    An error of the stream itself (a truncated archive) is the last failure, after all that was whole.
    """
    try:
        head, chunks = peek(chunks)
        wide = wide_encoding(head)
        if wide is not None:
            head, chunks = peek(as_utf8(chunks, wide))
        if _ARRAY.match(head):
            yield from _array(chunks, where, defaults, limit)
        else:
            yield from _objects(lines(chunks, limit), where, defaults, kind, limit)
    except MusnadError as error:
        yield Failure(where, error)


def _objects(
    rows: Iterator[bytes | None], where: str, defaults: Defaults, kind: Kind, limit: int
) -> Iterator[Intake]:
    """JSON Lines; or, where a `.json` file's first line is not JSON by itself, one object over many lines."""
    numbered = ((n, row) for n, row in enumerate(rows, 1) if row is None or row.strip(b"\xef\xbb\xbf \t\r"))
    first, second = next(numbered, None), next(numbered, None)
    if first is None:
        yield Failure(where, MusnadError("M120"))
        return
    if _spans_lines(first[1], second, kind):
        rest = itertools.chain((second,) if second else (), numbered)
        yield _one(_gather(first[1] or b"", (row for _, row in rest), limit), where, defaults)
        return
    for number, row in itertools.chain((first, second) if second else (first,), numbered):
        place = where if kind is Kind.JSON and second is None else f"{where}:{number}"
        yield Failure(place, too_large(limit)) if row is None else _one(row, place, defaults)


def _spans_lines(first: bytes | None, second: tuple[int, bytes | None] | None, kind: Kind) -> bool:
    """Whether an object is written over many lines: its first is not JSON, nor is the second by itself."""
    if first is None or _is_json(first):
        return False
    by_lines = second is not None and second[1] is not None and _is_json(second[1])
    return not by_lines and (kind is Kind.JSON or first.strip() == b"{")


def _gather(first: bytes, rows: Iterator[bytes | None], limit: int) -> bytes:
    taken = [first]
    size = len(first)
    for row in rows:
        size += len(row or b"") + 1
        if row is None or size > limit:
            raise too_large(limit)
        taken.append(row)
    return b"\n".join(taken)


def _is_json(row: bytes) -> bool:
    try:
        json.loads(decode(row).text)
    except (MusnadError, ValueError, RecursionError):
        return False
    return True


def _one(raw: bytes, where: str, defaults: Defaults) -> Intake:
    try:
        decoded = decode(raw)
        return _with_notes(read_record(_loads(decoded.text), where, defaults), decoded.notes)
    except MusnadError as error:
        return Failure(where, error)


def _with_notes(taken: Taken, notes: tuple[Note, ...]) -> Taken:
    return Taken(taken.document, taken.where, (*notes, *taken.notes)) if notes else taken


def _loads(text: str) -> object:
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _bad_json(error) from error
    return value


def _bad_json(error: Exception) -> MusnadError:
    if isinstance(error, json.JSONDecodeError):
        return MusnadError("M130", reason=error.msg, line=error.lineno, column=error.colno)
    return MusnadError("M130", reason=str(error), line=1, column=1)


def _array(chunks: Iterator[bytes], where: str, defaults: Defaults, limit: int) -> Iterator[Intake]:
    number = 0
    for number, value in enumerate(_elements(chunks, limit), start=1):
        place = f"{where}#{number}"
        try:
            yield read_record(value, place, defaults)
        except MusnadError as error:
            yield Failure(place, error)
    if number == 0:
        yield Failure(where, MusnadError("M120"))


def _elements(chunks: Iterator[bytes], limit: int) -> Iterator[object]:
    """The elements of an array, each as soon as it is whole."""
    head, chunks = peek(chunks)
    encoding = _encoding_of(head)
    buffer = ""
    opened = False
    wanted = 0
    for chunk in itertools.chain(as_utf8(chunks, encoding), (b"",)):
        buffer += chunk.decode("utf-8")
        if not opened:
            buffer = buffer.removeprefix("\ufeff").lstrip()
            opened = buffer.startswith("[")
            buffer = buffer.removeprefix("[")
        if len(buffer) < wanted and chunk:
            continue
        buffer, values, ended = _take(buffer, last=not chunk)
        yield from values
        if ended:
            return
        if len(buffer) > limit:
            raise too_large(limit)
        wanted = 2 * len(buffer)  # Trying again only after doubling keeps a long element's cost linear.


def _take(buffer: str, *, last: bool) -> tuple[str, list[object], bool]:
    """The whole elements at the start of `buffer`, what is left of it, and whether the array ended."""
    values: list[object] = []
    at = 0
    while True:
        at = _BETWEEN.match(buffer, at).end()  # type: ignore[union-attr]  # matches the empty string too
        if buffer.startswith("]", at):
            return "", values, True
        try:
            value, end = _DECODER.raw_decode(buffer, at)
        except (ValueError, RecursionError) as error:
            if last:
                raise _bad_json(error) from error
            return buffer[at:], values, False
        # A number or word at the very end may go on in the next chunk.
        if end == len(buffer) and not last:
            return buffer[at:], values, False
        values.append(value)
        at = end


def _encoding_of(head: bytes) -> str:
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        cut_at_the_end = error.start >= len(head) - 4
        return "utf-8" if cut_at_the_end else decode(head).encoding
    return "utf-8"
