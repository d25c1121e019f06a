"""Scoring: how well probabilities foretold what came."""
