"""Layout: a design, words and a canvas in, a frame out."""
