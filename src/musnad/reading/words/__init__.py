"""What the words of an article may be: names, head nouns, offices, triggers, function words."""
