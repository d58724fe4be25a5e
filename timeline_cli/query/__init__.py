"""Questions: terms and options → one predicate that answers no, possible or certain → the entries of an answer."""
