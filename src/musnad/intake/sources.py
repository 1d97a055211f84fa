"""The way in: paths and standard input become documents or coded failures, one at a time."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, BinaryIO

from musnad.errors import MusnadError
from musnad.intake import binary
from musnad.intake.files import Obstacle, file_chunks, find_files, shown, stream_chunks
from musnad.intake.html import read_html
from musnad.intake.jsonl import read_json
from musnad.intake.kinds import kind_of_content, kind_of_name
from musnad.intake.model import DOCUMENT_LIMIT, Defaults, Failure, Kind
from musnad.intake.plain import read_plain
from musnad.intake.streams import GZIP, inflate, lines, peek, whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from musnad.intake.model import Intake

STDIN = "-"
_MOST_COUNTED = 64 * 1024 * 1024


def read_inputs(
    paths: Sequence[str],
    *,
    defaults: Defaults | None = None,
    stdin: BinaryIO | None = None,
    limit: int = DOCUMENT_LIMIT,
) -> Iterator[Intake]:
    """Documents and failures, in the order of `paths` (files, folders, `-` for `stdin`).

    Args:
        paths: what to read. Folders are read at any depth, in sorted order.
        defaults: what to take for documents that do not say it.
        stdin: where `-` reads from, binary.
        limit: the most bytes one document may have.

    Returns:
        An iterator that never raises for a bad input: it yields a `Failure` and goes on.
    """
    defaults = defaults or Defaults()
    for path in paths:
        if path == STDIN:
            yield from _read_stdin(stdin, defaults, limit)
            continue
        for found in find_files(path):
            if isinstance(found, Obstacle):
                yield Failure(found.path, found.error)
            else:
                kind = kind_of_name(found)
                yield from _read(file_chunks(found), shown(found), kind, defaults, limit)


def _read_stdin(stdin: BinaryIO | None, defaults: Defaults, limit: int) -> Iterator[Intake]:
    if stdin is None:
        yield Failure(STDIN, MusnadError("M109"))
        return
    yield from _read(stream_chunks(stdin), STDIN, None, defaults, limit)


def _read(
    chunks: Iterator[bytes], where: str, kind: Kind | None, defaults: Defaults, limit: int
) -> Iterator[Intake]:
    try:
        head, chunks = peek(chunks)
        if head.startswith(GZIP):
            head, chunks = peek(inflate(chunks))
        elif where.lower().endswith(".gz") and (binary.has_controls(head) or not head):
            raise MusnadError("M111")  # noqa: TRY301 - reported like every other error below
        kind = kind or kind_of_content(head)
        if kind in {Kind.JSON, Kind.JSON_LINES}:
            yield from read_json(chunks, where, defaults, kind, limit)
            return
        read = read_html if kind is Kind.HTML else read_plain
        yield read(whole(chunks, limit), where, defaults)
    except MusnadError as error:
        yield Failure(where, error)


def count_inputs(paths: Sequence[str]) -> int | None:
    """How many items `read_inputs` will yield for `paths`, or None where only reading them would tell.

    For progress bars: no more is read than the beginning of a JSON file, and the lines of uncompressed JSON Lines of
    up to 64 MB. A `.json` file that holds JSON Lines with long lines is taken for one document.
    """
    total = 0
    for path in paths:
        if path == STDIN:
            return None
        for found in find_files(path):
            count = 1 if isinstance(found, Obstacle) else _count_file(found)
            if count is None:
                return None
            total += count
    return total


def _count_file(path: str) -> int | None:
    kind = kind_of_name(path)
    if kind in {Kind.PLAIN, Kind.HTML}:
        return 1
    try:
        if kind is None or path.lower().endswith(".gz") or os.path.getsize(path) > _MOST_COUNTED:  # noqa: PTH202
            return None
        head, chunks = peek(file_chunks(path))
    except (MusnadError, OSError):
        return 1
    if kind_of_content(head) is not Kind.JSON or head.lstrip().startswith(b"["):
        return None
    if kind is Kind.JSON:
        first, _, rest = head.strip().partition(b"\n")
        return None if rest and first.rstrip().endswith(b"}") else 1
    return sum(1 for line in lines(chunks, _MOST_COUNTED) if line and not line.isspace())
