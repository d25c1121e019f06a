"""Readouts: what the sides told of one event, compared sentence by sentence."""
