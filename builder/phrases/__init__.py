"""The tool's fixed words, and dates, times and numbers, as each language writes them."""

from builder.phrases.book import Phrases, phrases

__all__ = ["Phrases", "phrases"]
