"""Arabic text: a folded form with a map back to the original, sentences, words and their clitics."""
