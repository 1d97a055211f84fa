"""Trains the encoder and its heads on annotated articles. Seeded; on the processor."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - its usual name

from musnad.claims.model import Modality, Phase
from musnad.reading.encoder.heads import distance
from musnad.reading.encoder.layout import LONGEST_PIECES
from training.encoder.model import Answers, Batch, ClaimModel, Encoder

if TYPE_CHECKING:
    from training.encoder.examples import Example
    from training.encoder.pretrained import Pretrained

LAYERS = 6
BATCH_PIECES = 1200
WARM_UP = 0.06
ENCODER_RATE = 3e-4
HEAD_RATE = 1e-3
DECAY = 0.01
_START, _PAD, _END = 0, 1, 2
_SAID = 0.03


class Labels:
    """What a batch should be answered."""

    def __init__(self, examples: list[Example]) -> None:
        join = np.concatenate
        self.claim = torch.from_numpy(join([e.claim for e in examples]))
        self.weight = torch.from_numpy(join([e.weight for e in examples]))
        self.certainty = torch.from_numpy(join([e.certainty for e in examples]))
        self.groups = [len(s) for e in examples for s, c in zip(e.subject, e.claim, strict=True) if c == 1]
        wanted = [
            (a, b)
            for e in examples
            for s, o, c in zip(e.subject, e.object, e.claim, strict=True)
            if c == 1
            for a, b in zip(s, o, strict=True)
        ]
        self.roles = torch.tensor(wanted, dtype=torch.float32).reshape(-1, 2)


def batch_of(examples: list[Example], *, every_pair: bool = False) -> Batch:
    """Articles as tensors. Pairs of claims only, unless every trigger's are asked for."""
    ids: list[list[int]] = []
    words_of: list[list[int]] = []
    triggers, mentions, pairs = [], [], []
    words = rows = columns = 0
    total = sum(len(e.pieces) for e in examples)
    for e in examples:
        for start, end in e.windows:
            run = [(p, words + w) for w in range(start, end) for p in e.pieces[w]][:LONGEST_PIECES]
            ids.append([_START, *(p for p, _ in run), _END])
            words_of.append([total, *(w for _, w in run), total])
        shift = np.array([words, words, 0, 0])
        triggers.append(e.triggers + shift)
        mentions.append(e.mentions + np.array([words, words, 0, 0, 0, 0]))
        pairs.append(pair_rows(e, every=every_pair) + np.array([rows, columns, 0]))
        words += len(e.pieces)
        rows += len(e.triggers)
        columns += len(e.mentions)
    longest = max(map(len, ids))
    padded = np.full((len(ids), longest), _PAD)
    at = np.full((len(ids), longest), total)
    for i, (run, where) in enumerate(zip(ids, words_of, strict=True)):
        padded[i, : len(run)], at[i, : len(run)] = run, where
    tensor = torch.from_numpy
    return Batch(
        tensor(padded), tensor((padded != _PAD).astype(np.int64)), tensor(at), total,
        tensor(np.concatenate(triggers)), tensor(np.concatenate(mentions)), tensor(np.concatenate(pairs)),
    )  # fmt: skip


def pair_rows(e: Example, *, every: bool) -> np.ndarray:
    """Trigger, candidate and distance of each pair, in order."""
    chosen = [i for i, c in enumerate(e.claim) if every or c == 1]
    left = np.array([i for i in chosen for _ in range(*e.candidates[i])], dtype=np.int64)
    right = np.array([c for i in chosen for c in range(*e.candidates[i])], dtype=np.int64)
    t, m = e.triggers[left], e.mentions[right]
    return np.stack([left, right, distance(t[:, 0], t[:, 1], m[:, 0], m[:, 1])], axis=1)


def loss_of(answers: Answers, labels: Labels) -> torch.Tensor:
    """The sum of the heads' losses, each a mean over what it is asked."""
    known = labels.claim >= 0
    weight = labels.weight[known]
    judged = F.binary_cross_entropy_with_logits(
        answers.claim[known], labels.claim[known].float(), weight=weight
    )
    is_claim = labels.claim == 1
    claim_weight = labels.weight[is_claim]
    sure, wanted = answers.certainty[is_claim], labels.certainty[is_claim]
    phases = len(Phase)
    negated = F.binary_cross_entropy_with_logits(sure[:, -1], wanted[:, 2].float())
    certainty = (
        F.cross_entropy(sure[:, :phases], wanted[:, 0])
        + F.cross_entropy(sure[:, phases : phases + len(Modality)], wanted[:, 1])
        + negated
    )
    roles = role_loss(answers, labels, is_claim, claim_weight)
    return 2.0 * judged + roles + 0.3 * certainty


def role_loss(answers: Answers, labels: Labels, is_claim: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    """Cross-entropy over each claim's candidates and nobody; several right candidates share it."""
    size = max(labels.groups, default=0) + 1
    count = len(labels.groups)
    at = torch.tensor([(i, k) for i, n in enumerate(labels.groups) for k in range(n)], dtype=torch.long)
    at = at.reshape(-1, 2)
    logits = torch.full((count, size, 2), -1e4)
    logits[at[:, 0], at[:, 1]] = answers.roles
    right = torch.zeros(count, size, 2)
    right[at[:, 0], at[:, 1]] = labels.roles
    logits[:, -1] = answers.nobody[is_claim]
    right[:, -1] = (right.sum(1) == 0).float()
    chances = F.log_softmax(logits, dim=1)
    best = torch.logsumexp(chances.masked_fill(right == 0, -1e4), dim=1)
    return -(best.sum(1) * weight).sum() / weight.sum().clamp(min=1)


def fit(  # noqa: PLR0913 - one parameter a choice
    examples: list[Example],
    pretrained: Pretrained,
    kept: list[int],
    *,
    layers: int,
    epochs: float,
    seed: int = 7,
) -> ClaimModel:
    """A model trained on these articles."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    model = ClaimModel(Encoder(pretrained, kept, layers))
    optimiser, rates = _optimiser(model)
    sizes = [sum(map(len, e.pieces)) for e in examples]
    goal, seen, started, said = epochs * sum(sizes), 0, time.time(), 0.0
    model.train()
    while seen < goal:
        for group in _groups(sizes, rng):
            share = seen / goal
            if share >= 1:
                break
            for parameters, rate in zip(optimiser.param_groups, rates, strict=True):
                parameters["lr"] = rate * min(1.0, share / WARM_UP + 0.02) * max(0.02, 1 - share)
            chosen = [examples[i] for i in group]
            if not any((e.claim == 1).any() for e in chosen):
                continue
            batch = batch_of(chosen)
            loss = loss_of(model(batch), Labels(chosen))
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            seen += sum(sizes[i] for i in group)
            said = 0.95 * said + 0.05 * loss.item() if said else loss.item()
            if rng.random() < _SAID:
                rate = seen / (time.time() - started)
                print(f"{share:.2f} loss {said:.3f} {rate:.0f} pieces/s", file=sys.stderr, flush=True)
    return model.eval()


def _groups(sizes: list[int], rng: np.random.Generator) -> list[list[int]]:
    """Articles in random order, in batches of about `BATCH_PIECES`."""
    out: list[list[int]] = []
    filled = BATCH_PIECES
    for i in rng.permutation(len(sizes)).tolist():
        if filled + sizes[i] > BATCH_PIECES:
            out.append([])
            filled = 0
        out[-1].append(i)
        filled += sizes[i]
    return out


def _optimiser(model: ClaimModel) -> tuple[torch.optim.Optimizer, list[float]]:
    """AdamW (Loshchilov and Hutter 2019) with the heads learning faster than the encoder, matrices decaying."""
    inner = [p for p in model.encoder.parameters() if p.requires_grad]
    own = {id(p) for p in model.encoder.parameters()}
    heads = [p for p in model.parameters() if id(p) not in own]
    groups = [
        ([p for p in inner if p.ndim > 1], ENCODER_RATE, DECAY),
        ([p for p in inner if p.ndim == 1], ENCODER_RATE, 0.0),
        (heads, HEAD_RATE, DECAY),
    ]
    optimiser = torch.optim.AdamW(
        [{"params": p, "lr": rate, "weight_decay": decay} for p, rate, decay in groups]
    )
    return optimiser, [rate for _, rate, _ in groups]
