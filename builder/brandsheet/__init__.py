"""The brand sheet: what a designer looks at first, made from the brand alone."""
