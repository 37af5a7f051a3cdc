"""The pipeline: from what people wrote to the pack."""
