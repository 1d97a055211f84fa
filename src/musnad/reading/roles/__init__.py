"""Who does it, and to whom: subject and object of each trigger, from the syntax between them."""
