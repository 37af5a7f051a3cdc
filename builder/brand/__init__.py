"""The brand: what the designer tends, read and proved."""
