"""How an input is written: by the ending of its name, else by how it begins."""

from __future__ import annotations

import codecs
import re

from musnad.intake.encoding import wide_encoding
from musnad.intake.model import Kind

_ENDINGS = {
    ".txt": Kind.PLAIN,
    ".json": Kind.JSON,
    ".jsonl": Kind.JSON_LINES,
    ".ndjson": Kind.JSON_LINES,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
}
KNOWN_ENDINGS = tuple(_ENDINGS)
"""The endings taken from a folder, each also with `.gz`. A file named outright may have any."""

_JSON = re.compile(rb"\s*(?:\{\s*[\"}]|\[\s*[{\]])")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|article)\b",
    re.IGNORECASE | re.DOTALL,
)


def kind_of_name(name: str) -> Kind | None:
    """What the ending of a file's name says, or None where it says nothing."""
    name = name.lower().removesuffix(".gz")
    return next((kind for ending, kind in _ENDINGS.items() if name.endswith(ending)), None)


def kind_of_content(head: bytes) -> Kind:
    """What the first bytes look like; plain text where they look like nothing else."""
    encoding = wide_encoding(head)
    if encoding is not None:
        head = head.decode(encoding, "ignore").encode("utf-8", "ignore")
    head = head.removeprefix(codecs.BOM_UTF8)
    if _JSON.match(head):
        return Kind.JSON
    return Kind.HTML if _HTML.match(head) else Kind.PLAIN
