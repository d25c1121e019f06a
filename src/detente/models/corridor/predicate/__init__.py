"""Predicates: what a claim says of a corridor's outputs, so that it can be tested."""
