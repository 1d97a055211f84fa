"""Runs the benchmarks and prints a table: python -m benchmarks [CORPUS.jsonl.gz].

The corpus defaults to `news/saudinewsnet.jsonl.gz` in the shared data beside the checkout, else to the example articles
many times over. Figures are for one core of the machine they run on; the ratios to the baseline travel better.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.asking import measure_who
from benchmarks.corpus import articles
from benchmarks.reading import measure_reading

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data" / "news" / "saudinewsnet.jsonl.gz"
READ, STORED = 1_000, 1_000


def main() -> None:
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    documents = articles(given if given.exists() else ROOT / "examples" / "articles", READ)
    for name, value in {**measure_reading(documents), **measure_who(documents[:STORED])}.items():
        print(f"{name:58} {value}")


if __name__ == "__main__":
    main()
