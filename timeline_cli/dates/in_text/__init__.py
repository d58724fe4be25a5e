"""Dates in running text: where they are, what they mean on the day of publication. One file per language."""
