"""What happened, in order, over a calendar."""
