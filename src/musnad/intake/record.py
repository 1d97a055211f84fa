"""One JSON object as an article, whatever its fields are called.

| field | also understood as |
|---|---|
| text | content, body, article, articleBody, full_text, maintext (a list of paragraphs is joined by line breaks) |
| id | _id, doc_id, document_id, uuid, guid |
| title | headline, heading |
| publisher | source, source_name, site, sitename, outlet, newspaper (an object's `name` is taken) |
| published | date, published_at, publishedAt, datePublished, date_published, publication_date, published_date, pubDate, timestamp |
| url | link, href, source_url, canonical |

Other fields are ignored. Empty fields count as absent. Text is kept as it stands, so that annotations made on it hold.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from musnad.claims.model import Document
from musnad.errors import MusnadError
from musnad.intake.dates import parse_day
from musnad.intake.finish import finish
from musnad.intake.model import Note
from musnad.intake.mojibake import mend

if TYPE_CHECKING:
    from musnad.intake.model import Defaults, Taken

# Lone surrogates cannot be written in UTF-8, and zero characters cannot be stored by every database.
_UNSTORABLE = re.compile("[\ud800-\udfff\0]")
_MOST_FIELDS_NAMED = 8


def _words(value: object) -> str:
    """A field of words from what is found in its place: an object with a name, a list, a number."""
    if isinstance(value, dict):
        return _words(value.get("name", ""))
    if isinstance(value, list):
        return "، ".join(filter(None, map(_words, value)))
    return str(value).strip() if isinstance(value, str | int | float) else ""


def _paragraphs(value: object) -> object:
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "\n".join(value)
    return value


_Words = Annotated[str, BeforeValidator(_words)]


def _named(*names: str) -> Any:  # noqa: ANN401 - pydantic types its field markers so
    return Field(default="", validation_alias=AliasChoices(*names))


class ArticleRecord(BaseModel):
    """The fields of an article as they come; `text` is the one that must be there."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    text: Annotated[str, BeforeValidator(_paragraphs)] = Field(
        validation_alias=AliasChoices(
            "text", "content", "body", "article", "articleBody", "full_text", "maintext"
        )
    )
    id: _Words = _named("id", "_id", "doc_id", "document_id", "uuid", "guid")
    title: _Words = _named("title", "headline", "heading")
    publisher: _Words = _named(
        "publisher", "source", "source_name", "site", "sitename", "outlet", "newspaper"
    )
    published: _Words = _named(
        "published", "date", "published_at", "publishedAt", "datePublished", "date_published",
        "publication_date", "published_date", "pubDate", "timestamp",
    )  # fmt: skip
    url: _Words = _named("url", "link", "href", "source_url", "canonical")


def read_record(value: object, where: str, defaults: Defaults) -> Taken:
    """The article in one JSON value. A date that cannot be understood is noted, and the document kept without it.

    Raises:
        MusnadError: M116 misread UTF-8 beyond mending; M131 no text; M132 not an object; and those of `musnad.intake.finish.finish`.
    """
    if not isinstance(value, dict):
        raise MusnadError("M132", found=type(value).__name__)
    cleaned = {name: _storable(item) for name, item in value.items() if item not in (None, "", [])}
    kept = {name: item for name, (item, _) in cleaned.items()}
    try:
        record = ArticleRecord.model_validate(kept)
    except ValidationError as error:
        fields = ", ".join(_UNSTORABLE.sub("\ufffd", name) for name in list(kept)[:_MOST_FIELDS_NAMED]) or "-"
        raise MusnadError("M131", fields=fields) from error
    replaced = sum(count for _, count in cleaned.values())
    notes: tuple[Note, ...] = (Note("M153", (("count", str(replaced)),)),) if replaced else ()
    text, mendings = _mended(record.text)
    notes += mendings
    published = parse_day(record.published) if record.published else None
    if record.published and published is None:
        notes += (Note("M150", (("value", record.published[:40]),)),)
    document = Document(record.id, text, mend(record.title).text, record.publisher, published, record.url)
    return finish(document, where, defaults, notes)


def _storable(value: object) -> tuple[object, int]:
    """The value with every character that cannot be stored as U+FFFD, which keeps offsets, and their number."""
    if isinstance(value, str):
        return _UNSTORABLE.subn("\ufffd", value)
    if isinstance(value, list):
        items = [_storable(item) for item in value]
        return [item for item, _ in items], sum(count for _, count in items)
    return value, 0


def _mended(text: str) -> tuple[str, tuple[Note, ...]]:
    """Text whose JSON hid from the decoder, behind escapes, that it is misread UTF-8."""
    result = mend(text)
    if result.lost:
        raise MusnadError("M116", count=result.lost)
    return result.text, (Note("M152", (("count", str(result.mended)),)),) if result.mended else ()
