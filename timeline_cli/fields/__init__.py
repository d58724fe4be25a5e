"""Fields: the one table of an event's fields, how each is decoded and encoded as JSON."""
