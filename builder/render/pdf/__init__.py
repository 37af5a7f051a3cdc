"""PDF: pages, drawn as they were laid out, tagged as they say."""
