"""A design, words and a canvas become a frame."""
