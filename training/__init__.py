"""How the models of the reader are made. Nothing here is needed to run the product."""
