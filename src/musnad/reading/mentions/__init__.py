"""Where the article names somebody who can act, and who is meant."""
