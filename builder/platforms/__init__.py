"""The sizes and the limits of the places where a pack is used."""
