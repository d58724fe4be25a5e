"""Suggestions for dates that are not in an accepted form."""
