"""One module a revision. Each stands alone: it must not follow later changes of `musnad.ledger.schema`."""
