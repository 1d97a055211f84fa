"""Bytes on their way: chunks are inflated, cut into lines, or gathered whole, without holding more than needed.

A stream is an iterator of chunks. It may raise MusnadError at any point; what came before is sound.
"""

from __future__ import annotations

import codecs
import itertools
import zlib
from typing import TYPE_CHECKING

from musnad.errors import MusnadError

if TYPE_CHECKING:
    from collections.abc import Iterator

GZIP = b"\x1f\x8b"
_PIECE = 1024  # Small, since zlib gives nothing of a call in which it meets corruption.
_MOST_AT_ONCE = 1 << 20
_HEAD = 4096


def peek(chunks: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """The beginning of a stream (4096 bytes or all of it), and the same stream from its start."""
    taken: list[bytes] = []
    size = 0
    rest: Iterator[bytes] = iter(())
    try:
        while size < _HEAD:
            chunk = next(chunks, b"")
            if not chunk:
                break
            taken.append(chunk)
            size += len(chunk)
        rest = chunks
    except MusnadError as error:
        rest = map(_raise, (error,))
    return b"".join(taken), itertools.chain(taken, rest)


def _raise(error: MusnadError) -> bytes:
    raise error


def inflate(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Gzip, of one member or several, as it is read.

    Raises:
        MusnadError: M111 corrupt; M112 cut short. All that could be inflated before has been given.
    """
    inflater = zlib.decompressobj(wbits=31)
    for piece in _pieces(chunks):
        data = piece
        while data:
            if inflater.eof:
                data = data.lstrip(b"\0")  # padding between members and at the end
                if not data:
                    break
                inflater = zlib.decompressobj(wbits=31)
            try:
                out = inflater.decompress(data, _MOST_AT_ONCE)
            except zlib.error as error:
                raise MusnadError("M111") from error
            if out:
                yield out
            data = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
    if not inflater.eof:
        raise MusnadError("M112")


def _pieces(chunks: Iterator[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        for start in range(0, len(chunk), _PIECE):
            yield chunk[start : start + _PIECE]


def as_utf8(chunks: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    """A stream of another encoding as UTF-8.

    Raises:
        MusnadError: M115, bytes that the encoding does not have.
    """
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for chunk in chunks:
            if text := decoder.decode(chunk):
                yield text.encode("utf-8")
        decoder.decode(b"", final=True)
    except UnicodeError as error:
        raise MusnadError("M115", encoding=encoding, at=getattr(error, "start", 0)) from error


def whole(chunks: Iterator[bytes], limit: int) -> bytes:
    """All bytes of a stream.

    Raises:
        MusnadError: M113, more than `limit` bytes.
    """
    taken: list[bytes] = []
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise too_large(limit)
        taken.append(chunk)
    return b"".join(taken)


def lines(chunks: Iterator[bytes], limit: int) -> Iterator[bytes | None]:
    r"""The lines of a stream without their \n; None stands for one longer than `limit` bytes.

    A last line cut short by an error of the stream is not given.
    """
    parts: list[bytes] = []
    size = 0
    for chunk in chunks:
        *ended, tail = chunk.split(b"\n")
        for piece in ended:
            size += len(piece)
            yield b"".join((*parts, piece)) if size <= limit else None
            parts, size = [], 0
        size += len(tail)
        parts = [*parts, tail] if size <= limit else []
    if size:
        yield b"".join(parts) if size <= limit else None


def too_large(limit: int) -> MusnadError:
    """M113 with the limit in megabytes."""
    return MusnadError("M113", limit=f"{limit / (1024 * 1024):g}")
