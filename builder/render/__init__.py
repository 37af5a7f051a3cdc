"""Renderers: a frame, a story, a deck, a page or blocks in, bytes out. `formats` has the table."""
