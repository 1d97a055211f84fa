"""The ledger: readings stored whole, searchable, reviewed, and askable as of any day."""

from musnad.ledger.store import LedgerStore
from musnad.ledger.values import ClaimQuery, Counts, Decision, Hit, NamedActor, Review, Stored

__all__ = ["ClaimQuery", "Counts", "Decision", "Hit", "LedgerStore", "NamedActor", "Review", "Stored"]
