"""How certain, how far along: phase, modality and negation of a trigger, by scope."""
