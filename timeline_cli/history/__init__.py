"""Versions of files: which events are the same, what changed, three-way merges, and what git knows of them."""
