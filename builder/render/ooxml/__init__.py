"""What slides and Word copies share: packages, markup and themes of Office (ISO/IEC 29500)."""
