"""The encoder with its heads, in PyTorch.

A BERT encoder (Devlin et al. 2019) of a few layers reads windows of sentences; words are the means of their pieces. Three heads
look at the words: is a trigger a claim of its type; its phase, modality and negation; and which candidate is its subject and which its
object (an additive and a bilinear score for each pair, after Dozat and Manning 2017).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor, nn

from musnad.claims.model import ActorKind, EventType, Modality, Phase
from musnad.reading.encoder.heads import DISTANCES
from musnad.reading.encoder.layout import DEEPEST
from musnad.reading.lexicon.entries import Part
from musnad.reading.mentions.model import MentionForm

if TYPE_CHECKING:
    from training.encoder.pretrained import Pretrained

HIDDEN = 192
PAIR = 160
DROPOUT = 0.1


class Layer(nn.Module):
    """One layer: attention, then a wider inner layer, each added to its input and normalised."""

    def __init__(self, width: int, heads: int, inner: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, epsilon)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, epsilon)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """The layer's output for its input; `mask` is False where there is padding."""
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        drop = DROPOUT if self.training else 0.0
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask, dropout_p=drop)
        seen = self.out(seen.transpose(1, 2).reshape(batch, length, width))
        x = self.norm(x + F.dropout(seen, DROPOUT, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), DROPOUT, self.training))


class Encoder(nn.Module):
    """Pieces in, a vector a piece out."""

    def __init__(self, pretrained: Pretrained, kept: list[int], layers: int) -> None:
        super().__init__()
        shape, weights = pretrained.shape, pretrained.weights
        self.word = nn.Embedding(len(kept), shape.width)
        self.position = nn.Embedding(shape.positions, shape.width)
        self.norm = nn.LayerNorm(shape.width, shape.epsilon)
        self.layers = nn.ModuleList(
            Layer(shape.width, shape.heads, shape.inner, shape.epsilon) for _ in range(layers)
        )
        _fill(self.word.weight, weights["emb.word"].reshape(-1, shape.width)[kept])
        kind = weights["emb.type"].reshape(-1, shape.width)[0]
        _fill(self.position.weight, weights["emb.pos"].reshape(-1, shape.width) + kind)
        _fill(self.norm.weight, weights["emb.ln.w"])
        _fill(self.norm.bias, weights["emb.ln.b"])
        for number, layer in enumerate(self.layers):
            _fill_layer(
                layer, {k[len(f"l{number}.") :]: v for k, v in weights.items() if k.startswith(f"l{number}.")}
            )
        self.word.weight.requires_grad_(False)
        self.position.weight.requires_grad_(False)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """A vector for each piece of each window; `mask` is 0 where there is padding."""
        x = self.norm(self.word(ids) + self.position.weight[: ids.shape[1]][None])
        seen = mask[:, None, None, :].bool()
        for layer in self.layers:
            x = layer(x, seen)
        return x


def _fill(parameter: nn.Parameter | Tensor, values: np.ndarray) -> None:
    with torch.no_grad():
        parameter.copy_(torch.from_numpy(np.ascontiguousarray(values)).view_as(parameter))


def _fill_layer(layer: nn.Module, weights: dict[str, np.ndarray]) -> None:
    _fill(layer.qkv.weight, np.concatenate([weights[f"{n}.w"] for n in "qkv"]))
    _fill(layer.qkv.bias, np.concatenate([weights[f"{n}.b"] for n in "qkv"]))
    for part, name in (
        (layer.out, "ao"),
        (layer.norm, "aln"),
        (layer.up, "fi"),
        (layer.down, "fo"),
        (layer.norm2, "oln"),
    ):
        _fill(part.weight, weights[f"{name}.w"])
        _fill(part.bias, weights[f"{name}.b"])


class Batch(NamedTuple):
    """Some articles, as tensors: see `training.encoder.batches`."""

    ids: Tensor
    mask: Tensor
    word_of: Tensor
    words: int
    triggers: Tensor
    mentions: Tensor
    pairs: Tensor


class Answers(NamedTuple):
    """Logits: a trigger's own type, its certainty (phase, modality, negation), each pair's roles, each trigger's empty role."""

    claim: Tensor
    certainty: Tensor
    roles: Tensor
    nobody: Tensor


class ClaimModel(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.word.embedding_dim
        self.trigger = nn.Linear(2 * width, HIDDEN)
        self.part = nn.Embedding(len(Part), HIDDEN)
        self.claim = nn.Linear(HIDDEN, len(EventType))
        self.certainty = nn.Linear(HIDDEN, len(Phase) + len(Modality) + 1)
        self.nobody = nn.Linear(HIDDEN, 2)
        self.pair_trigger = nn.Linear(2 * width, PAIR)
        self.pair_type = nn.Embedding(len(EventType), PAIR)
        self.pair_part = nn.Embedding(len(Part), PAIR)
        self.pair_mention = nn.Linear(2 * width, PAIR)
        self.pair_form = nn.Embedding(len(MentionForm), PAIR)
        self.pair_kind = nn.Embedding(len(ActorKind), PAIR)
        self.pair_depth = nn.Embedding(DEEPEST + 1, PAIR)
        self.pair_carried = nn.Embedding(2, PAIR)
        self.pair_distance = nn.Embedding(DISTANCES, PAIR)
        self.roles = nn.Linear(PAIR, 2)
        self.bilinear = nn.Linear(PAIR, 2 * PAIR)
        for part in self.modules():
            if isinstance(part, nn.Embedding) and part is not encoder.word and part is not encoder.position:
                nn.init.normal_(part.weight, 0, 0.1)

    def word_vectors(self, batch: Batch) -> Tensor:
        """A vector a word: the mean of its pieces; words that no window holds are zero."""
        pieces = self.encoder(batch.ids, batch.mask).reshape(-1, self.encoder.word.embedding_dim)
        at = batch.word_of.reshape(-1)
        out = pieces.new_zeros(batch.words + 1, pieces.shape[1]).index_add_(0, at, pieces)
        times = pieces.new_zeros(batch.words + 1).index_add_(0, at, torch.ones_like(at, dtype=pieces.dtype))
        return F.dropout(out / times.clamp(min=1)[:, None], DROPOUT, self.training)

    def forward(self, batch: Batch) -> Answers:
        """What the heads say of every trigger and pair of the batch."""
        words = self.word_vectors(batch)
        first, last, type_, part = batch.triggers.T
        trigger = torch.cat([words[first], words[last]], 1)
        state = F.gelu(self.trigger(trigger) + self.part(part), approximate="tanh")
        claim = self.claim(state).gather(1, type_[:, None])[:, 0]
        left = self.pair_trigger(trigger) + self.pair_type(type_) + self.pair_part(part)
        m = batch.mentions.T
        right = self.pair_mention(torch.cat([words[m[0]], words[m[1]]], 1))
        right = (
            right
            + self.pair_form(m[2])
            + self.pair_kind(m[3])
            + self.pair_depth(m[4])
            + self.pair_carried(m[5])
        )
        t, c, distance = batch.pairs.T
        added = self.roles(
            F.dropout(
                F.gelu(left[t] + right[c] + self.pair_distance(distance), approximate="tanh"),
                DROPOUT,
                self.training,
            )
        )
        asked = self.bilinear(left).view(-1, 2, PAIR)[t]
        product = (asked * right[c][:, None, :]).sum(-1) / PAIR**0.5
        return Answers(claim, self.certainty(state), added + product, self.nobody(state))
