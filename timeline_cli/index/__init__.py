"""The index: what was read of large files, kept in a derived SQLite file so that it need not be read again."""
