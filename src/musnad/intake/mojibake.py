"""Mends text whose UTF-8 bytes were read as windows-1252 or windows-1256 and saved so: 'Ø§Ù„' for 'ال'.

In UTF-8 an Arabic letter is a byte D8-DB and a byte 80-BF. Misread, it is one of four lead characters and one
of 64 trailing ones; a line mostly made of such pairs is no language. Encoding it back gives the bytes that were
misread. A text misread twice has leads of all sorts, so mending looks for any UTF-8 sequence, and must give Arabic. Lines are looked at one by one, since a sound text may quote a spoilt one (a title, a footer).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from musnad.intake.language import arabic_share

_CODEPAGES = ("cp1252", "cp1256")
_ARABIC_LEADS = range(0xD8, 0xDC)
_LEADS_OF_TWO = range(0xC2, 0xE0)
_LEADS_OF_THREE = range(0xE0, 0xF0)
_TRAILS = range(0x80, 0xC0)
_LEAST_PAIRS = 2
_LEAST_SHARE = 0.6
_TIMES = 2  # Some texts went through the same mistake twice.
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def _characters(bytes_: range, codepage: str) -> str:
    """What the bytes were taken for; some programs keep 80-9F as C1 controls, windows-1252 or not."""
    known = bytes(bytes_).decode(codepage, "ignore")
    controls = "".join(chr(byte) for byte in bytes_ if byte < 0xA0)  # noqa: PLR2004 - the first byte after C1
    return re.escape(known + controls)


def _sequences(codepage: str) -> re.Pattern[str]:
    two, three, trail = (_characters(part, codepage) for part in (_LEADS_OF_TWO, _LEADS_OF_THREE, _TRAILS))
    return re.compile(f"[{two}][{trail}]|[{three}][{trail}]{{2}}")


def _arabic_pairs(codepage: str) -> re.Pattern[str]:
    return re.compile(f"[{_characters(_ARABIC_LEADS, codepage)}][{_characters(_TRAILS, codepage)}]")


def _bytes_table(codepage: str) -> dict[int, int]:
    decoded = ((byte, bytes([byte]).decode(codepage, "ignore")) for byte in range(256))
    return {ord(character): byte for byte, character in decoded if character}


_SEQUENCES = {codepage: _sequences(codepage) for codepage in _CODEPAGES}
_PAIRS = {codepage: _arabic_pairs(codepage) for codepage in _CODEPAGES}
_TABLES = {codepage: _bytes_table(codepage) for codepage in _CODEPAGES}


@dataclass(frozen=True, slots=True)
class Mended:
    """The text after mending, and how many of its lines were mended and how many could not be."""

    text: str
    mended: int = 0
    lost: int = 0


def mend(text: str) -> Mended:
    """Mends what can be mended; sound text comes back as it is."""
    # Sound Arabic is full of sequences of windows-1256 (a letter and its comma), but not of its Arabic pairs.
    if not (_SEQUENCES["cp1252"].search(text) or _PAIRS["cp1256"].search(text)):
        return Mended(text)
    lines = text.split("\n")
    results = [_mend_line(line, _TIMES) for line in lines]
    pairs = list(zip(lines, results, strict=True))
    return Mended(
        "\n".join(line if result is None else result for line, result in pairs),
        mended=sum(result not in (None, line) for line, result in pairs),
        lost=sum(result is None for result in results),
    )


def is_spoilt(line: str) -> bool:
    """Whether the line is mostly Arabic letters misread as two characters each."""
    return any(_dominates(pattern, line) for pattern in _PAIRS.values())


def _dominates(pattern: re.Pattern[str], line: str) -> bool:
    found = pattern.findall(line)
    return len(found) >= _LEAST_PAIRS and sum(map(len, found)) >= _LEAST_SHARE * len(_NOT_ASCII.findall(line))


def _mend_line(line: str, times: int) -> str | None:
    """The line mended, itself where it is sound, None where it is spoilt beyond mending."""
    for codepage, pattern in _SEQUENCES.items():
        mended = _read_back(line, codepage) if times and _dominates(pattern, line) else None
        if mended is None:
            continue
        # A list such as 'أ، ب، ج' also looks like pairs, but does not read back as Arabic.
        again = _mend_line(mended, times - 1)
        if again is not None and arabic_share("".join(_NOT_ASCII.findall(again))) >= _LEAST_SHARE:
            return again
    return None if is_spoilt(line) else line


def _read_back(line: str, codepage: str) -> str | None:
    try:
        return line.translate(_TABLES[codepage]).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return None
