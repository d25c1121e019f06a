"""Webs of descriptors: what holds up what, by cross-impact balances."""
