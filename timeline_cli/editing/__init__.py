"""Editing: text changes to a file of events that leave everything else unchanged."""
