"""Foresight: forecasts and what came of them, as numbers that can be scored."""
