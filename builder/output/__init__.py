"""Plans become bytes, bytes a pack: whole or not at all."""
