"""The command line: commands parse, call and print; nothing else happens here."""
