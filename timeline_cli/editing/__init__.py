"""Editing: changes to a file of events, as text, that leave everything else as it stands."""
