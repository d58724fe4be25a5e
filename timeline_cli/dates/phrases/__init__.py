"""Words to periods: the phrases that a question may ask with."""
