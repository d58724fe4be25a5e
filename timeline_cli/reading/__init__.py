"""Reading: bytes → YAML parse events → nodes → events, with every problem located."""
