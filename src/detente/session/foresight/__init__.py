"""Foresight that can be checked: forecasts are sealed, seals verified, and what came of them scored."""
