"""Reading: bytes → YAML parse events → nodes → events, with the place of every problem."""
