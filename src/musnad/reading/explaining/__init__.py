"""Why the reader states a claim, or does not: everything it saw on the way, from the same computation."""
