"""Boxes and curves, in any unit."""
