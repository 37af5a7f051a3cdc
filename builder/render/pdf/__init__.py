"""PDF: a frame as a sheet, a story as a book."""
