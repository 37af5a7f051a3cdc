"""Effects of drawings, computed on pixels: what filters and blend modes make of what is drawn."""
