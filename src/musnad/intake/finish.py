"""The last step of every way in: defaults, the checks all documents pass, and the id made from the content."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from musnad.claims.identity import content_hash
from musnad.intake.language import require_arabic
from musnad.intake.model import Note, Taken

if TYPE_CHECKING:
    from musnad.claims.model import Document
    from musnad.intake.model import Defaults

_ID_LENGTH = 16


def finish(document: Document, where: str, defaults: Defaults, notes: tuple[Note, ...] = ()) -> Taken:
    """The document with defaults for what it does not say, and an id if it came without one.

    Raises:
        MusnadError: M120, M121, M122; see `musnad.intake.language`.
    """
    require_arabic(document.text)
    document = replace(
        document,
        title=document.title or defaults.title,
        publisher=document.publisher or defaults.publisher,
        published=document.published or defaults.published,
    )
    if not document.id:
        document = replace(document, id=content_hash(document)[:_ID_LENGTH])
    if document.published is None:
        notes = (*notes, Note("M151"))
    return Taken(document, where, notes)
