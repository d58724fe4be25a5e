"""What was probably meant by a value that a field does not take; imported once there is such a value."""
