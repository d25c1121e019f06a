"""The region over time: how it was at each date at which it changed, and what pushed it then."""
