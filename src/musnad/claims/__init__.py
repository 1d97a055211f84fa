"""The domain's words: what a claim is, its ontology, identity and wire format."""
