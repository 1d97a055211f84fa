"""A small neural encoder that reads the words in their context, and what it thinks of triggers and candidates."""
