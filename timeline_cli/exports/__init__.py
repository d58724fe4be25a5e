"""Exports: an answer in a form for other programs."""
