"""The index: the content of large files in a derived SQLite file, so they need not be read again."""
