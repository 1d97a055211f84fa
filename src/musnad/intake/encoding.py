r"""Bytes to text, in the encodings in which Arabic is met.

In this order: a byte order mark; UTF-16 without one; strict UTF-8; the encoding a page declares; one of the
Arabic code pages, ranked by charset-normalizer and then checked, since any bytes decode as windows-1256. Text of
mixed encodings and misread UTF-8 is mended, with a note, or refused.

The text is what was decoded, without the byte order mark and with \r\n as \n: offsets refer to this text.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from musnad.errors import MusnadError
from musnad.intake import binary, mojibake
from musnad.intake.model import Note

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CODEPAGES = ["cp1256", "iso8859_6", "cp720", "mac_arabic"]
_SAMPLE = 1 << 16
_EXPECTED = re.compile(
    "[\t\n\r\x20-\x7e\u00a0-\u00ff\u0600-\u06ff\u0750-\u077f\u2000-\u206f\ufb50-\ufdff\ufe70-\ufeff]"
)
_LEAST_EXPECTED = 0.9
_ARABIC = "\u0621-\u064a\u066e-\u06d3"
_HYBRID = re.compile(f"[{_ARABIC}][\u00c0-\u00ff]|[\u00c0-\u00ff][{_ARABIC}]")
_LETTER = re.compile(rf"[{_ARABIC}A-Za-z\u00c0-\u00ff]")
_MOST_HYBRIDS = 0.05
_VALID_PER_STRAY = 4
_ASCII = bytes(range(0x80))


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was in, and notes on what was mended."""

    text: str
    encoding: str
    notes: tuple[Note, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decodes `data`; `declared` is the encoding that the data, or who sent it, names.

    Raises:
        MusnadError: M110 a known binary kind; M117 other binary data; M114 no known encoding; M115 bytes broken for their own mark; M116 text
            spoilt beyond mending.
    """
    name = binary.signature(data)
    if name is not None:
        raise MusnadError("M110", what=name)
    marked = wide_encoding(data)
    if marked is not None:
        return _tidy(_strict(data, marked), marked)
    if binary.has_controls(data):
        raise MusnadError("M117")
    try:
        return _tidy(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _tidy(*_eight_bit(data, declared))


def wide_encoding(data: bytes) -> str | None:
    """The encoding told by a byte order mark, or UTF-16 recognised without one; None for everything else.

    The start of the data is enough, cut at an even byte.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return encoding
    sample = data[: _SAMPLE & ~1]
    # Arabic letters have 06 and spaces 00 as one byte of two, so UTF-16 always looks like control characters.
    if len(data) < 2 or not binary.has_controls(sample):  # noqa: PLR2004 - two bytes a character
        return None
    shares = {encoding: _expected_share(sample, encoding) for encoding in ("utf-16-le", "utf-16-be")}
    best = max(shares, key=lambda encoding: shares[encoding])
    return best if shares[best] >= _LEAST_EXPECTED else None


def _expected_share(data: bytes, encoding: str) -> float:
    text = data.decode(encoding, "replace")
    return len(_EXPECTED.findall(text)) / max(1, len(text))


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise MusnadError("M115", encoding=encoding, at=error.start) from error


def _eight_bit(data: bytes, declared: str | None) -> tuple[str, str, tuple[Note, ...]]:
    mixed = _mostly_utf8(data)
    if mixed is not None:
        return mixed
    for encoding in (declared, _ranked(data), "cp1256"):
        text = _try(data, encoding) if encoding else None
        if text is not None and encoding is not None and _plausible(text):
            return text, codecs.lookup(encoding).name, ()
    raise MusnadError("M114")


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return str(data, encoding)
    except (LookupError, ValueError):
        return None


def _ranked(data: bytes) -> str | None:
    # Imported here: it loads slowly, and most news is UTF-8.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(data[:_SAMPLE], cp_isolation=_CODEPAGES).best()
    return best.encoding if best else None


def _plausible(text: str) -> bool:
    """Whether Arabic and accented Latin letters keep to words of their own, as in no misread text."""
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    return letters > 0 and len(_HYBRID.findall(sample)) <= _MOST_HYBRIDS * letters


def _mostly_utf8(data: bytes) -> tuple[str, str, tuple[Note, ...]] | None:
    """UTF-8 with few stray bytes: lines in windows-1256 are read as such, other strays become U+FFFD."""
    stray = data.decode("utf-8", "replace").count("\ufffd")
    valid = len(data.decode("utf-8", "ignore").encode().translate(None, delete=_ASCII))
    if stray * _VALID_PER_STRAY > valid:
        return None
    rows = data.split(b"\n")
    lines = [_mixed_line(row) for row in rows]
    replaced = sum(line.count("\ufffd") for line in lines)
    others = sum(_try(row, "utf-8") is None for row in rows)
    note = Note("M153", (("count", str(replaced)),)) if replaced else Note("M154", (("count", str(others)),))
    return "\n".join(lines), "utf-8", (note,)


def _mixed_line(raw: bytes) -> str:
    text = _try(raw, "utf-8")
    if text is not None:
        return text
    other = raw.decode("cp1256")
    whole = raw.decode("utf-8", "replace")
    strays = whole.count("\ufffd")
    return other if strays * 2 > len(whole.replace(" ", "")) and _plausible(other) else whole


def _tidy(text: str, encoding: str, notes: tuple[Note, ...] = ()) -> Decoded:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if "\0" in text:  # in UTF-16 or UTF-32, where zero bytes alone mean nothing
        raise MusnadError("M117")
    result = mojibake.mend(text)
    if result.lost:
        raise MusnadError("M116", count=result.lost)
    if result.mended:
        notes = (*notes, Note("M152", (("count", str(result.mended)),)))
    return Decoded(result.text, encoding, notes)
