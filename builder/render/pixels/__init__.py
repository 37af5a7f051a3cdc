"""Frames as pixels: paths and glyphs to coverage, coverage to colours, colours to PNG and JPEG."""
