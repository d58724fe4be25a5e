"""Keep a company's timeline in plain YAML and ask it from the terminal."""

__version__ = "0.1.0"
