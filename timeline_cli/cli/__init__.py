"""The command line: commands parse their options, call other layers and print."""
