"""The brand's slides become a deck."""
