"""Plain text: the whole file is the article, and a headline may be its first line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.claims.model import Document
from musnad.intake.encoding import decode
from musnad.intake.finish import finish

if TYPE_CHECKING:
    from musnad.intake.model import Defaults, Taken

_LONGEST_TITLE = 160
_SENTENCE_ENDS = ".؟!…:؛،,"


def read_plain(data: bytes, where: str, defaults: Defaults) -> Taken:
    """The article in `data`. Its text is all of it, the headline included, so that offsets are those of the file.

    Raises:
        MusnadError: as `musnad.intake.encoding.decode` and `musnad.intake.finish.finish`.
    """
    decoded = decode(data)
    title = defaults.title or first_line_title(decoded.text)
    return finish(Document(id="", text=decoded.text, title=title), where, defaults, decoded.notes)


def first_line_title(text: str) -> str:
    """The first line if it looks like a headline: short, no sentence, and with an article after it; else ''."""
    first, _, rest = text.lstrip().partition("\n")
    first = first.strip()
    is_title = rest.strip() and len(first) <= _LONGEST_TITLE and not first.endswith(tuple(_SENTENCE_ENDS))
    return first if is_title else ""
