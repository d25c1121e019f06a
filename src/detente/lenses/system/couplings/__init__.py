"""Couplings of tracks, and what judgements of the region make of them."""
