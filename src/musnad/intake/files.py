"""The file system's edge: which files a path means, and their bytes; every obstacle is a coded error."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from musnad.errors import MusnadError
from musnad.intake.kinds import KNOWN_ENDINGS, kind_of_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A path that cannot be read, and why."""

    path: str
    error: MusnadError


def shown(path: str) -> str:
    """A path as it can be printed: bytes of its name that are no UTF-8 stand as `?`."""
    return path.encode("utf-8", "replace").decode("utf-8")


def find_files(path: str) -> Iterator[str | Obstacle]:
    """The files that `path` means: itself, or, of a folder, those of known endings at any depth, in sorted order.

    Hidden files and folders are passed over; links are followed, and a folder met again inside itself is an obstacle.
    """
    try:
        status = os.stat(path)  # noqa: PTH116 - one call tells all that is asked below
    except (OSError, ValueError) as error:
        yield Obstacle(shown(path), _named_error(path, error))
        return
    if not stat.S_ISDIR(status.st_mode):
        yield path if stat.S_ISREG(status.st_mode) else Obstacle(shown(path), _error("M105", path))
        return
    found = False
    for item in _walk(path, ((status.st_dev, status.st_ino),)):
        found = True
        yield item
    if not found:
        yield Obstacle(shown(path), _error("M108", path, endings=" ".join(KNOWN_ENDINGS)))


def _walk(folder: str, above: tuple[tuple[int, int], ...]) -> Iterator[str | Obstacle]:
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    except OSError as error:
        yield Obstacle(shown(folder), _os_error(folder, error))
        return
    for name in names:
        yield from _entry(os.path.join(folder, name), name, above)  # noqa: PTH118 - names may be any bytes


def _entry(path: str, name: str, above: tuple[tuple[int, int], ...]) -> Iterator[str | Obstacle]:
    known = kind_of_name(name) is not None
    try:
        status = os.stat(path)  # noqa: PTH116
    except OSError as error:
        if known or error.errno == errno.ELOOP:
            yield Obstacle(shown(path), _named_error(path, error))
        return
    if stat.S_ISDIR(status.st_mode):
        identity = (status.st_dev, status.st_ino)
        if identity in above:
            yield Obstacle(shown(path), _error("M104", path))
        else:
            yield from _walk(path, (*above, identity))
    elif known:
        yield path if stat.S_ISREG(status.st_mode) else Obstacle(shown(path), _error("M105", path))


def file_chunks(path: str) -> Iterator[bytes]:
    """The bytes of a file.

    Raises:
        MusnadError: M102 no permission; M106 the file is gone; M107 any other obstacle.
    """
    try:
        with open(path, "rb") as stream:  # noqa: PTH123 - names may be any bytes
            yield from _chunks(stream)
    except OSError as error:
        raise _os_error(path, error) from error


def stream_chunks(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of an open stream, such as standard input.

    Raises:
        MusnadError: M107, the stream cannot be read.
    """
    try:
        yield from _chunks(stream)
    except (OSError, ValueError) as error:  # ValueError: a closed stream
        raise _error("M107", "-", reason=str(error)) from error


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    while chunk := stream.read(_CHUNK):
        yield chunk


def _named_error(path: str, error: OSError | ValueError) -> MusnadError:
    if isinstance(error, ValueError):  # a zero byte in the name
        return _error("M101", path)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return _error("M103" if os.path.islink(path) else "M101", path)  # noqa: PTH114
    return _os_error(path, error)


def _os_error(path: str, error: OSError) -> MusnadError:
    if isinstance(error, PermissionError):
        return _error("M102", path)
    if isinstance(error, FileNotFoundError):
        return _error("M106", path)
    if error.errno == errno.ELOOP:
        return _error("M104", path)
    return _error("M107", path, reason=error.strerror or str(error))


def _error(code: str, path: str, **details: str) -> MusnadError:
    return MusnadError(code, path=shown(path), **details)
