"""The audit: what a machine can check of finished files, one module a format, each a list of rules."""
