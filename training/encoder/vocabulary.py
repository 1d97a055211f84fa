"""The pieces of the pre-trained vocabulary that Arabic news needs, as a SentencePiece model of their own."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from typing import TYPE_CHECKING

from sentencepiece import SentencePieceProcessor, sentencepiece_model_pb2

from musnad.reading.encoder.pieces import word_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from training.encoder.pretrained import Pretrained

_FOREIGN = re.compile(r"[پچژگکیےۀڨ-ۓٱ-ٷ]")
_LEAST_SEEN = 2
_AFTER_ARABIC = 0x700
_SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")


def trimmed(pretrained: Pretrained, texts: Iterable[str]) -> list[int]:
    """The numbers of the pieces kept: special ones, single characters of Arabic, pieces the texts have at least twice."""
    model = processor(trimmed_model(pretrained, list(range(len(pretrained.pieces)))))
    seen: Counter[int] = Counter()
    for text in texts:
        for pieces in word_pieces(text.split(), model):
            seen.update(pieces)
    kept = {number for number, times in seen.items() if times >= _LEAST_SEEN} | set(pretrained.special)
    for number, piece in enumerate(pretrained.pieces):
        bare = piece.strip("▁")
        if len(bare) <= 1 and (not bare or ord(bare) < _AFTER_ARABIC) and not _FOREIGN.search(bare):
            kept.add(number)
    return sorted(kept)


def trimmed_model(pretrained: Pretrained, kept: list[int]) -> bytes:
    """A unigram SentencePiece model of these pieces only, numbered from 0 in this order."""
    model = sentencepiece_model_pb2.ModelProto()
    kinds = sentencepiece_model_pb2.ModelProto.SentencePiece
    for number in kept:
        piece = pretrained.pieces[number]
        kind = kinds.UNKNOWN if piece == "<unk>" else kinds.CONTROL if piece in _SPECIAL else kinds.NORMAL
        model.pieces.add(piece=piece, score=float(pretrained.scores[number]), type=kind)
    start, padding, end, unknown = (kept.index(number) for number in pretrained.special)
    spec = model.trainer_spec
    spec.model_type = sentencepiece_model_pb2.TrainerSpec.UNIGRAM
    spec.bos_id, spec.pad_id, spec.eos_id, spec.unk_id = start, padding, end, unknown
    spec.bos_piece, spec.pad_piece, spec.eos_piece, spec.unk_piece = _SPECIAL
    model.normalizer_spec.name = "identity"
    model.normalizer_spec.add_dummy_prefix = True
    model.normalizer_spec.remove_extra_whitespaces = True
    model.normalizer_spec.escape_whitespaces = True
    found: bytes = model.SerializeToString()
    return found


def processor(model: bytes) -> SentencePieceProcessor:
    """The model, ready to cut words."""
    out = SentencePieceProcessor()
    out.LoadFromSerializedProto(model)
    return out


def corpus_texts(folder: Path) -> Iterator[str]:
    """The texts of every `NAME.jsonl.gz` of a folder."""
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf8") as lines:
            for line in lines:
                yield json.loads(line)["text"]
