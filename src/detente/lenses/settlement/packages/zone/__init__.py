"""The zone of possible agreement, with its pictures."""
