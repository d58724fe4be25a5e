"""What to write instead of a date that is in none of the forms of a file."""
