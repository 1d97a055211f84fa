"""Who says so: reporting cues, their speakers and scopes, and the chain of sources over every word of the article."""
