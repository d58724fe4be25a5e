"""What to change in a text that is not YAML; imported once there is such a text."""
