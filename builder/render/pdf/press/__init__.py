"""Print files: PDF/X-4 in the inks of a press, beside PDF/A-2a and PDF/UA-1."""
