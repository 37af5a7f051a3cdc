"""Words become glyphs on lines: fonts, scripts, directions, breaks."""
