"""The contents that renderers take: frames, stories, decks, pages."""
