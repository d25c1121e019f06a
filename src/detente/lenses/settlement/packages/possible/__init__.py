"""What can be had at a date, what waits, and what is not known to be possible."""
