"""Fields: the one table of what an event may hold, how each is read and how it is written as JSON."""
