"""From the chances of each pair to the subjects and objects of a trigger, and from triggers to claims worth stating."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from musnad.claims.ontology import ontology
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from musnad.reading.candidates import Trigger
    from musnad.reading.context import Placed


_FLOOR = 0.02


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How sure the models must be; chosen by cross-validation on the training articles (`models/thresholds.yaml`).

    `subject`, `object`: the least chance of the best candidate. `also`: of a further one beside it. `claim`: the least
    confidence with which a claim is stated. `slope` and `offset` turn the product of the models' chances into that
    confidence: the chance that type, subject and object are all right (Platt 1999).
    """

    subject: float
    object: float
    also: float
    claim: float
    slope: float
    offset: float

    @classmethod
    def read(cls) -> Thresholds:
        """The chosen thresholds."""
        return cls(**load_yaml("musnad.reading", "models/thresholds.yaml"))

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
    placed: Sequence[Placed], subject: Sequence[float], object_: Sequence[float], limits: Thresholds
) -> Roles:
    """The likeliest subjects and objects that are not the same actor.

    `subject` and `object_` hold each candidate's chance. An actor is mentioned often; its best mention speaks for it.
    """
    keys = [p.mention.resolved for p in placed]
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


def judge_row(
    trigger: Trigger,
    certainty: Sequence[float],
    subject: Sequence[float],
    object_: Sequence[float],
    *,
    rivals: int,
    cue: bool,
) -> list[float]:
    """The features by which a trigger is judged to be a claim; the names of the columns are `JUDGE_COLUMNS`."""
    best_s, best_o = sorted(subject, reverse=True)[:2], sorted(object_, reverse=True)[:2]
    info = ontology()[trigger.form.entry.type]
    return [
        *certainty,
        trigger.form.entry.precision,
        trigger.last - trigger.first,
        bool(trigger.form.pronoun),
        best_s[0] if best_s else 0.0,
        best_s[1] if len(best_s) > 1 else 0.0,
        best_o[0] if best_o else 0.0,
        best_o[1] if len(best_o) > 1 else 0.0,
        len(subject),
        rivals,
        cue,
        info.sign,
        info.mutual,
        trigger.form.entry.impersonal,
    ]


def object_rows(rows: list[list[float]], keys: Sequence[str], subject: Sequence[float]) -> list[list[float]]:
    """Pair rows for the object model: what the subject model thinks of each candidate is added."""
    if not rows:
        return []
    best = max(range(len(rows)), key=lambda i: subject[i])
    return [[*row, subject[i], subject[best], keys[i] == keys[best]] for i, row in enumerate(rows)]
