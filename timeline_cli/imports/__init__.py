"""Tables, calendars and other timelines → events of our own files."""
