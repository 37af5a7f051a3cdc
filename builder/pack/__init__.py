"""What a kind may see of one campaign, and what it gives back."""
