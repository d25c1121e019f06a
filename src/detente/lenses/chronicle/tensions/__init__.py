"""Tensions: where the sources pull apart, as the case declares it and as its records tell."""
