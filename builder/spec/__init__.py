"""What the campaign lead wrote, validated."""
