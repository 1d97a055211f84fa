"""From the chances of each pair to the subjects and objects of a trigger, and from triggers to claims worth stating."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from musnad.claims.ontology import ontology
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from musnad.reading.candidates import Trigger

    Matrix = npt.NDArray[np.float32]


_FLOOR = 0.02


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How sure the models must be; chosen by cross-validation on the training articles (`thresholds.yaml` beside the models).

    `subject`, `object`: the least chance of the best candidate. `also`: of a further one beside it. `claim`: the least
    confidence with which a claim is stated; `screen`: the least chance, before anything is known of its ends, that a trigger is
    looked at at all. `slope` and `offset` turn the product of the models' chances into that
    confidence: the chance that type, subject and object are all right (Platt 1999).
    """

    subject: float
    object: float
    also: float
    claim: float
    slope: float
    offset: float
    screen: float

    @classmethod
    def read(cls, models: str) -> Thresholds:
        """The thresholds chosen for the models of a folder, `context` or `fast`."""
        return cls(**load_yaml("musnad.reading", f"models/{models}/thresholds.yaml"))

    def confidence(self, chance: float, roles: Roles) -> float:
        """How likely a claim with these ends is right in type, subject and object."""
        return 1 / (1 + math.exp(-(self.slope * evidence(chance, roles) + self.offset)))


def evidence(chance: float, roles: Roles) -> float:
    """The logarithm of the product of the models' chances."""
    return (
        math.log(max(_FLOOR, chance))
        + math.log(max(_FLOOR, roles.p_subject))
        + math.log(max(_FLOOR, roles.p_object))
    )


@dataclass(frozen=True, slots=True)
class Roles:
    """The chosen ends of a trigger (indexes into its candidates) and the chance of each choice."""

    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    p_subject: float
    p_object: float


def choose_roles(
    keys: Sequence[str], subject: Sequence[float], object_: Sequence[float], limits: Thresholds
) -> Roles:
    """The likeliest subjects and objects that are not the same actor.

    `keys` holds each candidate's actor, `subject` and `object_` its chances. An actor is mentioned often; its best mention
    speaks for it.
    """
    subjects = _best(keys, subject, limits.subject, limits.also, frozenset())
    taken = frozenset(keys[i] for i in subjects)
    objects = _best(keys, object_, limits.object, limits.also, taken)
    return Roles(
        tuple(subjects),
        tuple(objects),
        max((subject[i] for i in subjects), default=1 - max(subject, default=0.0)),
        max((object_[i] for i in objects), default=1 - max(object_, default=0.0)),
    )


def _best(
    keys: Sequence[str], chances: Sequence[float], first: float, also: float, banned: frozenset[str]
) -> list[int]:
    order = sorted(
        (i for i in range(len(keys)) if keys[i] and keys[i] not in banned), key=lambda i: -chances[i]
    )
    out: list[int] = []
    seen: set[str] = set()
    for i in order:
        if chances[i] < (also if out else first):
            break
        if keys[i] not in seen:
            seen.add(keys[i])
            out.append(i)
    return out


def screen_row(trigger: Trigger, certainty: Sequence[float], *, rivals: int, cue: bool) -> list[float]:
    """The features by which a trigger is passed over before its ends are looked for."""
    info = ontology()[trigger.form.entry.type]
    return [
        *certainty, trigger.form.entry.precision, trigger.last - trigger.first, bool(trigger.form.pronoun), rivals, cue,
        info.sign, info.mutual, trigger.form.entry.impersonal,
    ]  # fmt: skip


def judge_row(screened: Sequence[float], subject: Sequence[float], object_: Sequence[float]) -> list[float]:
    """The features by which a trigger is judged to be a claim: the screen's, and the best chances of its ends."""
    best_s, best_o = sorted(subject, reverse=True)[:2], sorted(object_, reverse=True)[:2]
    return [*screened, *_padded(best_s), *_padded(best_o), len(subject)]


def _padded(best: list[float]) -> list[float]:
    return [*best, 0.0, 0.0][:2]


def object_rows(rows: Matrix, keys: Sequence[str], subject: npt.NDArray[np.float64]) -> Matrix:
    """Pair rows of one trigger for the object model: what the subject model thinks of each candidate is added."""
    return all_object_rows(rows, [(keys, subject.tolist())])


def all_object_rows(rows: Matrix, cases: Sequence[tuple[Sequence[str], Sequence[float]]]) -> Matrix:
    """`object_rows` for many triggers at once.

    `rows` are those of all cases below each other; `cases` holds each case's candidates' actors and subject chances.
    """
    out = np.empty((len(rows), rows.shape[1] + 3), dtype=np.float32)
    out[:, :-3] = rows
    added: list[tuple[float, float, bool]] = []
    for keys, chances in cases:
        if not keys:
            continue
        most = max(chances)
        best = keys[chances.index(most)]
        added.extend((chance, most, key == best) for key, chance in zip(keys, chances, strict=True))
    if added:
        out[:, -3:] = added
    return out
