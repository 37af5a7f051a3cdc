"""Fields of tiles: their alphabet, their grammar, and where they stand."""
