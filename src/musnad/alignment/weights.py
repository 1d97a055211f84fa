"""The weights of the alignment, read from a data file and checked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from musnad.alignment.checks import integer, mapping, number, numbers
from musnad.claims.model import EventType, Modality, Phase
from musnad.claims.ontology import ontology
from musnad.errors import MusnadError
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

RELIABILITIES = "ABCDEF"
CREDIBILITIES = range(1, 7)
_CENTURY = 36_525.0  # days
_KEYS = frozenset(
    {
        "reliability", "credibility", "chain_kept_per_link", "modality", "reader", "phase", "types", "reversal", "own_denial",
        "ended_support", "corroboration", "prior", "states", "contradiction", "copies",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TypeWeight:
    """What a claim of one event type weighs, in how many days that halves, and what is left said of oneself."""

    weight: float
    half_life: float
    declared: float


@dataclass(frozen=True, slots=True)
class CopyRule:
    """When two texts are copies: similarity in [0, 1], hash permutations, shingle length and least length in letters."""

    similarity: float
    permutations: int
    shingle: int
    characters: int


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which stance an actor backs (`full`) or leans (`lean`), and below which certainty nothing is known."""

    full: float
    lean: float
    certainty: float


@dataclass(frozen=True, slots=True)
class Weights:
    """All weights; their meaning stands beside each in `weights.yaml`."""

    reliability: Mapping[str, float]
    credibility: Mapping[int, float]
    chain_kept_per_link: float
    modality: Mapping[Modality, float]
    reader_unsure: float
    phase: Mapping[Phase, float]
    types: Mapping[EventType, TypeWeight]
    reversal_of_closeness: float
    reversal_of_hostility: float
    own_denial: float
    ended_discount: float
    corroboration_window: int
    overruled_by: float
    prior_backing: float
    prior_opposing: float
    states: Thresholds
    contradiction_weight: float
    contradiction_share: float
    copies: CopyRule

    @classmethod
    def load(cls, raw: Mapping[str, object]) -> Weights:
        """Weights from the content of a file shaped like `weights.yaml`.

        Raises:
            MusnadError: M400-M404, naming the key at fault.
        """
        top = mapping(raw, "", _KEYS)
        reversal = numbers(top["reversal"], "reversal", frozenset({"of_closeness", "of_hostility"}))
        corroboration = mapping(top["corroboration"], "corroboration", frozenset({"window", "overruled_by"}))
        # Below 0.25 a Beta can be so lopsided that its 90 % interval leaves out its mean.
        prior = numbers(top["prior"], "prior", frozenset({"backing", "opposing"}), 0.25, 100.0)
        contradiction = mapping(top["contradiction"], "contradiction", frozenset({"weight", "share"}))
        grades = frozenset(str(grade) for grade in CREDIBILITIES)
        modality = numbers(top["modality"], "modality", frozenset(Modality))
        phase = numbers(top["phase"], "phase", frozenset(Phase))
        return cls(
            reliability=numbers(top["reliability"], "reliability", frozenset(RELIABILITIES)),
            credibility={int(k): v for k, v in numbers(top["credibility"], "credibility", grades).items()},
            chain_kept_per_link=number(top["chain_kept_per_link"], "chain_kept_per_link", 0.0, 1.0),
            modality={m: modality[m] for m in Modality},
            reader_unsure=numbers(top["reader"], "reader", frozenset({"unsure"}))["unsure"],
            phase={p: phase[p] for p in Phase},
            types=_types(top["types"]),
            reversal_of_closeness=reversal["of_closeness"],
            reversal_of_hostility=reversal["of_hostility"],
            own_denial=number(top["own_denial"], "own_denial", 0.0, 1.0),
            ended_discount=numbers(top["ended_support"], "ended_support", frozenset({"discount"}))[
                "discount"
            ],
            corroboration_window=integer(corroboration["window"], "corroboration.window", 0, 3660),
            overruled_by=number(corroboration["overruled_by"], "corroboration.overruled_by", 1.0, 1000.0),
            prior_backing=prior["backing"],
            prior_opposing=prior["opposing"],
            states=_states(top["states"]),
            contradiction_weight=number(contradiction["weight"], "contradiction.weight", 0.0, 1000.0),
            contradiction_share=number(contradiction["share"], "contradiction.share", 0.0, 0.5),
            copies=_copies(top["copies"]),
        )

    @classmethod
    def default(cls) -> Weights:
        """The weights that come with the program."""
        return _default()


@cache
def _default() -> Weights:
    return Weights.load(load_yaml("musnad.alignment", "weights.yaml"))


def _types(raw: object) -> dict[EventType, TypeWeight]:
    top = mapping(raw, "types", frozenset(EventType))
    types: dict[EventType, TypeWeight] = {}
    for event in EventType:
        path = f"types.{event}"
        entry = mapping(top[event], path, frozenset({"weight", "half_life", "declared"}))
        # A type without a sign says nothing of who stands with whom.
        most = 1.0 if ontology()[event].sign else 0.0
        types[event] = TypeWeight(
            weight=number(entry["weight"], f"{path}.weight", 0.0, most),
            half_life=number(entry["half_life"], f"{path}.half_life", 1.0, _CENTURY),
            declared=number(entry["declared"], f"{path}.declared", 0.0, 1.0),
        )
    return types


def _states(raw: object) -> Thresholds:
    states = numbers(raw, "states", frozenset({"full", "lean", "certainty"}))
    if not 0.0 < states["lean"] <= states["full"]:
        raise MusnadError("M404", lower="states.lean", upper="states.full")
    return Thresholds(**states)


def _copies(raw: object) -> CopyRule:
    copies = mapping(raw, "copies", frozenset({"similarity", "permutations", "shingle", "characters"}))
    shingle = integer(copies["shingle"], "copies.shingle", 1, 50)
    return CopyRule(
        similarity=number(copies["similarity"], "copies.similarity", 0.1, 1.0),
        permutations=integer(copies["permutations"], "copies.permutations", 16, 1024),
        shingle=shingle,
        characters=integer(copies["characters"], "copies.characters", shingle, 100_000),
    )
