"""Reading: a document into actors and claims. A pure function of the document: no clock, no database, no network."""
