"""Suggestions for values that a field does not accept; imported only when needed."""
