"""Words per second of the reader on one core, its start-up, and its peak memory."""

from __future__ import annotations

import re
import resource
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from musnad.claims.model import Document

_WORD = re.compile(r"\w+")
_WARM_UP = 100


def measure_reading(documents: list[Document]) -> dict[str, str]:
    """Figures by name. The baseline finds words by one regular expression and counts them in a dictionary."""
    words = sum(len(d.text.split()) for d in documents)
    started = time.process_time()
    from musnad.reading.reader import default_reader  # noqa: PLC0415 - its start-up is what is measured

    reader = default_reader()
    start_up = time.process_time() - started
    for document in documents[:_WARM_UP]:
        reader.read(document)
    started = time.process_time()
    claims = sum(len(reader.read(document).claims) for document in documents)
    reading = time.process_time() - started
    baseline = _count_words(documents)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "articles, words": f"{len(documents):,}, {words:,}",
        "reader start-up (CPU seconds)": f"{start_up:.2f}",
        "reader, words per CPU second": f"{words / reading:,.0f}",
        "claims found, per 1,000 words": f"{1000 * claims / words:.1f}",
        "reader's time over that of counting words": f"{reading / baseline:.0f} x",
        "peak memory of the process (MiB)": f"{peak:.0f}",
    }


def _count_words(documents: list[Document]) -> float:
    started = time.process_time()
    counts: dict[str, int] = {}
    for document in documents:
        for word in _WORD.findall(document.text):
            counts[word] = counts.get(word, 0) + 1
    return time.process_time() - started
