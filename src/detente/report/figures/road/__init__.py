"""Roads: steps over a calendar, and what waits for what."""
