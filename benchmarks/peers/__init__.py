"""Others that draw the same cards, set the same words and write the same slides."""
