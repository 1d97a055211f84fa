"""What the product knows before it reads: states, places, bodies, groups, media and persons, by name.

`knowledge_base()` loads the tables in `data/`; `similarity` compares names that no table lists.
"""

from musnad.knowledge.base import KnowledgeBase, knowledge_base
from musnad.knowledge.entries import KnownActor, Match, Role
from musnad.knowledge.names import similarity

__all__ = ["KnowledgeBase", "KnownActor", "Match", "Role", "knowledge_base", "similarity"]
