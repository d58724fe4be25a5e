"""Exports: an answer in a format for other programs."""
