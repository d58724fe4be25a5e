"""Hints for text that is not valid YAML; imported only when needed."""
